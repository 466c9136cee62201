"""From one article to its mentions and claims: the entry to this folder.

Here belongs the walk over fields and sentences. Each step (chunks, constructions, build, context, discourse) has a
module of its own.
"""

import gc
from bisect import bisect_right
from datetime import date
from itertools import groupby

from pipeline.claims.all_aboard import BACK, all_aboard
from pipeline.claims.all_found import all_found
from pipeline.claims.all_hurt import all_hurt
from pipeline.claims.attach import attach
from pipeline.claims.attribution import Attribution
from pipeline.claims.build import build
from pipeline.claims.casualties import take_scopes
from pipeline.claims.chunks import Chunker
from pipeline.claims.claim import Claim, Extraction
from pipeline.claims.confidence import calibrate
from pipeline.claims.context import Telling, contextualise
from pipeline.claims.crafts import crafts
from pipeline.claims.datelines import NONE, read_dateline
from pipeline.claims.discourse import settle
from pipeline.claims.graver import as_parts
from pipeline.claims.heard import chunked
from pipeline.claims.lexicon import Lexicon, lexicon
from pipeline.claims.makeup import makeup, take_up
from pipeline.claims.named_lines import named_lines
from pipeline.claims.other_number import other_number
from pipeline.claims.parents import link_parents, release_parts
from pipeline.claims.perished import perished
from pipeline.claims.presence import readable
from pipeline.claims.ranks import toll_by_rank
from pipeline.claims.restated import agree
from pipeline.claims.running import running
from pipeline.claims.surroundings import Surroundings
from pipeline.claims.tabulated import tabulated
from pipeline.claims.teasers import of_the_story
from pipeline.claims.two_events import put_apart
from pipeline.claims.voices import Voices, issuer
from pipeline.claims.wholes import wholes
from pipeline.claims.wordless import over_sentences
from pipeline.quantities.find import mentions_of
from pipeline.quantities.mention import Mention
from pipeline.reading.article import Article
from pipeline.reading.sentences import split
from pipeline.reading.tokens import Sentence


def extract(article: Article) -> Extraction:
    """Every mention and claim of an article, title first. Pure; the same article gives the same answer.

    Python looks for unreachable cycles after every few hundred new objects, and an article makes ten thousands, nearly
    none of them in cycles. That search waits until the article is done: measured, a fifth of the time.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        return _extract(article)
    finally:
        if searching:
            gc.enable()


def _extract(article: Article) -> Extraction:
    published = _published(article)
    found = Extraction(article.article_id, article.title or "", article.text)
    source = issuer(article.publisher)
    for field, text in (("title", found.title), ("text", found.text)):
        if text:
            dateline = read_dateline(text) if field == "text" else NONE
            telling = Telling(published, field == "title", dateline.place, bool(article.given_campaign_id))
            mentions, claims = _field(field, text, telling, source, dateline.end)
            found.mentions += mentions
            found.claims += claims
    take_scopes(found.claims)
    found.claims = settle(found.claims)
    release_parts(found.claims, found.text)
    agree(found.claims, bool(article.given_campaign_id), published)
    calibrate(found.claims)
    link_parents(found.claims)
    made = _made(found.claims, found.mentions)
    found.mentions = [m for m in found.mentions if (m.field, m.start, m.end) not in made] + list(made.values())
    found.mentions.sort(key=lambda m: (m.field != "title", m.start, m.end))
    return found


def _published(article: Article) -> date | None:
    """The day that "on Friday" counts from. A file's own time is no such day: it would date old reports to today."""
    if article.published_at is None or article.published_at_basis == "retrieved":
        return None
    return article.published_at.date()


def _field(
    field: str, text: str, telling: Telling, source: Attribution, begin: int
) -> tuple[list[Mention], list[Claim]]:
    """Mentions of all of a field, claims of what stands behind its dateline, which ends at offset `begin`."""
    words = lexicon()
    sentences = [Sentence(text, no, start, end) for no, (start, end) in enumerate(split(text))]
    mentions = mentions_of(field, text, sentences)
    sentences = [_behind(sentence, begin) for sentence in sentences]
    quantities = (m for m in mentions if m.status == "kept")
    kept = {no: list(group) for no, group in groupby(quantities, key=lambda m: m.sentence_no)}
    claims, voices, around = list[Claim](), Voices(source, sentences), Surroundings(sentences)
    money = {m.sentence_no for m in mentions if m.kind == "money" and m.status == "kept"}
    for sentence in readable(text, of_the_story(text, sentences), kept.keys(), money):
        numbers = kept.get(sentence.no, [])
        made = other_number(sentence, _sentence(sentence, field, numbers, words), numbers, claims)
        made = all_aboard(sentence, field, made, sentences[max(0, sentence.no - BACK) : sentence.no], kept)
        made = all_hurt(sentence, field, made, claims)
        if made:
            before = sentences[sentence.no - 1] if sentence.no else None
            for claim in made:
                contextualise(claim, sentence, before, telling)
            if not telling.story:
                put_apart(made, sentence)
            else:
                around.place(made, sentence, telling.dateline)
            as_parts(made, sentence, claims)
            voices.hear(made, sentence)
            claims += made
    for claim in over_sentences(field, text, sentences, claims):
        sentence = sentences[claim.mention.sentence_no]
        contextualise(claim, sentence, sentences[sentence.no - 1] if sentence.no else None, telling)
        claims.append(claim)
    for claim, whole in [*makeup(field, sentences, kept, claims, words)]:
        sentence = sentences[claim.mention.sentence_no]
        contextualise(claim, sentence, sentences[sentence.no - 1], telling)
        take_up(claim, whole)
        claims.append(claim)
    told = {(id(c.mention), c.measure) for c in claims}
    for claim in tabulated(text, mentions, words):
        if (id(claim.mention), claim.measure) not in told:
            sentence = sentences[claim.mention.sentence_no]
            claim.first = bisect_right(sentence.starts, claim.mention.start) - 1
            claim.last = claim.first + 1
            contextualise(claim, sentence, None, telling)
            voices.hear([claim], sentence)
            claims.append(claim)
    for claim in named_lines(field, text, sentences):
        contextualise(claim, sentences[claim.mention.sentence_no], None, telling)
        claims.append(claim)
    return mentions, claims


def _behind(sentence: Sentence, begin: int) -> Sentence:
    """What of a sentence stands behind the dateline, which is no part of it; a sentence before its end stays."""
    if not sentence.start < begin < sentence.end:
        return sentence
    return Sentence(sentence.text, sentence.no, begin, sentence.end)


def _sentence(sentence: Sentence, field: str, kept: list[Mention], words: Lexicon) -> list[Claim]:
    chunker = Chunker(sentence, words, kept, is_title=field == "title")
    claims = list[Claim]()
    if chunker.can_claim():
        chunks = chunked(chunker)
        claims = build(sentence, field, chunks, attach(chunks, sentence.lower, words), words)
        claims = wholes(sentence, claims, kept, words)
        claims += perished(sentence, claims, kept, words)
    claims += toll_by_rank(sentence, field, claims, words)
    claims = all_found(sentence, field, claims, words)
    return running(sentence, field, claims, kept, words) + crafts(sentence, field, words)


def _made(claims: list[Claim], mentions: list[Mention]) -> dict[tuple[str, int, int], Mention]:
    """Mentions that the grammar made itself, by span; one with the span of a rejected number takes its place."""
    known = {id(m) for m in mentions}
    made = {}
    for claim in claims:
        if id(claim.mention) not in known:
            made[(claim.mention.field, claim.mention.start, claim.mention.end)] = claim.mention
    return made

"""Who those counted in an earlier sentence were: "Twelve were killed. Five of them were children."

Here belongs the sentence that only says who is among those counted before it, and which count it means. Parts told of
beside the count itself belong in subsets.py.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

from pipeline import codebook
from pipeline.claims.attachment import Attachment
from pipeline.claims.build import build
from pipeline.claims.chunks import Chunk, Chunker
from pipeline.claims.claim import Claim
from pipeline.claims.lexicon import Lexicon, lexicon
from pipeline.claims.members import EVERYBODY, take_predicate
from pipeline.quantities.mention import Mention
from pipeline.reading.tokens import Sentence

MAKEUP: Final = "makeup"
"""The rule's name."""
GRAMMAR: Final[dict[str, Any]] = codebook.read("grammar")
BOOK: Final[dict[str, Any]] = GRAMMAR["makeup"]
THEY: Final = frozenset(BOOK["they"])
INCLUDING: Final = frozenset(BOOK["including"])
MEANT: Final[dict[str, str]] = {word: measure for measure, words in BOOK["meant"].items() for word in words}
VICTIMS: Final = frozenset(BOOK["victims"])
BE: Final = frozenset(BOOK["verbs"])
OPENS: Final = frozenset(BOOK["opens"])
"""Words and marks behind which a clause begins."""
DETERMINERS: Final = frozenset(GRAMMAR["determiners"]) | frozenset(BOOK["leading"])
RELATIVE: Final = frozenset(GRAMMAR["relative"])
OF: Final = frozenset(BOOK["of"])
LONGEST_LEAD: Final = 3
"""Tokens from the beginning of a clause to "victims"."""
COMMA: Final = 2
"""The token of the comma in "the victims, …"."""
ASIDES: Final = frozenset(BOOK["asides"])
CUES: Final = BE | INCLUDING | ASIDES | {"among"}
NOT_COUNTS: Final = frozenset(("subset", "background", "change", "window"))
"""Scopes of numbers that no later "they" means."""
BACK: Final = 3
BACK_TO_VICTIMS: Final = 8
"""Sentences before this one in which those counted may stand; further for "the victims"."""
LONGEST_SUBJECT: Final = 9
"""Tokens of "the victims of the attack on the market"."""
CONFIDENCE: Final = 0.85
LIST: Final = re.compile("[dD]?[QS](?:(?:[Po][dD]?[XNY]{1,2}){0,2}(?:,?C|,)[dD]?[QS])*(?![AHTIJM])")
BEFORE: Final = re.compile("[dD]?[QS](?:(?:[Po][dD]?[XNY]{1,2}){0,2}(?:,?C|,)[dD]?[QS])*$")
""" "Police said | four women and a boy | were among the victims"."""
NAMED: Final = frozenset(("identified", "named", "described"))
NEXT: Final = re.compile("(?:,|,?C)[dD]?Q(?=[,B;C)-]|$)")
CLAUSE_ENDS: Final = "BC;,-"


def makeup(
    field: str, sentences: Sequence[Sentence], kept: dict[int, list[Mention]], claims: Sequence[Claim], words: Lexicon
) -> Iterator[tuple[Claim, Claim]]:
    """Each group told of in a sentence behind a count, and the claim of which it is a subset."""
    counts = [claim for claim in claims if _is_count(claim)]
    told = {(claim.mention.start, claim.mention.end) for claim in claims}
    for sentence in sentences if counts else ():
        near = [c for c in counts if 0 < sentence.no - c.mention.sentence_no <= BACK_TO_VICTIMS]
        cued = not CUES.isdisjoint(sentence.lower) or _opens_aside(sentence.lower)
        if near and cued and not _groups().isdisjoint(sentence.lower):
            for claim, whole in _of_sentence(field, sentence, kept.get(sentence.no, []), near, words):
                if (claim.mention.start, claim.mention.end) not in told:
                    yield claim, whole


def _is_count(claim: Claim) -> bool:
    """A whole number of people."""
    several = (claim.value_best or claim.value_low or 0) > 1
    return claim.unit == "person" and several and claim.scope not in NOT_COUNTS and not claim.negated


@cache
def _groups() -> frozenset[str]:
    """The last words of nouns for people of a group."""
    nouns = (noun for of_word in lexicon().nouns.values() for noun in of_word)
    return frozenset(noun.words[-1] for noun in nouns if noun.kind == "person" and noun.group != EVERYBODY)


def _of_sentence(
    field: str, sentence: Sentence, numbers: list[Mention], counts: Sequence[Claim], words: Lexicon
) -> Iterator[tuple[Claim, Claim]]:
    chunks = Chunker(sentence, words, numbers).chunks()
    tags = "".join(["o" if sentence.lower[c.first] == "of" and c.tag == "P" else c.tag for c in chunks])
    members, who = _members(tags, chunks, sentence.lower, words)
    members = [k for k in members if (head := chunks[k].head) and head.kind in ("person", "bare")]
    total = sum(_number(chunks[k]) for k in members)
    whole = _meant(who, total, sentence.no, counts) if members else None
    if whole is None:
        return
    given = [Attachment(k, k, whole.measure, MAKEUP, CONFIDENCE, -1, "subset") for k in members]
    for claim in build(sentence, field, chunks, given, words):
        if claim.victim_group != EVERYBODY:
            claim.parent = whole
            yield claim, whole


def _members(
    tags: str, chunks: list[Chunk], lower: list[str], words: Lexicon
) -> tuple[list[int], Sequence[str]]:
    """Chunks of the groups that the sentence tells of, and the words for those of whom they are."""
    for at, chunk in enumerate(chunks):
        found = _listed_behind(tags, chunks, at, lower) or _listed_before(tags, chunks, at, lower)
        found = found or _listed_aside(tags, chunks, at, lower)
        if found:
            return found
        some = chunk.tag == "Q" and _is_some(tags, at, chunk)
        if some and take_predicate(chunk, chunks[at + 1 : at + 3], lower, words):
            return [at, *_others(tags, at + 2, chunks, lower, words)], lower[chunk.first : chunk.last]
    return [], ()


def _listed_behind(
    tags: str, chunks: list[Chunk], at: int, lower: list[str]
) -> tuple[list[int], Sequence[str]] | None:
    """ "The victims included three women", "among those rescued were four boys", "the dead were identified as …"."""
    chunk = chunks[at]
    word = lower[chunk.last - 1] if chunk.tag == "E" else lower[chunk.first]
    subject = lower[max(0, chunk.first - LONGEST_SUBJECT) : chunk.last - 1]
    is_verb = chunk.tag == "A" and word in BE
    opened = lower[0] == "among" and (is_verb or (at == 0 and chunk.tag == "E" and word in BE and not chunk.triggers))
    among = lower[1 : chunk.first if is_verb else chunk.last - 1] if opened else []
    told = (is_verb or (chunk.tag == "E" and word in INCLUDING)) and "Q" not in tags[:at]
    if not (among and _are_among(among)) and not (told and (_is_they(subject, word) or _are_victims(subject))):
        return None
    found = LIST.match(tags, _behind_as(chunks, at + 1, lower))
    return ([k for k in range(*found.span()) if tags[k] in "QS"], among or subject) if found else None


def _listed_before(
    tags: str, chunks: list[Chunk], at: int, lower: list[str]
) -> tuple[list[int], Sequence[str]] | None:
    """ "Four women and a boy were among the victims"."""
    words = lower[chunks[at].first : chunks[at].last]
    if chunks[at].tag != "E" or words[0] != "among" or tags[at - 1 : at] != "A" or not _are_among(words[1:]):
        return None
    found = BEFORE.search(tags, 0, at - 1)
    return ([k for k in range(*found.span()) if tags[k] in "QS"], words[1:]) if found else None


def _opens_aside(lower: list[str]) -> bool:
    """ "The injured, a man and a boy, were taken to hospital": the sentence begins with those counted before."""
    return lower[0] == "the" and lower[COMMA : COMMA + 1] == [","] and (lower[1] in VICTIMS or lower[1] in MEANT)


def _listed_aside(
    tags: str, chunks: list[Chunk], at: int, lower: list[str]
) -> tuple[list[int], Sequence[str]] | None:
    """ "The victims, made up of 19 women and 12 men, were", "the dead – three girls and a boy – were"."""
    chunk = chunks[at]
    words = lower[chunk.first : chunk.last]
    opened = words == [","] and chunk.first == COMMA and _opens_aside(lower)
    if at == 0 or "Q" in tags[:at] or (ASIDES.isdisjoint(words) and not opened):
        return None
    end = chunk.first - (tags[at - 1] == ",")
    subject = lower[max(0, end - LONGEST_SUBJECT) : end]
    found = LIST.match(tags, at + 1) if _are_victims(subject) else None
    return ([k for k in range(*found.span()) if tags[k] in "QS"], subject) if found else None


def _are_among(words: list[str]) -> bool:
    """ "Among | them", "| the hostages", "| those rescued": those counted before."""
    return words == ["them"] or _are_victims(words) or (words[:1] == ["those"] and words[-1] in MEANT)


def _behind_as(chunks: list[Chunk], at: int, lower: list[str]) -> int:
    """ "The dead were | identified as | two students": the chunk behind "as"."""
    named = at + 1 < len(chunks) and lower[chunks[at].first] in NAMED and lower[chunks[at + 1].first] == "as"
    return at + 2 if named else at


def _is_they(subject: list[str], verb: str) -> bool:
    """ "They included …", right behind where a clause begins: "they were three masked men" tells of the attackers."""
    before = subject[-2:-1]
    return subject[-1:] != [] and subject[-1] in THEY and verb in INCLUDING and (not before or before[0] in OPENS)


def _are_victims(subject: list[str]) -> bool:
    """The subject's noun is a word for those counted: "the victims of the attack", not "the victims' lawyers", "those
    who helped the injured"."""
    at = next((k for k, word in enumerate(subject) if word in VICTIMS or word in MEANT), -1)
    begin = max((k + 1 for k in range(at) if subject[k] in OPENS), default=0)
    head = at >= 0 and all(word in DETERMINERS for word in subject[begin:at]) and at - begin <= LONGEST_LEAD
    behind = subject[at + 1 :]
    return head and (not behind or (behind[0] in OF and RELATIVE.isdisjoint(behind)))


def _is_some(tags: str, at: int, chunk: Chunk) -> bool:
    """ "Five of them", or a bare number that begins a clause and has "were" behind it."""
    if chunk.head is None or tags[at + 1 : at + 2] not in ("A", "X"):
        return False
    begins = at - (tags[at - 1 : at] in ("d", "D"))
    opens = begins < 1 or tags[begins - 1] in CLAUSE_ENDS
    who = "W" in tags[at:]  # "two were officers who opened fire"
    return chunk.head.partitive or (chunk.head.kind == "bare" and opens and tags[at + 1] == "A" and not who)


def _others(tags: str, at: int, chunks: list[Chunk], lower: list[str], words: Lexicon) -> Iterator[int]:
    """ "Seven were children, four women and two were men": the further numbers."""
    for k in range(at, len(chunks)):
        chunk = chunks[k]
        if chunk.tag != "Q" or chunk.head is None:
            continue
        named = chunk.head.kind == "person" and NEXT.match(tags, k - 1 - (tags[k - 2] == "," and tags[k - 1] == "C"))
        if named or (chunk.head.kind == "bare" and take_predicate(chunk, chunks[k + 1 : k + 3], lower, words)):
            yield k


def _number(chunk: Chunk) -> int:
    if chunk.mention is None:
        return chunk.head.value if chunk.head else 0
    return round(chunk.mention.value_low or chunk.mention.value_best or 0)


def _meant(words: Sequence[str], total: int, no: int, counts: Sequence[Claim]) -> Claim | None:
    """The count that can hold so many: the nearest, unless its sentence has several that can and none is exact.

    "The dead" are the killed; "the victims" are the killed where any are told of.
    """
    fitting = [c for c in counts if c.value_high is None or c.value_high >= total]
    named = {MEANT[word] for word in words if word in MEANT}
    if named or not VICTIMS.isdisjoint(words):
        wanted = named or {"killed"}
        of_measure = [c for c in fitting if c.measure in wanted]
        if named or of_measure:
            return of_measure[-1] if of_measure else None
    nearest = max((c.mention.sentence_no for c in counts if no - c.mention.sentence_no <= BACK), default=-1)
    fitting = [c for c in fitting if c.mention.sentence_no == nearest]
    if len({c.measure for c in fitting}) > 1:
        fitting = [c for c in fitting if c.value_best == total]
    return fitting[-1] if len({c.measure for c in fitting}) == 1 else None


def take_up(claim: Claim, whole: Claim) -> None:
    """What the claim's own sentence does not say is as it was said of the whole: day, place and source."""
    if not claim.period_start:
        claim.period_start, claim.period_end = whole.period_start, whole.period_end
        claim.date_precision = whole.date_precision
    if not claim.place:
        claim.place, claim.country_iso3 = whole.place, whole.country_iso3
    if not claim.attributed_to:
        claim.attributed_to, claim.attribution_class = whole.attributed_to, whole.attribution_class

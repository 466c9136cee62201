"""Why a claim says what it says: the grammar run again over its sentence, with everything that it tried.

Here belong the values of an explanation and how they are found. Their wording for a reader is in explain_text.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pipeline.claims import constructions as grammar
from pipeline.claims.attach import attach, from_nouns
from pipeline.claims.attachment import Attachment, Found
from pipeline.claims.build import KIND_FACTOR, build
from pipeline.claims.chunks import Chunk, Chunker
from pipeline.claims.claim import Claim
from pipeline.claims.constructions import Construction
from pipeline.claims.extract import extract
from pipeline.claims.frames import claim_id
from pipeline.claims.heard import chunked
from pipeline.claims.lexicon import Lexicon, lexicon
from pipeline.claims.subsets import mark_subsets
from pipeline.codebook import read
from pipeline.quantities.find import find_mentions
from pipeline.reading.article import Article
from pipeline.reading.sentences import split
from pipeline.reading.tokens import Sentence, tokenise


class UnknownClaim(LookupError):
    """The article does not yield this claim; the message says what it does yield."""


class Rule(NamedTuple):
    """The rule that made a claim. pattern and example are empty where the rule is no construction."""

    name: str
    meaning: str
    pattern: str
    example: str


class Piece(NamedTuple):
    """A chunk of the sentence; role: counted, trigger or empty."""

    letter: str
    meaning: str
    text: str
    role: str


class Rival(NamedTuple):
    """A rule that fits the same words too, what it would have counted, and why it did not."""

    rule: str
    measure: str
    confidence: float
    why: str


class Factor(NamedTuple):
    """One part of the confidence before calibration."""

    reason: str
    value: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that led to a claim."""

    claim_id: str
    claim: Claim
    sentence: str
    marked: str
    rule: Rule
    pieces: tuple[Piece, ...]
    rivals: tuple[Rival, ...]
    factors: tuple[Factor, ...]
    uncalibrated: float


class _Parse(NamedTuple):
    """The sentence of a claim as the grammar sees it."""

    sentence: Sentence
    lexicon: Lexicon
    chunks: list[Chunk]
    attachments: list[Attachment]
    claims: list[Claim]


def explain(article: Article, wanted: str) -> Explanation:
    """How the article comes to the claim with this id. Raises UnknownClaim."""
    claims = extract(article).claims
    claim = next((c for c in claims if claim_id(article.article_id, c) == wanted), None)
    if claim is None:
        raise UnknownClaim(f"Read again, the article yields {len(claims)} claims, and {wanted} is not among them.")
    parse = _parse(article, claim)
    raw = next((c for c in parse.claims if _same(c, claim)), claim)
    parts, sentence = _members(parse, claim), parse.sentence
    return Explanation(
        wanted, claim, sentence.text[sentence.start : sentence.end], _marked(sentence, claim), _rule(claim.rule),
        tuple(_pieces(parse, parts)), tuple(_rivals(parse, parts)), tuple(_factors(parse, parts, raw)), raw.confidence,
    )  # fmt: skip


def _parse(article: Article, claim: Claim) -> _Parse:
    field, no = claim.mention.field, claim.mention.sentence_no
    text = article.title if field == "title" else article.text
    spans, words = split(text), lexicon()
    sentence = tokenise(text, no, *spans[no])
    kept = [m for m in find_mentions(field, text, spans) if m.status == "kept" and m.sentence_no == no]
    chunks = chunked(Chunker(sentence, words, kept, is_title=field == "title"))
    attachments = attach(chunks, sentence.lower, words)
    return _Parse(sentence, words, chunks, attachments, build(sentence, field, chunks, attachments, words))


def _same(one: Claim, other: Claim) -> bool:
    return (one.mention.start, one.mention.end, one.measure, one.rule) == (
        other.mention.start, other.mention.end, other.measure, other.rule,
    )  # fmt: skip


def _members(parse: _Parse, claim: Claim) -> list[Attachment]:
    """The attachments behind a claim: one, or those of the parts of a sum."""
    chunks, within = parse.chunks, range(claim.first, claim.last + 1)
    same = [a for a in parse.attachments if a.measure == claim.measure]
    return [a for a in same if chunks[a.chunk].first in within and chunks[a.chunk].last in within]


def _marked(sentence: Sentence, claim: Claim) -> str:
    text, mention = sentence.text, claim.mention
    shown = f"{text[sentence.start : mention.start]}»{mention.surface}«{text[mention.end : sentence.end]}"
    return " ".join(shown.split())


def _rule(name: str) -> Rule:
    """The rule by its name, variants taken apart: "active_manner_sum" is a sum over a variant of "active"."""
    words, variants, base = read("explain"), [], name
    while ending := next((v for v in words["variants"] if base.endswith(v)), ""):
        base = base.removesuffix(ending)
        variants.append(words["variants"][ending])
    entry = _entry(base)
    family = words["families"]["construction" if entry else base]
    example = entry["example"]["text"] if entry else ""
    return Rule(name, " ".join([family, *reversed(variants)]), entry["pattern"] if entry else "", example)


def _entry(name: str) -> dict[str, Any]:
    """The construction's entry in the codebook, empty where there is none of that name."""
    found: dict[str, Any] = next((e for e in read("constructions")["constructions"] if e["name"] == name), {})
    return found


def _pieces(parse: _Parse, parts: Sequence[Attachment]) -> Iterator[Piece]:
    meanings = read("explain")["letters"]
    counted, triggers = {a.chunk for a in parts}, {a.trigger for a in parts}
    for index, (letter, chunk) in enumerate(zip(_letters(parse), parse.chunks, strict=True)):
        text = parse.sentence.text[parse.sentence.starts[chunk.first] : parse.sentence.ends[chunk.last - 1]]
        role = "counted" if index in counted else "trigger" if index in triggers else ""
        measures = " or ".join(dict.fromkeys(t.measure for t in chunk.triggers if t.measure))
        meaning = meanings.get(letter, "mark")
        yield Piece(letter, f"{meaning}: {measures}" if measures else meaning, text, role)


def _letters(parse: _Parse) -> str:
    """The sentence as the constructions see it."""
    lower, marks = parse.sentence.lower, {("P", "of"): "o", ("B", ":"): ":"}
    return mark_subsets("".join(marks.get((c.tag, lower[c.first]), c.tag) for c in parse.chunks))


def _rivals(parse: _Parse, parts: Sequence[Attachment]) -> Iterator[Rival]:
    """Every other rule that would have claimed the same words had it been alone."""
    counted, won = {a.chunk for a in parts}, {a.rule for a in parts}
    order = [rule.name for rule in grammar.constructions()]
    seen = set[tuple[str, str]]()
    for rule, made in _alone(parse):
        if made.chunk in counted and made.rule not in won and (made.rule, made.measure) not in seen:
            seen.add((made.rule, made.measure))
            yield Rival(made.rule, made.measure, made.confidence, _why(rule, parts, order))
    nouns = Found()
    from_nouns(parse.chunks, parse.sentence.lower, parse.lexicon, nouns)
    for made in nouns.in_order():
        if made.chunk in counted and made.rule not in won:
            yield Rival(made.rule, made.measure, made.confidence, "a noun speaks only where no construction does")


def _alone(parse: _Parse) -> Iterator[tuple[Construction, Attachment]]:
    """What each construction would make of the sentence if there were no other."""
    letters, lower = _letters(parse), parse.sentence.lower
    for rule in grammar.constructions():
        for match in rule.pattern.finditer(letters):
            for made in grammar.from_match(rule, match, parse.chunks, lower, parse.lexicon, Found()):
                yield rule, made


def _why(rule: Construction, parts: Sequence[Attachment], order: Sequence[str]) -> str:
    winner = parts[0].rule.removesuffix("_manner")
    if winner in order and order.index(winner) < order.index(rule.name):
        return f"tried after {winner}, and the first that fits wins"
    return "its verb already counts somebody else"


def _factors(parse: _Parse, parts: Sequence[Attachment], raw: Claim) -> Iterator[Factor]:
    """The rule's own confidence and what multiplied it; the weakest part of a sum stands for all."""
    words, weakest = read("explain")["factors"], min(parts, key=lambda a: a.confidence, default=None)
    if weakest is None:
        return
    chunk = parse.chunks[weakest.chunk]
    kind = chunk.head.kind if chunk.head else "person"
    yield Factor(f"{words['rule']}: {weakest.rule}", weakest.confidence)
    if KIND_FACTOR.get(kind, 1.0) != 1.0:
        yield Factor(words[kind], KIND_FACTOR[kind])
    rest = raw.confidence / (weakest.confidence * KIND_FACTOR.get(kind, 1.0))
    if abs(rest - 1) > 0.005:
        yield Factor(words["sum" if raw.rule.endswith("_sum") else "definite"], round(rest, 2))

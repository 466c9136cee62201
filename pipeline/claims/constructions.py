"""Constructions of constructions.yml matched over a sentence's chunks: which number says what about whom.

Here belongs the matching and the choice between constructions. What the words mean stands in the codebook; what the
match becomes (scope, dates, source) is added in build.py.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.claims.chunks import Chunk
from pipeline.claims.lexicon import Lexicon, Trigger
from pipeline.codebook import read

BOTH = {frozenset(("killed", "injured")): "casualties", frozenset(("killed", "missing")): "killed_or_missing",
        frozenset(("missing", "presumed_dead")): "presumed_dead"}
"""What one number for two outcomes counts; it is never split."""


JOINING = ("along_with", "killed_with")
"""Constructions that add people to the subject of a verb: "the mayor was killed along with two guards" is three."""
SUBSET_LIST = re.compile("E[dD]?[QSR](?!J)(?:,?C[dD]?[QSR](?!J)|,[dD]?[QSR](?!J))*")
LONGEST_NAMELESS = 6
"""Words of an unknown noun phrase that may still name one person."""


@dataclass(frozen=True, slots=True)
class Construction:
    """One entry of constructions.yml."""

    name: str
    pattern: re.Pattern[str]
    confidence: float
    kinds: frozenset[str]
    measures: frozenset[str]
    after: frozenset[str]
    after_first: frozenset[str]
    singular: bool
    scope: str
    again: bool


@dataclass(slots=True)
class Attachment:
    """A counted phrase (index of its chunk) with the measure that a construction gives it.

    group: attachments of one list share it, the first chunk of the list ("three soldiers and a child died").
    """

    chunk: int
    trigger: int
    measure: str
    rule: str
    confidence: float
    group: int
    scope: str = ""


@cache
def constructions() -> tuple[Construction, ...]:
    """The constructions in the order in which they are tried."""
    book = read("constructions")

    def expand(pattern: str) -> str:
        for name, text in book["macros"].items():
            pattern = pattern.replace(name, text)
        return pattern

    return tuple(
        Construction(e["name"], re.compile(expand(e["pattern"])), e["confidence"], frozenset(e.get("kinds", ())),
                     frozenset(e.get("measures", ())), frozenset(e.get("after", ())),
                     frozenset(e.get("after_first", ())),
                     bool(e.get("singular")), e.get("scope", ""), bool(e.get("again")))
        for e in book["constructions"]
    )  # fmt: skip


def attach(chunks: Sequence[Chunk], lower: Sequence[str], lexicon: Lexicon) -> list[Attachment]:
    """Every counted phrase of the sentence that a construction, a noun or a subset phrase gives a measure."""
    tags = _mark_subsets("".join("o" if c.tag == "P" and lower[c.first] == "of" else ":" if c.tag == "B" and lower[c.first] == ":" else c.tag
                   for c in chunks))  # fmt: skip
    found: dict[int, list[Attachment]] = {}
    triggered = any(t in tags for t in "TGIJKOE")
    for rule in constructions() if triggered else ():
        for match in rule.pattern.finditer(tags):
            for made in _from_match(rule, match, chunks, lower, lexicon, found):
                found.setdefault(made.chunk, []).append(made)
    _from_nouns(chunks, lower, lexicon, found)
    _from_subsets(tags, chunks, found)
    return [a for index in sorted(found) for a in found[index]]


def _mark_subsets(tags: str) -> str:
    """Counted phrases that "including" lists become q: no verb behind them is theirs.

    A member behind ", and" with a verb of its own ends the list: "including two officers, and 17 were hurt".
    """
    for opened in SUBSET_LIST.finditer(tags):
        listed = opened.group()
        cut = re.search(r",C[dD]?[QSR](?=[AHTIJM]|D[AHTIJM])", listed + tags[opened.end() : opened.end() + 2])
        end = opened.start() + (cut.start() if cut else len(listed))
        tags = tags[: opened.start()] + re.sub("[QSR]", "q", tags[opened.start() : end]) + tags[end:]
    return tags


def _from_match(rule: Construction, match: re.Match[str], chunks: Sequence[Chunk], lower: Sequence[str], lexicon: Lexicon,
                found: dict[int, list[Attachment]]) -> Iterator[Attachment]:  # fmt: skip
    first, last = match.span("q")
    trigger_first, trigger_last = match.span("v")
    if rule.after and lower[chunks[first].first - 1] not in rule.after:
        return
    if rule.after_first and lower[chunks[first - 1].first] not in rule.after_first:
        return
    if trigger_first < first and rule.name not in JOINING and any(a.trigger == trigger_first for f in found.values() for a in f if a.chunk < trigger_first):
        return
    wanted = "X" if rule.singular else "QYSRN"
    if rule.singular and not _is_one(chunks, last - 1, trigger_first, lower):
        return
    group = next((a.group for f in found.values() for a in f if rule.name in JOINING and a.trigger == trigger_first), first)
    inner = range(*match.span("s")) if "s" in rule.pattern.groupindex else range(0)
    for index in (*range(first, last), *inner):
        chunk = chunks[index]
        if chunk.tag not in wanted or (index in found and not rule.again):
            continue
        kind = _kind(chunk, index, chunks)
        for measure in _measures(kind, chunk, chunks[trigger_first:trigger_last], lexicon):
            if any(a.measure == measure for a in found.get(index, ())):
                continue
            if (not rule.measures or measure in rule.measures) and (not rule.kinds or (chunk.head and chunk.head.kind in rule.kinds)):
                manner = any(t.manner for t in chunks[trigger_first].triggers)
                if manner and _is_dead(chunks[last : last + 1]):
                    measure, manner = "killed", False
                yield Attachment(index, trigger_first, measure, rule.name + "_manner" * manner, rule.confidence, group,
                                 "subset" if index in inner else rule.scope)


def _is_dead(behind: Sequence[Chunk]) -> bool:
    """ "stabbed four people to death": what stands behind the object makes a killing of it."""
    return any(c.tag == "J" and any(t.measure == "killed" for t in c.triggers) for c in behind)


def _is_one(chunks: Sequence[Chunk], index: int, trigger: int, lower: Sequence[str]) -> bool:
    """Whether words without an article or number name one person: by the verb before "killed", else by the last word."""
    words = lower[chunks[index].first : chunks[index].last]
    if len(words) > LONGEST_NAMELESS or not all(w[0].isalpha() for w in words):
        return False
    if trigger > index:
        return lower[chunks[trigger].first - 1] in ("was", "is", "been", "being")
    return not words[-1].endswith("s") and words[-1] not in ("people", "men", "women", "children", "it", "him", "them", "us", "me")


def _kind(chunk: Chunk, index: int, chunks: Sequence[Chunk]) -> str:
    """The kind of thing counted; "others" are what was counted before them."""
    if chunk.head is None:
        return "person"
    if chunk.head.noun.lower() in ("others", "") and chunk.tag == "Q":
        before = [c.head.kind for c in chunks[:index] if c.tag == "Y" and c.head]
        if before and before[-1] in ("house", "household", "vessel", "vehicle", "aircraft"):
            return before[-1]
    return chunk.head.kind


def _measures(kind: str, chunk: Chunk, verbs: Sequence[Chunk], lexicon: Lexicon) -> list[str]:
    """The measures of a chain of triggers for one phrase: one, two ("kidnapped and killed"), or the joint one."""
    chain = [v for v in verbs if v.triggers]
    found = list(dict.fromkeys(m for v in chain if (m := _accepted(kind, chunk, v.triggers, lexicon))))
    joint = BOTH.get(frozenset(found))
    manner = any(t.manner for v in chain for t in v.triggers)
    if joint and manner:
        return ["killed"]
    return [joint] if joint else found


def _accepted(kind: str, chunk: Chunk, triggers: Sequence[Trigger], lexicon: Lexicon) -> str:
    """The first measure among a trigger's readings that counts things of this kind."""
    for trigger in triggers:
        measure = lexicon.measures[trigger.measure] if trigger.measure else None
        if measure is None or (kind not in measure.counts and not (chunk.tag == "Q" and chunk.head and chunk.head.kind in measure.counts)):
            continue
        groups = trigger.groups or measure.groups
        if groups and (chunk.head is None or chunk.head.group not in groups):
            continue
        return measure.name
    return ""


def _from_nouns(chunks: Sequence[Chunk], lower: Sequence[str], lexicon: Lexicon, found: dict[int, list[Attachment]]) -> None:
    """ "17 deaths", "five wounded soldiers", "eight ships", "$5 million in aid": the noun says it all."""
    words: set[str] | None = None
    for index, chunk in enumerate(chunks):
        if index in found or chunk.tag not in "QY$":
            continue
        if chunk.tag == "$":
            words = words or set(lower)
            if not lexicon.money_cues.isdisjoint(words):
                found[index] = [Attachment(index, index, "amount", "money", 0.8, -1)]
            continue
        head = chunk.head
        if head is None:
            continue
        measure = head.measure or lexicon.noun_measures.get(head.kind, "")
        if measure and (not head.needs or not head.needs.isdisjoint(lower)):
            rule = "counted_noun" if head.measure else "counted_thing"
            found[index] = [Attachment(index, index, measure, rule, 0.85, -1)]


def _from_subsets(tags: str, chunks: Sequence[Chunk], found: dict[int, list[Attachment]]) -> None:
    """ "including three children", "two of them women": a part of the count before it."""
    for index, chunk in enumerate(chunks):
        if chunk.tag not in "QSR":
            continue
        partitive = chunk.head is not None and (chunk.head.partitive or _follows_partitive(chunk, chunks[:index]))
        if not (partitive or _opened(tags, index, index in found)):
            continue
        for attachment in found.get(index, ()):
            attachment.scope = "subset"
        if index not in found and (parent := _before(index, chunks, found)):
            found[index] = [Attachment(index, parent.trigger, parent.measure, "subset", 0.85, parent.group, "subset")]


def _follows_partitive(chunk: Chunk, before: Sequence[Chunk]) -> bool:
    """ "two of the victims were strangled and three were shot": three are victims too."""
    partitive = any(c.head is not None and c.head.partitive for c in before)
    return partitive and chunk.tag == "Q" and chunk.head is not None and chunk.head.kind == "bare"


def _opened(tags: str, index: int, has_verb: bool) -> bool:
    """Whether a phrase stands in the list that "including" opens; one with a verb of its own only right behind "of whom"."""
    while index > 0 and tags[index - 1] in ("dD" if has_verb else "dD,CQSRNq"):
        index -= 1
    return index > 0 and tags[index - 1] in ("F" if has_verb else "EF")


def _before(index: int, chunks: Sequence[Chunk], found: dict[int, list[Attachment]]) -> Attachment | None:
    """The nearest claim before a chunk, not across a clause break."""
    for k in range(index - 1, -1, -1):
        if k in found and found[k][0].measure != "amount":
            return found[k][0]
    for k in range(index - 1, max(-1, index - 5), -1):
        measures = [t.measure for t in chunks[k].triggers if t.measure]
        if measures:
            return Attachment(k, k, measures[0], "subset", 0.7, -1)
    return None

"""Constructions of constructions.yml matched over a sentence's chunks: which number says what about whom.

Here belongs the matching and the choice between constructions. What the words mean stands in the codebook; what the
match becomes (scope, dates, source) is added in build.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from pipeline.claims.attachment import Attachment, Found
from pipeline.claims.attackers import HARM, as_attackers, attacked
from pipeline.claims.chunks import Chunk
from pipeline.claims.letters import required
from pipeline.claims.lexicon import Lexicon, Measure, Trigger
from pipeline.claims.listed import has_own, has_verb, is_apart, is_aside, is_modifier, is_same, without_next
from pipeline.claims.nameless import is_one
from pipeline.claims.others import is_a_thing, is_none_of, is_of_others, without_infinitive
from pipeline.claims.told_apart import are_parts
from pipeline.claims.toll_numbers import is_of_no_toll, take_toll_group
from pipeline.codebook import read

BOTH: Final = {frozenset(("killed", "injured")): "casualties", frozenset(("killed", "missing")): "killed_or_missing",
        frozenset(("missing", "presumed_dead")): "presumed_dead"}
"""What one number for two outcomes counts; it is never split."""
JOINING: Final = ("along_with", "so_did", "killed_with")
"""Constructions that add people to the subject of a verb: "the mayor was killed along with two guards" is three."""
GAPPED: Final = ("gapped", "up_from", "compared_with", "against_so_many", "and_could_exceed")
"""Beginnings of names of those that share a verb behind its subject: "six died in A and four in B", "up from 38"."""
HURT: Final = ("injured", "hospitalised")
HOUSEHOLD: Final = "household"
"""Kind of noun whose people, in brackets, are the same once more: "6,200 households (31,000 individuals)"."""
BODIES_OF: Final = ["bodies", "of"]
TOLL: Final = "toll"
"""What the names of constructions with a total to date begin with."""
THEM: Final = "them"
ONE_OF_THEM: Final = frozenset(["him", "her", "himself", "herself"])
PASTS: Final = frozenset(read("grammar")["befell_things"])
ATTACKER: Final = "attacker"
"""What the names of constructions begin with that count only who did harm."""
BILLION: Final = 1e9
TRIGGERS: Final = frozenset("TGIJKOE")
TELLING: Final = frozenset("TGIJKOELnmQYSRNXAHM")
"""Letters by which patterns are chosen: few enough that sentences share sets of them."""
FAR: Final = 200
"""Chunks to look back over at most: no sentence that somebody wrote is so long."""


@dataclass(frozen=True, slots=True)
class Construction:
    """One entry of constructions.yml; letters: what the pattern needs, any of each set (letters.py); marks: the same of
    sets that go beyond TELLING."""

    name: str
    pattern: re.Pattern[str]
    letters: tuple[frozenset[str], ...]
    marks: tuple[frozenset[str], ...]
    confidence: float
    kinds: frozenset[str]
    groups: frozenset[str]
    measures: frozenset[str]
    after: frozenset[str]
    after_first: frozenset[str]
    link: frozenset[str]
    needs: frozenset[str]
    unless: frozenset[str]
    singular: bool
    scope: str
    again: bool

    def takes(self, measure: str, chunk: Chunk) -> bool:
        """Whether this construction may give the measure to that phrase. No toll is "the two": these were told of."""
        if chunk.definite and self.name.startswith(TOLL) and chunk.head and chunk.head.kind == "bare":
            return False
        kind, group = (chunk.head.kind, chunk.head.group) if chunk.head else ("", "")
        asked = (self.measures, measure), (self.kinds, kind), (self.groups, group)
        return all(not wanted or given in wanted for wanted, given in asked)


@cache
def constructions() -> tuple[Construction, ...]:
    """The constructions in the order in which they are tried."""
    book, grammar = read("constructions"), read("grammar")

    def expand(pattern: str) -> str:
        for name, text in book["macros"].items():
            pattern = pattern.replace(name, text)
        return pattern

    return tuple(
        Construction(
            e["name"], re.compile(pattern), tuple(s for s in required(pattern) if s <= TELLING),
            tuple(s for s in required(pattern) if not s <= TELLING), e["confidence"],
            frozenset(e.get("kinds", ())), frozenset(e.get("groups", ())), frozenset(e.get("measures", ())),
            frozenset(e.get("after", ())), frozenset(e.get("after_first", ())), frozenset(e.get("link", ())),
            frozenset(grammar.get(e.get("needs"), ())), frozenset(grammar.get(e.get("unless"), ())),
            bool(e.get("singular")), e.get("scope", ""), bool(e.get("again")),
        )
        for e in book["constructions"]
        for pattern in [expand(e["pattern"])]
    )  # fmt: skip


@lru_cache(maxsize=8192)
def _possible(letters: frozenset[str]) -> tuple[Construction, ...]:
    """The constructions that a sentence with these telling letters can hold."""
    return tuple(rule for rule in constructions() if not any(needed.isdisjoint(letters) for needed in rule.letters))


def from_constructions(tags: str, chunks: list[Chunk], lower: list[str], lexicon: Lexicon, found: Found) -> None:
    """What the patterns give the counted phrases of a sentence, the first that fits winning."""
    letters = frozenset(tags)
    for rule in _possible(letters & TELLING) if not TRIGGERS.isdisjoint(letters) else ():
        if not any(needed.isdisjoint(letters) for needed in rule.marks):
            for match in rule.pattern.finditer(tags):
                for made in from_match(rule, match, chunks, lower, lexicon, found):
                    found.add(made)


def from_match(
    rule: Construction, match: re.Match[str], chunks: list[Chunk], lower: list[str], lexicon: Lexicon, found: Found
) -> Iterator[Attachment]:
    """What one match of a construction gives each phrase in it; nothing where the phrase was taken before."""
    trigger_first, trigger_last = match.span("v")
    first, last = without_next(chunks, *match.span("q"), trigger_first, lower, lexicon)
    if not _fits(rule, match, first, last, chunks, lower, lexicon, found):
        return
    verbs = without_infinitive(chunks[trigger_first:trigger_last], lower)
    wanted = "XR" if rule.singular else "QYSRNm"
    if rule.name.startswith(TOLL):
        take_toll_group(rule.name, match.string, chunks, first, trigger_first, lower, lexicon)
    group = found.group.get(trigger_first, first) if rule.name in JOINING else first
    harmed = HARM in rule.pattern.groupindex and attacked(match, chunks, lower)
    if HARM in rule.pattern.groupindex and not harmed and rule.name.startswith(ATTACKER):
        return
    inner = range(*match.span("s")) if "s" in rule.pattern.groupindex else range(0)
    if inner and not are_parts(chunks[first], chunks[inner.start : inner.stop]):
        return
    told = first in found.by_chunk
    for index in (*range(first, last), *inner):
        chunk = chunks[index]
        if index > first and (has_verb(match, index, chunks, lower) or (not told and is_apart(chunks, index))):
            return
        if chunk.tag not in wanted or (index in found.by_chunk and not rule.again):
            continue
        if match.string[index] == "q" or (index < last and is_aside(chunks, index, first, lower)):
            continue
        if index > first and (is_modifier(chunks, index, first, lower, trigger_first)
                              or is_same(chunks, first, index, last, lower, trigger_first)):  # fmt: skip
            continue
        for measure in _measures(_kind(chunk, index, chunks), chunk, verbs, lexicon):
            own = chunk.head.measure if chunk.head else ""
            own = "killed" if lower[max(0, chunk.first - 2) : chunk.first] == BODIES_OF else own
            if has_own(own, measure, rule.name, index, (first, last, trigger_first)):
                continue  # "the bodies of two guards and eight wounded prisoners"
            if measure in HURT and (own == "killed" or _has_died(found, index)):
                continue  # "five dead people were brought to the clinic", "… with burns but did not survive"
            if is_none_of(measure, chunks, index, verbs, lower):
                continue
            if rule.takes(measure, chunk) and all(a.measure != measure for a in found.by_chunk.get(index, ())):
                manner = all(t.manner for c in verbs for t in c.triggers)
                if (manner or measure == HURT[0]) and _is_dead(chunks[last : last + 1]):
                    measure, manner = "killed", False
                kinds = [_kind(chunks[k], k, chunks) for k in (first, index)]
                part = index in inner and HOUSEHOLD not in kinds
                made = Attachment(index, trigger_first, measure, rule.name + "_manner" * manner, rule.confidence, group,
                                  "subset" if part else rule.scope)  # fmt: skip
                made.victims = as_attackers(chunk, measure) if harmed else ""
                yield made


def _has_died(found: Found, index: int) -> bool:
    """A construction tells that those counted, for whom the next one has a word too, are dead."""
    return any(attached.measure == "killed" for attached in found.by_chunk.get(index, ()))


def _fits(
    rule: Construction, match: re.Match[str], first: int, last: int, chunks: list[Chunk], lower: list[str],
    lexicon: Lexicon, found: Found,
) -> bool:  # fmt: skip
    """Whether the words are those that the construction asks for, and its verb is not already somebody else's."""
    verb = match.start("v")
    asked = ((rule.after, chunks[first].first - 1), (rule.after_first, chunks[first - 1].first))
    if any(words and lower[at] not in words for words, at in asked):
        return False
    if is_of_others(chunks, first, last, match.span("v"), lower, lexicon):
        return False
    if rule.name == THEM and not _means(lower[chunks[verb + 1].first], chunks[first]):
        return False
    if rule.name == TOLL and is_of_no_toll(match.string, chunks, first, lower):
        return False
    if rule.link and not _is_linked(rule, lower, chunks[match.start("a")].first):
        return False
    if "when" in rule.pattern.groupindex and not _has_happened(lower[chunks[match.start("when")].last - 1]):
        return False
    if rule.needs and (rule.needs.isdisjoint(lower) or not rule.unless.isdisjoint(lower)):
        return False
    taken = found.leftmost.get(verb, verb) < verb < first
    if taken and rule.name not in JOINING and rule.scope != "subset" and not rule.name.startswith(GAPPED):
        return False
    return not rule.singular or is_one(chunks[first:last], verb > first, lower, chunks[verb], lexicon)


def _means(pronoun: str, chunk: Chunk) -> bool:
    """ "Them" are several, "him" and "her" one: not "two people who tried to rescue him"."""
    stated = (chunk.mention.value_low or chunk.mention.value_best or 0) if chunk.mention is not None else 0
    several = chunk.many or stated > 1 or (chunk.head is not None and chunk.head.value > 1)
    return pronoun not in ONE_OF_THEM if several else pronoun != THEM


def _has_happened(word: str) -> bool:
    """The last word of "it exploded", "roof collapsed"."""
    return word.endswith("ed") or word in PASTS


def _is_linked(rule: Construction, lower: list[str], at: int) -> bool:
    """A word, or two, that the construction asks for stand at a token."""
    return lower[at] in rule.link or " ".join(lower[at : at + 2]) in rule.link


def _is_dead(behind: list[Chunk]) -> bool:
    """ "stabbed four people to death": what stands behind the object makes a killing of it."""
    return any(c.tag == "J" and any(t.measure == "killed" for t in c.triggers) for c in behind)


def _kind(chunk: Chunk, index: int, chunks: list[Chunk]) -> str:
    """The kind of thing counted; "others" are what was counted before them."""
    if chunk.head is None:
        return "person"
    if chunk.tag == "Q" and chunk.head.noun.lower() in ("others", ""):
        near = reversed(chunks[max(0, index - FAR) : index])
        before = next((c.head.kind for c in near if c.tag == "Y" and c.head), "")
        if before in ("house", "household", "vessel", "vehicle", "aircraft"):
            return before
    return chunk.head.kind


def _measures(kind: str, chunk: Chunk, verbs: list[Chunk], lexicon: Lexicon) -> list[str]:
    """The measures of a chain of triggers for one phrase: one, two ("kidnapped and killed"), or the joint one."""
    chain = [v for v in verbs if v.triggers]
    found = list(dict.fromkeys(m for v in chain if (m := accepted(kind, chunk, v.triggers, lexicon))))
    joint = BOTH.get(frozenset(found))
    manner = any(t.manner for v in chain for t in v.triggers)
    if joint and manner:
        return ["killed"]
    return [joint] if joint else found


def _are_too_many(chunk: Chunk, measure: Measure) -> bool:
    """Billions of which it is not said that they are people: "the frozen billions are to be released"."""
    if chunk.mention is None or chunk.head is None or chunk.head.kind != "bare":
        return False
    return (chunk.mention.value_low or 0) >= BILLION and "person" in measure.counts


def accepted(kind: str, chunk: Chunk, triggers: tuple[Trigger, ...], lexicon: Lexicon) -> str:
    """The first measure among a trigger's readings that counts things of this kind."""
    for trigger in triggers:
        measure = lexicon.measures[trigger.measure] if trigger.measure else None
        own = chunk.head.kind if chunk.tag == "Q" and chunk.head else kind
        total = trigger.tag == "O" and kind == "bare"  # "damaged houses stood at 36"
        if measure is None or not (total or measure.counts & {kind, own}):
            continue
        if (trigger.known and is_a_thing(kind, chunk)) or _are_too_many(chunk, measure):
            continue
        if measure.several and chunk.mention is None:
            continue
        if measure.never and chunk.head is not None and chunk.head.group in measure.never:
            continue
        groups = trigger.groups or measure.groups
        if groups and (chunk.head is None or chunk.head.group not in groups):
            continue
        return measure.name
    return ""

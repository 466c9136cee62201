"""The whole in "six of the 15 people injured on Monday have died": what happened to the 15, of whom the six are some.

Here belongs the participle behind a number of all; shares that no number tells belong in complement.py, parts of a
count in subsets.py.
"""

from itertools import pairwise
from typing import Final

from pipeline.claims.claim import Claim
from pipeline.claims.lexicon import Lexicon, Trigger
from pipeline.claims.noun_phrase import Heading, heading, stands
from pipeline.quantities.mention import Mention
from pipeline.reading.tokens import Sentence

WHOLE: Final = "whole"
"""The rule's name."""
PEOPLE: Final = frozenset(("person", "bare"))
FARTHEST_VERB: Final = 10
"""Tokens from the participle to the verb of the part."""
BEFORE_SOMEBODY: Final = frozenset((",", "as"))
"""Before "one of the five killed" where it names somebody: "identified as one of the five killed"."""


def wholes(sentence: Sentence, claims: list[Claim], kept: list[Mention], lexicon: Lexicon) -> list[Claim]:
    """The claims of a sentence with those on wholes; what was said of a whole is no longer said of its part."""
    if len(kept) < 2 or "of" not in sentence.lower:
        return claims
    told = {(id(c.mention), c.measure) for c in claims}
    for part, base in pairwise(kept):
        made = _whole(sentence, part, base, claims, lexicon)
        if made is not None and (id(base), made.measure) not in told:
            named = part.value_best == 1 and _is_somebody(sentence, part, lexicon)
            claims = [*_of_some(claims, part, made, named), made]
    return claims


def _whole(sentence: Sentence, part: Mention, base: Mention, claims: list[Claim], lexicon: Lexicon) -> Claim | None:
    """The claim on the whole, if the two numbers are a part of a whole and a participle tells of the whole."""
    at = next((i for i, start in enumerate(sentence.starts) if start >= base.start), 0)
    if {part.kind, base.kind} != {"count"} or not _is_part_of(sentence, part, at, lexicon):
        return None
    behind = next((i for i, start in enumerate(sentence.starts) if start >= base.end), len(sentence.starts))
    head = heading(sentence, behind, lexicon, base.value_best)
    measure, rule, last = _told(sentence, head, lexicon)
    said = {claim.measure for claim in claims if claim.mention is part}
    own_verb = _has_verb(sentence, last, lexicon) or _is_somebody(sentence, part, lexicon)
    if not measure or not said or (said <= {measure} and not own_verb):
        return None
    low, best, high = (None if v is None else round(v) for v in (base.value_low, base.value_best, base.value_high))
    return Claim(
        base, measure, head.noun, head.group, low, best, high, base.quantifier, "person", rule, 0.85, first=at,
        last=head.last,
    )  # fmt: skip


def _is_part_of(sentence: Sentence, part: Mention, at: int, lexicon: Lexicon) -> bool:
    """ "Six of the" stands right before the number at a token."""
    while at > 0 and sentence.lower[at - 1] in lexicon.closed["determiners"]:
        at -= 1
    return at > 1 and sentence.lower[at - 1] == "of" and sentence.ends[at - 2] == part.end


def _told(sentence: Sentence, head: Heading, lexicon: Lexicon) -> tuple[str, str, int]:
    """Measure and rule of the participle right behind the noun, and the token behind it; empty where none stands.

    "The 15 people injured" and "the seven fishermen who went missing" alike. Among "the five people shot" may be dead
    ones; "the five shot and killed" are.
    """
    lower, at, tags = sentence.lower, head.last, "TJ"
    clause = at < len(lower) and lower[at] in lexicon.closed["relative"]
    if clause:
        tags = "IJ"
        at += 1
        while at < len(lower) and (lower[at] in lexicon.closed["be"] or lower[at] in lexicon.closed["have"]):
            tags = "TIJ" if lower[at] in lexicon.closed["be"] else tags
            at += 1
    triggers = lexicon.triggers.get(lower[at] if at < len(lower) else "", ())
    told = (t for t in triggers if t.tag in tags and (clause or len(t.words) == 1))
    found = next((t for t in told if _fits(t, head, lower, at, lexicon)), None)
    if head.kind not in PEOPLE or found is None:
        return "", WHOLE, at
    at += len(found.words)
    if found.manner and any(tuple(lower[at : at + len(words)]) == words for words in lexicon.death_after):
        return "killed", WHOLE, at
    return found.measure, f"{WHOLE}_manner" if found.manner else WHOLE, at


def _fits(trigger: Trigger, head: Heading, lower: list[str], at: int, lexicon: Lexicon) -> bool:
    """The trigger's words stand at a token, what it needs is there, and it counts such people."""
    if not trigger.measure or not stands(trigger.words, lower, at):
        return False
    if (trigger.needs and trigger.needs.isdisjoint(lower)) or (trigger.groups and head.group not in trigger.groups):
        return False
    return head.kind in lexicon.measures[trigger.measure].counts


def _has_verb(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """The part's own verb follows."""
    closed = lexicon.closed
    for word in sentence.lower[at : at + FARTHEST_VERB]:
        if word in closed["be"] or word in closed["have"] or word in closed["modal"]:
            return True
        if any(t.tag == "I" and len(t.words) == 1 for t in lexicon.triggers.get(word, ())):
            return True
    return False


def _is_somebody(sentence: Sentence, part: Mention, lexicon: Lexicon) -> bool:
    """The part says who somebody was: "she was one of the five people killed", "Ana Dol, one of the five killed"."""
    begin = part.phrase_start if part.phrase_start >= 0 else part.start
    before = next((i for i in range(len(sentence.ends) - 1, -1, -1) if sentence.ends[i] <= begin), -1)
    word = sentence.lower[before] if before > 0 else ""
    return word in lexicon.closed["be"] or (part.value_best == 1 and word in BEFORE_SOMEBODY)


def _of_some(claims: list[Claim], part: Mention, whole: Claim, named: bool) -> list[Claim]:
    """The claims without those that gave the part what happened to the whole; with no other, the part is a subset.

    named: the part only says who somebody was, so that it counts nobody: "she was one of the five people killed".
    """
    own = [claim for claim in claims if claim.mention is part]
    others = [claim for claim in own if claim.measure != whole.measure]
    if others or named:
        return [claim for claim in claims if claim.mention is not part or claim.measure != whole.measure]
    for claim in own:
        claim.scope, claim.parent = "subset", whole
    return claims

"""The count that a subset is a part of: of "12 people, including three children," the 12.

Here belongs the link alone, made once all claims of an article stand, and that a part of those of whom nothing else is
told is none: "the bus carried 21 students. Seventeen of them died". That a number is a part is settled in subsets.py,
scope.py and makeup.py; parts of sums and of counts in earlier sentences have their wholes from there.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.claims.claim import Claim

SUBSET = "subset"
INCIDENT: Final = "incident"
TOLD_BY_A_VERB: Final = re.compile(r"(?:passive|predicate|perfect|named)(?!.*_manner)")
"""Rules whose verb says what happened to just these, not how alone: "four of them were shot" may have been killed."""
STRETCHES: Final = frozenset(["month", "year"])
"""Precision of periods that are hardly those of the report's own event."""
OF_THEM: Final = re.compile(r" of them\b")


def release_parts(claims: Sequence[Claim], text: str) -> None:
    """Makes an incident, in place, of what befell "17 of them" where the report counts no others whom it befell.

    So are the rest of the sentence: "… and the remaining four were injured".
    """
    for part in claims:
        told = part.scope == SUBSET and part.mention.field == "text" and OF_THEM.match(text, part.mention.end)
        if told and not any(_is_before(other, part) for other in claims):
            for other in claims:
                if _is_with(other, part) and not any(_counts(whole, other) for whole in claims):
                    other.scope = INCIDENT


def _sentence(claim: Claim) -> tuple[str, int]:
    return claim.mention.field, claim.mention.sentence_no


def _is_before(other: Claim, part: Claim) -> bool:
    """ "Four people were shot, two of them fatally": the sentence says itself whom it means."""
    return _sentence(other) == _sentence(part) and other.mention.start < part.mention.start


def _is_with(other: Claim, part: Claim) -> bool:
    """A part that the sentence tells of with a verb of its own, no earlier than the one given."""
    here = _sentence(other) == _sentence(part)
    parted = other.scope == SUBSET and other.parent is None and TOLD_BY_A_VERB.match(other.rule) is not None
    dated = other.date_precision in STRETCHES  # "12 of them were killed in 2019"
    return here and parted and not dated and other.mention.start >= part.mention.start


def _counts(whole: Claim, part: Claim) -> bool:
    """A count of the same measure that stands in the title or before the part, or anywhere and holds it."""
    if whole is part or whole.measure != part.measure or whole.scope == SUBSET:
        return False
    before = whole.mention.field == "title" or whole.mention.start < part.mention.start
    return before or _holds(whole, part)


def link_parents(claims: Iterable[Claim]) -> None:
    """Gives each subset without a parent the count of its sentence that it may be a part of, in place.

    That is the nearest one of its measure before it, else behind it, that is no smaller and no part itself.
    """
    wholes: dict[tuple[str, int, str, str], list[Claim]] = defaultdict(list)
    parts = []
    for claim in claims:
        if claim.scope != SUBSET:
            wholes[_place(claim)].append(claim)
        elif claim.parent is None:
            parts.append(claim)
    for part in parts:
        able = [whole for whole in wholes[_place(part)] if _holds(whole, part)]
        part.parent = min(able, key=lambda whole: _distance(whole, part), default=None)


def _place(claim: Claim) -> tuple[str, int, str, str]:
    return claim.mention.field, claim.mention.sentence_no, claim.measure, claim.unit


def _holds(whole: Claim, part: Claim) -> bool:
    """An open end holds any part; a zero is a part of zeros alone."""
    enough = whole.value_high is None or whole.value_high >= (part.value_best or part.value_low or 0)
    return whole.negated == part.negated and enough


def _distance(whole: Claim, part: Claim) -> tuple[bool, int]:
    """Those before the part first, then the nearest."""
    behind = whole.mention.start > part.mention.start
    return behind, abs(whole.mention.start - part.mention.start)

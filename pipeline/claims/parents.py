"""The count that a subset is a part of: of "12 people, including three children," the 12.

Here belongs the link alone, made once all claims of an article stand. That a number is a part is settled in subsets.py,
scope.py and makeup.py; parts of sums and of counts in earlier sentences have their wholes from there.
"""

from collections import defaultdict
from collections.abc import Iterable

from pipeline.claims.claim import Claim

SUBSET = "subset"


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

"""Further victims of one report: "31 were killed; five more were shot the next day" makes 36.

Here belongs the test whether a number comes on top of the others. The choice among rival numbers is settled in
statements.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from pipeline import codebook
from pipeline.reconcile.said import TOLL, Said
from pipeline.reconcile.statement import ATTACKERS, Statement

PARTS = 8
"""More numbers than this are not tried for sums."""


def with_further(stated: list[Statement], claims: Sequence[Said]) -> list[Statement]:
    """The report's own statement on everybody, with the victims that it names on top of those.

    Nothing is added where the numbers already sum up to one that is stated: then they are its parts. Nor to a toll:
    "five more bodies were found, bringing the toll to 11".
    """
    able = [s for s in stated if s.standing == "counted" and s.point]
    sums = able and able[0].key.measure in codebook.read("reconcile_rules")["further"]["measures"]
    if not sums or len(able) != 1 or able[0].quantifier in ("vague", "range"):
        return stated
    base = able[0]
    if any(is_toll(one) for one in claims if one.claim_id in base.claim_ids):
        return stated
    further = _further(claims, (base.point or 0) > 1)
    others = [one.point for one in claims if one.claim_id not in further and _counts(one) and one.point]
    if not further or not others:
        return stated
    first = base.point if not set(base.claim_ids) & set(further) else max(others)
    added = {
        one.point or 0
        for one in further.values()
        if one.claim_id not in base.claim_ids or first != base.point or _is_also(one.marked)
    }
    if not added or _is_breakdown(first or 0, [*others, *added]):
        return stated
    total = (first or 0) + sum(added)
    ids = tuple(sorted({*base.claim_ids, *further}))
    is_open = base.high is None
    summed = replace(
        base, low=total, best=total, high=None if is_open else total, claim_ids=ids,
        basis="the sum with further victims", quantifier="at_least" if is_open else "exact",
    )  # fmt: skip
    return [summed if s is base else s for s in stated]


def is_toll(one: Said) -> bool:
    """A toll is a total to date, with everybody in it."""
    return TOLL in one.rule.split("_")


def _counts(one: Said) -> bool:
    return one.scope in ("incident", "cumulative", "part") and one.group != ATTACKERS and not one.denied


def _further(claims: Sequence[Said], several: bool) -> dict[str, Said]:
    """Numbers with words beside them that put them on top of others, by claim id."""
    return {one.claim_id: one for one in claims if _is_firm(one, several) and _is_further(one.marked)}


def _is_firm(one: Said, several: bool) -> bool:
    """Said by the report itself, early on, of victims alone: further down the same people are told of again.

    One person who "was also killed", beside one told of before, is a second wherever that stands.
    """
    early = one.lead or (not several and one.point == 1 and _is_also(one.marked))
    own = early and not one.headline and not one.source and one.assertion == "asserted"
    return own and bool(one.point) and not one.weak and one.scope != "cumulative" and _counts(one)


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = codebook.read("reconcile_rules")["further"]
    before = "|".join(map(re.escape, words["before"]))
    behind = "|".join(map(re.escape, words["behind"]))
    return re.compile(rf"\b(?:{before})\s+(?:\w+\s+)?$"), re.compile(rf"^\s+(?:{behind})\b")


@cache
def _also() -> re.Pattern[str]:
    words = "|".join(map(re.escape, codebook.read("reconcile_rules")["further"]["also"]))
    return re.compile(rf"^(?:,[^,«»]{{1,80}},)?\s+(?:{words})\b")


def _is_also(marked: str) -> bool:
    return bool(_also().search(marked.partition("«")[2]))


def _is_further(marked: str) -> bool:
    left, _, rest = marked.partition("»")
    right = rest.partition("«")[2]
    before, behind = _beside()
    return bool(before.search(left) or behind.search(right) or _also().search(right))


def _is_breakdown(whole: int, numbers: Sequence[int]) -> bool:
    """Some of the numbers sum up to one of the others."""
    rest = sorted(numbers)[:PARTS]
    if whole in rest:
        rest.remove(whole)
    sums = {sum(some) for size in range(2, len(rest) + 1) for some in combinations(rest, size)}
    return whole in sums

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
from pipeline.reconcile.statement import ATTACKERS, EVERYBODY, Statement
from pipeline.reconcile.told import is_of_others

INJURED = "injured"
SUMMED = "the sum with further victims"
BESIDE = "gapped"
"""In the names of rules by which several numbers share one verb."""
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
    tolls = [one for one in claims if is_toll(one) and one.point == first]
    if tolls:  # "the toll is 58 as two more succumb"
        return [_as_toll(s, tolls) if s is base else s for s in stated]
    total = (first or 0) + sum(added)
    ids = tuple(sorted({*base.claim_ids, *further}))
    is_open = base.high is None
    summed = replace(
        base, low=total, best=total, high=None if is_open else total, claim_ids=ids,
        basis=SUMMED, quantifier="at_least" if is_open else "exact",
    )  # fmt: skip
    return [summed if s is base else s for s in stated]


def with_first_hurt(stated: list[Statement], claims: Sequence[Said]) -> list[Statement]:
    """The report's statement on the injured, with the one whom its sentence tells of before "14 others"."""
    able = [s for s in stated if s.standing == "counted" and s.point]
    if len(able) != 1 or able[0].key.measure != INJURED or able[0].weak or able[0].quantifier in ("vague", "range"):
        return stated
    base = able[0]
    told = [one for one in claims if one.claim_id in base.claim_ids and is_of_others(one.marked)]
    first = {one.claim_id for one in claims for o in told if _is_before(one, o)}
    if len(first) != 1:
        return stated
    low, best, high = (None if value is None else value + 1 for value in base.values)
    ids = tuple(sorted({*base.claim_ids, *first}))
    with_one = replace(base, low=low, best=best, high=high, claim_ids=ids, basis=SUMMED)
    return [with_one if s is base else s for s in stated]


def _is_before(one: Said, others: Said) -> bool:
    """One person hurt, told of in the same sentence and voice, and no part of the others."""
    same = one.sentence == others.sentence and one.voice == others.voice and one.parent != others.claim_id
    alone = one.scope == "incident" and one.point == 1 and not one.weak and not one.denied and one.group != ATTACKERS
    return same and alone and one.marked.index("»") < others.marked.index("»")


def side_by_side(part: Said, parts: Sequence[Said]) -> list[Said]:
    """The part with those that its sentence tells beside it: "six were killed in Zelvik and four in Karvosh"."""
    told = [
        one for one in parts
        if (one.article_id, one.sentence, one.voice) == (part.article_id, part.sentence, part.voice)
        and (one.measure, one.group, one.scope) == (part.measure, part.group, part.scope)
    ]  # fmt: skip
    joined = part.scope == "part" and any(BESIDE in one.rule.split("_") for one in told)
    joined = joined and not _nested().search(part.sentence)
    return told if joined and len(told) <= PARTS else [part]


@cache
def _nested() -> re.Pattern[str]:
    words = "|".join(codebook.read("reconcile_rules")["nested"])
    return re.compile(rf"\b(?:{words})\b", re.I)


def as_parts(claims: list[Said]) -> list[Said]:
    """The claims, those as parts that make up the total: "27 died … a doctor counted 19. Eight more died elsewhere"."""
    whole = [one for one in claims if _counts(one) and one.scope != "part" and one.group == EVERYBODY and one.point]
    parts = set[str]()
    for more in whole:
        if _is_further(more.marked):
            total = [one for one in whole if one.lead and (one.position or 0) < (more.position or 0)]
            parts |= {id_ for one in total for id_ in _pair(one, more, whole)}
    return [replace(one, scope="part") if one.claim_id in parts else one for one in claims]


def _pair(total: Said, more: Said, whole: Sequence[Said]) -> set[str]:
    """Those further ones, and the number between them and the total that with them makes it up."""
    rest = (total.point or 0) - (more.point or 0)
    first = [o for o in whole if o.point == rest and (total.position or 0) < (o.position or 0) <= (more.position or 0)]
    same = [o for o in first if o.measure == more.measure == total.measure and o is not more]
    return {more.claim_id, *(o.claim_id for o in same)} if same and rest > 1 else set()


def _as_toll(base: Statement, tolls: Sequence[Said]) -> Statement:
    """The toll in place of those whom it holds."""
    total, ids = tolls[0].point, tuple(sorted(one.claim_id for one in tolls))
    return replace(base, low=total, best=total, high=total, claim_ids=ids, quantifier="exact")


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

"""The number of everybody in one report: as stated, else added up from groups that do not overlap.

Here belong sums over groups of victims. The choice within one group is settled in statements.
"""

from collections.abc import Container
from dataclasses import replace

from pipeline import codebook
from pipeline.reconcile.said import Said
from pipeline.reconcile.statement import ATTACKERS, EVERYBODY, Statement

UNARMED = "civilians"
CHILDREN = "children"
WHOLE = ("incident", "cumulative")
COUNTING = ("counted", "estimated")


def of_one_kind(claims: list[Said]) -> list[Said]:
    """Where title and lead count victims of one role only, and no others, that role and everybody are one.

    "At least six civilians were killed … another source says eight people": both are of the same victims. What is said
    of people is then said of civilians too, but never of armed ones.
    """
    roles = {*codebook.read("reconcile_rules")["axes"]["role"], ATTACKERS}
    counted = {one.group for one in claims if one.group in roles and one.scope in WHOLE and not one.denied}
    lead = [one for one in claims if one.lead and one.scope in WHOLE and one.assertion != "planned"]
    if len(counted) != 1:
        return claims
    (role,) = counted
    same = {one.point for one in lead if one.group == role}
    if any(one.group == EVERYBODY and one.point not in same for one in lead):
        return claims
    if role == ATTACKERS or not any(one.group == role for one in lead):
        return claims
    twins = [replace(one, group=EVERYBODY) for one in claims if one.group == role and one.scope in WHOLE]
    if role == UNARMED:
        twins += [replace(one, group=role) for one in claims if one.group == EVERYBODY and one.scope in WHOLE]
    return [*claims, *twins]


def everybody(
    stated: list[Statement], groups: dict[str, list[Statement]], parts: Container[str] = ()
) -> list[Statement]:
    """Statements on `all`: as stated, else the sum of groups that do not overlap. `parts`: ids of subsets."""
    top = max((s.point or 0 for s in stated if s.standing in COUNTING), default=0)
    summed = _sum_of_groups(groups)
    if top >= 2:
        return _with_largest_group(stated, groups, parts)
    if summed and not stated and all(c in parts for c in summed.claim_ids):
        return [_bounding(summed)]
    if summed and (summed.point or 0) > top:
        return [s for s in stated if s.standing not in COUNTING] + [summed]
    if summed and not stated:
        return [summed]
    hurt = _top(groups.get(ATTACKERS, []))
    return [] if hurt and hurt.point and all(s.point == 0 for s in stated) else stated


def _with_largest_group(
    stated: list[Statement], groups: dict[str, list[Statement]], parts: Container[str]
) -> list[Statement]:
    """As stated, unless title or lead count more of one group: "four women were shot" beside "two died there".

    A subset larger than its whole ("four, including six children") is a contradiction that stays as it is.
    """
    tops = [_top(some) for group, some in groups.items() if group not in (EVERYBODY, ATTACKERS)]
    tops = [s for s in tops if s and codebook.read("reconcile_rules")["own_nouns"].get(s.key.measure) != s.key.group]
    firm = [s for s in tops if s and s.lead and not s.weak and not any(c in parts for c in s.claim_ids)]
    most = max(firm, key=lambda s: (s.point or 0, s.claim_ids), default=None)
    counting = [s for s in stated if s.standing in COUNTING]
    if most is None or (most.point or 0) <= max(s.point or 0 for s in counting):
        return stated
    return [s for s in stated if s not in counting] + [_as_all(most, f"the {most.key.group}")]


def attackers_alone(found: dict[str, list[Statement]]) -> list[Statement]:
    """Where nobody else is counted: the attackers, else whatever group there is."""
    return [_as_all(s, "the attackers") for s in found.get(ATTACKERS, [])] or [
        _as_all(s, f"the {group}") for group, some in found.items() for s in some
    ]


def _sum_of_groups(found: dict[str, list[Statement]]) -> Statement | None:
    """The largest sum over one axis of groups: men and women do not overlap, civilians and women may."""
    sums = []
    for axis, groups in codebook.read("reconcile_rules")["axes"].items():
        tops = [_top(found[group]) for group in groups if group in found]
        parts = [s for s in tops if s is not None]
        if parts:
            sums.append(_add(parts, axis))
    return min(sums, key=lambda s: (-(s.point or 0), s.claim_ids), default=None)


def _top(some: list[Statement]) -> Statement | None:
    firm = [s for s in some if s.standing in COUNTING and s.point is not None]
    return min(firm, key=lambda s: (-(s.point or 0), s.order), default=None)


def _add(parts: list[Statement], axis: str) -> Statement:
    """The groups added up; where each counts one, "the teen" of one sentence may be "the young man" of another."""
    first = min(parts, key=lambda s: s.order)
    if len(parts) == 1:
        return _as_all(first, f"the {first.key.group}")
    points = [s.point or 0 for s in parts]
    if max(points) == 1 and any(s.key.group == CHILDREN for s in parts):
        return replace(_as_all(first, f"the {first.key.group}"), high=sum(points))
    floors = any(s.low is not None and s.high is None for s in parts)
    lows = [s.low if s.low is not None else s.point or 0 for s in parts]
    return replace(
        _as_all(first, "the sum of " + " and ".join(s.key.group for s in parts)),
        low=sum(lows), best=sum(points), high=None if floors else sum(max(s.high or 0, s.point or 0) for s in parts),
        quantifier="at_least" if floors else "exact", claim_ids=tuple(sorted(c for s in parts for c in s.claim_ids)),
        standing="estimated" if any(s.standing == "estimated" for s in parts) else "counted",
        weak=any(s.weak for s in parts),
    )  # fmt: skip


def _bounding(s: Statement) -> Statement:
    """ "Twelve of the dead were women", without the number of the dead, bounds that from below."""
    return replace(s, standing="floor", high=None, quantifier="at_least")


def _as_all(s: Statement, basis: str) -> Statement:
    return replace(s, key=s.key._replace(group=EVERYBODY), basis=basis)

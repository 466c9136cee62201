"""Dead who come on top of an earlier count: "the hospital's toll rose to 29; a woman died of her wounds" makes eight
women of the seven counted before.

Here belongs adding to a number of an earlier report. What the deaths leave of the hurt is settled in hurt.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.reconcile.hurt import tells_of_later_death
from pipeline.reconcile.said import Said
from pipeline.reconcile.statement import ATTACKERS, EVERYBODY, WITH_LATER, Statement

KILLED = "killed"
TOLD = ("incident", "cumulative", "subset")


def with_later_dead(found: list[Statement], said: Sequence[Said]) -> list[Statement]:
    """The statements, those on a group raised that count only who of it has died since an earlier report counted all.

    Only where the toll rose by as many at least: else the one who died may be among those counted before.
    """
    dead = [s for s in found if s.key.measure == KILLED and s.standing == "counted" and s.point]
    later: dict[tuple[str, str], int] = defaultdict(int)
    for one in said:
        if one.measure == KILLED and one.scope in TOLD and one.point and tells_of_later_death(one):
            later[one.article_id, one.group] = max(later[one.article_id, one.group], one.point)
    made = list[Statement]()
    for s in sorted(found, key=lambda s: s.order):
        new = _raised(s, dead) if later.get((s.article_id, s.key.group)) == s.point else s
        dead = [new if before is s else before for before in dead]
        made.append(new)
    return made


def _raised(s: Statement, dead: Sequence[Statement]) -> Statement:
    """The number of the group with those counted before."""
    of_group = s.key.measure == KILLED and s.key.group not in (EVERYBODY, ATTACKERS) and s.standing == "counted"
    before = [o for o in dead if o.day < s.day and o.key == s.key and o.quantifier == "exact"]
    if not of_group or not before:
        return s
    known = max(before, key=lambda o: (o.day, o.point or 0))
    rise = _toll(dead, s.article_id) - _toll(dead, known.article_id)
    if not 0 < (s.point or 0) <= rise or _toll(dead, known.article_id) < (known.point or 0):
        return s
    total = (known.point or 0) + (s.point or 0)
    ids = tuple(sorted({*s.claim_ids, *known.claim_ids}))
    return replace(s, low=total, best=total, high=total, basis=WITH_LATER, claim_ids=ids)


def _toll(dead: Sequence[Statement], article: str) -> int:
    return max((s.point or 0 for s in dead if s.article_id == article and s.key.group == EVERYBODY), default=0)

"""Attackers among the dead: one report counts seven dead "including the gunman", the others six victims.

Here belongs making the two the same number of everybody. That attackers alone stand for everybody is settled in
everybody.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.reconcile.said import Said
from pipeline.reconcile.statement import ATTACKERS, EVERYBODY, WITH_ATTACKERS, Statement


class Inclusive(NamedTuple):
    """A total that is said to include that many attackers."""

    day: str
    measure: str
    total: int
    attackers: int


def with_attackers(found: list[Statement], said: Sequence[Said]) -> list[Statement]:
    """The statements, those on victims alone raised by the attackers that a total of that day or earlier includes."""
    totals = _inclusive(said)
    return [_raised(s, totals) for s in found] if totals else found


def _inclusive(said: Sequence[Said]) -> list[Inclusive]:
    """The total is the largest number of everybody in the sentence that names the attackers as a part of it."""
    whole: dict[tuple[str, str, int | str], int] = defaultdict(int)
    for one in said:
        if one.group == EVERYBODY and one.scope in ("incident", "cumulative") and not one.denied:
            whole[_place(one)] = max(whole[_place(one)], one.point or 0)
    parts = (one for one in said if one.group == ATTACKERS and one.scope == "subset" and one.point)
    return sorted(
        Inclusive(one.day, one.measure, total, one.point or 0)
        for one in parts
        if (total := whole.get(_place(one), 0)) > (one.point or 0)
    )


def _place(one: Said) -> tuple[str, str, int | str]:
    return one.article_id, one.measure, one.sentence if one.position is None else one.position


def _raised(s: Statement, totals: Sequence[Inclusive]) -> Statement:
    if s.key.group != EVERYBODY or s.standing != "counted" or s.point is None or s.point < 1:
        return s
    for one in totals:
        same = one.measure == s.key.measure and one.day <= s.day and s.point + one.attackers == one.total
        if same:
            low, best, high = (None if value is None else value + one.attackers for value in s.values)
            return replace(s, low=low, best=best, high=high, basis=WITH_ATTACKERS if s.basis == "stated" else s.basis)
    return s

"""Attackers among the dead: one report counts seven dead "including the gunman", the others six victims.

Here belongs making the two the same number of everybody. That attackers alone stand for everybody is settled in
everybody.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from pipeline import codebook
from pipeline.reconcile.said import Said
from pipeline.reconcile.statement import ATTACKERS, EVERYBODY, WITH_ATTACKERS, Statement

WHOLE = ("incident", "cumulative")
KILLED = "killed"
BY_THEM = "active"
"""In the rule's name: what somebody did to others, "he killed three", never counts himself."""


class Inclusive(NamedTuple):
    """A total that is said to include that many attackers."""

    day: str
    measure: str
    total: int
    attackers: int


def with_attackers(found: list[Statement], said: Sequence[Said]) -> list[Statement]:
    """The statements, those on victims alone raised by the attackers that a total of that day or earlier includes."""
    totals = sorted({*_included(said), *_by_own_hand(said)})
    return [_raised(s, totals) for s in found] if totals else found


def _included(said: Sequence[Said]) -> Iterator[Inclusive]:
    """The total is the largest number of everybody in the sentence that names the attackers as a part of it."""
    whole: dict[tuple[str, str, int | str], int] = defaultdict(int)
    for one in said:
        if one.group == EVERYBODY and one.scope in WHOLE and not one.denied:
            whole[_place(one)] = max(whole[_place(one)], one.point or 0)
    for one in said:
        total = whole.get(_place(one), 0)
        if one.group == ATTACKERS and one.scope == "subset" and one.point and total > one.point:
            yield Inclusive(one.day, one.measure, total, one.point)


Place = tuple[str, str, int | str]
"""A sentence: article, measure, and where it stands."""


def _place(one: Said) -> Place:
    return one.article_id, one.measure, one.sentence if one.headline or one.position is None else one.position


# ------------------------------------------------------------------ by their own hand


def _by_own_hand(said: Sequence[Said]) -> Iterator[Inclusive]:
    """ "He killed three people, then himself": four are dead. A murder-suicide that killed a girl has two dead.

    Bombers are told apart from those whom they killed: no toll of a suicide bombing counts its bomber.
    """
    by_report: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        if one.measure == KILLED and one.scope in WHOLE and one.assertion != "planned" and not one.denied:
            by_report[one.article_id].append(one)
    for told in by_report.values():
        others = [one for one in told if one.group != ATTACKERS and one.point]
        places = {_place(one) for one in told if _is_own_hand(one)}
        murder = any(one.lead and _pattern("murder_suicide").search(one.sentence) for one in others)
        victims = 0
        if not any(_pattern("bombing").search(one.sentence) for one in told):
            victims = _by_them(others, None if murder else places) or _others_than_them(told)
        if murder and max(one.point or 0 for one in others) == 1:
            victims = 1
        if victims:
            yield Inclusive(told[0].day, KILLED, victims + 1, 1)


def _by_them(others: Sequence[Said], places: Container[Place] | None) -> int:
    """Whom they killed, by the same sentence: a child that shot himself elsewhere in the report attacked nobody.

    Of a murder-suicide any sentence will do, but for what the deed itself has done: "the murder-suicide killed two".
    """
    by_them = [one for one in others if BY_THEM in one.rule.split("_")]
    if places is None:
        told = [one for one in by_them if not _pattern("murder_suicide").search(one.marked.partition("»")[0])]
    else:
        told = [one for one in by_them if _place(one) in places]
    return max((one.point or 0 for one in told), default=0)


def _others_than_them(told: Sequence[Said]) -> int:
    """The victims of a sex or age that cannot be the attacker's: "killed Ada and Ida, then himself … the two girls"."""
    words = codebook.read("reconcile_rules")["own_hand"]["others"]
    attackers = (one for one in told if one.group == ATTACKERS)
    themselves = {one.counted for one in attackers if _pattern("deadly").search(one.marked.partition("»")[0])}
    groups = {group for word in themselves for group in words.get(word, ())}
    counts = {group: max((one.point or 0 for one in told if one.group == group), default=0) for group in groups}
    return sum(counts.values())


def _is_own_hand(one: Said) -> bool:
    """The attacker is counted as such, or the sentence that counts others tells of him."""
    if one.group == ATTACKERS:
        return one.counted in codebook.read("reconcile_rules")["own_hand"]["counted"]
    return bool(_pattern("told").search(one.sentence))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Any of the expressions that the codebook lists under this name."""
    return re.compile(rf"\b(?:{'|'.join(codebook.read('reconcile_rules')['own_hand'][name])})", re.I)


# ------------------------------------------------------------------ raising


def _raised(s: Statement, totals: Sequence[Inclusive]) -> Statement:
    if s.key.group != EVERYBODY or s.standing != "counted" or s.point is None or s.point < 1:
        return s
    for one in totals:
        same = one.measure == s.key.measure and one.day <= s.day and s.point + one.attackers == one.total
        if same:
            low, best, high = (None if value is None else value + one.attackers for value in s.values)
            return replace(s, low=low, best=best, high=high, basis=WITH_ATTACKERS if s.basis == "stated" else s.basis)
    return s

"""Victims counted on: "four were found hurt … a fifth victim came to a hospital by himself" makes five;
"two died … a third man died" makes three.

Here belongs what the rank of one victim says of the number of all. Who was hit may have died, so that the dead of the
report come off. The choice among numbers is settled in statements.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline import codebook
from pipeline.reconcile.said import Said
from pipeline.reconcile.statement import ATTACKERS, COUNTED_ON, EVERYBODY, LAST_DEAD, Statement

MEASURE, KILLED = "injured", "killed"
THEM = "them"
"""In the name of a rule: victims that a pronoun stands for."""
WHOLE = ("incident", "cumulative")


def with_ranks(found: list[Statement], said: Sequence[Said], dead: dict[str, int]) -> list[Statement]:
    """The statements, those on the injured raised to the rank of the report's last victim less its dead.

    Only by one, or from a single victim: a rank far from the number is one of something else. Who is second after a
    single victim may be that victim, beside somebody told of in other ways: then two is the high end.
    """
    ranks: dict[str, int] = defaultdict(int)
    for one in said:
        if one.measure == MEASURE and one.scope in WHOLE and one.point == 1 and _is_victim(one):
            ranks[one.article_id] = max(ranks[one.article_id], rank(one.marked))
    return [_raised(s, ranks[s.article_id] - dead.get(s.article_id, 0)) for s in found]


def with_further_dead(found: list[Statement], said: Sequence[Said]) -> list[Statement]:
    """The statements, those on the dead raised by the one whom a rank counts on: "two died … a third man died".

    Only where the report counts all those before: of "two were wounded, a third man was shot dead" one is dead.
    """
    dead = [one for one in said if one.measure == KILLED and one.scope in WHOLE and one.point]
    further: dict[str, int] = {}
    for one in dead:
        n = rank(one.marked) if one.point == 1 and _is_victim(one) else 0
        before = (o for o in dead if o.article_id == one.article_id and (o.position or 0) < (one.position or 0))
        if n and any(o.point == n - 1 and not rank(o.marked) and o.group != ATTACKERS for o in before):
            further[one.article_id] = max(n, further.get(one.article_id, 0))
    return [_with_last(s, further.get(s.article_id, 0)) for s in found]


def _with_last(s: Statement, total: int) -> Statement:
    of_all = s.key.measure == KILLED and s.key.group == EVERYBODY and s.standing == "counted"
    if not of_all or s.point != total - 1:
        return s
    return replace(s, low=total, best=total, high=None if s.high is None else max(s.high, total), basis=LAST_DEAD)


def _raised(s: Statement, total: int) -> Statement:
    at = s.point or 0
    of_all = s.key.measure == MEASURE and s.key.group == EVERYBODY and s.standing == "counted"
    if not of_all or not (at + 1 == total or at == 1 < total):
        return s
    if total == 2:
        return s if s.high is None else replace(s, high=max(s.high, total))
    return replace(s, low=total, best=total, high=None if s.high is None else total, basis=COUNTED_ON)


def _is_victim(one: Said) -> bool:
    """Not an attacker; nor is it sure whom "a third boy shot them" marks."""
    return one.group != ATTACKERS and THEM not in one.rule.split("_")


def rank(marked: str) -> int:
    """The rank of the marked victim ("»a fifth man«"), 0 where it has none."""
    found = _rank().search(marked)
    return _ranks()[found["rank"].lower()] if found else 0


@cache
def _ranks() -> dict[str, int]:
    return {str(word): int(n) for word, n in codebook.read("grammar")["ordinal_tolls"].items()}


@cache
def _rank() -> re.Pattern[str]:
    return re.compile(rf"»(?:an?\s|the\s)?(?P<rank>{'|'.join(_ranks())})\b[^«]*«", re.I)

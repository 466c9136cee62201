"""People told of by where they are where a report counts nothing else: those under the rubble are missing.

Here belongs which measure may stand in for which, and that what a report says itself comes first. People in hospital,
among whom the dead may be, are settled in hurt.py.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from pipeline import codebook
from pipeline.reconcile.said import Said

TOLD = ("incident", "cumulative", "subset")
"""Scopes of what may stand in: "of these, 4,900 are in evacuation centres" are parts of those affected."""
WHOLE = ("incident", "cumulative")


def with_stand_ins(said: Sequence[Said]) -> list[Said]:
    """The claims, and for each measure that a report does not count those that may stand in for it."""
    return [*said, *(one for rule in codebook.read("reconcile_rules")["stand_ins"] for one in _of_rule(rule, said))]


def _of_rule(rule: dict[str, Any], said: Sequence[Said]) -> Iterator[Said]:
    """What stands in for the measure of one rule, in reports that do not count it."""
    itself = (one for one in said if one.measure == rule["for"] and one.scope in WHOLE and one.point)
    counted = {(one.article_id, one.unit) for one in itself}
    found = [one for one in said if _may_stand_in(one, rule) and (one.article_id, one.unit) not in counted]
    for one in found:
        beside = [other for other in found if _is_elsewhere(one, other, rule)]
        yield replace(
            one, measure=rule["for"], scope="incident" if one.scope == "subset" else one.scope,
            low=_sum([o.low for o in (one, *beside)]), best=_sum([o.best for o in (one, *beside)]),
            high=_sum([o.high for o in (one, *beside)]),
        )  # fmt: skip


def _may_stand_in(one: Said, rule: dict[str, Any]) -> bool:
    if one.measure != rule["measure"] or one.scope not in TOLD or one.parent or not one.point:
        return False
    return _words(rule["measure"], rule["for"]).search(one.sentence) is not None


def _is_elsewhere(one: Said, other: Said, rule: dict[str, Any]) -> bool:
    """The other number of the same sentence tells of people in another place: "and 1,387 are with relatives"."""
    if "apart" not in rule or one.sentence != other.sentence or one.unit != other.unit:
        return False
    apart = _beside(tuple(rule["apart"]))
    return not apart.search(one.marked.partition("«")[2]) and bool(apart.search(other.marked.partition("«")[2]))


@cache
def _beside(words: tuple[str, ...]) -> re.Pattern[str]:
    """One of the words behind a number, no other number between."""
    return re.compile(rf"^[^»«\d]{{0,40}}\b(?:{'|'.join(words)})\b", re.I)


def _sum(values: list[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


@cache
def _words(measure: str, instead: str) -> re.Pattern[str]:
    rules = codebook.read("reconcile_rules")["stand_ins"]
    words = next(rule["words"] for rule in rules if (rule["measure"], rule["for"]) == (measure, instead))
    return re.compile(rf"\b(?:{'|'.join(words)})", re.I)

"""From a rule's own confidence to a calibrated one: of claims marked 0.9, nine in ten are read right.

Here belongs the formula; its numbers stand in codebook/confidence.yml, fitted by
`python -m tests.benchmarks.calibrate`. What a rule is worth before, and what multiplies it, is settled in build.py.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from pipeline.claims.claim import Claim
from pipeline.codebook import read

EDGE: Final = 0.005
"""No claim is certain, and none impossible."""
WHOLE: Final = frozenset(["incident", "cumulative"])
"""Scopes in which two values of one measure contradict each other."""
LEAD: Final = 300
CROWD: Final = 60
"""Characters of a report's lead; claims of a kind beyond which an article is a list, and no more are compared."""


class Curve(NamedTuple):
    """A logistic curve over the log-odds of the uncalibrated confidence, moved by what is known of the claim.

    rules: feature -> pattern of rule names that have it; offsets: feature -> how far it moves the log-odds.
    """

    intercept: float
    slope: float
    offsets: Mapping[str, float]
    rules: Mapping[str, re.Pattern[str]]


@cache
def curve() -> Curve:
    """The numbers in force."""
    book = read("confidence")
    rules = {name: re.compile(pattern) for name, pattern in book["rules"].items()}
    return Curve(book["intercept"], book["slope"], book["offsets"], rules)


class Told(NamedTuple):
    """What is known of a claim that can tell how sure it is. start: first character of its number in the field.

    several: its sentence speaks of several incidents ("overnight shootings"), of which the number may count them all.
    """

    rule: str
    measure: str
    scope: str
    value_low: int | None
    value_best: int | None
    value_high: int | None
    period_start: str
    place: str
    sourced: bool
    title: bool
    start: int
    several: bool = False
    group: str = "all"


def told(claim: Claim) -> Told:
    """The same of a claim just made."""
    return Told(
        claim.rule, claim.measure, claim.scope, claim.value_low, claim.value_best, claim.value_high,
        claim.period_start, claim.place, claim.attribution_class != "unknown", claim.mention.field == "title",
        claim.mention.start, of_several(claim.excerpt), claim.victim_group,
    )  # fmt: skip


def of_several(excerpt: str) -> bool:
    """The words around a number speak of several incidents."""
    lower = excerpt.lower()
    return any(pattern.search(lower) for pattern in _several())


@cache
def _several() -> list[re.Pattern[str]]:
    """One pattern a phrase: each begins with a letter and is so found far faster than all of them in one."""
    return [re.compile(rf"{phrase}\b") for phrase in read("scope")["several_incidents"]]


def calibrate(claims: Iterable[Claim]) -> None:
    """Puts the calibrated confidence in place of the rule's own, for all claims of one article."""
    line, some = curve(), list(claims)
    known = [told(claim) for claim in some]
    for claim, one, rivals in zip(some, known, company(known), strict=True):
        claim.confidence = chance(claim.confidence, features(one, rivals, _kinds(one.rule)), line)


@lru_cache(maxsize=512)
def _kinds(rule: str) -> list[str]:
    return kinds(rule, curve().rules)


def kinds(rule: str, rules: Mapping[str, re.Pattern[str]]) -> list[str]:
    """The features that a rule has by its name."""
    return [name for name, pattern in rules.items() if pattern.search(rule)]


def company(article: Sequence[Told]) -> list[list[Told]]:
    """For each claim of an article those of its measure, group and scope that may be of the same thing."""
    alike: dict[tuple[str, str, str], list[Told]] = {}
    for one in article:
        if one.scope in WHOLE:
            alike.setdefault((one.measure, one.group, one.scope), []).append(one)
    near = (alike.get((one.measure, one.group, one.scope), [])[:CROWD] for one in article)
    return [[o for o in some if o is not one and _may_be_same(one, o)] for one, some in zip(article, near, strict=True)]


def _may_be_same(a: Told, b: Told) -> bool:
    same_day = not a.period_start or not b.period_start or a.period_start == b.period_start
    return same_day and (not a.place or not b.place or a.place == b.place)


def features(one: Told, beside: Sequence[Told], of_rule: Sequence[str]) -> list[str]:
    """What moves the chance of a claim: kinds of rule, scope, value, where it stands, what stands beside it."""
    others = [value for other in beside if (value := _point(other)) is not None]
    own = _point(one) or 0
    flags = (
        ("one", one.value_best == 1), ("open", one.value_best is None), ("sourced", one.sourced), ("title", one.title),
        ("lead", not one.title and one.start < LEAD), ("above", bool(others) and max(others) > own),
        ("below", bool(others) and min(others) < own), ("echoed", own in others),
        ("several", one.several),
    )  # fmt: skip
    return [*of_rule, f"scope_{one.scope}", *[name for name, is_so in flags if is_so]]


def _point(one: Told) -> int | None:
    if one.value_best is not None:
        return one.value_best
    return one.value_low if one.value_low is not None else one.value_high


def chance(confidence: float, named: Iterable[str], line: Curve) -> float:
    """How likely a claim with this confidence and these features is right."""
    odds = line.intercept + line.slope * logit(confidence) + sum([line.offsets.get(name, 0.0) for name in named])
    return round(min(1 - EDGE, max(EDGE, 1 / (1 + math.exp(-odds)))), 3)


def logit(share: float) -> float:
    """The log-odds of a share, kept away from 0 and 1."""
    kept = min(1 - EDGE, max(EDGE, share))
    return math.log(kept / (1 - kept))

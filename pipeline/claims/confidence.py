"""From a rule's own confidence to a calibrated one: of claims marked 0.9, nine in ten are read right.

Here belongs the formula; its numbers stand in codebook/confidence.yml, fitted by
`python -m tests.benchmarks.calibrate`. What a rule is worth before, and what multiplies it, is settled in build.py.
"""

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from pipeline.claims.claim import Claim
from pipeline.codebook import read

EDGE = 0.005
"""No claim is certain, and none impossible."""


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


def calibrate(claims: Iterable[Claim]) -> None:
    """Puts the calibrated confidence in place of the rule's own."""
    line = curve()
    for claim in claims:
        named = features(claim.rule, claim.scope, claim.value_best, line.rules)
        claim.confidence = chance(claim.confidence, named, line)


def features(rule: str, scope: str, value_best: int | None, rules: Mapping[str, re.Pattern[str]]) -> list[str]:
    """What moves the chance of a claim: kinds of rule, its scope, a lone person, a value without a best."""
    found = [name for name, pattern in rules.items() if pattern.search(rule)]
    return [*found, f"scope_{scope}", *(["one"] if value_best == 1 else ["open"] if value_best is None else [])]


def chance(confidence: float, named: Iterable[str], line: Curve) -> float:
    """How likely a claim with this confidence and these features is right."""
    odds = line.intercept + line.slope * logit(confidence) + sum(line.offsets.get(name, 0.0) for name in named)
    return round(min(1 - EDGE, max(EDGE, 1 / (1 + math.exp(-odds)))), 3)


def logit(share: float) -> float:
    """The log-odds of a share, kept away from 0 and 1."""
    kept = min(1 - EDGE, max(EDGE, share))
    return math.log(kept / (1 - kept))

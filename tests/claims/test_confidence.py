"""Calibrated confidence: a chance, growing with the rule's own confidence, moved by what is known of the claim."""

import re

import pytest

from pipeline.claims.confidence import Curve, calibrate, chance, curve, features
from pipeline.claims.constructions import constructions
from pipeline.claims.extract import extract
from tests.benchmarks.golden import article, sentences

PLAIN = Curve(0.0, 1.0, {}, {})


@pytest.mark.parametrize("confidence", [0.4, 0.75, 0.93])
def test_a_curve_without_numbers_changes_nothing(confidence: float) -> None:
    """The fit starts from what rules say of themselves; a shift here would bend every curve."""
    assert chance(confidence, ["one"], PLAIN) == confidence


def test_an_offset_moves_the_chance_its_way() -> None:
    """A sign slip would make doubtful claims the sure ones."""
    moved = Curve(0.0, 1.0, {"manner": -1.0}, {"manner": re.compile("_manner")})
    named = features("active_manner", "incident", 3, moved.rules)
    assert chance(0.9, named, moved) < 0.9 == chance(0.9, features("active", "incident", 3, moved.rules), moved)


def test_the_curve_in_force_is_a_chance_and_rises_with_the_rules_own() -> None:
    """A refit on too little data could turn the order of the rules round, or leave the range of a chance."""
    line = curve()
    for rule in constructions():
        named = features(rule.name, "incident", 5, line.rules)
        chances = [chance(c, named, line) for c in (0.4, 0.6, 0.8, 0.9, 0.95)]
        assert all(0 < c < 1 for c in chances)
        assert chances == sorted(chances)


def test_every_offset_has_a_feature_that_can_occur() -> None:
    """A misspelt feature in the codebook would never apply."""
    line = curve()
    flags = {"one", "open", "scope_cumulative", "scope_subset"}
    assert set(line.offsets) <= flags | set(line.rules)
    assert all(name in line.offsets for name in line.rules)


def test_calibrating_claims_keeps_all_else() -> None:
    """Calibration that touched more than the confidence would change figures."""
    claims = extract(article(sentences()[0])).claims
    before = [(c.measure, c.value_best, c.rule) for c in claims]
    calibrate(claims)
    assert [(c.measure, c.value_best, c.rule) for c in claims] == before
    assert all(0 < c.confidence < 1 for c in claims)

"""Calibrated confidence: a chance, growing with the rule's own confidence, moved by what is known of the claim."""

import re

import pytest

from pipeline.claims.confidence import Curve, Told, calibrate, chance, company, curve, features, kinds, of_several
from pipeline.claims.constructions import constructions
from pipeline.claims.extract import extract
from tests.benchmarks.golden import article, sentences

PLAIN = Curve(0.0, 1.0, {}, {})
ONE = Told("active", "killed", "incident", 3, 3, 3, "", "", False, False, 900)


@pytest.mark.parametrize("confidence", [0.4, 0.75, 0.93])
def test_a_curve_without_numbers_changes_nothing(confidence: float) -> None:
    """The fit starts from what rules say of themselves; a shift here would bend every curve."""
    assert chance(confidence, ["one"], PLAIN) == confidence


def test_an_offset_moves_the_chance_its_way() -> None:
    """A sign slip would make doubtful claims the sure ones."""
    moved = Curve(0.0, 1.0, {"manner": -1.0}, {"manner": re.compile("_manner")})
    named = features(ONE, (), kinds("active_manner", moved.rules))
    assert chance(0.9, named, moved) < 0.9 == chance(0.9, features(ONE, (), ()), moved)


def test_the_curve_in_force_is_a_chance_and_rises_with_the_rules_own() -> None:
    """A refit on too little data could turn the order of the rules round, or leave the range of a chance."""
    line = curve()
    for rule in constructions():
        named = features(ONE, (), kinds(rule.name, line.rules))
        chances = [chance(c, named, line) for c in (0.4, 0.6, 0.8, 0.9, 0.95)]
        assert all(0 < c < 1 for c in chances)
        assert chances == sorted(chances)


def test_every_offset_has_a_feature_that_can_occur() -> None:
    """A misspelt feature in the codebook would never apply."""
    line = curve()
    flags = {"one", "open", "scope_cumulative", "scope_subset", "above", "below", "echoed", "title", "lead", "sourced",
             "several"}
    assert set(line.offsets) <= flags | set(line.rules)
    assert all(name in line.offsets for name in line.rules)


@pytest.mark.parametrize(("beside", "named"), [
    (ONE._replace(value_best=7), "above"), (ONE._replace(value_best=2), "below"), (ONE._replace(rule="toll"), "echoed"),
    (ONE._replace(value_best=None, value_low=7), "above"),
])  # fmt: skip
def test_other_numbers_of_the_same_thing_are_noticed(beside: Told, named: str) -> None:
    """Fails when a claim that its own article contradicts is as sure as one that stands alone."""
    assert company([ONE, beside]) == [[beside], [ONE]]
    assert {"above", "below", "echoed"} & set(features(ONE, [beside], ())) == {named}


@pytest.mark.parametrize("beside", [
    ONE._replace(value_best=7, measure="injured"), ONE._replace(value_best=7, scope="subset"),
    ONE._replace(value_best=7, scope="cumulative"),
])
def test_other_things_contradict_nothing(beside: Told) -> None:
    """Fails when the wounded, a part or the story's toll make an attack's toll doubtful."""
    assert company([ONE, beside])[0] == []


def test_another_day_or_place_contradicts_nothing() -> None:
    """Fails when two attacks of one report make each other doubtful."""
    here, there = ONE._replace(place="Arvel"), ONE._replace(place="Tessano", value_best=7)
    assert company([here, there]) == [[], []]
    assert company([ONE._replace(period_start="2024-05-01"), ONE._replace(period_start="2024-05-02")]) == [[], []]


def test_where_a_claim_stands_is_noticed() -> None:
    """Fails when a headline's or a lead's figure cannot be told from one far down."""
    found = [features(one, (), ()) for one in (ONE._replace(title=True, start=0), ONE._replace(start=10), ONE)]
    assert ["title" in f for f in found] == [True, False, False]
    assert ["lead" in f for f in found] == [False, True, False]


def test_calibrating_claims_keeps_all_else() -> None:
    """Calibration that touched more than the confidence would change figures."""
    claims = extract(article(sentences()[0])).claims
    before = [(c.measure, c.value_best, c.rule) for c in claims]
    calibrate(claims)
    assert [(c.measure, c.value_best, c.rule) for c in claims] == before
    assert all(0 < c.confidence < 1 for c in claims)


@pytest.mark.parametrize(("excerpt", "is_so"), [
    ("Two people are dead after several separate »shootings« overnight", True),
    ("»Three« stabbings in one evening left four people hurt", True),
    ("A violent night in Marlow leaves »one« dead", True),
    ("»Two« people were killed in a shooting at a club", False),
    ("Two separate bombs killed »nine« people", False),
])  # fmt: skip
def test_a_round_up_of_incidents_is_noticed(excerpt: str, is_so: bool) -> None:
    """A number over a night's shootings passed as sure for the one of them that the report is filed under."""
    assert of_several(excerpt) == is_so

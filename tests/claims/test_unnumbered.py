"""Several people without a number are at least two, and give way to any number."""

import pytest

from pipeline.claims.claim import Claim
from pipeline.claims.extract import extract
from tests.claims.test_extract import article


def injured(text: str) -> list[Claim]:
    """The claims on injured of a text."""
    return [claim for claim in extract(article(text)).claims if claim.measure == "injured"]


@pytest.mark.parametrize("text", ["A blast hit the bus, injuring passengers.", "Passengers were injured in the blast."])
def test_a_plural_without_a_number_is_at_least_two(text: str) -> None:
    """Breaks when reports that say no number count nobody."""
    (claim,) = injured(text)
    assert (claim.value_low, claim.value_best, claim.value_high, claim.quantifier) == (2, None, None, "vague")
    assert claim.mention.surface.lower() == "passengers"


def test_it_gives_way_to_a_number() -> None:
    """Breaks when "passengers were injured" stands beside the seven that the same report counts."""
    (claim,) = injured("Passengers were injured in the blast. Seven people were injured, police said.")
    assert claim.value_best == 7


@pytest.mark.parametrize(
    "text", ["Mines injure farmers.", "He was accused of injuring passengers.", "They may have injured nerves."]
)
def test_what_is_usual_or_alleged_counts_nobody(text: str) -> None:
    """Breaks when a habit or a charge becomes an event."""
    assert injured(text) == []


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("A man shot and killed his sons, ages 3 and 4, on Monday.", 2),
        ("The fire killed their daughters, aged 5, 7 and 9.", 3),
        ("A shell killed the sisters, 9 and 11.", 2),
        ("A shell killed villagers, 12 of them children.", None),
    ],
    ids=["two", "three", "bare", "no-ages"],
)
def test_ages_behind_a_plural_tell_how_many(text: str, n: int | None) -> None:
    """Breaks when two sons are at least two, of whom a report never says more."""
    found = [claim for claim in extract(article(text)).claims if claim.measure == "killed" and claim.parent is None]
    assert found[0].value_best == n


def test_who_was_shot_may_have_died() -> None:
    """Breaks when parents shot count as hurt beside the same two dead."""
    (claim,) = injured("He shot his parents in the garage.")
    assert claim.rule.endswith("manner") and claim.value_low == 2

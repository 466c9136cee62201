"""The dead where a report tells only who lived."""

import pytest

from tests.claims.test_extract import claims


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("There were no survivors among the 62 people aboard.", 62),
        ("None of the 62 passengers survived.", 62),
        ("Only three of the 20 on board survived.", None),
        ("Two survivors were pulled from the rubble, and 62 are missing.", None),
        ("The two survivors of the 1972 crash met again.", None),
        ("No survivors were found.", None),
    ],
    ids=["none-among", "none-of", "some-of", "others-missing", "year", "no-whole"],
)
def test_where_nobody_lived_all_are_dead(text: str, n: int | None) -> None:
    """A crash without survivors has no toll, or one is made of numbers that are not all who were there."""
    dead = [claim for claim in claims(text) if claim.measure == "killed"]
    assert [claim.value_best for claim in dead] == ([] if n is None else [n])
    assert not any(claim.negated for claim in dead)

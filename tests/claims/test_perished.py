"""The dead where a report tells only who lived."""

import pytest

from tests.claims.test_extract import claims


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("There were no survivors among the 62 people aboard.", 62),
        ("None of the 62 passengers survived.", 62),
        ("Only three of the 20 on board survived.", 17),
        ("Three of the 20 on board survived.", None),
        ("The plane had 87 people on board; there were no survivors, the airline said.", 87),
        ("A boat carrying 40 migrants sank and only six survived.", 34),
        ("Only two people survived after a bus hit 11 cars.", None),
        ("Five people survived the crash of a plane carrying 20.", None),
        ("Two survivors were pulled from the rubble, and 62 are missing.", None),
        ("The two survivors of the 1972 crash met again.", None),
        ("No survivors were found.", None),
    ],
    ids=[
        "none-among", "none-of", "only-some-of", "some-of", "before", "few-of-before", "no-whole", "who-else",
        "missing", "year", "nothing",
    ],
)
def test_where_nobody_or_few_lived_the_others_are_dead(text: str, n: int | None) -> None:
    """A crash without survivors has no toll, or one is made of numbers that are not all who were there."""
    dead = [claim for claim in claims(text) if claim.measure == "killed"]
    assert [claim.value_best for claim in dead] == ([] if n is None else [n])
    assert not any(claim.negated for claim in dead)

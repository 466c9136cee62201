"""Who named people are."""

import pytest

from tests.claims.test_extract import claims


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("The blast killed Murad Hasi, a teacher and father of two.", 1),
        ("The blast killed Murad Hasi, a teacher, and his wife.", 2),
        ("The blast killed Murad Hasi, a teacher, and Ali Dol, a nurse.", 2),
        ("The dead were Murad Hasi, a teacher, Ali Dol, a nurse, and Ana Kol, a student.", 3),
        ("The blast killed Murad Hasi, a guard and a driver.", 3),
        ("The strike killed Murad Hasi, a child, and two women.", 4),
        ("The attack killed Mayor Ana Dol, a driver, and two guards.", 4),
    ],
)
def test_a_description_is_nobody_else(text: str, n: int) -> None:
    """A teacher and father of two is published as three dead."""
    found = [claim for claim in claims(text) if claim.measure == "killed" and claim.parent is None]
    assert [claim.value_best for claim in found] == [n]


def test_the_description_tells_the_group() -> None:
    """Two journalists named in one sentence are no journalists any more."""
    found = claims("The strike killed Ana Dol, a journalist, and Ravi Menn, a journalist.")
    assert {claim.victim_group for claim in found if claim.measure == "killed"} == {"journalists"}

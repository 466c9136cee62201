"""Who is told of twice is one, unless the report says that it is somebody else."""

import pytest

from pipeline.claims.extract import extract
from tests.claims.test_extract import article

FIRST = "A man was shot and killed on Elm Street. "


@pytest.mark.parametrize(
    ("second", "n"),
    [
        ("Jon Baker, 25, was also killed.", 2),
        ("Jon Baker, a 25-year-old customer, was also killed.", 2),
        ("Jon Baker, 25, was killed.", 1),
    ],
    ids=["also", "aside", "the-man-s-name"],
)
def test_a_name_counts_beside_others_where_it_was_also_killed(second: str, n: int) -> None:
    """Breaks when the name of the man counted before makes two, or when a second victim's name is his."""
    assert len([c for c in extract(article(FIRST + second)).claims if c.measure == "killed"]) == n

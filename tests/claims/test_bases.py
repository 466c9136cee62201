"""The number of the whole between "of the" and its noun."""

import pytest

from pipeline.claims.bases import past_base
from tests.claims.telling import told


@pytest.mark.parametrize(
    ("words", "behind"),
    [
        ("300 passengers", 1),
        ("nearly 300 passengers", 2),
        ("more than 8,000 migrants", 3),
        ("small town's 30 nurses", 3),
        ("at least nine victims", 3),
        ("passengers on board", 0),
        ("nearly empty bus", 0),
    ],
)
def test_the_base_ends_behind_its_number(words: str, behind: int) -> None:
    """The whole's number is taken for a noun, or a noun for the number."""
    assert past_base(words.split(), 0) == behind


def test_the_part_is_counted_and_not_the_whole() -> None:
    """ "60 of the nearly 300 passengers were injured" was 300 injured."""
    assert [best for _, measure, best, _ in told("60 of the nearly 300 passengers were injured.")] == [60]

"""Words for numbers that nobody gave: the least that they allow."""

from collections.abc import Callable

import pytest

from pipeline.quantities.scan import Window
from pipeline.quantities.vague import before_scale, figures, vague_at

Windows = Callable[[str], Window]


@pytest.mark.parametrize(
    ("text", "at", "low"),
    [
        ("dozens of men", 0, 24),
        ("dozens more", 0, 24),
        ("tens of thousands of men", 0, 20000),
        ("hundreds of millions", 0, 200000000),
        ("thousands upon thousands", 0, 2000),
        ("scores of men", 0, 40),
        ("scores were hurt", 0, 40),
        ("several men", 0, 2),
        ("several hundred men", 0, 200),
        ("a couple of men", 1, 2),
        ("a couple weeks", 1, 2),
        ("a handful of men", 1, 3),
    ],
)
def test_low_values(window: Windows, text: str, at: int, low: float) -> None:
    """A vague word is missed, or given more than it says."""
    number = vague_at(window(text), at)
    assert number is not None and number.vague and number.value == low


@pytest.mark.parametrize(
    ("text", "at"),
    [("the scores of both teams", 3), ("test scores rose", 1), ("a couple who", 1), ("the couple said", 1)],
)
def test_words_that_count_nothing_here(window: Windows, text: str, at: int) -> None:
    """Test scores and married couples are counted."""
    assert vague_at(window(text), at) is None


def test_a_few_before_a_scale(window: Windows) -> None:
    """ "a few hundred" has no value."""
    number = before_scale(window("a few hundred men"), 1)
    assert number is not None and number.value == 200


def test_figures(window: Windows) -> None:
    """ "a six-figure sum" is six sums."""
    number = figures(window("six-figure sum"), 0)
    assert number is not None and number.value == 100000
    assert figures(window("six figures in black"), 0) is not None
    assert figures(window("two figures in black"), 0) is None

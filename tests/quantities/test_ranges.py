"""Ranges, told from two numbers that stand together."""

from collections.abc import Callable

import pytest

from pipeline.quantities import money
from pipeline.quantities.fractions import digits_with_fraction
from pipeline.quantities.number import words_at
from pipeline.quantities.ranges import other_end
from pipeline.quantities.scan import Window

Windows = Callable[[str], Window]


def ends(w: Window) -> tuple[float, float] | None:
    i = next(i for i, word in enumerate(w.low) if word[:1].isdecimal() or word in ("two", "three", "four"))
    first = digits_with_fraction(w, i) if w.low[i][0].isdecimal() else words_at(w, i)
    assert first is not None
    currency, start = money.sign_before(w, i)
    found = other_end(w, first, start, currency)
    return found and (found[0].value, found[1].value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10 to 15 men", 10, 15),
        ("10-15 men", 10, 15),
        ("10 – 15 men", 10, 15),
        ("between 10 and 15", 10, 15),
        ("between 10 and more than 15", 10, 15),
        ("between 10 and as many as 15", 10, 15),
        ("from 10 to 15 men", 10, 15),
        ("from 10 km up to 15 km", 10, 15),
        ("three or four men", 3, 4),
        ("two to three dozen", 24, 36),
        ("$3-4 million", 3e6, 4e6),
        ("$3 to $4 million", 3e6, 4e6),
        ("$500,000 to $1 million", 5e5, 1e6),
        ("5% to 10%", 5, 10),
        ("5 to 10 percent", 5, 10),
        ("rises by 5% to 10%", 5, 10),
        ("0-to-60 mph", 0, 60),
        ("2-2 dead", 2, 2),
        ("lowered by 3 to 5 dollars", 3, 5),
        ("moved from 10 to 15 men", 10, 15),
        ("dropped from 10 to 15 bombs", 10, 15),
        ("four to five thousand", 4000, 5000),
    ],
)
def test_ranges(window: Windows, text: str, low: float, high: float) -> None:
    """A range is read as two numbers, or its first end misses the scale of the second."""
    assert ends(window(text)) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "rose from 10 to 15",
        "two to two",
        "raised it from 10 to 15",
        "rose by 10 to 15",
        "rose by $10 to $15",
        "rose by 10 dollars to 15 dollars",
        "doubled from $10 to $15",
        "rose 8 percent to 99",
        "10 and 15",
        "25 or 90 men",
        "15 to 10",
        "10, 15",
        "10 men, up to 15 boats",
        "killed 10 up to 15",
        "10 to the sea",
        "$5 and 10 men",
        "5% to 10 men",
        "between 10 men and 15 women",
        "10 and more than 15",
        "10-strong",
    ],
)
def test_two_numbers(window: Windows, text: str) -> None:
    """Two figures are melted into one range."""
    assert ends(window(text)) is None

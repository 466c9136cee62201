"""Parts of a whole."""

from collections.abc import Callable

import pytest

from pipeline.quantities.fractions import digits_with_fraction, fraction_at, slash
from pipeline.quantities.scan import Window

Windows = Callable[[str], Window]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3/4 of", 0.75),
        ("1 1/2 tons", 1.5),
        ("5½ tons", 5.5),
        ("1.5×10^3 tons", 1500),
        ("2 x 10-2 tons", 0.02),
        ("10−5 tons", 1e-5),
        ("12 tons", 12),
    ],
)
def test_behind_digits(window: Windows, text: str, value: float) -> None:
    """A fraction or power behind digits is missed."""
    number = digits_with_fraction(window(text), 0)
    assert number is not None and number.value == pytest.approx(value)


@pytest.mark.parametrize("text", ["9/11", "7/7", "24/7", "4/3", "1/2/2020", "0/5"])
def test_slashes_that_are_no_fraction(window: Windows, text: str) -> None:
    """A date or a name with a slash becomes a fraction."""
    assert slash(window(text), 0) is None


@pytest.mark.parametrize(
    ("text", "at", "value"),
    [
        ("two-thirds of them", 0, 2 / 3),
        ("three quarters full", 0, 0.75),
        ("one fifth of them", 0, 0.2),
        ("a third of them", 1, 1 / 3),
        ("a quarter of a million men", 1, 250000),
        ("half a million men", 0, 500000),
        ("a half-dozen men", 1, 6),
        ("half of them", 0, 0.5),
        ("one in five children", 0, 0.2),
        ("one out of three children", 0, 1 / 3),
        ("one in 10,000 children", 0, 0.0001),
        ("nine in 10 children", 0, 0.9),
        ("quarter of a million men", 0, 250000),
        ("half a tonne", 0, 0.5),
        ("fell by a third to 12", 3, 1 / 3),
    ],
)
def test_in_words(window: Windows, text: str, at: int, value: float) -> None:
    """A fraction in words is missed or read as a whole number."""
    number = fraction_at(window(text), at)
    assert number is not None and number.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a third man", 1),
        ("the second half", 2),
        ("one third man", 0),
        ("in the first quarter of", 3),
        ("killed one in two raids", 1),
        ("two in 10 days", 0),
        ("followed by a third, who", 3),
        ("half a man", 0),
    ],
)
def test_ordinals_and_halves_that_are_no_fraction(window: Windows, text: str, at: int) -> None:
    """ "a third victim" is a third of a victim."""
    assert fraction_at(window(text), at) is None

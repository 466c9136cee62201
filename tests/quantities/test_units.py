"""Units behind a number, and rates."""

from collections.abc import Callable

import pytest

from pipeline.quantities.scan import Window
from pipeline.quantities.units import KINDS, RATE_UNITS, SPELLED, rate_at, unit_at
from pipeline.tables.vocabulary import KINDS as TABLE_KINDS

Windows = Callable[[str], Window]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5 km away", "kilometre"),
        ("5km", "kilometre"),
        ("5 km/h winds", "kilometre per hour"),
        ("5-inch pipe", "inch"),
        ("5 square miles of", "square mile"),
        ("5 km² of", "square kilometre"),
        ("5 per cent", "percent"),
        ("5%", "percent"),
        ("5 miles an hour", "mile per hour"),
        ("5 °C", "celsius"),
        ("5 degrees Celsius", "celsius"),
        ("5 degrees", "degree"),
        ('5" pipe', "inch"),
    ],
)
def test_units(window: Windows, text: str, unit: str) -> None:
    """A unit is missed or cut short."""
    assert unit_at(window(text), 1, behind_digits=True)[0] == unit


@pytest.mark.parametrize("text", ["5 A car", "5 C-130 planes", "5 people", "5 kmx", "5.", '5" he said'])
def test_no_units(window: Windows, text: str) -> None:
    """A letter or a closing quotation mark is a unit."""
    text = f'"We saw {text}' if text.endswith("said") else text
    w = window(text)
    assert unit_at(w, w.words.index("5") + 1, behind_digits=True)[0] == ""


def test_symbols_need_digits(window: Windows) -> None:
    """ "two m" is two metres."""
    assert unit_at(window("two m"), 1, behind_digits=False)[0] == ""


@pytest.mark.parametrize(
    ("text", "at", "rate"),
    [
        ("$5 a barrel", 2, " per barrel"),
        ("$5 per week", 2, " per week"),
        ("5 litres/min", 2, " per minute"),
        ("5 barrel-a-day", 2, " per day"),
        ("$5 a man", 2, ""),
        ("5 tests per person", 2, " per person"),
    ],
)
def test_rates(window: Windows, text: str, at: int, rate: str) -> None:
    """A rate is an amount."""
    assert rate_at(window(text), at)[0] == rate


def test_kinds_are_those_of_the_table() -> None:
    """The codebook names a kind that the mentions table refuses, or a rate over a unit that is none."""
    assert set(KINDS.values()) <= set(TABLE_KINDS)
    assert RATE_UNITS | set(SPELLED.values()) <= set(KINDS)

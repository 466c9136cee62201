"""Scales and ticks: round values, days in UTC, nothing outside of its axis."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publishing.report import svg


@pytest.mark.parametrize(
    ("high", "ticks"), [(20, [0, 5, 10, 15, 20]), (3, [0, 1, 2, 3]), (1, [0, 1]), (67, [0, 20, 40, 60])]
)
def test_values_have_round_ticks(high: int, ticks: list[int]) -> None:
    """Half people on an axis, or odd steps, make a chart hard to read."""
    assert svg.value_ticks(high) == ticks


@given(st.integers(1, 10**9))
def test_there_are_never_too_many_ticks(high: int) -> None:
    """An axis full of numbers can't be read."""
    assert len(svg.value_ticks(high)) <= 9


@given(st.floats(18000, 21000), st.floats(0.5, 20000))
def test_days_lie_inside_and_are_few(low: float, span: float) -> None:
    """A label outside of the chart is cut; too many lie on one another."""
    ticks = list(svg.day_ticks(low, low + span))
    assert all(low <= place <= low + span for place, _ in ticks)
    assert len(ticks) <= 7


def test_days_are_counted_in_utc() -> None:
    """A day that moves with the reader's clock puts a report before the event."""
    assert svg.days_of(datetime(1970, 1, 2, tzinfo=UTC)) == svg.days_of("1970-01-02") == 1


def test_a_value_outside_lies_on_the_edge() -> None:
    """A mark outside of the chart is lost."""
    scale = svg.Scale(0, 10, 100, 0)
    assert (scale(50), scale(-5), scale(5)) == (0, 100, 50)


def test_words_are_escaped() -> None:
    """A label may hold markup of a report."""
    assert "<b>" not in svg.text(0, 0, "<b>") + svg.mark(0, 0, "incident", "dot", "<b>", '"><b>')


@pytest.mark.parametrize(
    ("value", "words"),
    [(20, "20"), (5000, "5,000"), (20000, "20k"), (500000, "500k"), (2000000, "2m"), (10**10, "10bn")],
)
def test_long_numbers_fit_beside_an_axis(value: int, words: str) -> None:
    """A number that is cut at the edge of the chart is another number."""
    assert svg.short(value) == words


def test_powers_of_ten_have_equal_room() -> None:
    """One claim of millions would press all other events of the first page into one line."""
    scale = svg.PowerScale(0, 1_000_000, 0, 100)
    assert scale(0) == 0 and scale(1_000_000) == 100
    assert scale(100) - scale(10) == pytest.approx(scale(10_000) - scale(1000), abs=1)
    assert svg.power_ticks(2000) == [0, 1, 10, 100, 1000]

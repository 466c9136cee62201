"""Figures in words: no bound lost, no doubt hidden."""

from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.codebook import read
from pipeline.publishing.figure_text import bounds_text, figure_text


def figure(
    measure: str, low: int | None, best: int | None, high: int | None, status: str = "corroborated", currency: str = ""
) -> SimpleNamespace:
    """A row of the figures table as `itertuples` gives it."""
    values = {name: pd.NA if v is None else v for name, v in {"low": low, "best": best, "high": high}.items()}
    return SimpleNamespace(measure=measure, status=status, currency=currency or float("nan"), **values)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (figure("killed", 11, 11, 11), "11 killed"),
        (figure("killed", 17, 17, None), "17+ killed"),
        (figure("injured", 3, None, 5), "3–5 injured"),
        (figure("killed", 66, 67, 67), "67 (66–67) killed"),
        (figure("killed", 64, 66, None), "66 (64+) killed"),
        (figure("missing", 24, None, None), "24+ missing"),
        (figure("displaced", None, 1200, None), "about 1,200 displaced"),
        (figure("killed", None, 100, 100), "100 (≤100) killed"),
        (figure("killed", None, None, 40), "up to 40 killed"),
        (figure("killed", None, None, None), "? killed"),
        (figure("killed", 0, 0, 0), "0 killed"),
        (figure("strikes", 1, 1, 1), "1 strike"),
        (figure("vessels", 8, 8, None), "8+ vessels"),
        (figure("presumed_dead", 12, 12, 12), "12 presumed dead"),
        (figure("housing_destroyed", 300, 300, 300), "300 homes destroyed"),
        (figure("amount", 50_000_000, 50_000_000, 50_000_000, currency="USD"), "US$50 million"),
        (figure("amount", 1_200_000_000, 1_200_000_000, None, currency="EUR"), "€1.2 billion+"),
        (figure("amount", 20_000, 20_000, 20_000, currency="CHF"), "CHF 20,000"),
        (figure("killed", 11, 11, 11, status="contested"), "11 killed (contested)"),
        (figure("killed", 40, 40, 40, status="discounted"), "40 killed (discounted)"),
        (figure("killed", 40, 40, 40, status="single_source"), "40 killed"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_wording(row: SimpleNamespace, text: str) -> None:
    """The summary would say something else than the table."""
    assert figure_text(row) == text


values = st.none() | st.integers(0, 30)


@settings(deadline=None)
@given(values, values, values)
def test_every_value_is_said(low: int | None, best: int | None, high: int | None) -> None:
    """A bound that the words leave out makes an open figure look settled."""
    said = bounds_text(low, best, high, lambda value: f"<{value}>")
    assert {f"<{value}>" for value in (low, best, high) if value is not None} == {
        f"<{n}>" for n in range(31) if f"<{n}>" in said
    }


@settings(deadline=None)
@given(st.tuples(values, values, values), st.tuples(values, values, values))
def test_different_figures_read_differently(
    first: tuple[int | None, int | None, int | None], second: tuple[int | None, int | None, int | None]
) -> None:
    """Two figures with other bounds must not look the same; only a range without width may read as its one value."""

    def normal(low: int | None, best: int | None, high: int | None) -> tuple[int | None, int | None, int | None]:
        if best is None and low is not None:
            return (low, low if high in (None, low) else None, high)
        return (low, best, high)

    same_text = bounds_text(*first, str) == bounds_text(*second, str)
    assert same_text == (normal(*first) == normal(*second))


@pytest.mark.parametrize("measure", read("measures")["measures"])
def test_every_measure_has_words(measure: str) -> None:
    """A measure that someone adds to the codebook can be read in the summary without code."""
    text = figure_text(figure(measure, 2, 2, 2))
    assert text.startswith("2")
    assert "_" not in text

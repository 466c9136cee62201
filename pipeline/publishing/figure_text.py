"""One figure as a reader would write it: "17+ killed", "3–5 injured", "US$50 million", "11 killed (contested)".

Here belongs the wording of a figure. Which figures there are, and in what order they are shown, is decided elsewhere.
"""

from collections.abc import Callable
from typing import Any

import pandas as pd
from babel.numbers import format_compact_decimal, format_decimal, get_currency_symbol

LOCALE = "en_GB"
NOUNS = {
    "casualties": ("casualty", "casualties"),
    "survivors": ("survivor", "survivors"),
    "vessels": ("vessel", "vessels"),
    "vehicles": ("vehicle", "vehicles"),
    "aircraft": ("aircraft", "aircraft"),
    "strikes": ("strike", "strikes"),
    "projectiles": ("projectile", "projectiles"),
    "housing_destroyed": ("home destroyed", "homes destroyed"),
    "housing_damaged": ("home damaged", "homes damaged"),
    "sources": ("source", "sources"),
    "amount": ("", ""),
}
"""Of measures that are not simply said behind the number ("11 killed"): the words for one, and for more."""
DOUBTFUL = ("contested", "discounted")
"""Statuses that a reader must see next to the number itself."""
COMPACT_FROM = 1_000_000


def figure_text(figure: Any) -> str:
    """The figure with its bounds, and with its status where that is a warning.

    `figure` has the attributes of a row of the figures table.
    """
    low, best, high = (None if pd.isna(v) else int(v) for v in (figure.low, figure.best, figure.high))
    number = bounds_text(low, best, high, _writer(figure))
    warning = f"({figure.status})" if figure.status in DOUBTFUL else ""
    return " ".join(part for part in (number, _noun(figure.measure, low, best, high), warning) if part)


def bounds_text(low: int | None, best: int | None, high: int | None, write: Callable[[int], str]) -> str:
    """Low, best and high in as few words as say them all: "11", "17+", "3–5", "67 (64–70)", "about 40", "?"."""
    if best is None:
        return _span(low, high, write, at_most="up to ")
    if low == best == high:
        return write(best)
    if low == best and high is None:
        return f"{write(best)}+"
    if low is None and high is None:
        return f"about {write(best)}"
    return f"{write(best)} ({_span(low, high, write, at_most='≤')})"


def _span(low: int | None, high: int | None, write: Callable[[int], str], at_most: str) -> str:
    """What low and high alone say."""
    if low is None:
        return "?" if high is None else f"{at_most}{write(high)}"
    if high is None:
        return f"{write(low)}+"
    return write(low) if low == high else f"{write(low)}–{write(high)}"


def _noun(measure: str, *values: int | None) -> str:
    """The words behind the number."""
    one, many = NOUNS.get(measure, (measure.replace("_", " "),) * 2)
    return one if {v for v in values if v is not None} == {1} else many


def _writer(figure: Any) -> Callable[[int], str]:
    """How the numbers of this figure are written: counts in full, money with its currency."""
    if figure.measure != "amount":
        return lambda value: str(format_decimal(value, locale=LOCALE))
    currency = "" if pd.isna(figure.currency) else str(figure.currency)
    symbol = get_currency_symbol(currency, locale=LOCALE) if currency else ""
    gap = " " if symbol[-1:].isalpha() else ""
    return lambda value: f"{symbol}{gap}{_money(value)}"


def _money(value: int) -> str:
    """25,000 in full, 50000000 as 50 million."""
    if value < COMPACT_FROM:
        return str(format_decimal(value, locale=LOCALE))
    return str(format_compact_decimal(value, format_type="long", locale=LOCALE, fraction_digits=2))

"""What one number takes from another: "from 24.2 to 33 billion euros", "from 14 mpg to 24", "under 296 hp (224 kW)".

Here belong the scale, unit and bounds that a writer gives once for two numbers. A range, which is one quantity with two
ends, is read in ranges.py.
"""

from typing import Final, Protocol

from pipeline.quantities import fractions, money, units
from pipeline.quantities.number import HYPHENS, Number, is_number_start, product, with_suffix, words_at
from pipeline.quantities.scan import Window


class Quoted(Protocol):
    """What is looked at of a quantity."""

    phrase_start: int
    after: int
    kind: str
    unit: str


MINUS: Final = frozenset(("minus", "-", "−"))
FAR: Final = 20
"""Two ends of a change that are further apart are not taken for numbers of the same scale."""


def second_of_change(w: Window, end: int) -> tuple[Number, str, str, str] | None:
    """Of the number behind "from N to", where N ends before token `end`: itself, its currency, unit and kind."""
    if w.low[end] == "to" and w.low[end + 1] in MINUS:
        end += 1
    elif w.low[end] != "to":
        return None
    if not is_number_start(w, end + 1):
        return None
    second = fractions.digits_with_fraction(w, end + 1) if w.low[end + 1][0].isdecimal() else words_at(w, end + 1)
    if second is None:
        return None
    if w.low[second.end] in HYPHENS and is_number_start(w, second.end + 1):  # "from 24 to 33-35 billion"
        upper = fractions.digits_with_fraction(w, second.end + 1) if w.low[second.end + 1][0].isdecimal() else None
        second = upper or second
    currency, unit, _ = money.words_behind(w, second.end, second.scale)
    if unit:
        return (with_suffix(second) if second.suffix else second), currency, unit, "money"
    unit, _ = units.unit_at(w, second.end, bool(second.digits))
    return second, "", unit, units.KINDS[unit] if unit else "count"


def lent_by_change(first: Number, second: Number) -> Number:
    """The first number of "from 3 to 2 million" with the scale of the second."""
    if first.scale > 1 or second.scale < 1000 or not first.value or not second.value:
        return first
    ratio = first.value * second.scale / second.value
    return first.with_value(product(first.value, second.scale)) if 1 / FAR <= ratio <= FAR else first


def ends_change(w: Window, q: Quoted, previous: Quoted) -> bool:
    """ "from 14 mpg to 24": the second number is measured like the first."""
    return w.low[q.phrase_start - 1] == "to" and w.low[previous.phrase_start - 1] == "from"


def converted(w: Window, q: Quoted, previous: Quoted) -> bool:
    """The second number gives the first once more, in brackets and in another unit: "under 296 hp (224 kW)"."""
    if q.kind != previous.kind or q.kind == "count" or q.unit == previous.unit:
        return False
    return q.phrase_start - 1 == previous.after and w.low[previous.after] in ("(", "/")

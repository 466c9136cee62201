"""What went on for a time and counts its dead to date: "a 10-day offensive that left 149 dead".

Here belongs finding it before a claim. Which scope the claim takes is settled in scope.py.
"""

from typing import Any, Final

from pipeline import codebook

BOOK: Final[dict[str, Any]] = codebook.read("scope")["lasting"]
LASTING: Final = frozenset(BOOK["nouns"])
UNITS: Final = frozenset(BOOK["units"])
RELATIVES: Final = frozenset(BOOK["relatives"])


def lasted(lower: list[str], start: int, first: int) -> int:
    """The token of what went on for a time and killed so many, -1 without one.

    "A 10-day offensive that left 149 dead", "the week-long siege killed 30", "an assault that has killed 126".
    """
    if LASTING.isdisjoint(lower[start:first]):
        return -1
    for at in (i for i in range(start, first) if lower[i] in LASTING):
        span = lower[max(start, at - 4) : at]
        timed = "-" in span and not UNITS.isdisjoint(span) and "old" not in span
        that, has = lower[at + 1 : at + 2], lower[at + 2 : at + 3]
        if timed or (has in (["has"], ["have"]) and that[0] in RELATIVES):
            return at
    return -1

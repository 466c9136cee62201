"""What a recogniser answers: tokens that hold a number and are no quantity, and why."""

from typing import Final

from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import CARDINALS, NOUNS


class Other:
    """Tokens [start, end) that hold a number, the status that rejects it, and its value where it has one.

    after: the token behind the words that belong to it ("34 years old"), where that is not `end`.
    """

    def __init__(self, start: int, end: int, status: str, value: float | None = None, after: int = 0) -> None:
        self.start, self.end, self.status, self.value, self.after = start, end, status, value, after


PEOPLE: Final = frozenset(NOUNS["people"])
THINGS: Final = frozenset(NOUNS["things"])
COUNTED: Final = PEOPLE | THINGS
"""Nouns, and words for what happened to people, behind which a number counts, whatever stands before it."""


def counts(w: Window, i: int) -> bool:
    """Token i, or the one behind it, is a word that numbers count: "12 people", "12 armed men"."""
    return w.low[i] in COUNTED or (w.low[i + 1] in PEOPLE and w.low[i].isalpha() and w.low[i] not in NO_ADJECTIVES)


NO_ADJECTIVES: Final = frozenset(NOUNS["stops"])


def plain(w: Window, i: int) -> float | None:
    """The value of a token of digits alone or of one number word."""
    if w.words[i].isdecimal():
        return float(w.words[i])
    return float(CARDINALS[w.low[i]]) if w.low[i] in CARDINALS else None

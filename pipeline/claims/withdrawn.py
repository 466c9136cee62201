"""Numbers that their source takes back: "withdrew its figure of 21", "9,850, a number it has since disowned".

Here belongs that one judgement. What others call wrong is denied too, in assertion.py; that a later number of the same
source replaces its earlier one is for reconcile.
"""

from typing import Any, Final

from pipeline import codebook

BOOK: Final[dict[str, Any]] = codebook.read("assertion")
VERBS: Final = frozenset(BOOK["withdrawn"]["verbs"])
NUMBERS: Final = frozenset([*BOOK["refutable"], *BOOK["withdrawn"]["numbers"]])
TAKEN_UP: Final = frozenset(BOOK["withdrawn"]["taken_up"])
PLACES: Final = frozenset(codebook.read("grammar")["prepositions"]) - {"of", "for"}
"""Behind the verb, they say that somebody went away: "rebels, who withdrew to the hills"."""
FARTHEST: Final = 14
"""Tokens between the number and the verb."""
NEAR: Final = 3
"""Tokens behind a comma in which the number is taken up: ", a figure", ", which"."""


def is_withdrawn(lower: list[str], first: int, last: int) -> bool:
    """The sentence says that whoever gave the number at tokens first..last has taken it back."""
    if VERBS.isdisjoint(lower):
        return False
    for at in (i for i, word in enumerate(lower) if word in VERBS):
        before, behind = lower[at + 1 : first], lower[last:at]
        if at < first and len(before) < FARTHEST and "," not in before and not NUMBERS.isdisjoint(before[-NEAR:]):
            return True
        left = not PLACES.isdisjoint(lower[at + 1 : at + 2])
        if last <= at and not left and len(behind) < FARTHEST and (_takes_up(behind) or _has_object(lower, at)):
            return True
    return False


def _takes_up(behind: list[str]) -> bool:
    """ ", a number it has since | disowned", ", which it later | withdrew"."""
    marks = (i for i, word in enumerate(behind) if word == ",")
    words = NUMBERS | TAKEN_UP
    return any(not words.isdisjoint(behind[i + 1 : i + 1 + NEAR]) for i in marks)


def _has_object(lower: list[str], at: int) -> bool:
    """ "Withdrew | that figure", "retracted | the claim"."""
    return lower[at + 1 : at + 2] != [] and not NUMBERS.isdisjoint(lower[at + 2 : at + 1 + NEAR])

"""The number of the whole between "of the" and the noun of which another number counts some: "of the nearly 300 men".

Here belongs where that number ends. The noun behind it is found in noun_phrase.py.
"""

from typing import Final

from pipeline import codebook
from pipeline.claims.anchors import number

LONGEST_OWNER: Final = 5
"""Tokens of "the small town's" at most."""
ABOUT: Final = frozenset(codebook.read("grammar")["about_number"])


def past_base(lower: list[str], at: int) -> int:
    """The token behind the whole's number, where one begins at token `at`; that token where none does.

    The owner or a bound may stand before it: "four of the | town's 30 nurses", "60 of the | nearly 300 passengers".
    """
    first = _past_owner(lower, at)
    k = first
    while k < len(lower) - 1 and lower[k] in ABOUT:
        k += 1
    if k < len(lower) and (lower[k][0].isdigit() or (k > first and number(lower[k]))):
        return k + 1
    return at


def _past_owner(lower: list[str], at: int) -> int:
    """The token of a number behind "small town's", which starts at a token; that token where no such owner stands."""
    for k in range(at, min(at + LONGEST_OWNER, len(lower) - 1)):
        if lower[k].endswith("'s") and lower[k + 1][0].isdigit():
            return k + 1
        if not lower[k].isalpha():
            return at
    return at

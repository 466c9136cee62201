"""An age between commas goes with the person before it: "a man, 34, and his daughters", "Ana Dol, 34, Ravi Menn, 29".

Here belongs where such an age ends. Which numbers are ages is decided in quantities/ages.py; a kept number is none.
"""

from collections.abc import Container, Mapping, Sequence
from typing import Final

OLDEST_DIGITS: Final = 3
"""Digits of an age at most."""
FARTHEST_VERB: Final = 10
"""Tokens from an age to the verb of its person: "34, from the old town died"."""
ONE_MORE: Final = frozenset(("a", "an", "another", "his", "her", "their"))
"""Words that open the next person of a list."""


def past_age(
    lower: Sequence[str], at: int, kept: Container[int], closed: Mapping[str, frozenset[str]], verbs: Container[str]
) -> int:
    """The token behind ", 34" that starts at a token; the token itself where none does.

    The comma behind the age goes too where nothing but words up to the verb follows: "a man, 34, from Leeds died".
    """
    if at + 1 >= len(lower) or lower[at] != "," or at + 1 in kept:
        return at
    if not lower[at + 1].isdecimal() or len(lower[at + 1]) > OLDEST_DIGITS:
        return at
    behind = at + 2
    closes = lower[behind : behind + 1] == [","] and _verb_next(lower, behind + 1, kept, closed, verbs)
    return behind + 1 if closes else behind


def _verb_next(
    lower: Sequence[str], at: int, kept: Container[int], closed: Mapping[str, frozenset[str]], verbs: Container[str]
) -> bool:
    """A verb comes before any comma, and what comes first opens no further person of a list."""
    if at >= len(lower) or lower[at] in ONE_MORE or lower[at] in closed["and"] or at in kept:
        return False
    for word in lower[at : at + FARTHEST_VERB]:
        if word in verbs or word in closed["be"] or word in closed["have"] or word in closed["modal"]:
            return True
        if not word.isalpha():
            return False
    return False

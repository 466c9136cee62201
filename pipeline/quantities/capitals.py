"""Text in capitals, which then say nothing about names: whether it is, and whose age stands behind a name in it.

Here belongs what is read of such text by other signs than in mixed case.
"""

from typing import Final

from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import OTHERS

NOT_NAMES: Final = frozenset(OTHERS["not_names"])
PLACE_BEFORE: Final = frozenset(OTHERS["place_before"])
CAPITALS: Final = range(14, 100)
"""Ages that are believed of names in capitals, "OLAN MARKO, 55, CIVIL ENGINEER", …"""
NO_CLAUSE: Final = frozenset(OTHERS["no_age_before"])
"""… unless one of these follows: "IN THE RAID ON SARVO, 34, MOSTLY WOMEN, DIED"."""


def upper(w: Window) -> bool:
    """The window is written in capitals, which then say nothing about names."""
    if w.capitals is None:
        w.capitals = not any(word.islower() for word in w.words)
    return w.capitals


def behind_capitals(w: Window, i: int, value: float) -> bool:
    """ "KILLED OLAN MARKO, 34, AND": where all is in capitals, two words and an age between commas tell a person."""
    name = w.low[i - 3 : i - 1]
    named = len(name) == 2 and all(word.isalpha() and word not in NOT_NAMES for word in name)
    behind = w.low[i + 2]
    placed = not PLACE_BEFORE.isdisjoint(w.low[max(0, i - 5) : i - 1])
    return named and not placed and int(value) in CAPITALS and behind.isalpha() and behind not in NO_CLAUSE

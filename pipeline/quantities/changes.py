"""Words of change that govern two numbers: "raised the toll by three to 41", "doubled from $5 million to $10 million".

Here belongs finding such a word, which may stand an object away from its numbers, and which way it says they moved.
Verbs right before a number are read in bounds.py.
"""

from collections.abc import Iterable
from typing import Final

from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import DIRECTIONS, WORDS

CHANGES: Final[dict[str, str]] = {word: group for group, listed in WORDS["changes"].items() for word in listed}
"""Words that take "from … to" or "by … to" to up, down, or either ("revised")."""
FIGURE_NOUNS: Final = frozenset(WORDS["figure_nouns"])
RISEN_BEFORE: Final = frozenset(WORDS["risen_before"])
RISEN_BETWEEN: Final = frozenset(WORDS["risen_between"])
BARRIERS: Final = frozenset(WORDS["change_barriers"]) | {""}
REACH: Final = 9
WAYS: Final = frozenset(DIRECTIONS.values())


def governing(w: Window, link: int) -> str:
    """up, down or either, where a word of change governs the preposition at token `link`; else an empty string."""
    if w.low[link] == "by" and w.low[link - 1].endswith(("ed", "en")) and w.low[link - 1] not in CHANGES:
        return ""  # "climbed aboard, followed by five more"
    for at in range(link - 1, max(-1, link - 1 - REACH), -1):
        word = w.low[at]
        if word in CHANGES:
            return CHANGES[word]
        if word in BARRIERS or word[0].isdecimal() or not (word[0].isalpha() or word in "'’$"):
            return ""
    return ""


def of_a_figure(w: Window, link: int) -> str:
    """The same for "to" before one number, where what changed is a figure: "raised the toll to 41"."""
    found = governing(w, link)
    return found if found and names_figure(w.low[max(0, link - REACH) : link]) else ""


def names_figure(words: Iterable[str]) -> bool:
    """One of the words is a noun for a figure."""
    return not FIGURE_NOUNS.isdisjoint(words)


def between(w: Window, link: int, first: float, second: float) -> str:
    """Which way a change "from first to second" went; an empty string where none governs, or it went the other way."""
    found = governing(w, link)
    went = "up" if second > first else "down" if second < first else ""
    return went if found in ("either", went) else ""


def risen(w: Window, up: int) -> bool:
    """ "toll up to 24", "the toll is now up to 24", "went up to 24": the "up" at this token is no bound."""
    at = up - 1
    while w.low[at] in RISEN_BETWEEN and at > up - 4:
        at -= 1
    return w.low[at] in RISEN_BEFORE


def near(w: Window, start: int) -> str:
    """The direction of the number at token `start` behind "by", or behind "to" and a figure."""
    word = w.low[start - 1]
    found = governing(w, start - 1) if word == "by" else of_a_figure(w, start - 1) if word == "to" else ""
    return found if found in WAYS else ""

"""The words around a number that bound it ("at least 17", "17 or more") and that say which way it moved ("rose to 17").

Here belong quantifier and direction. Values come from number.py; what the number counts from counted.py.
"""

from dataclasses import dataclass

from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import BEFORE, BEHIND, DIRECTION_BETWEEN, DIRECTIONS, NOT_BEFORE_TIME

BOUNDS = frozenset({"at_least", "more_than", "at_most", "less_than", "nearly"})
ARTICLES = frozenset({"a", "an", "the"})


@dataclass(slots=True)
class Bound:
    """A quantifier (`nearly` is about with a ceiling) and the tokens [start, end) that it covers with its number."""

    quantifier: str
    start: int
    end: int


def bound_before(w: Window, start: int, is_time: bool) -> Bound:
    """What stands before token `start`; "more than about" is more_than, the stronger of the two."""
    found, at = "exact", start
    for _ in range(3):
        match = phrase_before(w, at)
        if match is None and at and w.low[at - 1] in ARTICLES:
            match = phrase_before(w, at - 1)
        if match is None:
            break
        words, group = match
        if is_time and len(words) == 1 and words[0] in NOT_BEFORE_TIME:
            break
        at = at - len(words) - (w.low[at - 1] != words[-1])
        found = group if found == "exact" or group in BOUNDS else found
    return Bound(found, at, start)


def phrase_before(w: Window, end: int) -> tuple[tuple[str, ...], str] | None:
    """The longest quantifier phrase that ends right before token `end`, and its group."""
    if not end:
        return None
    for words, group in BEFORE.get(w.low[end - 1], ()):
        if len(words) <= end and tuple(w.low[end - len(words) : end]) == words:
            return words, group
    return None


def bound_behind(w: Window, end: int) -> Bound | None:
    """What stands from token `end` on, a hyphen aside ("100-plus", "20-odd")."""
    at = end + 1 if end < len(w.low) and w.low[end] in "-‐‑–" else end
    if at >= len(w.low):
        return None
    for words, group in BEHIND.get(w.low[at], ()):
        if tuple(w.low[at : at + len(words)]) == words:
            if words == ("max",) and w.words[at] != "max":
                continue
            return Bound(group, end, at + len(words))
    return None


def direction_before(w: Window, start: int) -> str:
    """up or down where a verb of movement leads to token `start` over small words only."""
    for at in range(start - 1, max(-1, start - 6), -1):
        word = w.low[at]
        if word in DIRECTIONS:
            return "" if word == "up" and w.low[at + 1 : at + 2] == ["to"] and at + 2 >= start else DIRECTIONS[word]
        if word not in DIRECTION_BETWEEN:
            return ""
    return ""

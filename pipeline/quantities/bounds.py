"""The words around a number that bound it ("at least 17", "17 or more") and that say which way it moved ("rose to 17").

Here belong quantifier and direction. Values come from number.py; what the number counts from counted.py.
"""

from typing import Final

from pipeline.quantities import changes
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import (
    BEFORE,
    BEHIND,
    CARDINALS,
    DIRECTION_BETWEEN,
    DIRECTIONS,
    NOT_BEFORE_TIME,
    NOUNS,
    WORDS,
)

STRONG: Final = frozenset({"at_least", "more_than", "at_most", "less_than", "nearly"})
"""Quantifiers that win over "about" and "exactly" beside them: "more than about 20" is more than 20."""
UNHYPHENED: Final = frozenset({"odd", "plus"})
NO_NOUNS: Final = frozenset(NOUNS["stops"]) | frozenset(CARDINALS)
LIMITS: Final = frozenset({"at_least", "more_than", "at_most", "less_than"})
HYPHEN_ONLY: Final = frozenset(WORDS["hyphen_only"])
BOUNDS_TIME_BEHIND: Final = frozenset(WORDS["bounds_time_behind"])
JOINED: Final = frozenset("-‐‑–")
ONLY_BEHIND: Final[dict[str, frozenset[str]]] = {
    word: frozenset(before) for word, before in WORDS["only_behind"].items()
}
NEVER_BEHIND: Final[dict[str, frozenset[str]]] = {
    word: frozenset(before) for word, before in WORDS["never_behind"].items()
}
UP_TO: Final = ("up", "to")
TAKES_AMOUNT: Final = frozenset(WORDS["takes_amount"])


def before(w: Window, start: int, is_time: bool) -> tuple[str, int]:
    """The quantifier of the words before token `start`, and the token that they begin at."""
    found, at = "exact", start
    for _ in range(3):
        end = at
        match = phrase_before(w, end)
        if match is None and w.low[end - 1] in ("a", "an"):
            end -= 1
            match = phrase_before(w, end)
        if match is None or (is_time and takes_time(w, end, match[0])):
            break
        words, group = match
        if words == UP_TO and changes.risen(w, end - 2):
            break
        at = end - len(words)
        if found == "exact" or (found == "about" and group in STRONG):
            found = group
    return found, at


def takes_time(w: Window, end: int, words: tuple[str, ...]) -> bool:
    """ "Over three days" is how long something took; "in under two hours" is a bound."""
    return len(words) == 1 and words[0] in NOT_BEFORE_TIME and w.low[end - 2] not in BOUNDS_TIME_BEHIND


def phrase_before(w: Window, end: int) -> tuple[tuple[str, ...], str] | None:
    """The longest quantifier phrase that ends right before token `end`, and its group."""
    for words, group in BEFORE.get(w.low[end - 1], ()):
        size = len(words)
        if words[0] in ONLY_BEHIND and w.low[end - 2] not in ONLY_BEHIND[words[0]]:
            continue
        if size == 1 and w.low[end - 2] in NEVER_BEHIND.get(words[0], ()):
            continue
        if size == 1 or (size <= end and tuple(w.low[end - size : end]) == words):
            return words, group
    return None


def behind(w: Window, end: int) -> tuple[str, int] | None:
    """The quantifier of the words from token `end` on ("100-plus", "17 or more") and the token behind them."""
    hyphen = w.low[end] in JOINED
    at = end + hyphen
    for words, group in BEHIND.get(w.low[at], ()):
        after = at + len(words)
        if len(words) > 1 and tuple(w.low[at:after]) != words:
            continue
        if words[0] in HYPHEN_ONLY and not hyphen and not stands_alone(w, at):
            continue
        if w.low[after][:1].isdecimal() or (words[0] == "at" and w.low[after] in BEFORE_A_NUMBER):
            continue
        if words[-1] == "up" and w.low[after] == "to":  # "two men and up to four others"
            continue
        return group, after
    return None


def stands_alone(w: Window, at: int) -> bool:
    """ "20 odd men", "30 plus cows": the word at token `at` bounds without a hyphen, between digits and a noun."""
    noun = w.words[at + 1].isalpha() and w.low[at + 1] not in NO_NOUNS
    return w.low[at] in UNHYPHENED and noun and (w.low[at] == "odd" or w.low[at - 1][:1].isdecimal())


BEFORE_A_NUMBER: Final = frozenset(CARDINALS) | {"a", "another"}


def direction(w: Window, start: int, is_count: bool) -> str:
    """up or down where a verb of movement leads to token `start` over small words only."""
    joined = False
    for at in range(start - 1, max(-1, start - 6), -1):
        word = w.low[at]
        if word in DIRECTIONS:
            if w.low[at + 1] == "to" and word == "up" and not w.low[at - 1].isalpha():
                return ""
            return DIRECTIONS[word] if joined or not (is_count or word in TAKES_AMOUNT) else ""
        if word not in DIRECTION_BETWEEN:
            return ""
        joined = joined or word in ("to", "by")
    return ""

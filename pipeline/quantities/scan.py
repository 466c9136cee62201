"""Where in a text numbers may stand: short windows of tokens around digits and number words.

Here belongs the fast pass over the whole text. What a window says belongs to the other modules of this folder; nothing
here knows a value.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

DIGITS = re.compile(r"[\d½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞]+")
PARTS = re.compile(r"(?:\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_) ?|\s+")
"""A number, a word (with inner apostrophes) or one mark, each with the blank behind it; or other white space. Together
they cover every character."""
PADDING = 8
"""Empty tokens behind the last, so that looking a few tokens ahead, or behind the first, needs no check."""

REACH_LEFT = 60
REACH_RIGHT = 70
"""Characters around a number that can say what it is: quantifier and verb before, unit and noun behind."""

NO_WORDS, NO_STARTS, NO_ENDS = [""] * PADDING, [-1] * PADDING, [-2] * PADDING
LETTERS_TO_THEMSELVES = bytes(i if chr(i).isalpha() and i < 128 else 32 for i in range(256))


@dataclass(slots=True)
class Window:
    """Tokens around one or more numbers of a sentence. Offsets are those of the field's text.

    words: as written; low: lower case, typographic apostrophes made straight. White space is left out: token i touches
    token i - 1 where `ends[i - 1] == starts[i]`. Behind the n tokens stand empty ones, which index -1 reaches too.
    """

    text: str
    sentence_no: int
    opens: bool
    """The first token is the first of its sentence."""
    first: int
    """Offset of the first number or number word that this window is for; those before it belong to another window."""
    last: int
    n: int
    words: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]

    def touches(self, i: int) -> bool:
        """No white space between token i and the one before it."""
        return self.ends[i - 1] == self.starts[i]

    def token_behind(self, i: int, offset: int) -> int:
        """The first token from i on that starts at or behind `offset`."""
        while i < self.n and self.starts[i] < offset:
            i += 1
        return i


def windows(text: str, sentences: list[tuple[int, int]], words: frozenset[str]) -> Iterator[Window]:
    """The windows of all sentences that hold a digit or one of `words`, in order."""
    positions = candidates(text, words)
    starts = [start for start, _ in sentences]
    i, n = 0, len(positions)
    while i < n:
        first = positions[i]
        no = bisect_right(starts, first) - 1
        if no < 0 or first >= sentences[no][1]:
            i += 1
            continue
        start, end = sentences[no]
        last = first
        while i < n and positions[i] < end and positions[i] - last <= REACH_LEFT:
            last = positions[i]
            i += 1
        yield cut(text, no, start, end, first, last)


def candidates(text: str, words: frozenset[str]) -> list[int]:
    """Ascending positions of digit runs and of the words, each where it starts."""
    lower = lower_same_length(text)
    positions = [match.start() for match in DIGITS.finditer(lower)]
    letters = lower.encode("ascii", "replace").translate(LETTERS_TO_THEMSELVES)
    present = words.intersection(letters.decode("ascii").split())
    for word in present:
        positions.extend(occurrences(lower, word))
    positions.sort()
    return positions


def occurrences(lower: str, word: str) -> Iterator[int]:
    """Where the word stands by itself, not as a part of another word."""
    length = len(word)
    at = lower.find(word)
    while at >= 0:
        after = at + length
        if not (at and lower[at - 1].isalpha()) and not lower[after : after + 1].isalpha():
            yield at
        at = lower.find(word, after)


def lower_same_length(text: str) -> str:
    """Lower case with every offset kept: the few letters whose lower case is longer stay as they are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def cut(text: str, no: int, start: int, end: int, first: int, last: int) -> Window:
    """The tokens from a little before `first` to a little behind `last`, within the sentence and at white space."""
    left = start if first - start <= REACH_LEFT else word_start(text, first - REACH_LEFT, first)
    right = end if end - last <= REACH_RIGHT else word_end(text, last + REACH_RIGHT, last)
    parts = PARTS.findall(text, left, right)
    starts = list(accumulate(map(len, parts), initial=left))
    starts.pop()
    words = [part.rstrip() for part in parts]
    if "" in words:
        starts = [at for at, word in zip(starts, words, strict=True) if word]
        words = list(filter(None, words))
    low = [word.lower() for word in words]
    if "’" in text:
        low = [word.replace("’", "'") for word in low]
    ends = [at + len(word) for at, word in zip(starts, words, strict=True)]
    n = len(words)
    words += NO_WORDS
    low += NO_WORDS
    starts += NO_STARTS
    ends += NO_ENDS
    return Window(text, no, left == start, first, last, n, words, low, starts, ends)


def word_start(text: str, at: int, limit: int) -> int:
    """The start of the first whole word at or behind `at`; `at` itself when no white space comes before `limit`."""
    for i in range(at, limit):
        if text[i].isspace():
            return i
    return at


def word_end(text: str, at: int, limit: int) -> int:
    """The end of the last whole word at or before `at`; `at` itself when no white space comes behind `limit`."""
    for i in range(at, limit, -1):
        if text[i - 1].isspace():
            return i
    return at

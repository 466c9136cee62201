"""Where in a text numbers may stand: short windows of tokens around digits and number words.

Here belongs the fast pass over the whole text. What a window says belongs to the other modules of this folder; nothing
here knows a value.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from operator import add
from typing import Final

PARTS: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]|_")
"""A word (with inner apostrophes), a number, or one mark."""
MARKS: Final = frozenset(",.;:?!)")
PADDING: Final = 8
"""Empty tokens behind the last, so that looking a few tokens ahead, or behind the first, needs no check."""

REACH_LEFT: Final = 50
REACH_RIGHT: Final = 60
REACH: Final = REACH_LEFT + REACH_RIGHT
"""Characters around a number that can say what it is: quantifier and verb before, unit and noun behind."""

NO_WORDS: Final = [""] * PADDING
NO_STARTS: Final = [-1] * PADDING
NO_ENDS: Final = [-2] * PADDING
DIGIT: Final = ord("0")
BLANK: Final = ord(" ")
LATIN: Final = bytes(
    DIGIT if chr(i).isdecimal() or chr(i) in "¼½¾" else ord(chr(i).lower()) if chr(i).isalpha() and i != 0xAA else BLANK
    for i in range(256)
)
"""What each Latin-1 character is to the scan: a digit, a lower-case letter, or something between words."""
OTHER_FRACTIONS: Final = "⅓⅔⅕⅖⅗⅘⅛⅜⅝⅞"


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
    capitals: bool | None = None
    """No word has small letters; unknown until somebody asks."""

    def touches(self, i: int) -> bool:
        """No white space between token i and the one before it."""
        return self.ends[i - 1] == self.starts[i]

    def token_behind(self, i: int, offset: int) -> int:
        """The first token from i on that starts at or behind `offset`."""
        while i < self.n and self.starts[i] < offset:
            i += 1
        return i


def windows(text: str, sentences: list[tuple[int, int]], words: dict[bytes, bytes]) -> Iterator[Window]:
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
        while i < n and positions[i] < end and positions[i] - last <= REACH:
            last = positions[i]
            i += 1
        yield cut(text, no, start, end, first, last)


def candidates(text: str, words: dict[bytes, bytes]) -> list[int]:
    """Ascending positions of digit runs and of the words, where they start. Digits of other scripts are not read.

    `words` are in lower case, each with the same between blanks.
    """
    letters = b" " + text.encode("latin-1", "replace").translate(LATIN) + b" "
    positions = digit_runs(letters)
    at = 0
    for word in filter(words.__contains__, letters.split()):
        at = letters.find(words[word], at)
        positions.append(at)
        at += len(word) + 1
    if not text.isascii() and any(sign in text for sign in OTHER_FRACTIONS):
        positions.extend(i for i, character in enumerate(text) if character in OTHER_FRACTIONS)
    positions.sort()
    return positions


def digit_runs(letters: bytes) -> list[int]:
    """Where runs of digits start, in a text that one blank was put before."""
    positions = []
    at = letters.find(DIGIT)
    while at >= 0:
        positions.append(at - 1)
        at += 1
        while letters[at] == DIGIT:
            at += 1
        at = letters.find(DIGIT, at)
    return positions


def cut(text: str, no: int, start: int, end: int, first: int, last: int) -> Window:
    """The tokens from a little before `first` to a little behind `last`, within the sentence and at white space."""
    left = start if first - start <= REACH_LEFT else word_start(text, first - REACH_LEFT, first)
    right = end if end - last <= REACH_RIGHT else word_end(text, last + REACH_RIGHT, last)
    words, starts = tokens(text, left, right)
    low = list(map(str.lower, words))
    if text.find("’", left, right) >= 0:
        low = [word.replace("’", "'") for word in low]
    ends = list(map(add, starts, map(len, words)))
    n = len(words)
    words += NO_WORDS
    low += NO_WORDS
    starts += NO_STARTS
    ends += NO_ENDS
    return Window(text, no, left == start, first, last, n, words, low, starts, ends)


def tokens(text: str, left: int, right: int) -> tuple[list[str], list[int]]:
    """The tokens of text[left:right] and where they start.

    Most words of a text are letters between blanks; only the others need the regular expression, which takes several
    times as long as splitting.
    """
    words: list[str] = []
    starts: list[int] = []
    for chunk, at in chunks(text, left, right):
        if chunk.isalpha():
            words.append(chunk)
            starts.append(at)
        elif chunk[-1] in MARKS and chunk[:-1].isalpha():
            words += (chunk[:-1], chunk[-1])
            starts += (at, at + len(chunk) - 1)
        else:
            for match in PARTS.finditer(chunk):
                words.append(match.group())
                starts.append(at + match.start())
    return words, starts


def chunks(text: str, left: int, right: int) -> Iterator[tuple[str, int]]:
    """What stands between white space in text[left:right], and where it starts."""
    segment = text[left:right]
    found = segment.split()
    at = left + len(segment) - len(segment.lstrip())
    if len(segment.strip()) == sum(map(len, found)) + len(found) - 1:  # one blank between any two, as nearly always
        return zip(found, accumulate((len(chunk) + 1 for chunk in found), initial=at), strict=False)
    starts = []
    for chunk in found:
        at = text.index(chunk, at)
        starts.append(at)
        at += len(chunk)
    return zip(found, starts, strict=True)


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

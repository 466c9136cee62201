"""Where in a text numbers may stand: short windows of tokens around digits and number words.

Here belongs the fast pass over the whole text. What a window says belongs to the other modules of this folder; nothing
here knows a value.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.reading.tokens import Sentence

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


class Window:
    """Tokens around one or more numbers of a sentence. Offsets are those of the field's text.

    words: as written; low: lower case, typographic apostrophes made straight. White space is left out: token i touches
    token i - 1 where `ends[i - 1] == starts[i]`. Behind the n tokens stand empty ones, which index -1 reaches too.
    opens: the first token is the first of its sentence. first, last: offsets of the first and last number or number
    word that this window is for; those around them belong to another window. capitals: no word has small letters;
    unknown until somebody asks.
    """

    __slots__ = ("capitals", "ends", "first", "last", "low", "n", "opens", "sentence_no", "starts", "text", "words")

    def __init__(self, text: str, sentence_no: int, opens: bool, first: int, last: int, n: int, words: list[str],
                 low: list[str], starts: list[int], ends: list[int]) -> None:  # fmt: skip
        self.text, self.sentence_no, self.opens, self.first, self.last = text, sentence_no, opens, first, last
        self.n, self.words, self.low, self.starts, self.ends = n, words, low, starts, ends
        self.capitals: bool | None = None

    def touches(self, i: int) -> bool:
        """No white space between token i and the one before it."""
        return self.ends[i - 1] == self.starts[i]

    def token_behind(self, i: int, offset: int) -> int:
        """The first token from i on that starts at or behind `offset`."""
        while i < self.n and self.starts[i] < offset:
            i += 1
        return i


def windows(text: str, sentences: Sequence[Sentence], words: dict[bytes, bytes]) -> Iterator[Window]:
    """The windows of all sentences that hold a digit or one of `words`, in order."""
    positions = candidates(text, words)
    starts = [sentence.start for sentence in sentences]
    i, n = 0, len(positions)
    while i < n:
        first = positions[i]
        no = bisect_right(starts, first) - 1
        if no < 0 or first >= sentences[no].end:
            i += 1
            continue
        end = sentences[no].end
        last = first
        while i < n and positions[i] < end and positions[i] - last <= REACH:
            last = positions[i]
            i += 1
        yield cut(sentences[no], first, last)


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


def cut(sentence: Sentence, first: int, last: int) -> Window:
    """The tokens from a little before `first` to a little behind `last`, within the sentence and at white space."""
    text, start, end = sentence.text, sentence.start, sentence.end
    left = start if first - start <= REACH_LEFT else word_start(text, first - REACH_LEFT, first)
    right = end if end - last <= REACH_RIGHT else word_end(text, last + REACH_RIGHT, last)
    starts = sentence.starts
    begin = 0 if left == start else bisect_left(starts, left)
    behind = len(starts) if right == end else bisect_left(starts, right)
    words, low, starts = sentence.words[begin:behind], sentence.lower[begin:behind], starts[begin:behind]
    ends = [at + len(word) for at, word in zip(starts, words, strict=True)]
    n = len(words)
    words += NO_WORDS
    low += NO_WORDS
    starts += NO_STARTS
    ends += NO_ENDS
    return Window(text, sentence.no, left == start, first, last, n, words, low, starts, ends)


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

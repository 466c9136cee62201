"""A sentence as tokens with offsets: what every part of the claims grammar looks at."""

import re

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")
"""A number, a word (with inner apostrophes), or one mark. Hyphens are marks of their own."""


class Sentence:
    """One sentence of a field. Offsets are those of the field's text, so `text[starts[i]:ends[i]]` is token i.

    words: tokens as written; lower: the same in lower case, typographic apostrophes made straight; starts, ends: made
    when first asked for, since most sentences give no claim. is_upper: no lower-case letter, so that capitals say
    nothing about names.
    """

    __slots__ = ("_ends", "_starts", "end", "is_upper", "lower", "no", "start", "text", "words")

    def __init__(self, text: str, no: int, start: int, end: int) -> None:
        piece = text[start:end]
        self.text, self.no, self.start, self.end = text, no, start, end
        self.words: list[str] = tokens(piece)
        self.is_upper = piece.isupper()
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None
        self.lower: list[str] = in_lower_case(self.words)

    @property
    def starts(self) -> list[int]:
        """First character of each token."""
        if self._starts is None:
            self._starts = self._locate()
        return self._starts

    @property
    def ends(self) -> list[int]:
        """Behind the last character of each token."""
        if self._ends is None:
            self._ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        return self._ends

    def _locate(self) -> list[int]:
        """Between tokens is nothing but white space, so that the next place a token is found at is its own."""
        starts, at, find = [], self.start, self.text.find
        for word in self.words:
            at = find(word, at)
            starts.append(at)
            at += len(word)
        return starts


def tokens(piece: str) -> list[str]:
    """The tokens of a text. Most stand between blanks: only the others need the regular expression, the slower way."""
    found: list[str] = []
    for part in piece.split():
        if part.isalpha():
            found.append(part)
        elif part[-1] in ",." and part[:-1].isalpha():
            found += (part[:-1], part[-1])
        else:
            found += TOKEN.findall(part)
    return found


def in_lower_case(words: list[str]) -> list[str]:
    """The tokens in lower case with straight apostrophes; no token holds a line's end, so one string serves them all."""
    return "\n".join(words).lower().replace("’", "'").split("\n") if words else []


def tokenise(text: str, no: int, start: int, end: int) -> Sentence:
    """The sentence text[start:end] with its tokens."""
    return Sentence(text, no, start, end)

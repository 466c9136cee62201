"""A sentence as tokens with offsets: what every part of the claims grammar looks at."""

import re
from typing import Final

TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")
"""A number, a word (with inner apostrophes), or one mark. Hyphens are marks of their own."""


class Sentence:
    """One sentence of a field. Offsets are those of the field's text, so `text[starts[i]:ends[i]]` is token i.

    Tokens are made when first asked for, since most sentences are asked for little.
    """

    __slots__ = ("_ends", "_lower", "_starts", "_words", "end", "no", "start", "text")

    def __init__(self, text: str, no: int, start: int, end: int) -> None:
        self.text, self.no, self.start, self.end = text, no, start, end
        self._words: list[str] | None = None
        self._lower: list[str] | None = None
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None

    @property
    def words(self) -> list[str]:
        """Tokens as written."""
        if self._words is None:
            self._words = tokens(self.text[self.start : self.end])
        return self._words

    @property
    def lower(self) -> list[str]:
        """Tokens in lower case, typographic apostrophes made straight."""
        if self._lower is None:
            self._lower = in_lower_case(self.words)
        return self._lower

    @property
    def starts(self) -> list[int]:
        """Where tokens start. Between them is nothing but white space: the next place one is found at is its own."""
        if self._starts is None:
            self._starts, at, find = [], self.start, self.text.find
            for word in self.words:
                at = find(word, at)
                self._starts.append(at)
                at += len(word)
        return self._starts

    @property
    def ends(self) -> list[int]:
        """Where tokens end."""
        if self._ends is None:
            self._ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        return self._ends

    @property
    def is_upper(self) -> bool:
        """No lower-case letter, so that capitals say nothing about names."""
        return self.text[self.start : self.end].isupper()


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
    """The tokens in lower case with straight apostrophes. No token holds a line's end, so one string serves for all."""
    return "\n".join(words).lower().replace("’", "'").split("\n") if words else []


def tokenise(text: str, no: int, start: int, end: int) -> Sentence:
    """The sentence text[start:end] with its tokens."""
    return Sentence(text, no, start, end)

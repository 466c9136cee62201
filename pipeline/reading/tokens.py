"""A sentence as tokens with offsets: what everything looks at that reads numbers or claims.

Here belongs how text is cut into tokens, once a sentence for all who ask. Where a sentence ends belongs in
sentences.py; what tokens mean belongs to quantities and claims.
"""

import re
from typing import Final

TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")
"""A number, a word (with inner apostrophes), or one mark. Hyphens are marks of their own."""
MOST: Final = 1 << 13
LONGEST: Final = 24
"""Parts that are remembered, and their characters: memory stays the same however much is read."""


class Parts:
    """What stands between blanks and is no plain word, cut into tokens: "(Zelvik)", "23-year-old". Many come again."""

    def __init__(self) -> None:
        self._known: dict[str, list[str]] = {}

    def cut(self, part: str) -> list[str]:
        """The tokens of a part, which holds no white space."""
        found = self._known.get(part)
        if found is None:
            found = TOKEN.findall(part)
            if len(self._known) >= MOST:
                self._known.clear()
            if len(part) <= LONGEST:
                self._known[part] = found
        return found


PARTS: Final = Parts()


class Sentence:
    """One sentence of a field. Offsets are those of the field's text, so `text[starts[i]:ends[i]]` is token i.

    Tokens are made when first asked for, since many sentences are never asked.
    """

    __slots__ = ("_ends", "_is_upper", "_lower", "_starts", "_words", "end", "no", "start", "text")

    def __init__(self, text: str, no: int, start: int, end: int) -> None:
        self.text, self.no, self.start, self.end = text, no, start, end
        self._words: list[str] | None = None
        self._lower: list[str] | None = None
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None
        self._is_upper: bool | None = None

    @property
    def words(self) -> list[str]:
        """Tokens as written."""
        if self._words is None:
            self._words = cut(self.text[self.start : self.end])
        return self._words

    @property
    def lower(self) -> list[str]:
        """Tokens in lower case, typographic apostrophes made straight. None holds a line's end: one string does."""
        if self._lower is None:
            words = self.words
            self._lower = "\n".join(words).lower().replace("’", "'").split("\n") if words else []
        return self._lower

    @property
    def starts(self) -> list[int]:
        """Where tokens start. Between them is nothing but white space: the next place one is found at is its own."""
        if self._starts is None:
            starts, at, text = list[int](), self.start, self.text
            for word in self.words:
                at = text.find(word, at)
                starts.append(at)
                at += len(word)
            self._starts = starts
        return self._starts

    @property
    def ends(self) -> list[int]:
        """Where tokens end."""
        if self._ends is None:
            self._ends = [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]
        return self._ends

    def joins(self, at: int) -> bool:
        """The hyphen at a token makes one word of those beside it: "chair-lady", but not "year-old"."""
        words = self.words[at - 1 : at + 2]
        tight = at > 0 and self.ends[at - 1] == self.starts[at] and self.starts[at + 1 : at + 2] == [self.ends[at]]
        return tight and words[0].isalpha() and words[2].isalpha() and words[2].lower() != "old"

    @property
    def is_upper(self) -> bool:
        """No lower-case letter, so that capitals say nothing about names."""
        if self._is_upper is None:
            self._is_upper = self.text[self.start : self.end].isupper()
        return self._is_upper

    def written(self, first: int, last: int) -> str:
        """Tokens first..last (end exclusive) as they stand in the text."""
        starts, behind = self.starts, last - 1
        return self.text[starts[first] : starts[behind] + len(self.words[behind])]


def cut(piece: str) -> list[str]:
    """The tokens of a text. Most stand between blanks or before one mark: only the others need a regular expression."""
    found: list[str] = []
    for part in piece.split():
        if part.isalpha():
            found.append(part)
        elif part[-1] in ",." and part[:-1].isalpha():
            found += (part[:-1], part[-1])
        else:
            found += PARTS.cut(part)
    return found


def tokenise(text: str, no: int, start: int, end: int) -> Sentence:
    """The sentence text[start:end] with its tokens."""
    return Sentence(text, no, start, end)

"""A sentence as tokens with offsets: what everything looks at that reads numbers or claims.

Here belongs how text is cut into tokens, once a sentence for all who ask. Where a sentence ends belongs in
sentences.py; what tokens mean belongs to quantities and claims.
"""

import re
from typing import Final

TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")
"""A number, a word (with inner apostrophes), or one mark. Hyphens are marks of their own."""
MOST: Final = 1 << 15
LONGEST: Final = 24
"""Parts that are remembered, and their characters: memory stays the same however much is read."""


class Part:
    """What stands between blanks, as tokens: words as written, lower as Sentence.lower has them; is_one: a token."""

    __slots__ = ("is_one", "lower", "words")

    def __init__(self, part: str) -> None:
        self.words: list[str] = [part] if part.isalpha() else TOKEN.findall(part)
        self.lower: list[str] = [word.lower().replace("’", "'") for word in self.words]
        self.is_one: bool = len(self.words) == 1


class Parts:
    """What stood between blanks. Most of it comes again, as the same strings, which are found faster everywhere."""

    def __init__(self) -> None:
        self._known: dict[str, Part] = {}

    def of(self, part: str) -> Part:
        """The tokens of a part, which holds no white space."""
        found = self._known.get(part)
        if found is None:
            found = Part(part)
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

    def _cut(self) -> None:
        words, lower = list[str](), list[str]()
        for piece in self.text[self.start : self.end].split():
            part = PARTS.of(piece)
            if part.is_one:
                words.append(part.words[0])
                lower.append(part.lower[0])
            else:
                words += part.words
                lower += part.lower
        self._words, self._lower = words, lower

    @property
    def words(self) -> list[str]:
        """Tokens as written."""
        if self._words is None:
            self._cut()
        assert self._words is not None
        return self._words

    @property
    def lower(self) -> list[str]:
        """Tokens in lower case, typographic apostrophes made straight."""
        if self._lower is None:
            self._cut()
        assert self._lower is not None
        return self._lower

    @property
    def starts(self) -> list[int]:
        """Where tokens start. Between them is nothing but white space."""
        if self._starts is None:
            starts, at, text = list[int](), self.start, self.text
            for word in self.words:
                while text[at].isspace():
                    at += 1
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


def tokenise(text: str, no: int, start: int, end: int) -> Sentence:
    """The sentence text[start:end] with its tokens."""
    return Sentence(text, no, start, end)

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


class Token:
    """One token: as written; in lower case, typographic apostrophes made straight; where in its part it starts."""

    __slots__ = ("lower", "offset", "word")

    def __init__(self, word: str, offset: int) -> None:
        self.word, self.lower, self.offset = word, word.lower().replace("’", "'"), offset


class Parts:
    """What stands between blanks and is no plain word, cut into tokens: "said.", "23-year-old". Many come again."""

    def __init__(self) -> None:
        self._known: dict[str, list[Token]] = {}

    def cut(self, part: str) -> list[Token]:
        """The tokens of a part, which holds no white space."""
        found = self._known.get(part)
        if found is None:
            found = [Token(match.group(), match.start()) for match in TOKEN.finditer(part)]
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
        self._lower: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] | None = None
        self._is_upper: bool | None = None

    @property
    def words(self) -> list[str]:
        """Tokens as written."""
        return self._words if self._words is not None else self._cut()

    @property
    def lower(self) -> list[str]:
        """Tokens in lower case, typographic apostrophes made straight."""
        if self._words is None:
            self._cut()
        return self._lower

    @property
    def starts(self) -> list[int]:
        """Where tokens start."""
        if self._words is None:
            self._cut()
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

    def _cut(self) -> list[str]:
        words, lower, starts, text, at = list[str](), self._lower, self._starts, self.text, self.start
        for part in text[self.start : self.end].split():
            at = text.find(part, at)
            if part.isalpha():  # as most are
                words.append(part)
                lower.append(part.lower())
                starts.append(at)
            else:
                for token in PARTS.cut(part):
                    words.append(token.word)
                    lower.append(token.lower)
                    starts.append(at + token.offset)
            at += len(part)
        self._words = words
        return words


def tokenise(text: str, no: int, start: int, end: int) -> Sentence:
    """The sentence text[start:end] with its tokens."""
    return Sentence(text, no, start, end)

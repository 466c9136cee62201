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
        self.words: list[str] = TOKEN.findall(piece)
        self.is_upper = piece.isupper()
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None
        lower = TOKEN.findall(piece.lower().replace("’", "'"))
        # Lower case can be longer than the original in a few scripts.
        self.lower: list[str] = lower if len(lower) == len(self.words) else [w.lower().replace("’", "'") for w in self.words]

    @property
    def starts(self) -> list[int]:
        """First character of each token."""
        if self._starts is None:
            self._locate()
        return self._starts or []

    @property
    def ends(self) -> list[int]:
        """Behind the last character of each token."""
        if self._ends is None:
            self._locate()
        return self._ends or []

    def _locate(self) -> None:
        spans = [m.span() for m in TOKEN.finditer(self.text, self.start, self.end)]
        self._starts, self._ends = [s for s, _ in spans], [e for _, e in spans]


def tokenise(text: str, no: int, start: int, end: int) -> Sentence:
    """The sentence text[start:end] with its tokens."""
    return Sentence(text, no, start, end)

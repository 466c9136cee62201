"""A sentence as tokens with offsets: what every part of the claims grammar looks at."""

import re
from dataclasses import dataclass, field

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")
"""A number, a word (with inner apostrophes), or one mark. Hyphens are marks of their own."""


@dataclass(slots=True)
class Sentence:
    """One sentence of a field. Offsets are those of the field's text, so `text[starts[i]:ends[i]]` is token i.

    words: tokens as written; lower: the same in lower case, typographic apostrophes made straight.
    """

    text: str
    no: int
    start: int
    end: int
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    @property
    def is_upper(self) -> bool:
        """No lower-case letter: capitals say nothing about names here."""
        return self.text[self.start : self.end].isupper()


def tokenise(text: str, no: int, start: int, end: int) -> Sentence:
    """The sentence text[start:end] with its tokens."""
    sentence = Sentence(text, no, start, end)
    for match in TOKEN.finditer(text, start, end):
        sentence.words.append(match.group())
        sentence.starts.append(match.start())
        sentence.ends.append(match.end())
    sentence.lower = [w.lower().replace("’", "'") for w in sentence.words]
    return sentence

"""A sentence as tokens with offsets: what every part of the claims grammar looks at."""

import re
from collections.abc import Callable
from typing import Any

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")
"""A number, a word (with inner apostrophes), or one mark. Hyphens are marks of their own."""


class Sentence:
    """One sentence of a field. Offsets are those of the field's text, so `text[starts[i]:ends[i]]` is token i.

    words: tokens as written; lower: the same in lower case, typographic apostrophes made straight; starts, ends: first
    character, and behind the last, of each token. is_upper: no lower-case letter, so that capitals say nothing about
    names. All of these are made when first asked for, since most sentences are asked for little.
    """

    __slots__ = ("end", "ends", "is_upper", "lower", "no", "start", "starts", "text", "words")

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    is_upper: bool

    def __init__(self, text: str, no: int, start: int, end: int) -> None:
        self.text, self.no, self.start, self.end = text, no, start, end

    def __getattr__(self, name: str) -> Any:
        """Called for a slot that nothing was put in yet; a property would be called again and again."""
        if name not in Sentence.__slots__:
            raise AttributeError(name)
        made = MAKERS[name](self)
        setattr(self, name, made)
        return made


def _starts(sentence: Sentence) -> list[int]:
    """Between tokens is nothing but white space, so that the next place a token is found at is its own."""
    starts, at, find = [], sentence.start, sentence.text.find
    for word in sentence.words:
        at = find(word, at)
        starts.append(at)
        at += len(word)
    return starts


MAKERS: dict[str, Callable[[Sentence], Any]] = {
    "words": lambda s: tokens(s.text[s.start : s.end]),
    "lower": lambda s: in_lower_case(s.words),
    "starts": _starts,
    "ends": lambda s: [start + len(word) for start, word in zip(s.starts, s.words, strict=True)],
    "is_upper": lambda s: s.text[s.start : s.end].isupper(),
}


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

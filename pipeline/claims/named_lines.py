"""Lists of the dead or hurt, one named person a line, under words that say what they are: "The victims were:".

Here belongs the count of such lines. Names within a sentence are counted by constructions; tables in tabulated.py.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from pipeline import codebook
from pipeline.claims.claim import Claim
from pipeline.quantities.mention import Mention
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("grammar")["named_lines"]
RULE: Final = "named_lines"
CONFIDENCE: Final = 0.75
FEWEST: Final = 3
LONGEST: Final = 100
"""Lines that make a list; characters of one."""
NAMED: Final = re.compile(
    r"[ \t]*(?:[-*•–·]|\d{1,3}[.)])?[ \t]*(?:[A-Z][\w.'’-]*[ \t]+){1,5}[A-Z][\w.'’-]+(?:[ \t]*[,(–-][^\n:;]*)?[ \t]*\Z"
)
""" "Sgt. Carl Dreyer, 54, sheriff's office": two words in capitals at least, and what is said of them behind a mark."""
OPENS: Final = tuple(
    (measure, re.compile(rf"\b(?:{'|'.join(words)})\b[^\n]*:\s*\Z", re.I)) for measure, words in BOOK["opens"].items()
)
UNLESS: Final = re.compile(rf"\b(?:{'|'.join(BOOK['unless'])})\b", re.I)


def named_lines(field: str, text: str, sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """One claim a list: as many as have lines of their own right below the line that opens it."""
    if ":\n" not in text:
        return
    start, measure = 0, ""
    names: list[tuple[int, int]] = []
    for line in [*text.splitlines(keepends=True), ""]:
        bare = line.rstrip()
        if measure and NAMED.match(bare) and len(bare) <= LONGEST:
            names.append((start, start + len(bare)))
        elif bare or not line:
            if len(names) >= FEWEST:
                yield _claim(field, text, measure, names, sentences)
            measure, names = _opens(bare), []
        start += len(line)


def _opens(line: str) -> str:
    """The measure of the people listed below a line, empty where it opens no such list."""
    found = (measure for measure, words in OPENS if words.search(line) and not UNLESS.search(line))
    return next(found, "")


def _claim(
    field: str, text: str, measure: str, names: list[tuple[int, int]], sentences: Sequence[Sentence]
) -> Claim:
    """The claim over all lines, in the sentence in which the first of them stands."""
    n, start, end = len(names), names[0][0], names[-1][1]
    start += len(text[start:end]) - len(text[start:end].lstrip())
    no = next((one.no for one in reversed(sentences) if one.start <= start), 0)
    mention = Mention(field, no, start, end, text[start:end], n, n, n, "exact", "count", unit="person",
                      phrase_start=start, phrase_end=end)  # fmt: skip
    return Claim(mention, measure, "", "all", n, n, n, "exact", "person", RULE, CONFIDENCE, named=True, first=0, last=1)

"""Titles of other stories within a text: "RELATED: Two dead in crash", "0:50 One dead after fire" in a list of videos.

Here belongs finding such lines. What tells of the report's own story is read elsewhere.
"""

import re
from collections.abc import Sequence
from typing import Final

from pipeline import codebook
from pipeline.reading.tokens import Sentence

RUNNING_TIME: Final = re.compile(r"^\d:[0-5]\d (?=\S).*$", re.M)
"""A line that opens with a time of less than ten minutes."""
SHORT: Final = "0:"
"""How no clock writes an hour; a list of videos has one of less than a minute."""
LEAST: Final = 2
TEASER: Final = re.compile(rf"\W*(?:{'|'.join(codebook.read('pages')['teasers'])})\s*:", re.I)
LONGEST: Final = 200
"""Characters of a title; more are a text that runs on."""


def of_the_story(text: str, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences without titles of other stories."""
    titles = _videos(text)
    return [
        sentence for sentence in sentences
        if not (any(sentence.start in title for title in titles) or _is_teaser(text, sentence))
    ]


def _is_teaser(text: str, sentence: Sentence) -> bool:
    return sentence.end - sentence.start <= LONGEST and TEASER.match(text, sentence.start, sentence.end) is not None


def _videos(text: str) -> list[range]:
    """The lines of a list of videos."""
    lines = list(RUNNING_TIME.finditer(text))
    if len(lines) < LEAST or not any(line.group().startswith(SHORT) for line in lines):
        return []
    return [range(*line.span()) for line in lines]

"""Lists of a page's videos: "0:50 One dead after crash" is the title of another story.

Here belongs finding such lists by their running times. What tells of the report's own story is read elsewhere.
"""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.reading.tokens import Sentence

RUNNING_TIME: Final = re.compile(r"^\d:[0-5]\d (?=\S).*$", re.M)
"""A line that opens with a time of less than ten minutes."""
SHORT: Final = "0:"
"""How no clock writes an hour; a list of videos has one of less than a minute."""
LEAST: Final = 2


def outside_playlists(text: str, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences without the lines of a list of videos."""
    lines = list(RUNNING_TIME.finditer(text))
    if len(lines) < LEAST or not any(line.group().startswith(SHORT) for line in lines):
        return sentences
    spans = [range(*line.span()) for line in lines]
    return [sentence for sentence in sentences if not any(sentence.start in span for span in spans)]

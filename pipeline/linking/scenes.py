"""The scenes of a page: where a text that tells of several incidents turns from one to the next.

Here belongs what a page says by itself: whether it tells of several incidents, and where each of them begins. Which
scene is about the given incident is settled in roundups.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from pipeline import codebook
from pipeline.reading.sentences import split

DATELINE = re.compile(r"^(?:[A-Z][\w.,' ()]{1,40}(?:--|[–—]|- ) ?|[•*×·-] *|UPDATE:? *)?")
"""What may stand before the first words of a sentence."""

BLOCK = re.compile(r"(?<!lived )(?<!lives )(?<!home )\b(?:in|on|at|near) the \d+[ -]block of [A-Z]?\w*\.? ?[A-Z\d]\w*")
"""Where something happened: "in the 2500 block of West Broadway"."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A stretch of the text with white space flattened. first: it stands before all that opens a scene."""

    start: int
    text: str
    first: bool


def is_roundup(title: str, text: str) -> bool:
    """The page tells of several incidents that have nothing to do with one another."""
    if not (_several(title, text) or _plural(title, text) or _pattern("separate").search(text)):
        return False  # without one of these it cannot be, and a text is slow to cut
    weights = codebook.read("linking_scenes")["page"]
    score = sum(float(weights[name]["weight"]) * feature(title, text) for name, feature in PAGE.items())
    return score >= float(codebook.read("linking_scenes")["page_threshold"])


def is_of_one(title: str, text: str) -> bool:
    """Title and first lines tell of one incident, whatever follows further down."""
    return not (_several(title, text) or _plural(title, text))


def is_over_several(sentence: str) -> bool:
    """It counts several incidents, so its numbers are over them all."""
    return bool(_pattern("several").search(sentence))


def scenes(text: str) -> list[Scene]:
    """The scenes of a text whose white space is flattened, the first lines before all others."""
    begins: list[int] = []
    block = ""
    for start, end in split(text):
        sentence = text[start:end]
        found = _block(sentence)
        if start and (_opens(sentence) or (block and found and found != block)):
            begins.append(start)
            block = ""
        block = found or block
    ends = [*begins, len(text)]
    return [Scene(start, text[start:end], not start) for start, end in zip([0, *begins], ends, strict=True)]


def _opens(sentence: str) -> bool:
    begin = _bare(sentence)
    if _pattern("separate").match(begin) or _pattern("again").match(begin):
        return True
    return _tells_when(begin)


def _block(sentence: str) -> str:
    """The block in which it says that somebody was hurt; not the one in which somebody lives."""
    place = BLOCK.search(sentence)
    return place.group().lower() if place and _pattern("happenings").search(sentence) else ""


def _tells_when(begin: str) -> bool:
    """It opens with a time and tells of somebody hurt: "About 2 a.m., three people were shot on …"."""
    return bool(_pattern("times").match(begin) and _pattern("happenings").search(begin))


def _bare(sentence: str) -> str:
    return DATELINE.sub("", sentence, count=1)


# ------------------------------------------------------------------ what a page says of itself


def _separate(_title: str, text: str) -> bool:
    return any(_pattern("separate").match(_bare(text[start:end])) for start, end in split(text))


def _several(title: str, text: str) -> bool:
    return is_over_several(_head(title, text))


def _plural(title: str, text: str) -> bool:
    return bool(_pattern("plural").search(_head(title, text)))


def _times(_title: str, text: str) -> bool:
    openings = sum(_tells_when(_bare(text[start:end])) for start, end in split(text))
    return openings >= int(codebook.read("linking_scenes")["times_least"])


def _one_story(title: str, text: str) -> bool:
    return bool(_pattern("one_story").search(f"{title}\n{text}"))


PAGE: dict[str, Callable[[str, str], bool]] = {
    "separate": _separate, "several": _several, "plural": _plural, "times": _times, "one_story": _one_story,
}  # fmt: skip


def _head(title: str, text: str) -> str:
    return f"{title}\n{text[: int(codebook.read('linking_scenes')['head_chars'])]}"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Any of the expressions of this list of the codebook, from the beginning of a word on."""
    book = codebook.read("linking_scenes")
    kinds = f"(?:{'|'.join(book['incidents'])})"
    words = "|".join(book[name]).replace("INCIDENTs", f"{kinds}e?s").replace("INCIDENT", kinds)
    return re.compile(rf"\b(?:{words})", re.I)

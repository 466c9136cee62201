"""Words that stand for a number that nobody gave: "dozens", "tens of thousands", "several hundred", "a handful of".

Here belongs the least that such words allow. Where they count nothing ("the scores were level") the answer is None.
"""

from typing import Final

from pipeline.quantities.number import HYPHENS, Number, scale_words
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import (
    BEFORE_SCALE,
    CARDINALS,
    FIGURE_WORDS,
    OF_SCALES,
    PLURAL_CONTEXT,
    PLURAL_SCALES,
    PLURAL_VERBS,
    VAGUE,
    VAGUE_ALONE,
    VAGUE_NEEDS_OF,
    VAGUE_WITH_ARTICLE,
)

ARTICLES: Final = frozenset(VAGUE["articles"])
IF_NOT_MORE: Final = tuple(tuple(words.split()) for words in VAGUE["if_not_more"])


def vague_at(w: Window, i: int) -> Number | None:
    """The vague number from token i on."""
    word = w.low[i]
    if word in PLURAL_SCALES:
        return plural_scale(w, i)
    if word in BEFORE_SCALE:
        number = before_scale(w, i)
        if number is not None:
            return number
    if word in VAGUE_ALONE and w.low[i + 1] not in PLURAL_SCALES:
        return Number(i, i + 1, float(VAGUE_ALONE[word]), vague=True)
    if word in VAGUE_WITH_ARTICLE and w.low[i - 1] in ARTICLES and counts(w, i + 1):
        return Number(i, i + 1, float(VAGUE_WITH_ARTICLE[word]), vague=True)
    return None


def counts(w: Window, i: int) -> bool:
    """ "a couple of", "a couple days", "a handful more": not "a couple who"."""
    word = w.low[i]
    return word in ("of", "more") or (
        word.isalpha() and word.endswith("s") and w.low[i - 1] == "couple" and len(word) > 3
    )


def before_scale(w: Window, i: int) -> Number | None:
    """ "several hundred", "a few dozen", "many thousands", "a couple of thousand"."""
    at = i + 2 if w.low[i + 1] == "of" else i + 1
    behind, scale = scale_words(w, at)
    if scale > 1:
        return Number(i, behind, float(BEFORE_SCALE[w.low[i]] * scale), vague=True, scale=scale)
    if w.low[i + 1] in OF_SCALES:
        return Number(i, i + 2, float(BEFORE_SCALE[w.low[i]] * OF_SCALES[w.low[i + 1]]), vague=True)
    return None


def plural_scale(w: Window, i: int) -> Number | None:
    """ "dozens", "hundreds of thousands", "thousands upon thousands", "in their hundreds"."""
    word = w.low[i]
    if w.low[i + 1] == "of" and w.low[i + 2] in OF_SCALES:
        return Number(i, behind_more(w, i + 3), float(PLURAL_SCALES[word] * OF_SCALES[w.low[i + 2]]), vague=True)
    if w.low[i + 1] in ("and", "upon", "of") and w.low[i + 2] == word:
        return Number(i, i + 3, float(PLURAL_SCALES[word]), vague=True)
    end = behind_more(w, i + 1)
    told = w.low[end] == "of" or w.low[end] in PLURAL_CONTEXT or w.low[i - 1] in PLURAL_VERBS
    if word in VAGUE_NEEDS_OF and not told:
        return None
    return Number(i, end, float(PLURAL_SCALES[word]), vague=True)


def behind_more(w: Window, i: int) -> int:
    """The token behind what a plural from before token i may be besides: "dozens, if not hundreds," are dozens."""
    comma = w.low[i] == ","
    at = i + comma
    words = next((words for words in IF_NOT_MORE if tuple(w.low[at : at + len(words)]) == words), ())
    at += len(words)
    if not words or w.low[at] not in PLURAL_SCALES:
        return i
    at += 3 if w.low[at + 1] == "of" and w.low[at + 2] in OF_SCALES else 1
    return at + (comma and w.low[at] == ",")


def figures(w: Window, i: int) -> Number | None:
    """ "six-figure", "seven figures": at least the smallest number of so many digits."""
    at = i + 2 if w.low[i + 1] in HYPHENS else i + 1
    if w.low[at] not in FIGURE_WORDS or not 4 <= CARDINALS[w.low[i]] <= 12:
        return None
    return Number(i, at + 1, float(10 ** (CARDINALS[w.low[i]] - 1)), vague=True)

"""What the report around a sentence tells of its claims: a whole story is told, or another day's event.

Here belongs what reaches beyond the claim's own sentence for its scope and period. The cues of the clause itself stand
in scope.py; claims that repeat one another meet in restated.py.
"""

import datetime
from functools import lru_cache
from typing import Any, Final

from pipeline import codebook
from pipeline.claims.date_spans import find_dates
from pipeline.claims.periods import NO_DATE, ClaimPeriod, period_of
from pipeline.claims.phrases import Phrases
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("scope")
STORY_STEMS: Final = tuple(BOOK["story_stems"])
STORY_REPORTS: Final = int(BOOK["story_reports"])
BACK: Final = Phrases({"back": BOOK["back"]})
DAYS: Final = frozenset(["day", "weekday", "ago"])
PAGE: Final = 2000
"""Characters of a page: a claim's own and the one before tell what the report is about there."""


@lru_cache(maxsize=32)
def _about_story(text: str, page: int) -> bool:
    around = text[max(0, page - 1) * PAGE : (page + 1) * PAGE].lower()
    return sum(around.count(stem) for stem in STORY_STEMS) >= STORY_REPORTS


def about_story(sentence: Sentence) -> bool:
    """What the report says around this page of it is about a whole story (an uprising, a war), not one attack."""
    return _about_story(sentence.text, sentence.start // PAGE)


def has_day(sentence: Sentence) -> bool:
    """The sentence speaks of one day."""
    return any(span.anchor is not None and span.anchor.kind in DAYS for span in find_dates(sentence))


def carried_period(sentence: Sentence, previous: Sentence | None, published: datetime.date | None) -> ClaimPeriod:
    """The date of the sentence before, where this one points back at it: "that day", "the same year"."""
    if previous is None or not BACK.find(sentence.lower):
        return NO_DATE
    spans = [span for span in find_dates(previous) if span.kind != "compared"]
    return period_of(spans[-1], published) if spans else NO_DATE

"""What one side's arms killed, or whom one side lost, in a story of several sides: a part of a civil war's toll.

Here belongs the test of one claim. Whether the claim counts to date at all is settled in scope.py.
"""

import re
from functools import lru_cache
from typing import Final

from pipeline import codebook
from pipeline.claims.phrases import Phrases
from pipeline.reading.tokens import Sentence

BOOK: Final = codebook.read("scope")
MEANS: Final = Phrases({"means": BOOK["means"]})
SIDED: Final = Phrases({"sided": BOOK["sided"]})
IN_MEANS: Final = frozenset(["in", "by", "from", "during", "under"])
SPEAKING: Final = frozenset(BOOK["means_speak"])
CIVIL: Final = re.compile("|".join(map(re.escape, BOOK["civil_stems"])))
STRIKES: Final = re.compile("|".join(map(re.escape, BOOK["means"])))
CIVIL_REPORTS: Final = int(BOOK["civil_reports"])
REACH: Final = 3
"""Tokens between "killed in" and the means: "in the international air strikes"."""


@lru_cache(maxsize=32)
def _is_civil(text: str) -> bool:
    """The report speaks of a rising or a civil war far more than of the means: it is not the story of an air war."""
    lower = text.lower()
    told = len(CIVIL.findall(lower))
    return told >= CIVIL_REPORTS and told >= 2 * len(STRIKES.findall(lower))


def is_of_one_side(sentence: Sentence, start: int, first: int, last: int, end: int) -> bool:
    """ "NATO's air strikes have killed 700", "700 killed in air strikes": of the claim's clause, tokens start..end.

    Also "800 people loyal to the rebels": who stood on one side.
    """
    lower = sentence.lower
    sided = any(last <= hit.first <= last + 1 for hit in SIDED.find(lower))
    hits = [hit for hit in MEANS.find(lower) if start <= hit.first and hit.last <= end]
    does = any(hit.last <= first and SPEAKING.isdisjoint(lower[hit.last : first]) for hit in hits)
    suffers = any(hit.first >= last and _happened_in(lower[hit.first - REACH : hit.first]) for hit in hits)
    return sided or ((does or suffers) and _is_civil(sentence.text))


def _happened_in(before: list[str]) -> bool:
    return not IN_MEANS.isdisjoint(before) and "after" not in before

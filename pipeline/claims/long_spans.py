"""Counts over a month or a year: "1,112 people were killed in 2022", "34 had died from shootings in 2016".

Here belongs whether the time told is too long for one incident. What scope that makes is settled in scope.py.
"""

from itertools import pairwise
from typing import Any, Final

from pipeline import codebook
from pipeline.claims.anchors import MONTHS, YEARS
from pipeline.claims.periods import ClaimPeriod

BOOK: Final[dict[str, Any]] = codebook.read("scope")
MANY: Final = int(BOOK["many"])
MANY_WORDS: Final = frozenset(BOOK["many_words"])
YEAR: Final = "year"
LONG: Final = frozenset(["month", YEAR])
"""Precisions of a day too long for one incident that killed many, where none is named."""
MONEY: Final = "money"
"""The rule of amounts."""
SEVERAL: Final = 10
"""So many hardly die in one event that is told by its year alone."""
ARTICLES: Final = frozenset(["a", "an", "the"])


def reaches(lower: list[str], limit: int, words: frozenset[str]) -> bool:
    """The claim's own words hold a number from the limit on, or one of the words."""
    plain = (word.replace(",", "") for word in lower)
    return any(word in words or (word.isdecimal() and int(word[:12]) >= limit) for word in plain)


def is_over_long(
    lower: list[str], first: int, last: int, start: int, end: int, period: ClaimPeriod, construction: str
) -> bool:
    """ "1,112 people were killed in 2022", "in January": of many, and no single incident is named."""
    if period.precision not in LONG or construction == MONEY or not reaches(lower[first:last], MANY, MANY_WORDS):
        return False
    return any(before in ("in", "of") and (word in MONTHS or word in YEARS)
               for before, word in pairwise(lower[start:end]))


def is_years_count(
    lower: list[str], first: int, last: int, end: int, period: ClaimPeriod, year: int
) -> bool:
    """ "34 officers had died from shootings in 2016", told in that year: of many events, whatever their noun.

    year: that of publication, 0 where the report is of a whole story. end: where the clause ends.
    """
    if not year or period.precision != YEAR:
        return False
    told = any(before == "in" and word == str(year) for before, word in pairwise(lower[last:end]))
    return told and reaches(lower[first:last], SEVERAL, frozenset()) and ARTICLES.isdisjoint(lower[last:end])


def is_of_year(period: ClaimPeriod) -> bool:
    """ "Bringing the number of people shot in the city this year to 75": the period is a year, not one since when."""
    return period.precision == YEAR and period.role in ("point", "window")

"""Whether a claim is of an earlier event of the same kind, which the report only recalls.

Here belong the words that set two events against each other: the same place at another time, the count of a series.
Cues that stand for themselves ("a similar attack") are in codebook/scope.yml; dates alone are judged in dates.py.
"""

import datetime
from typing import Any, Final

from pipeline import codebook
from pipeline.claims.anchors import MONTHS
from pipeline.claims.periods import ClaimPeriod
from pipeline.claims.phrases import Phrases
from pipeline.claims.two_events import is_of_main_clause
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("scope")
INCIDENTS, OCCURRED, SPANS = (frozenset(BOOK[part]) for part in ("incidents", "occurred", "spans"))
LONG_SPANS: Final = frozenset(BOOK["long_spans"])
POINTING: Final = frozenset(["it", "this", "that"])
THAT_DAY: Final = frozenset(BOOK["that_day"])
SAME_PLACES: Final = frozenset(BOOK["same_places"])
PREPOSITIONS: Final = frozenset([*codebook.read("places")["prepositions"], "into", "over"])
"""Before the incident: an inquiry into it follows its own deaths."""
AGO: Final = frozenset(["ago", "earlier", "before", "previously"])
LAST: Final = frozenset(["last", "previous", "past"])
FOLLOWS: Final = frozenset(["follows", "followed", "following"])
SERIES: Final = Phrases({"series": BOOK["series"]})
RANKS: Final = frozenset([*codebook.read("numbers")["ordinals"], *BOOK["ranks"]]) - frozenset(["first"])
ENDINGS: Final = frozenset(codebook.read("numbers")["ordinal_endings"])
WHICH: Final = frozenset(("that", "which"))
NEAR_BY: Final = frozenset(BOOK["near_by"])
THIS: Final = frozenset(("the", "this"))
ARTICLES: Final = frozenset(("a", "an", "another"))
BE: Final = frozenset(("was", "is", "were", "are"))
APART: Final = frozenset((",", ":", ";", "-", "–", "—", "with", "and", "that"))
"""Behind one of these the sentence is back at its own event."""
SUPERLATIVES: Final = frozenset(BOOK["superlatives"])
NEAR, FAR = 6, 4
"""Tokens of a clause between "after" and a claim, and before "after" in it; between an incident and its verb."""
FRONTED: Final = frozenset(["in", "last", "during"])
"""What a month or year in front of a sentence begins with."""
BEHIND_LEAD: Final = 2
"""From this sentence on a month told in front is no longer that of the report, which may be a month's balance."""
SAME: Final = 3
"""Tokens from "same" to its noun, and from a rank to its incident."""
LONG: Final = frozenset(["month", "year"])
YEAR_DIGITS: Final = 4
FRESH: Final = datetime.timedelta(days=2)
"""A day no longer than this before publication may be that of the report's own event."""


def is_of_earlier(
    sentence: Sentence, first: int, period: ClaimPeriod, previous: Sentence | None, published: datetime.date | None
) -> bool:
    """The claim whose tokens begin at `first` is of an event before the report's own.

    published: None where the report is of a whole story, whose earlier events are its own.
    """
    lower = sentence.lower
    if _comes_after(lower, first):
        return True
    if published is None:
        return False
    old = _is_old(period, published)
    if old and not FOLLOWS.isdisjoint(lower[max(0, first - NEAR) : first]):
        return True  # "The unrest follows the stabbing of two boys last Monday."
    if old and lower[0] == "that" and lower[1:2] and lower[1] in THAT_DAY:
        return True  # "On 25 May two bombs hit the market. That day 19 people were killed."
    if "since" in lower and _compares(lower, first):
        return True
    if old and _beside(lower, first):
        return True
    past = old or _is_long_ago(lower)
    if past and "same" in lower and _at_same_place(lower) and not is_of_main_clause(lower, first):
        return True
    return old and previous is not None and _counts_off(previous)


def _comes_after(lower: list[str], first: int) -> bool:
    """ "The attack came two days after »12« people were killed", "it comes ten months after …": in another one.

    "The attack follows the killing of »two« guards" alike.
    """
    follows = next((i for i in range(max(0, first - NEAR), first) if lower[i] == "follows"), 0)
    if follows and lower[follows - 1] in INCIDENTS and PREPOSITIONS.isdisjoint(lower[max(0, follows - FAR) : follows]):
        return True
    after = next((i for i in range(first - 1, max(0, first - NEAR), -1) if lower[i] == "after"), 0)
    if not after or lower[after - 1] not in SPANS:
        return False
    verbs = [i for i in range(max(0, after - NEAR), after - 1) if lower[i] in OCCURRED]
    if any(not INCIDENTS.isdisjoint(lower[max(0, i - FAR) : i]) for i in verbs):
        return True
    return lower[after - 1] in LONG_SPANS and any(i and lower[i - 1] in POINTING for i in verbs)


def _compares(lower: list[str], first: int) -> bool:
    """ "It was the deadliest attack since a bomb killed »14« people"; not "the deadliest since 2015, with »14« dead".

    Nor "the deadliest attack since the truce killed »14« people", where the attack is the subject.
    """
    since = next((i for i in range(first - 1, 0, -1) if lower[i] == "since"), 0)
    most = next((i for i in range(max(2, since - NEAR), since) if lower[i] in SUPERLATIVES), 0)
    said = most > 0 and lower[most - 1] == "the" and (lower[most - 2] in BE or lower[most - 2] == ",")
    return said and APART.isdisjoint(lower[since:first])


def _beside(lower: list[str], first: int) -> bool:
    """ "The shooting happened a block from a Dec. 3 incident that left »five« hurt": one is set beside another."""
    told = [i for i in range(first) if lower[i] in INCIDENTS]
    if len(told) < 2 or WHICH.isdisjoint(lower[told[-1] + 1 : first]):
        return False
    if NEAR_BY.isdisjoint(lower[told[0] : told[-1]]):
        return False
    here, other = (lower[max(0, i - FAR) : i] for i in (told[0], told[-1]))
    return not THIS.isdisjoint(here) and not ARTICLES.isdisjoint(other)


def _is_old(period: ClaimPeriod, published: datetime.date) -> bool:
    """The claim's own day lies so far back that the report would not call it by its date."""
    if period.precision != "day" or period.role != "point" or not period.period_end:
        return False
    return published - datetime.date.fromisoformat(period.period_end) > FRESH


def is_of_month_before(sentence: Sentence, period: ClaimPeriod, published: datetime.date | None) -> bool:
    """ "In October, 9 were killed in the province," in a report of 4 November: told in front of a later sentence."""
    if published is None or period.precision != "month" or not period.period_end:
        return False
    if sentence.no < BEHIND_LEAD or sentence.lower[0] not in FRONTED:
        return False
    return published - datetime.date.fromisoformat(period.period_end) > FRESH


def is_of_time_named(sentence: Sentence, first: int, period: ClaimPeriod, published: datetime.date | None) -> bool:
    """ "Fewer than in October, when »131« were killed": of the month or year that "when" takes up, if it is over."""
    lower = sentence.lower
    if published is None or period.precision not in LONG or not period.period_end:
        return False
    when = next((i for i in range(first - 1, max(0, first - FAR), -1) if lower[i] == "when"), 0)
    at = when - 1 - (lower[when - 1] == ",")
    if not OCCURRED.isdisjoint(lower[max(0, at - FAR) : at]):
        return False  # "the attack came in April, when 12 people were killed"
    named = when > 1 and (lower[at] in MONTHS or (lower[at].isdecimal() and len(lower[at]) == YEAR_DIGITS))
    return named and published - datetime.date.fromisoformat(period.period_end) > FRESH


def _at_same_place(lower: list[str]) -> bool:
    """ "At the same junction", "in the same mountain range"; not "in the same attack"."""
    same = (i for i, word in enumerate(lower) if word == "same")
    return any(not SAME_PLACES.isdisjoint(lower[i + 1 : i + 1 + SAME]) for i in same)


def _is_long_ago(lower: list[str]) -> bool:
    """ "A month earlier", "two years ago", "last week", "weeks after"; hours are of the event itself."""
    return any(
        word in SPANS and not word.startswith("hour")
        and (not AGO.isdisjoint(lower[i + 1 : i + 2]) or not LAST.isdisjoint(lower[i - 1 : i]))
        for i, word in enumerate(lower)
    )


def _counts_off(sentence: Sentence) -> bool:
    """ "This is the seventh attack since May", "the latest in a series of fires": the next sentence tells of others."""
    lower = sentence.lower
    if any(not INCIDENTS.isdisjoint(lower[hit.first : hit.last + SAME]) for hit in SERIES.find(lower)):
        return True
    return any((word in RANKS or (word in ENDINGS and i and lower[i - 1].isdecimal()))
               and not INCIDENTS.isdisjoint(lower[i + 1 : i + 1 + SAME]) for i, word in enumerate(lower))

"""Which of a sentence's dates a claim takes, and what that makes of it.

Here belongs the choice. What the expressions mean stands in dates.py; what the period means for the claim's scope is
settled in scope.py.
"""

import datetime
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.claims.anchors import BOOK
from pipeline.claims.date_spans import DateSpan, counts_off, find_dates
from pipeline.claims.dates import resolve, role_of
from pipeline.reading.tokens import Sentence

Date = datetime.date
REPORTING: Final = frozenset(BOOK["reporting"])


class ClaimPeriod(NamedTuple):
    """ISO dates, empty where unknown. role: point, since, window, past, future, or none without a date."""

    period_start: str
    period_end: str
    precision: str
    role: str


NO_DATE: Final = ClaimPeriod("", "", "unknown", "none")


def _is_report_date(sentence: Sentence, span: DateSpan) -> bool:
    """ "said Monday", "told reporters on Friday", "as of Thursday": when somebody spoke."""
    lower, i = sentence.lower, span.first - 1
    if span.anchor is not None and span.anchor.kind in ("year", "month"):
        return False
    while i >= 0 and lower[i] in ("on", "late", "early", "the", "in", "earlier", ",") and span.first - i <= 3:
        i -= 1
    if i >= 0 and lower[i] in REPORTING:
        return True
    if i >= 1 and lower[i - 1 : i + 1] == ["as", "of"]:
        return True
    return any(lower[j] in ("told", "tells") for j in range(max(0, i - 5), i))


CLAUSE_MARKS: Final = {
    ",": 6, ";": 30, ":": 30, "-": 0, "–": 12, "—": 12, "(": 12, ")": 12, "but": 20, "while": 20, "although": 20,
    "though": 20, "whereas": 20, "who": 6, "which": 6, "and": 3, "after": 4, "when": 4,
}  # fmt: skip
HAPPENED: Final = frozenset(
    ["killed", "died", "were", "was", "have", "has", "had", "wounded", "injured", "dead", "hurt",
     "shot", "slain", "found", "left"]
)  # fmt: skip
RELATIVE_WORDS: Final = frozenset(["who", "which", "whose", "whom"])
PERFECT: Final = frozenset(["have", "has", "had"])
AUXILIARY: Final = frozenset(["was", "were", "has", "have", "had"])
SUBORDINATE: Final = frozenset(["that", "which", "who", "and", "but", "when", "where", "as", "he", "she", "they", "it"])
PASSED: Final = frozenset(["up", "down", "compared"])
"""Before the number that a new one replaces."""
AT_NUMBER: Final = 3
"""Tokens before a date in which its number stands: "41 people on Tuesday"."""
ASIDE_OPENS: Final = 6
"""Tokens behind a claim in which an aside on it opens."""
ASIDE_CLOSES: Final = 16
"""Tokens behind a date in which the aside that it stands in ends."""
FROM_THEN: Final = frozenset(["after", "following"])
""" "900 have fled after the war began in March": since then."""
STORIES: Final = frozenset(BOOK["goes_on"])
"""What goes on behind `FROM_THEN`, so that the number does; not what is over with the day, "after a roof collapsed"."""
NEAR_VERB: Final = 3
"""Tokens behind a claim in which its "have" stands."""
TOTALLING: Final = frozenset(BOOK["totalling"])
TOTALS: Final = frozenset(BOOK["totals"])
TOO_FAR: Final = 60


def _of_others(between: list[str]) -> bool:
    """ "12 died in fighting between groups who signed a truce in February": not "12 men, who were shot in February"."""
    who = next((i for i, w in enumerate(between) if w in RELATIVE_WORDS), -1)
    return who > 0 and not HAPPENED.isdisjoint(between[:who])


def _in_aside(lower: list[str], last: int, span: DateSpan) -> bool:
    """The date is of who the subject is: "a man who won a vote in May was shot", "Dol, mayor since 2012, was shot"."""
    between = lower[last : span.first]
    opened = [i for i, w in enumerate(between) if w in RELATIVE_WORDS or w == ","][:1]
    if not opened or opened[0] > ASIDE_OPENS or not HAPPENED.isdisjoint(between[: opened[0]]):
        return False
    behind = range(span.last, min(len(lower) - 1, span.last + ASIDE_CLOSES))
    return any(lower[i] in AUXILIARY and lower[i - 1] not in SUBORDINATE and _happens(lower, i) for i in behind)


def _happens(lower: list[str], auxiliary: int) -> bool:
    """A participle follows the auxiliary: something is told of the subject."""
    return any(w in HAPPENED - AUXILIARY or w.endswith("ed") for w in lower[auxiliary + 1 : auxiliary + 4])


def _of_number_before(between: list[str]) -> bool:
    """ "67 had died, up from 41 on Thursday": the day is of the number that is passed."""
    passed = any(w in PASSED and v in ("from", "with", "to") for w, v in pairwise(between))
    return passed and any(w.replace(",", "").isdecimal() for w in between[-AT_NUMBER:])


def _of_parts(between: list[str]) -> bool:
    """ "18 deaths: 16 buried on 24 December and two found on the 29th": the days are those of the parts."""
    marks = (i for i, word in enumerate(between[:-1]) if word == ":" and between[i + 1].isdecimal())
    return any(not between[i - 1].isdecimal() for i in marks if i)  # not "at 10:30 on 3 May"


def _of_next(between: list[str]) -> bool:
    """ "said 12 had died and that a curfew began on Friday": the date is of what else was said."""
    return any(between[i : i + 2] == ["and", "that"] for i in range(len(between)))


def _of_total(between: list[str]) -> bool:
    """ "14 died, bringing the toll since January to 179": the time is that of the total."""
    totals = (i for i, (mark, word) in enumerate(pairwise(between)) if mark == "," and word in TOTALLING)
    return any(not TOTALS.isdisjoint(between[i:]) for i in totals)


def _cost(sentence: Sentence, span: DateSpan, first: int, last: int) -> int:
    """How far the expression stands from the claim, clause marks weighing more than words."""
    lower = sentence.lower
    low, high = (span.last, first) if span.last <= first else (last, span.first)
    between = lower[low:high] if low < high else []
    counting = span.kind == "since" or lower[span.first] in ("this", "so", "in")
    if span.first >= last and counting and _of_total(between):
        return TOO_FAR
    cost = len(between) + sum(CLAUSE_MARKS.get(w, 0) for w in between)
    if span.first >= last and (
            _of_others(between) or _of_parts(between) or _of_next(between)
            or _of_number_before(between) or _in_aside(lower, last, span)):
        cost += TOO_FAR
    if span.kind in ("since", "story"):
        return cost // 2
    if span.first <= 1 and span.last <= first:  # "On Friday, …" speaks for the whole sentence
        return cost // 3
    return cost


def _as_of(sentence: Sentence, spans: list[DateSpan], first: int, published: Date | None) -> ClaimPeriod:
    """Without a date of its own: "As of 8 October, 71 are dead" still says when the figure held."""
    for span in spans:
        if span.last <= first and sentence.lower[span.first - 2 : span.first] == ["as", "of"]:
            day = resolve(span, published)
            return ClaimPeriod("", day.end.isoformat() if day.end else "", day.precision, "none")
    return NO_DATE


def _governs(sentence: Sentence, span: DateSpan, first: int) -> bool:
    """A date of comparison belongs only to its own relative clause: "since 2005, when 40 died"."""
    if span.kind != "compared":
        return True
    after = sentence.lower[span.last : span.last + 3]
    return span.last <= first and any(w in ("when", "which", "in") for w in after)


def _counting(sentence: Sentence, span: DateSpan, first: int, last: int) -> DateSpan:
    """ "The ninth strike since May, bringing the dead to 43": since then count the strikes themselves and the total."""
    lower = sentence.lower
    if span.kind != "compared" or lower[span.first] != "since" or not counts_off(lower, span.first):
        return span
    between = lower[span.last : first]
    totals = "to" in between and not TOTALLING.isdisjoint(between) and not TOTALS.isdisjoint(between)
    own = last <= span.first and counts_off(lower[:last], last)
    return span._replace(kind="since") if totals or own else span


def period_for(sentence: Sentence, first: int, last: int, published: Date | None) -> ClaimPeriod:
    """The period of the claim at tokens first..last, from the nearest date expression that can govern it."""
    spans = [_counting(sentence, span, first, last) for span in find_dates(sentence)]
    best, best_cost = None, TOO_FAR
    for span in spans:
        if (span.first < last and first < span.last) or not _governs(sentence, span, first):
            continue
        cost = _cost(sentence, span, first, last)
        if cost < best_cost and not _is_report_date(sentence, span):
            best, best_cost = span, cost
    if best is None:
        return _as_of(sentence, spans, first, published)
    found = period_of(best, published)
    if found.role == "past" and _has_gone_on(sentence.lower, best, first, last):
        return period_of(best._replace(kind="since"), published)
    return _up_to(found) if found.role == "past" and _is_limit(sentence.lower, best, first) else found


def period_of(span: DateSpan, published: Date | None) -> ClaimPeriod:
    """The days of the expression and its role, as a claim takes them."""
    period = resolve(span, published)
    start, end = (d.isoformat() if d else "" for d in (period.start, period.end))
    return ClaimPeriod(start, end, period.precision, role_of(span, period, published))


def _has_gone_on(lower: list[str], span: DateSpan, first: int, last: int) -> bool:
    """ "900 people have fled after the war began in March": counted from then on, up to now."""
    opens = next((i for i in range(last, span.first) if lower[i] in FROM_THEN), span.first)
    perfect = any(w in ("have", "has") for w in lower[last : min(opens, last + NEAR_VERB)])
    return perfect and not STORIES.isdisjoint(lower[opens : span.first])


def _is_limit(lower: list[str], span: DateSpan, first: int) -> bool:
    """ "By last April 127 had died": counted up to then, from no known day."""
    perfect = not PERFECT.isdisjoint(lower[max(0, first - 12) : first + 8])
    return span.kind == "point" and lower[span.first - 1 : span.first] in (["by"], ["until"]) and perfect


def _up_to(period: ClaimPeriod) -> ClaimPeriod:
    return period._replace(period_start="", role="since")

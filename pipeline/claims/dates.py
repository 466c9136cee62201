"""Which days a claim covers: date expressions resolved against the publication day, and the one that a claim takes.

Here belong the calendar and the choice among a sentence's dates. The expressions themselves are found in anchors.py
and date_spans.py; what the period means for the claim's scope is settled in scope.py.
"""

import calendar
import datetime
from typing import NamedTuple

from pipeline.claims.anchors import BOOK, Anchor
from pipeline.claims.date_spans import DateSpan, find_dates
from pipeline.claims.sentence import Sentence

__all__ = ["ClaimPeriod", "DateSpan", "Period", "find_dates", "period_for", "resolve", "role_of"]

Date = datetime.date
REPORTING = frozenset(BOOK["reporting"])
PLANNED_AHEAD = datetime.timedelta(days=7)
"""A day without a year may lie this far after publication; else it was a year earlier."""
OLD = datetime.timedelta(days=200)
"""A dated event that ended longer than this before publication is another story."""
OLD_MONTH = datetime.timedelta(days=60)
"""The same of a month named without its days: "In May, a quake …"."""
DAYS_OF = {"hour": 0, "day": 1, "week": 7, "fortnight": 14, "weekend": 7}
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


class Period(NamedTuple):
    """First and last day as dates, None where open or unknown; how exact they are."""

    start: Date | None
    end: Date | None
    precision: str


class ClaimPeriod(NamedTuple):
    """ISO dates, empty where unknown. role: point, since, window, past, future, or none without a date."""

    period_start: str
    period_end: str
    precision: str
    role: str


UNKNOWN = Period(None, None, "unknown")
NO_DATE = ClaimPeriod("", "", "unknown", "none")


def _month_end(year: int, month: int) -> Date:
    return Date(year, month, calendar.monthrange(year, month)[1])


def _back(day: Date, months: int) -> Date:
    """The day so many months earlier (later if negative), at most the month's last day."""
    index = day.year * 12 + day.month - 1 - months
    year, month = max(1, min(9998, index // 12)), index % 12 + 1
    return Date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _day_of_month(day: int, published: Date) -> Period:
    """The last day so numbered up to the publication day: "on the 28th"."""
    for back in range(3):
        month = _back(published.replace(day=1), back)
        if day <= _month_end(month.year, month.month).day and month.replace(day=day) <= published:
            return Period(month.replace(day=day), month.replace(day=day), "day")
    return UNKNOWN


def _day(anchor: Anchor, published: Date | None) -> Period:
    if anchor.year is None and published is None:
        return UNKNOWN
    if not anchor.month:
        return _day_of_month(anchor.day, published) if published else UNKNOWN
    if anchor.number < 0 and published:
        anchor = anchor._replace(year=published.year + anchor.number)
    year = anchor.year or (published.year if published else 0)
    for candidate in (year,) if anchor.year else (year + 1, year, year - 1):
        try:
            day = Date(candidate, anchor.month, anchor.day)
        except ValueError:
            continue
        if anchor.year or (published and day <= published + PLANNED_AHEAD):
            return Period(day, day, "day")
    return UNKNOWN


def _month(anchor: Anchor, published: Date | None) -> Period:
    if anchor.year is None and published is None:
        return UNKNOWN
    year = anchor.year
    if year is None and published is not None:
        year = published.year if anchor.month <= published.month else published.year - 1
        if anchor.number > 0:
            year = published.year + (anchor.month <= published.month)
        elif anchor.number < 0 and anchor.month == published.month:
            year -= 1
    return Period(Date(year or 1, anchor.month, 1), _month_end(year or 1, anchor.month), "month")


def _weekday(anchor: Anchor, published: Date) -> Period:
    back = (published.weekday() - anchor.day) % 7
    if anchor.number > 0:
        back = back - 7
    elif anchor.number < 0 and back == 0:
        back = 7
    day = published - datetime.timedelta(days=back)
    return Period(day, day, "day")


def _calendar(anchor: Anchor, published: Date) -> Period:
    """The week, month or year that is this one, the last or the next."""
    unit, n = anchor.unit, anchor.number
    if unit in ("week", "fortnight"):
        monday = published - datetime.timedelta(days=published.weekday() - 7 * n)
        return Period(monday, monday + datetime.timedelta(days=6), "week")
    if unit == "weekend":
        saturday = published - datetime.timedelta(days=(published.weekday() - 5) % 7 - 7 * n * (n > 0))
        return Period(saturday, saturday + datetime.timedelta(days=1), "day")
    if unit == "month":
        first = _back(published.replace(day=1), -n)
        return Period(first, _month_end(first.year, first.month), "month")
    if unit in ("year", "decade", "century"):
        span = {"year": 1, "decade": 10, "century": 100}[unit]
        year = max(1, (published.year // span + n) * span)
        return Period(Date(year, 1, 1), Date(year + span - 1, 12, 31), "year")
    return Period(*(published + datetime.timedelta(days=n),) * 2, "day") if unit == "day" else UNKNOWN


def _ago(anchor: Anchor, published: Date) -> Period:
    unit, n = anchor.unit, -anchor.number
    if unit in DAYS_OF:
        day = published - datetime.timedelta(days=DAYS_OF[unit] * n)
        return Period(day, day, "day" if unit in ("hour", "day") else "week")
    day = _back(published, MONTHS_OF[unit] * n)
    if unit in ("month", "quarter"):
        return Period(day.replace(day=1), _month_end(day.year, day.month), "month")
    return Period(Date(day.year, 1, 1), Date(day.year, 12, 31), "year")


def _window(anchor: Anchor, published: Date) -> Period:
    """The stretch up to the publication day: "in the past 24 hours", "over five days"."""
    unit, n = anchor.unit, max(anchor.number, 1)
    if unit == "hour":
        return Period(published - datetime.timedelta(days=max(1, n // 24)), published, "day")
    if unit in DAYS_OF:
        days = DAYS_OF[unit] * n
        return Period(published - datetime.timedelta(days=days - (unit == "day")), published, "day")
    return Period(_back(published, MONTHS_OF[unit] * n), published, "month" if MONTHS_OF[unit] < 12 else "year")


RELATIVE = {"weekday": _weekday, "calendar": _calendar, "ago": _ago, "window": _window}


def _of_anchor(anchor: Anchor, published: Date | None) -> Period:
    if anchor.kind == "day":
        return _day(anchor, published)
    if anchor.kind == "month":
        return _month(anchor, published)
    if anchor.kind == "year":
        year = anchor.year or 1
        return Period(Date(year, 1, 1), Date(year + anchor.number, 12, 31), "year")
    if anchor.kind == "story" or published is None:
        return UNKNOWN
    try:
        return RELATIVE[anchor.kind](anchor, published)
    except OverflowError:  # "900 centuries ago"
        return UNKNOWN


def resolve(span: DateSpan, published: Date | None) -> Period:
    """The days that the expression means, seen from the publication day."""
    if span.anchor is None:
        return Period(None, published, "unknown")
    begin = _of_anchor(span.anchor, published)
    if span.kind in ("since", "story"):
        end = _of_anchor(span.until, published).end if span.until else published
        return Period(begin.start, end, begin.precision)
    if span.until is None:
        return begin
    last = _of_anchor(span.until, published).end
    if begin.start and last and begin.start > last:
        begin = _earlier(span.anchor, last)
    return Period(begin.start, last, begin.precision)


def _earlier(anchor: Anchor, end: Date) -> Period:
    """The start of a range that the calendar put behind its end: a year or a week too late."""
    if anchor.kind in ("weekday", "month") or (anchor.kind == "day" and anchor.year is None):
        return _of_anchor(anchor, end)
    if anchor.kind == "day" and anchor.year == end.year:
        return _of_anchor(anchor._replace(year=end.year - 1), end)
    return Period(None, None, "unknown")


def role_of(span: DateSpan, period: Period, published: Date | None) -> str:
    """What the expression makes of a claim: point, since, window, past or future."""
    if span.kind == "compared":
        return "past"
    if span.kind in ("since", "story"):
        return "since"
    if published and period.start and period.start > published:
        return "future"
    anchor = span.anchor
    named = anchor is not None and (anchor.kind == "month" or (anchor.kind == "day" and anchor.number < 0))
    if named and span.kind == "point" and published and period.end and period.end < published - OLD_MONTH:
        return "past"
    yearly = anchor is not None and (anchor.year is not None or anchor.unit in ("year", "decade", "century"))
    if yearly and published and period.end and period.end < published - OLD:
        return "past"
    if anchor is not None and anchor.kind == "calendar" and anchor.number < 0 and anchor.unit == "year":
        return "past"
    return "window" if span.kind in ("window", "between") else "point"


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


CLAUSE_MARKS = {",": 6, ";": 30, ":": 30, "-": 0, "–": 12, "—": 12, "(": 12, ")": 12, "but": 20, "while": 20,
                "although": 20, "though": 20, "whereas": 20, "who": 6, "which": 6, "and": 3, "after": 4, "when": 4}
HAPPENED = frozenset(["killed", "died", "were", "was", "have", "has", "had", "wounded", "injured", "dead", "hurt"])
RELATIVE_WORDS = frozenset(["who", "which", "whose", "whom"])
TOO_FAR = 60


def _of_others(between: list[str]) -> bool:
    """ "12 died in fighting between groups who signed a truce in February": not "12 men, who were shot in February"."""
    who = next((i for i, w in enumerate(between) if w in RELATIVE_WORDS), -1)
    return who > 0 and not HAPPENED.isdisjoint(between[:who])


def _cost(sentence: Sentence, span: DateSpan, first: int, last: int) -> int:
    """How far the expression stands from the claim, clause marks weighing more than words."""
    lower = sentence.lower
    low, high = (span.last, first) if span.last <= first else (last, span.first)
    between = lower[low:high] if low < high else []
    cost = len(between) + sum(CLAUSE_MARKS.get(w, 0) for w in between)
    if span.first >= last and _of_others(between):
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


def period_for(sentence: Sentence, first: int, last: int, published: Date | None) -> ClaimPeriod:
    """The period of the claim at tokens first..last, from the nearest date expression that can govern it."""
    spans = find_dates(sentence)
    best, best_cost = None, TOO_FAR
    for span in spans:
        if (span.first < last and first < span.last) or not _governs(sentence, span, first):
            continue
        cost = _cost(sentence, span, first, last)
        if cost < best_cost and not _is_report_date(sentence, span):
            best, best_cost = span, cost
    if best is None:
        return _as_of(sentence, spans, first, published)
    period = resolve(best, published)
    start, end = (d.isoformat() if d else "" for d in (period.start, period.end))
    return ClaimPeriod(start, end, period.precision, role_of(best, period, published))

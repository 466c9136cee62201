"""Which days a date expression means, seen from the publication day.

Here belongs the calendar. The expressions themselves are found in anchors.py and date_spans.py; which of them a claim
takes is settled in periods.py.
"""

import calendar
import datetime
from typing import Final, NamedTuple

from pipeline.claims.anchors import Anchor
from pipeline.claims.date_spans import DateSpan

Date = datetime.date
PLANNED_AHEAD: Final = datetime.timedelta(days=7)
"""A day without a year may lie this far after publication; else it was a year earlier."""
OLD: Final = datetime.timedelta(days=200)
"""A dated event that ended longer than this before publication is another story."""
OLD_MONTH: Final = datetime.timedelta(days=60)
"""The same of a month named without its days: "In May, a quake …"."""
DAYS_OF: Final = {"hour": 0, "day": 1, "week": 7, "fortnight": 14, "weekend": 7}
MONTHS_OF: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


class Period(NamedTuple):
    """First and last day as dates, None where open or unknown; how exact they are."""

    start: Date | None
    end: Date | None
    precision: str


UNKNOWN: Final = Period(None, None, "unknown")


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


RELATIVE: Final = {"weekday": _weekday, "calendar": _calendar, "ago": _ago, "window": _window}


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
    old = OLD_MONTH if period.precision == "year" else OLD  # "In 2023, floods killed 118", of May 2024
    if yearly and published and period.end and period.end < published - old:
        return "past"
    if anchor is not None and anchor.kind == "calendar" and anchor.number < 0 and anchor.unit == "year":
        return "past"
    return "window" if span.kind in ("window", "between") else "point"

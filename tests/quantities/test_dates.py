"""Dates, years and times: told from counts beside the name of a month."""

from collections.abc import Callable

import pytest

from pipeline.quantities.dates import calendar, date, time, year
from pipeline.quantities.other import Other
from pipeline.quantities.scan import Window

Windows = Callable[[str], Window]


def first(w: Window) -> int:
    """The first token of digits."""
    return next(i for i, word in enumerate(w.words) if word[:1].isdecimal())


def surface(w: Window, other: Other | None) -> str | None:
    return w.text[w.starts[other.start] : w.ends[other.end - 1]] if other is not None else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Sept. 2, 2025, they", "Sept. 2, 2025"),
        ("on May 3 rebels fled", "May 3"),
        ("on March 3-5, 1999", "March 3-5, 1999"),
        ("on 2 and 3 June they", "2 and 3 June"),
        ("the 5th of May", "5th of May"),
        ("ON 23 MAR 90, REBELS", "23 MAR 90"),
        ("on 12/03/2025", "12/03/2025"),
        ("on 2025-04-01", "2025-04-01"),
        ("on 12.03.2025", "12.03.2025"),
        ("in 2019-20", "2019-20"),
    ],
)
def test_dates(window: Windows, text: str, expected: str) -> None:
    """A date is missed or cut short."""
    w = window(text)
    assert surface(w, date(w, first(w))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "in May 17 people died",
        "17 may have died",
        "in June 12 were killed",
        "17 MAY HAVE DIED",
        "40 people",
        "32 March",
        "in July 2000 soldiers left",
        "12-15 people",
    ],
)
def test_counts_beside_a_month(window: Windows, text: str) -> None:
    """A count behind the name of a month is thrown away as its day."""
    w = window(text)
    assert date(w, first(w)) is None


def test_the_day_of_strikes(window: Windows) -> None:
    """ "the May 5 raids" are five raids."""
    w = window("the May 5 raids")
    assert surface(w, date(w, 2)) == "May 5"
    assert date(window("in May 5 raids failed"), 2) is None


def test_the_second_day_leaves_a_count(window: Windows) -> None:
    """ "on Sept. 2 and 15 people" loses the 15."""
    w = window("on Sept. 2 and 15 people died")
    assert surface(w, date(w, 3)) == "Sept. 2"


@pytest.mark.parametrize(
    "text",
    ["in 2012 people fled", "since 1998", "the 2024 campaign", "2025", "by 2120,", "A.D. 1000", "1066 AD", "in 1789,"],
)
def test_years(window: Windows, text: str) -> None:
    """A year is counted."""
    w = window(text)
    assert year(w, first(w)) is not None


def test_the_second_year_of_an_era(window: Windows) -> None:
    """ "between A.D. 1000 and 1260" counts 1260."""
    w = window("between A.D. 1000 and 1260 by monks")
    assert year(w, w.words.index("1260")) is not None


@pytest.mark.parametrize(
    "text",
    [
        "2000 people",
        "about 1950",
        "at least 2000",
        "killed 2000",
        "1900 soldiers",
        "2000 houses burned",
        "1999 km",
        "2000 percent",
        "1500 left",
        "2000 were killed",
        "between 1500 and 1600 men",
    ],
)
def test_counts_that_look_like_years(window: Windows, text: str) -> None:
    """A figure of four digits is thrown away as a year."""
    w = window(text)
    assert year(w, first(w)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 3 p.m. on", "3 p.m."),
        ("3pm", "3pm"),
        ("14:30 GMT", "14:30"),
        ("9 to 11 p.m.", "9 to 11 p.m."),
        ("AT 0945 THREE", "0945"),
        ("at 1430 hours", "1430 hours"),
        ("1500 GMT", "1500 GMT"),
        ("5 o’clock", "5 o’clock"),
        ("1:36.6", "1:36.6"),
    ],
)
def test_times(window: Windows, text: str, expected: str) -> None:
    """A time of day is counted, or cut short."""
    w = window(text)
    assert surface(w, time(w, first(w))) == expected


@pytest.mark.parametrize("text", ["1500 people", "3 to 5 people", "500 hours", "17 and 18 men", "10 a day", "5 p"])
def test_counts_that_look_like_times(window: Windows, text: str) -> None:
    """A count is thrown away as a time."""
    w = window(text)
    assert time(w, first(w)) is None


@pytest.mark.parametrize(
    ("text", "at", "status"),
    [
        ("this month", 1, "date"),
        ("last week", 1, "date"),
        ("coming weeks", 1, "duration"),
        ("years of war", 0, "duration"),
    ],
)
def test_calendar(window: Windows, text: str, at: int, status: str) -> None:
    """A vague time leaves no row."""
    found = calendar(window(text), at)
    assert found is not None and found.status == status


def test_a_rate_is_no_date(window: Windows) -> None:
    """ "a month" in "$5 a month" is a date."""
    assert calendar(window("$5 a month"), 3) is None

"""Page dates: which stamp in the head of a page is the day of publication."""

from datetime import UTC, datetime

import pytest

from pipeline.reading.page_date import is_date_line, minus, text_date

BODY = "\n\nORVIN — Nine people died when a wall fell, the mayor said.\n"
DATED = {
    "age counts back from the day of viewing": (
        "The Orvin Gazette\nTuesday, December 30, 2025\n\nWall falls\n\nWorld 3 months ago",
        "2025-09-30",
    ),
    "age in days": ("March 5, 2025\nWall falls\n2 days ago", "2025-03-03"),
    "age in weeks": ("March 15, 2025\nWall falls\n2 weeks ago", "2025-03-01"),
    "a year ago": ("March 15, 2025\nWall falls\nWorld | a year ago", "2024-03-15"),
    "hours leave a bare day": ("March 15, 2025\nWall falls\nUpdated 5 hours ago", "2025-03-15"),
    "hours before a time": ("March 15, 2025 03:00\nWall falls\nUpdated 5 hours ago", "2025-03-14"),
    "short month": ("May 31, 2025\nWall falls\n3 months ago", "2025-02-28"),
    "labelled date wins over an age": ("Wall falls\nPublished: 12 March 2025 14:05 GMT\n2 days ago", "2025-03-12"),
    "published wins over updated": ("Wall falls\nUpdated: 14 March 2025\nPublished: 12 March 2025", "2025-03-12"),
    "updated alone": ("Wall falls\nLast updated 14 March 2025", "2025-03-14"),
    "byline": ("Wall falls\nBy Anna Lind | March 12, 2025, 9:05 a.m.", "2025-03-12"),
    "ISO": ("Wall falls\n2025-03-12", "2025-03-12"),
    "dateline with a year": ("ORVIN, March 3, 2025 (Agency) — Nine died.", "2025-03-03"),
    "old wire": ("ORVIN (TORVIK), 3 MAR 90 (AGENCY) -- [TEXT] NINE DIED", "1990-03-03"),
    "dateline takes the year of another date": ("March 5, 2025\nORVIN, March 3 (Agency) — Nine died.", "2025-03-03"),
    "dateline before the turn of the year": ("January 2, 2025\nORVIN, Dec. 30 (Agency) - Nine died.", "2024-12-30"),
}
UNDATED = {
    "a date in a sentence": "Nine people died on March 12, 2025 when a wall fell.",
    "a dateline without a year": "ORVIN, March 3 (Agency) — Nine died.",
    "an age without a date": "Wall falls\n3 months ago",
    "an age in a sentence": "He left Orvin 3 months ago",
    "a month without a day": "Wall falls\nMarch 2025",
    "a dateline without a day": "ORVIN (Agency) — Nine died.",
    "no day of the calendar": "Wall falls\nFebruary 30, 2025",
    "nothing": "",
}


@pytest.mark.parametrize(("head", "day"), DATED.values(), ids=DATED)
def test_dated(head: str, day: str) -> None:
    """Breaks when the wrong stamp of a page's head counts as its publication."""
    found = text_date(head + BODY)
    assert found is not None
    assert found.date().isoformat() == day


@pytest.mark.parametrize("text", UNDATED.values(), ids=UNDATED)
def test_undated(text: str) -> None:
    """Breaks when a page that names no day of publication gets one."""
    assert text_date(text + BODY) is None


def test_dates_far_down_do_not_count() -> None:
    """Breaks when a date below the head is taken for the day of publication."""
    assert text_date("Some words here.\n" * 20 + "March 12, 2025\n") is None


def test_date_line_of_a_sentence() -> None:
    """Breaks when a sentence with a date is taken for a date line, and so for furniture."""
    assert is_date_line("Tuesday, December 30, 2025")
    assert not is_date_line("Police said on December 30, 2025 that nine died")


def test_minus_before_the_calendar() -> None:
    """Breaks when an absurd age raises."""
    assert minus(datetime(2025, 1, 1, tzinfo=UTC), 999 * 12, "year") == datetime(2025, 1, 1, tzinfo=UTC)

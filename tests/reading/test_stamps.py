"""Stamps: every way in which a date and time is written, and those that are none."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.stamps import find_stamp, parse_stamp

READ = {
    "2025-03-12": (2025, 3, 12, 0, 0),
    "20250312": (2025, 3, 12, 0, 0),
    "2025-03-12T14:05": (2025, 3, 12, 14, 5),
    "2025-03-12 14:05:09": (2025, 3, 12, 14, 5),
    "2025-03-12T14:05:00Z": (2025, 3, 12, 14, 5),
    "2025-03-12T14:05:00.123+02:00": (2025, 3, 12, 12, 5),
    "2025-03-12T01:00:00+0200": (2025, 3, 11, 23, 0),
    "2025-03-12 14:05 UTC": (2025, 3, 12, 14, 5),
    "Wed, 12 Mar 2025 14:05:00 GMT": (2025, 3, 12, 14, 5),
    "Wed, 12 Mar 2025 14:05:00 -0500": (2025, 3, 12, 19, 5),
    "12 March 2025": (2025, 3, 12, 0, 0),
    "March 12, 2025": (2025, 3, 12, 0, 0),
    "March 12th, 2025": (2025, 3, 12, 0, 0),
    "Sept. 2, 2025": (2025, 9, 2, 0, 0),
    "Tuesday, December 30, 2025": (2025, 12, 30, 0, 0),
    "March 12, 2025, 14:05 GMT": (2025, 3, 12, 14, 5),
    "March 12, 2025 at 9:05 p.m. EST": (2025, 3, 13, 2, 5),
    "July 12, 2025 9 PM ET": (2025, 7, 13, 1, 0),
    "12-Mar-2025": (2025, 3, 12, 0, 0),
}  # fmt: skip
UNREAD = ["", "yesterday", "12/03/2025", "2025-13-01", "2025-02-30", "March 2025", "2025", "0001-01-01T00:00:00+05:00",
          "March 12, 2025 in Orvin", "March 12, 2025, 25:00", "1741788300"]  # fmt: skip


@pytest.mark.parametrize(("written", "moment"), READ.items(), ids=READ)
def test_read(written: str, moment: tuple[int, ...]) -> None:
    """Breaks when a stamp is read as another moment; its offset counts, none is UTC."""
    found = parse_stamp(written)
    assert found is not None
    assert (found.year, found.month, found.day, found.hour, found.minute) == moment
    assert found.tzinfo is UTC


@pytest.mark.parametrize("written", UNREAD)
def test_unread(written: str) -> None:
    """Breaks when an impossible or ambiguous stamp is guessed."""
    assert parse_stamp(written) is None


def test_find_gives_the_span() -> None:
    """Breaks when a stamp inside a line is not found or its span is wrong."""
    line = "By A. Lind | 12 March 2025 14:05 | Orvin"
    found = find_stamp(line)
    assert found is not None
    assert line[found[1] : found[2]].strip() == "12 March 2025 14:05"


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_iso_round_trip(moment: datetime) -> None:
    """Breaks when a moment that we write ourselves is read as another."""
    assert parse_stamp(moment.isoformat()) == moment


@given(st.text(alphabet=st.sampled_from("0123456789-/:.,TZ+ MarchpGUIJanuyESTm"), max_size=40))
def test_never_raises(text: str) -> None:
    """Breaks when some arrangement of digits raises."""
    found = parse_stamp(text)
    assert found is None or found.tzinfo is UTC

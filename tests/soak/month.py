"""A month of invented news, day by day: tolls that rise, late and repeated reports, corrections, broken files.

Here belongs what arrives on which day. It follows from the day alone, so that every simulation tells the same month.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

START = datetime(2025, 3, 1, tzinfo=UTC)
TOWNS = ("Sarvo", "Lunde", "Ostrel", "Varn", "Marrin", "Kolda")
PAPERS = ("Valley Herald", "Harbour Post", "Northern Wire", "Daily Ledger")
EVENT_DAYS = 5
"""An event is reported on so many days; then the next town has one."""

Files = dict[str, bytes | None]
"""What is written below the raw folder on a day, by path; None: the file is removed."""


def report(town: str, killed: int, *, lead: str = "") -> str:
    """The text of a report."""
    return (
        f"{lead}A fire in a market hall of {town} killed {killed} people and injured {killed * 3}, police said. "
        f"The hall had been closed to traders for a week. At least {killed // 2 + 1} families were displaced."
    )


def record(day: int, paper: int, killed: int, number: int = 0) -> dict[str, str]:
    """A report of a day as a record."""
    town = TOWNS[day // EVENT_DAYS % len(TOWNS)]
    moment = START + timedelta(days=day, hours=8 + paper)
    return {
        "id": f"{day}-{paper}-{number}", "title": f"Market fire in {town} kills {killed}", "source": PAPERS[paper],
        "url": f"https://{paper}.example/{moment:%Y/%m/%d}/{number}", "published_at": moment.isoformat(),
        "event_id": f"fire-{town}-{day // EVENT_DAYS}", "text": report(town, killed),
    }  # fmt: skip


def toll(day: int) -> int:
    """What the fire of these days is known to have cost on a day."""
    return 4 + 3 * (day % EVENT_DAYS) + day // EVENT_DAYS


def arrivals(day: int) -> Files:
    """What arrives on a day."""
    return dict(_arrivals(day))


def _arrivals(day: int) -> Iterator[tuple[str, bytes | None]]:
    records = [record(day, paper, toll(day)) for paper in range(1 + day % len(PAPERS))]
    if day % 6 != 4:
        yield f"{START + timedelta(days=day):%Y-%m-%d}.jsonl", lines(records)
    if day % 6 == 5:
        # Yesterday's reports come a day late, and stand in one file with a repeat of an old toll.
        late = [record(day - 1, paper, toll(day - 1), 1) for paper in range(2)]
        yield f"late/{day}.jsonl", lines([*late, record(day, 3, toll(day - 1), 2)])
    if day % 7 == 3:
        # A paper corrects what it said two days ago.
        corrected = record(day - 2, 0, toll(day - 2) - 1)
        yield f"corrections/{day}.json", json.dumps(corrected).encode()
    if day % 5 == 2:
        yield f"broken/{day}.json", b'{"title": "Breaks off'
        yield f"broken/{day}.txt", b"\x00\x01\x02\xff" * 200
    if day % 10 == 9:
        yield "broken/2.json", None


def lines(records: list[dict[str, str]]) -> bytes:
    """Records as JSON Lines."""
    return "".join(json.dumps(one) + "\n" for one in records).encode()

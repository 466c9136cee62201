"""The tables as they were on an earlier day: what the reports up to that day support, or what was recorded up to it.

Here belongs choosing rows by time. What changed on a day is told by the revisions.
"""

from datetime import date, datetime

import pandas as pd

KEYS = ["figure_id", "event_id", "given_event_id", "measure", "victim_group", "scope", "policy"]
PUBLISHED = {"articles": "published_at", "events": "first_reported"}
"""The column that says when a row of this table came to be known to the world."""
DAYS = {"revisions": "as_of", "daily": "day"}
"""The same for tables that count by day."""

Day = str | date | datetime


def figures_as_of(revisions: pd.DataFrame, as_of: Day | None = None, recorded_by: Day | None = None) -> pd.DataFrame:
    """Low, best and high of every figure at the end of a day, one row a figure.

    `as_of` is the world's time: reports up to the end of that day count, read as we read them now. `recorded_by` is our
    own: only what was written down by the end of that day counts. Together: what we said then about that earlier day.
    """
    rows = revisions
    if recorded_by is not None:
        rows = rows[rows["recorded_at"] < _end_of(recorded_by)]
    if as_of is not None:
        rows = rows[rows["as_of"] <= _iso(as_of)]
    ordered = rows.sort_values(["figure_id", "as_of", "recorded_at", "revision_id"])
    last = ordered.drop_duplicates("figure_id", keep="last").rename(
        columns={"new_low": "low", "new_best": "best", "new_high": "high"}
    )
    known = last[last[["low", "best", "high"]].notna().any(axis="columns")]
    return known[[*KEYS, "low", "best", "high", "as_of", "recorded_at", "reason"]].reset_index(drop=True)


def published_by(name: str, rows: pd.DataFrame, as_of: Day) -> pd.DataFrame:
    """The rows of a table that the world knew at the end of a day. Raises ValueError for a table without a time."""
    if name in PUBLISHED:
        return rows[rows[PUBLISHED[name]] < _end_of(as_of)].reset_index(drop=True)
    if name in DAYS:
        return rows[rows[DAYS[name]] <= _iso(as_of)].reset_index(drop=True)
    others = ", ".join([*PUBLISHED, *DAYS, "claims", "figures"])
    raise ValueError(f"The table {name} holds what is known now and has no day to choose by; {others} have one.")


def _iso(day: Day) -> str:
    """The day as the tables write it. Raises ValueError for what is no day."""
    moment = pd.to_datetime(day, errors="coerce")
    if pd.isna(moment):
        raise ValueError(f"{day!r} is no day; write it like 2025-03-31.")
    return str(moment.strftime("%Y-%m-%d"))


def _end_of(day: Day) -> pd.Timestamp:
    """The first moment after a day, UTC."""
    return pd.Timestamp(_iso(day), tz="UTC") + pd.Timedelta(days=1)

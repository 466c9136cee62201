"""The changelog of the data: what a run added to the published tables, changed in them and withdrew from them.

Here belongs comparing two states of the tables, and the page that tells of it. Why a figure changed is told by the
revisions, row by row.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pipeline.tables.base import LIST_SEPARATOR
from pipeline.tables.changes import Changes
from pipeline.tables.registry import TABLES, conform, empty, make_id, primary_key

LISTED = ("articles", "claims", "events", "figures")
"""Tables whose added and changed rows are listed one by one; of others they are counted. Withdrawn ones always are."""
UNTOLD = ("retrieved_at",)
"""Columns whose change says nothing about the data."""
MAX_RUNS = 50
MAX_IDS = 20


@dataclass(frozen=True, slots=True)
class Run:
    """The run that changes tables: which, when, why rows that were there may differ now, and why rows come or go."""

    run_id: str
    recorded_at: pd.Timestamp
    cause: str
    cause_of_rows: str = "reports"


def append_changes(
    log: pd.DataFrame, old: Mapping[str, pd.DataFrame | None], new: Mapping[str, pd.DataFrame], run: Run
) -> pd.DataFrame:
    """The log, untouched, and what the run changes; a table that is None was not published before."""
    gone = log[log["change"] == "withdrawn"]
    withdrawn = {str(name): set(rows["row_id"]) for name, rows in gone.groupby("table")}
    found = [
        {"table": name, "n_rows": 1, **entry}
        for name, rows in new.items()
        for entry in _changes(name, old.get(name), rows, withdrawn.get(name, set()))
    ]
    if not found:
        return log
    for entry in found:
        reason = run.cause if entry["change"] == "changed" else run.cause_of_rows
        change_id = make_id("chg", run.run_id, entry["table"], entry["change"], entry.get("row_id"))
        entry |= {"change_id": change_id, "run_id": run.run_id, "recorded_at": run.recorded_at, "reason": reason}
    fresh = conform(Changes, pd.DataFrame(found))
    return conform(Changes, pd.concat([log, fresh], ignore_index=True)) if len(log) else fresh


def _changes(name: str, old: pd.DataFrame | None, new: pd.DataFrame, withdrawn: set[str]) -> Iterator[dict[str, Any]]:
    """Entries of one table, without the facts of the run."""
    key = primary_key(TABLES[name])
    before = empty(TABLES[name]) if old is None else old
    was, now = before.set_index(key), new.set_index(key)
    added = now.index.difference(was.index)
    returned = [row_id for row_id in added if row_id in withdrawn]
    yield from ({"change": "withdrawn", "row_id": row_id} for row_id in was.index.difference(now.index))
    yield from ({"change": "returned", "row_id": row_id} for row_id in returned)
    fresh = [row_id for row_id in added if row_id not in withdrawn]
    listed = name in LISTED
    yield from _entries("added", dict.fromkeys(fresh, ""), listed and old is not None)
    yield from _entries("changed", _changed(was, now), listed)


def _entries(change: str, rows: Mapping[str, str], listed: bool) -> Iterator[dict[str, Any]]:
    """One entry a row, or one for all of them."""
    if listed:
        yield from ({"change": change, "row_id": row_id, "columns": names or None} for row_id, names in rows.items())
    elif rows:
        names = sorted({name for some in rows.values() for name in some.split(LIST_SEPARATOR) if name})
        yield {"change": change, "n_rows": len(rows), "columns": LIST_SEPARATOR.join(names) or None}


def _changed(was: pd.DataFrame, now: pd.DataFrame) -> dict[str, str]:
    """Rows of both states that differ: id, and the names of the columns that do."""
    both = was.index.intersection(now.index)
    shared = [name for name in now.columns if name in was.columns and name not in UNTOLD]
    found: dict[str, list[str]] = {}
    for name in shared:
        a, b = was.loc[both, name], now.loc[both, name]
        differs = (a.isna() != b.isna()) | (a.notna() & b.notna() & (a != b).fillna(False))
        for row_id in both[differs.to_numpy(dtype=bool)]:
            found.setdefault(row_id, []).append(name)
    return {row_id: LIST_SEPARATOR.join(names) for row_id, names in sorted(found.items())}


def changelog_page(log: pd.DataFrame) -> str:
    """CHANGES.md: the last runs that changed something, the newest first."""
    parts = ["# What changed in the tables\n\nOne section a run; the table `changes` has every row.\n"]
    runs = log[["recorded_at", "run_id"]].drop_duplicates().sort_values("recorded_at", ascending=False)
    for recorded_at, run_id in runs.head(MAX_RUNS).itertuples(index=False):
        rows = log[log["run_id"] == run_id]
        parts.append(
            f"## {recorded_at:%Y-%m-%d %H:%M} UTC\n\n| table | change | rows | reason |\n| --- | --- | --- | --- |"
        )
        totals = rows.groupby(["table", "change", "reason"])["n_rows"].sum().reset_index()
        parts += [f"| `{t}` | {change} | {n:,} | {why} |" for t, change, why, n in totals.itertuples(index=False)]
        gone = sorted(set(rows[rows["change"] == "withdrawn"]["row_id"]))  # an event's id stands in two tables
        if gone:
            more = f" and {len(gone) - MAX_IDS:,} more" if len(gone) > MAX_IDS else ""
            parts.append(f"\nWithdrawn, and never used again: {', '.join(f'`{i}`' for i in gone[:MAX_IDS])}{more}.")
        parts.append("")
    return "\n".join(parts)

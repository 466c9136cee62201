"""Appending to the revisions: what an earlier run wrote stays, and what is now believed otherwise gets a row.

Here belongs why a recorded day is revised. What the reports support on each day is replayed in history.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pipeline.tables.registry import conform, empty, make_id
from pipeline.tables.revisions import Revisions

VALUES = ("low", "best", "high")
STATE = ("new_low", "new_best", "new_high", "superseded_claim_ids")
FACTS = ("figure_id", "event_id", "given_event_id", "measure", "victim_group", "scope", "policy", "as_of")
LATE = "retroactive"
Row = dict[str, Any]
Believed = dict[tuple[str, str], Row]
"""(figure_id, as_of) -> the row that holds from that day on."""
Days = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Causes:
    """Why recorded days are revised: by event where people decided or events were merged or split, else by the run."""

    run: str
    reviewed: Collection[str]
    moves: Mapping[str, str]
    movers: Mapping[str, str]

    def of(self, row: Row) -> str:
        """The cause of revising this row."""
        if self.run != LATE:
            return self.run
        return self.moves.get(row["event_id"]) or ("review" if row["event_id"] in self.reviewed else self.run)


def append(
    old: pd.DataFrame,
    replayed: pd.DataFrame,
    recorded_at: pd.Timestamp,
    run_id: str,
    cause: str = LATE,
    reviewed: Collection[str] = (),
    homes: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """The old revisions, untouched, and a row for each (figure, day) on which we now believe something else.

    A day that the replay no longer has gets a row that says what holds on it now. `cause` is the reason of a row that
    revises what an earlier run had written (retroactive, codebook, code); `reviewed` are events that people decided
    about since, `homes` says which event each claim belongs to now, so that a merge or a split is called so. Rows on
    days after the last one recorded keep the reason of the replay.
    """
    if old.empty:
        return _sealed(_plain(replayed), old, recorded_at, run_id)
    latest = old.sort_values(["recorded_at", "revision_id"]).drop_duplicates(["figure_id", "as_of"], keep="last")
    believed = {(row["figure_id"], row["as_of"]): row for row in _plain(latest)}
    now = {(row["figure_id"], row["as_of"]): row for row in _plain(replayed)}
    causes = _causes(believed, now, cause, reviewed, homes or {})
    days = _days(believed)
    fresh = [_revised(row, believed, days, causes) for place, row in now.items() if not _same(believed.get(place), row)]
    fresh += _vanished(believed, now, causes)
    return _sealed(fresh, old, recorded_at, run_id)


def _plain(frame: pd.DataFrame) -> list[Row]:
    cells = frame.astype(object)
    return [{str(k): v for k, v in row.items()} for row in cells.where(cells.notna(), None).to_dict("records")]


def _same(a: Row | None, b: Row) -> bool:
    return a is not None and all(a[name] == b[name] for name in STATE)


def _causes(
    believed: Believed, now: Believed, cause: str, reviewed: Collection[str], homes: Mapping[str, str]
) -> Causes:
    """Claims that were in one event and are in another now tell what became of the events."""
    was: dict[str, str] = {}
    for row in believed.values():
        if row["trigger_claim_id"]:
            was[row["trigger_claim_id"]] = row["event_id"]
    living = {row["event_id"] for row in now.values()}
    gone_to: dict[str, set[str]] = defaultdict(set)
    for claim, event in was.items():
        if homes.get(claim, event) != event:
            gone_to[event].add(homes[claim])
    fate = {event: "split" if event in living or len(to) > 1 else "merged" for event, to in gone_to.items()}
    moves = fate | {to: fate[event] for event, some in sorted(gone_to.items()) for to in sorted(some)}
    movers = {claim: fate[event] for claim, event in was.items() if homes.get(claim, event) != event}
    return Causes(cause, reviewed, moves, movers if cause == LATE else {})


def _revised(row: Row, believed: Believed, days: Days, causes: Causes) -> Row:
    """A row of the replay; where it rewrites a recorded day, old_* is what was believed about that day."""
    figure, day = row["figure_id"], row["as_of"]
    recorded = days.get(figure, [])
    if not recorded or day > recorded[-1]:
        return {**row, "reason": causes.movers.get(row["trigger_claim_id"]) or row["reason"]}
    was = _in_force(believed, days, figure, day)
    old = {f"old_{end}": was[f"new_{end}"] if was else None for end in VALUES}
    return {**row, **old, "reason": causes.of(row)}


def _in_force(rows: Believed, days: Days, figure: str, day: str) -> Row | None:
    """The row that holds for the figure on that day."""
    known = days.get(figure, [])
    place = bisect_right(known, day)
    return rows[figure, known[place - 1]] if place else None


def _days(rows: Believed) -> Days:
    days: Days = defaultdict(list)
    for figure, day in sorted(rows):
        days[figure].append(day)
    return dict(days)


def _vanished(believed: Believed, now: Believed, causes: Causes) -> list[Row]:
    """Recorded days on which the replay has no change any more: what holds there now, nothing if the figure is gone."""
    rows, days = [], _days(now)
    for (figure, day), was in believed.items():
        holds = _in_force(now, days, figure, day) or dict.fromkeys(STATE)
        if (figure, day) in now or _same(was, holds):
            continue
        values = {f"old_{end}": was[f"new_{end}"] for end in VALUES} | {name: holds[name] for name in STATE}
        cause, is_gone = causes.of(was), holds["new_best"] is None and holds["new_high"] is None
        reason = "retracted" if is_gone and cause == LATE else cause
        rows.append({name: was[name] for name in FACTS} | values | {"reason": reason, "trigger_claim_id": None})
    return rows


def _sealed(rows: list[Row], old: pd.DataFrame, recorded_at: pd.Timestamp, run_id: str) -> pd.DataFrame:
    """The old rows and the new ones, these with both times and an id of their own."""
    for row in rows:
        row["recorded_at"], row["run_id"] = recorded_at, run_id
        row["revision_id"] = make_id(
            "rev", row["figure_id"], row["as_of"], recorded_at.isoformat(), run_id, *(row[n] for n in STATE)
        )
    if not rows:
        return conform(Revisions, old) if len(old) else empty(Revisions)
    fresh = conform(Revisions, pd.DataFrame(rows))
    return conform(Revisions, pd.concat([old, fresh], ignore_index=True)) if len(old) else fresh

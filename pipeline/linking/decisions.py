"""Decisions of people as values, in the order in which they were written, and what became of each.

Here belong the order among decisions and the shape of an outcome. Merges, splits and copies are applied in review;
decisions on claims and figures in reconcile.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from pipeline.tables.base import LIST_SEPARATOR
from pipeline.tables.decisions import Decisions
from pipeline.tables.registry import conform, empty

WORDS = {
    "accept": "accepted a claim", "reject": "rejected a claim", "correct": "corrected a claim",
    "merge": "merged two events", "split": "split an event", "pin": "pinned the figure", "copy": "marked a copy",
    "withdraw": "withdrew a decision",
}  # fmt: skip
VERDICTS = ("accept", "reject")


class Decision(NamedTuple):
    """One decision of the file."""

    decision_id: str
    line: int
    decided_at: str
    decided_by: str
    action: str
    subject_id: str
    field: str
    value: str
    seen_value: str
    why: str

    @property
    def slot(self) -> tuple[str, str, str]:
        """Of two decisions on the same, the later holds."""
        kind = "verdict" if self.action in VERDICTS else self.action
        return kind, self.subject_id, self.field if kind == "correct" else self.value if kind == "split" else ""

    @property
    def remark(self) -> str:
        """What a reason says of it."""
        return f"{self.decided_by} {WORDS[self.action]} on {self.decided_at[:10]}: {self.why}"


class Outcome(NamedTuple):
    """What became of a decision."""

    state: str
    machine_value: str = ""
    event_ids: tuple[str, ...] = ()
    message: str = ""


def read_rows(rows: pd.DataFrame) -> list[Decision]:
    """The decisions of a table that has the columns of the file; of a review only lines that can be followed."""
    kept = rows[rows["problem"].isna()] if "problem" in rows else rows
    cells = kept[list(Decision._fields)].astype(object)
    moments = pd.to_datetime(kept["decided_at"], utc=True, format="ISO8601")
    cells["decided_at"] = moments.dt.strftime("%Y-%m-%dT%H:%M:%SZ").astype(object)
    texts = cells.where(cells.notna(), "").sort_values("line")
    return [Decision(**{str(k): v for k, v in row.items()}) for row in texts.to_dict("records")]


def in_force(decisions: Sequence[Decision]) -> tuple[list[Decision], dict[str, Outcome]]:
    """The decisions that still hold, and the outcomes of those withdrawn or replaced by a later one."""
    known = {d.decision_id: d for d in decisions}
    ended: dict[str, Outcome] = {}
    for d in decisions:
        if d.action == "withdraw":
            target = known.get(d.subject_id)
            if target is None or target.line >= d.line:
                ended[d.decision_id] = orphan(d, "decision above it in the file")
            else:
                ended[d.decision_id] = Outcome("applied", machine_value=target.action)
                ended[target.decision_id] = Outcome("superseded", message=f"Withdrawn in line {d.line}.")
    latest = {d.slot: d for d in decisions if d.decision_id not in ended}
    for d in decisions:
        if d.decision_id not in ended and latest[d.slot] is not d:
            ended[d.decision_id] = Outcome("superseded", message=f"Replaced by line {latest[d.slot].line}.")
    return [d for d in decisions if d.decision_id not in ended], ended


def orphan(d: Decision, what: str) -> Outcome:
    """The outcome of a decision whose row is gone."""
    named = d.value if what.startswith("event to keep") else d.subject_id
    message = f"No {what} has the id {named} any more: withdraw this decision, or write a new one on the row of now."
    return Outcome("orphan", message=message)


def stale(d: Decision, machine: str, event_ids: tuple[str, ...] = ()) -> Outcome:
    """The outcome of a decision on a row that has changed since."""
    message = f"It was decided when the tables said {d.seen_value}; now they say {machine or 'nothing'}: decide anew."
    return Outcome("stale", machine, event_ids, message)


def decision_table(decisions: Sequence[Decision], outcomes: Mapping[str, Outcome]) -> pd.DataFrame:
    """The decisions table from every decision and its outcome."""
    rows: list[dict[str, Any]] = []
    for d in decisions:
        found = outcomes[d.decision_id]
        told = d._asdict() | found._asdict() | {"event_ids": LIST_SEPARATOR.join(found.event_ids)}
        rows.append({name: value if value != "" else None for name, value in told.items()})
    return conform(Decisions, _typed(rows)) if rows else empty(Decisions)


def _typed(rows: list[dict[str, Any]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows).astype({"line": "Int64"})
    return frame.assign(decided_at=pd.to_datetime(frame["decided_at"], utc=True).astype("datetime64[us, UTC]"))


def outcomes_of(table: pd.DataFrame) -> dict[str, Outcome]:
    """The outcomes that a decisions table holds."""
    cells = table.astype(object)
    found = {}
    for row in cells.where(cells.notna(), "").to_dict("records"):
        events = tuple(part for part in row["event_ids"].split(LIST_SEPARATOR) if part)
        found[row["decision_id"]] = Outcome(row["state"], row["machine_value"], events, row["message"])
    return found


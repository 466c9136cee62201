"""Doubts about decisions of people: lines of their file that cannot be followed, and decisions that no longer apply.

Here belongs that a decision never falls silent. What became of each stands in the decisions table.
"""

from typing import Any

import pandas as pd

from pipeline.tables.anomalies import Anomalies
from pipeline.tables.registry import conform, empty, make_id

MISFITS = ("stale", "orphan")


def decision_doubts(review: pd.DataFrame, decisions: pd.DataFrame) -> pd.DataFrame:
    """One anomaly a line with a problem, and one a decision that is stale or orphaned."""
    broken = review[review["problem"].notna()]
    rows = [
        (line, "decision_readable", "error", problem)
        for line, problem in zip(broken["decision_id"], broken["problem"], strict=True)
    ]
    misfits = decisions[decisions["state"].isin(MISFITS)]
    rows += [
        (row["decision_id"], f"decision_{row['state']}", "warning", _told(row))
        for row in misfits.fillna("").to_dict("records")
    ]
    frame = pd.DataFrame(rows, columns=["row_id", "check", "severity", "message"])
    ids = [make_id("ano", "decisions", row[0], row[1]) for row in rows]
    return conform(Anomalies, frame.assign(table="decisions", anomaly_id=ids)) if rows else empty(Anomalies)


def _told(row: dict[Any, Any]) -> str:
    return f"{row['action']} {row['subject_id']} ({row['decided_by']}, line {row['line']}): {row['message']}"

"""The rows of all tables brought together by event: what one page is made from.

Here belongs the grouping, some hundred events at a time, so that memory does not grow with the number of events.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from pipeline.publishing.report.words import titled
from pipeline.publishing.standing import EVERYBODY, standing_figures

Row = dict[str, Any]
CHUNK = 200
"""Events whose rows are held at a time."""
ARTICLE_FACTS = ["article_id", "publisher", "url", "title", "published_at", "origin"]
CLAIM_FACTS = [
    "claim_id", "article_id", "event_id", "measure", "counted", "victim_group", "value_low", "value_best", "value_high",
    "quantifier", "unit", "currency", "scope", "attributed_to", "attribution_class", "assertion", "negated",
    "confidence", "rule", "excerpt",
]  # fmt: skip
REVISION_FACTS = [
    "figure_id", "event_id", "policy", "as_of", "recorded_at", "new_low", "new_best", "new_high", "old_best", "reason",
    "trigger_claim_id",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One event with all that the tables say of it."""

    event: Row
    figures: Sequence[Row]
    claims: Sequence[Row]
    revisions: Sequence[Row]
    anomalies: Sequence[Row]
    parent: Row | None = None
    incidents: Sequence[Row] = field(default_factory=list)
    """Of a campaign: its incidents, each with its standing figures under `figures`."""


class Library:
    """All tables, sorted so that the rows of one event are found at once."""

    def __init__(self, tables: Mapping[str, pd.DataFrame], policy: str) -> None:
        self.policy = policy
        self.events = tables["events"].sort_values("event_id", ignore_index=True)
        claims = tables["claims"][CLAIM_FACTS].merge(tables["articles"][ARTICLE_FACTS], on="article_id", how="left")
        standing = standing_figures(self.events, tables["figures"], policy)
        self.frames = {
            "figures": _by_event(tables["figures"]),
            "claims": _by_event(claims),
            "revisions": _by_event(tables["revisions"][REVISION_FACTS]),
            "anomalies": _by_event(_placed(tables)),
            "standing": _by_event(standing[standing["victim_group"] == EVERYBODY]),
        }
        self.keys = {name: frame["event_id"].to_numpy(dtype=object) for name, frame in self.frames.items()}
        self.facts = {row["event_id"]: {**row, "label": titled(row)} for row in records(self.events)}
        self.children: dict[str, list[str]] = {}
        for row in self.facts.values():
            if row["parent_event_id"]:
                self.children.setdefault(row["parent_event_id"], []).append(row["event_id"])

    def stories(self) -> Iterator[Story]:
        """Every event with its rows, by id."""
        ids = list(self.facts)
        for start in range(0, len(ids), CHUNK):
            chunk = ids[start : start + CHUNK]
            rows = {name: self._rows(name, chunk) for name in ("figures", "claims", "revisions", "anomalies")}
            for event_id in chunk:
                parts = {name: found.get(event_id, []) for name, found in rows.items()}
                event = self.facts[event_id]
                parent = self.facts.get(event["parent_event_id"] or "")
                yield Story(event=event, parent=parent, incidents=self._incidents(event_id), **parts)

    def standing(self, event_id: str) -> list[Row]:
        """The figures of everybody that stand for the event under the default policy."""
        return self._rows("standing", [event_id]).get(event_id, [])

    def _incidents(self, event_id: str) -> list[Row]:
        """The incidents of a campaign by day, with their figures."""
        inside = [self.facts[child] for child in self.children.get(event_id, [])]
        ordered = sorted(inside, key=lambda row: (row["date_start"] or "9999", row["event_id"]))
        return [{**row, "figures": self.standing(row["event_id"])} for row in ordered]

    def _rows(self, name: str, event_ids: Sequence[str]) -> dict[str, list[Row]]:
        """The rows of some events, which are neighbours by id."""
        keys = self.keys[name]
        first, last = np.searchsorted(keys, event_ids[0], "left"), np.searchsorted(keys, event_ids[-1], "right")
        found: dict[str, list[Row]] = {}
        for row in records(self.frames[name].iloc[first:last]):
            found.setdefault(row["event_id"], []).append(row)
        return found


def records(frame: pd.DataFrame) -> list[Row]:
    """The rows as plain values; None where a cell is empty."""
    return list(pa.Table.from_pandas(frame, preserve_index=False).to_pylist())


def _by_event(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that have an event, sorted by it."""
    return frame.dropna(subset="event_id").sort_values("event_id", kind="stable", ignore_index=True)


def _placed(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Anomalies with the event that they are about."""
    of = dict(zip(tables["events"]["event_id"], tables["events"]["event_id"], strict=True))
    for name, key in (("figures", "figure_id"), ("claims", "claim_id")):
        of |= dict(zip(tables[name][key], tables[name]["event_id"], strict=True))
    anomalies = tables["anomalies"]
    return anomalies.assign(event_id=anomalies["row_id"].map(of).astype("str"))[
        ["event_id", "check", "severity", "message"]
    ]

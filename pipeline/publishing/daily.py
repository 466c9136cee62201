"""The rows of daily: figures by day, each day's own change apart from what came to light later.

Here belongs reading the revisions by day. What a revision is, and why there is one, is reconcile's matter.
"""

import pandas as pd

from pipeline.tables.daily import Daily
from pipeline.tables.registry import conform, empty, make_id

LATE = ("retroactive", "reclassified", "merged", "split", "retracted", "codebook", "code", "review")
"""Reasons of revisions that say something else about a day that was already over when they were written."""
PLACE = ["figure_id", "day"]
SHARED = ["figure_id", "event_id", "given_event_id", "measure", "victim_group", "scope", "policy"]


def daily(revisions: pd.DataFrame) -> pd.DataFrame:
    """One row a figure and day of its revisions, with what is known now of that day."""
    if revisions.empty:
        return empty(Daily)
    written = revisions.rename(columns={"as_of": "day"}).sort_values([*PLACE, "recorded_at", "revision_id"])
    last = written.drop_duplicates(PLACE, keep="last").reset_index(drop=True)
    first = written.drop_duplicates(PLACE, keep="first").reset_index(drop=True)
    best = last["new_best"]
    at_once = first["new_best"].where(~first["reason"].isin(LATE), first["old_best"])
    late = best.fillna(0) - at_once.fillna(0)
    change = _change(best.fillna(0), last["figure_id"]).where(best.notna())
    change_late = _change(late, last["figure_id"]).where(best.notna())
    ends = {f"cumulative_{end}": last[f"new_{end}"] for end in ("low", "best", "high")}
    rows = last[[*SHARED, "day", "reason", "recorded_at"]].assign(
        **ends, change=change, change_own=change - change_late, change_late=change_late,
        daily_id=[make_id("day", *place) for place in zip(last["figure_id"], last["day"], strict=True)],
    )  # fmt: skip
    return conform(Daily, rows)


def _change(values: pd.Series, figure_ids: pd.Series) -> pd.Series:
    """By how much each value differs from the figure's one before; the first by itself."""
    return values - values.groupby(figure_ids).shift(1).fillna(0)

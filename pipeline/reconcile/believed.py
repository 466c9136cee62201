"""Reading the revisions: what was believed about a day, and what a run published.

Here belong the two questions that history answers. A revision has two times: `as_of`, the day up to which reports
count, and `recorded_at`, when it was written down here.
"""

import pandas as pd

ENDS = ["new_low", "new_best", "new_high"]


class UnknownRun(LookupError):
    """A run that recorded no revision; the message says how to ask instead."""


def believed_on(revisions: pd.DataFrame, day: str, known_at: pd.Timestamp | None = None) -> pd.DataFrame:
    """The revision in force of each figure, from the reports up to the end of `day` (UTC, 2025-03-31).

    As we know it now; with `known_at`, as it was recorded at that moment. Figures that had no value then are left out.
    """
    rows = revisions[revisions["as_of"] <= day]
    if known_at is not None:
        rows = rows[rows["recorded_at"] <= known_at]
    ordered = rows.sort_values(["figure_id", "as_of", "recorded_at", "revision_id"])
    latest = ordered.drop_duplicates(["figure_id", "as_of"], keep="last").drop_duplicates("figure_id", keep="last")
    return latest[latest[ENDS].notna().any(axis=1)].reset_index(drop=True)


def published_in(revisions: pd.DataFrame, run_id: str) -> pd.DataFrame:
    """The revisions in force at the end of a run (its id, or the beginning of it): what its figures table said.

    Raises UnknownRun for a run that recorded nothing: then the run before it still holds.
    """
    rows = revisions[revisions["run_id"].str.startswith(run_id)] if run_id else revisions.iloc[:0]
    if rows.empty:
        runs = revisions.sort_values("recorded_at")["run_id"].drop_duplicates().tail(5)
        raise UnknownRun(
            f"Run {run_id or '(no id)'} recorded no revision; what the run before it published still held. "
            f"Runs that recorded some, the latest last: {', '.join(runs) or 'none'}."
        )
    if rows["run_id"].nunique() > 1:
        raise UnknownRun(f"Several runs begin with {run_id}: {', '.join(sorted(rows['run_id'].unique()))}.")
    return believed_on(revisions, "9999-12-31", rows["recorded_at"].max())

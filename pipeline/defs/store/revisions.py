"""The revisions of the store: what was recorded before, when a run records, and why a rerun differs.

Here belongs that no recorded revision is ever lost. What a revision is belongs to reconcile/.
"""

from datetime import datetime

import pandas as pd

from pipeline.defs.store.folder import Folder
from pipeline.defs.store.months import Damaged, read_table
from pipeline.defs.store.publish import PUBLISHED
from pipeline.defs.store.records import current_stamp, read_record
from pipeline.tables import registry
from pipeline.tables.revisions import Revisions

KEPT = "_store/revisions.parquet"
PUBLISHED_COPY = "revisions.parquet"


def load_revisions(store: Folder) -> pd.DataFrame:
    """All revisions recorded so far: those of the store, else, when its file is lost or damaged, the published ones.

    Raises Damaged when there were revisions and neither file can be read, since starting over would forget them.
    """
    for path in (KEPT, PUBLISHED_COPY):
        rows = read_table(store, path, Revisions)
        if rows is not None:
            return registry.conform(Revisions, rows)
    if store.exists(KEPT) or store.exists(PUBLISHED_COPY):
        raise Damaged(
            f"{KEPT} and {PUBLISHED_COPY} below {store.url} are both damaged. They hold the history, which cannot be "
            "made again from the reports: put one of them back from a backup, or move both away to begin a new history."
        )
    return registry.empty(Revisions)


def moment_of_record(old: pd.DataFrame, now: datetime) -> pd.Timestamp:
    """When new revisions are recorded: now, but never before the last one, whatever the clock says."""
    moment = pd.Timestamp(now).as_unit("us")
    return moment if old.empty else max(moment, old["recorded_at"].max())


def cause_of_rerun(store: Folder) -> str:
    """Why figures of days already recorded may change in this run: other code, another codebook, or late reports."""
    last = str(read_record(store, PUBLISHED).get("stamp", "")).split(":")
    now = current_stamp(store).split(":")
    if len(last) != len(now):
        return "retroactive"
    if last[2] != now[2]:
        return "codebook"
    return "code" if last[1] != now[1] else "retroactive"

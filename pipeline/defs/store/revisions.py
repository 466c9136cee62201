"""The revisions of the store: what was recorded before, when a run records, and why a rerun differs.

Here belongs that no recorded revision is ever lost. What a revision is belongs to reconcile/.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial

import pandas as pd
from pandera.errors import SchemaErrors

from pipeline.defs.store.folder import Folder
from pipeline.defs.store.months import UNREADABLE, Damaged, parquet_rows
from pipeline.defs.store.publish import PUBLISHED
from pipeline.defs.store.records import current_stamp, read_record
from pipeline.publishing.encode import from_csv
from pipeline.tables import registry
from pipeline.tables.base import Table
from pipeline.tables.revisions import Revisions

KEPT = "_store/revisions.parquet"
PUBLISHED_COPIES = ("revisions.parquet", "revisions.csv")
READERS: dict[str, Callable[[bytes], pd.DataFrame]] = {"parquet": parquet_rows, "csv": partial(from_csv, Revisions)}
"""How each is read."""


def load_revisions(store: Folder) -> pd.DataFrame:
    """All revisions recorded so far: those of the store, else, when its file is lost or damaged, the published ones.

    Raises Damaged when there were revisions and no file of them can be read, since starting over would forget them.
    """
    there = [path for path in (KEPT, *PUBLISHED_COPIES) if store.exists(path)]
    for path in there:
        try:
            rows = READERS[path.rpartition(".")[2]](store.read(path))
            # Columns are appended in the course of years: what older code wrote has none of them.
            return registry.conform(Revisions, rows.drop(columns=rows.columns.difference(names(Revisions))))
        except (*UNREADABLE, SchemaErrors):
            continue
    if there:
        raise Damaged(
            f"{' and '.join(there)} below {store.url} are damaged. They hold the history, which cannot be "
            "made again from the reports: put one of them back from a backup, or move all away to begin a new history."
        )
    return registry.empty(Revisions)


def names(model: type[Table]) -> list[str]:
    """The model's columns."""
    return [spec.name for spec in registry.columns(model)]


def moment_of_record(old: pd.DataFrame, now: datetime) -> pd.Timestamp:
    """When new revisions are recorded: now, but always after the last one, whatever the clock says."""
    moment = pd.Timestamp(now).as_unit("us")
    return moment if old.empty else max(moment, old["recorded_at"].max() + pd.Timedelta(microseconds=1))


def cause_of_rerun(store: Folder) -> str:
    """Why figures of days already recorded may change in this run: other code, another codebook, or late reports."""
    _, code, codebook, _ = _differs(store)
    return "codebook" if codebook else "code" if code else "retroactive"


def causes_of_changes(store: Folder) -> tuple[str, str]:
    """Why published rows differ in this run, and why rows come or go: other rules, decisions, or else reports."""
    reports, code, codebook, review = _differs(store)
    rules = "codebook" if codebook else "code" if code else ""
    others = rules or ("review" if review else "")
    rest = "reports" if reports else others or "reports"
    return rules or rest, rest


def _differs(store: Folder) -> tuple[bool, bool, bool, bool]:
    """Whether reports, code, codebook and decisions differ from those of the last published run."""
    last = str(read_record(store, PUBLISHED).get("stamp", "")).split(":")
    now = current_stamp(store).split(":")
    if len(last) != len(now):
        return True, False, False, False
    reports, code, codebook, review = (a != b for a, b in zip(last, now, strict=True))
    return reports, code, codebook, review

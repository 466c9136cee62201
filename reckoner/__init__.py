"""The published tables for Python users: `reckoner.load("figures", as_of="2025-09-20", policy="range")`.

Here belongs reading tables that are there; making them is the matter of the package `pipeline`. Neither is needed to
use the data, which are plain Parquet and CSV.
"""

import os
from datetime import date, datetime
from pathlib import Path
from typing import Literal

import pandas as pd

from pipeline.publishing.as_of import figures_as_of, published_by
from pipeline.tables.registry import TABLES

__all__ = ["TableName", "load"]

TableName = Literal[
    "articles", "mentions", "claims", "events", "figures", "revisions", "anomalies", "decisions", "events_wide",
    "daily", "changes",
]
FOLDER = "RECKONER_PROCESSED"
DEFAULT = "data/processed"


def load(
    table: TableName,
    *,
    as_of: str | date | datetime | None = None,
    recorded_by: str | date | datetime | None = None,
    policy: str | None = None,
    folder: str | Path | None = None,
) -> pd.DataFrame:
    """A published table, with its types.

    `as_of` takes the world back to the end of a day: figures as the reports up to it support them, reports and claims
    that were out by then. `recorded_by` gives figures as they had been written down by the end of a day. `policy` keeps
    the rows of one policy. `folder` is a path or an fsspec address; without it RECKONER_PROCESSED counts, then
    data/processed.
    Raises ValueError for a table, policy or day that there is not, FileNotFoundError for a folder without tables.
    """
    if table not in TABLES:
        raise ValueError(f"There is no table {table!r}; there are {', '.join(TABLES)}.")
    if recorded_by is not None and table != "figures":
        raise ValueError("recorded_by says what was written down of figures; for other tables use as_of.")
    root = str(folder or os.environ.get(FOLDER) or DEFAULT)
    if table == "figures" and (as_of is not None or recorded_by is not None):
        rows = figures_as_of(_read(root, "revisions"), as_of, recorded_by)
    elif table == "claims" and as_of is not None:
        known = published_by("articles", _read(root, "articles"), as_of)
        claims = _read(root, "claims")
        rows = claims[claims["article_id"].isin(known["article_id"])].reset_index(drop=True)
    else:
        rows = _read(root, table)
        rows = rows if as_of is None else published_by(table, rows, as_of)
    return rows if policy is None else _of_policy(table, rows, policy)


def _read(root: str, table: str) -> pd.DataFrame:
    """One Parquet file."""
    try:
        return pd.read_parquet(f"{root.rstrip('/')}/{table}.parquet")
    except FileNotFoundError:
        raise FileNotFoundError(
            f"{root} holds no {table}.parquet. Name the folder of a run: load({table!r}, folder=…), or set {FOLDER}."
        ) from None


def _of_policy(table: str, rows: pd.DataFrame, policy: str) -> pd.DataFrame:
    """The rows of one policy."""
    if "policy" not in rows.columns:
        raise ValueError(f"The table {table} knows no policies; figures, revisions and daily do.")
    if len(rows) and policy not in set(rows["policy"]):
        raise ValueError(f"There is no policy {policy!r} here; there are {', '.join(sorted(set(rows['policy'])))}.")
    return rows[rows["policy"] == policy].reset_index(drop=True)

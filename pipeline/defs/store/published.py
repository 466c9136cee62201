"""The published tables as they lie in the output folder, read back to compare a new state with them.

Here belongs only that; what people load is told in the data dictionary.
"""

import io

import pandas as pd
import pyarrow as pa

from pipeline.defs.store.folder import Folder
from pipeline.tables.registry import TABLES, columns, conform, empty

KEPT = "_store/{}.parquet"


def load_published(store: Folder, name: str) -> pd.DataFrame | None:
    """A table as it was last published; None when it was not, or when its file is damaged."""
    return _load(store, f"{name}.parquet", name)


def load_log(store: Folder, name: str) -> pd.DataFrame:
    """A table that is only appended to: as published; where that file is damaged, as the store has it; else empty."""
    if not store.exists(f"{name}.parquet"):
        return empty(TABLES[name])
    rows = load_published(store, name)
    rows = _load(store, KEPT.format(name), name) if rows is None else rows
    return empty(TABLES[name]) if rows is None else rows


def _load(store: Folder, path: str, name: str) -> pd.DataFrame | None:
    """A table with its model's columns; those appended since it was written are empty."""
    try:
        rows = pd.read_parquet(io.BytesIO(store.read(path)))
    except (FileNotFoundError, pa.ArrowException, OSError):
        return None
    known = {spec.name for spec in columns(TABLES[name]) if spec.required}
    return conform(TABLES[name], rows) if known <= set(rows.columns) else None

"""Tables of the store: whole ones, and those split by month so that a change costs the months that it touches.

Here belong layout, exact types on the way back, and what becomes of a damaged file. Those who call decide which rows
change.
"""

import io
from collections.abc import Sequence

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.defs.store.folder import Folder
from pipeline.tables import registry
from pipeline.tables.base import Table

UNDATED = "undated"
SUFFIX = ".parquet"
UNREADABLE = (pa.ArrowException, OSError, ValueError, TypeError, KeyError)
"""What reading an absent or damaged Parquet file raises; of a damaged one the metadata may say anything."""


class Damaged(RuntimeError):
    """A file of the store that cannot be read."""


class MonthlyTable:
    """A table of the store with one Parquet file a month of publication."""

    def __init__(self, folder: Folder, name: str, model: type[Table]) -> None:
        self.folder = folder
        self.name = name
        self.model = model

    def path(self, month: str) -> str:
        """File of a month: _store/articles/2025-09.parquet."""
        return f"_store/{self.name}/{month}{SUFFIX}"

    def months(self) -> list[str]:
        """Months with a file, in order; undated ones come last."""
        return self.folder.names(f"_store/{self.name}", SUFFIX)

    def read(self, month: str) -> pd.DataFrame:
        """Rows of a month. A damaged file is removed, so that the next run makes its rows again. Raises Damaged."""
        rows = read_table(self.folder, self.path(month), self.model)
        if rows is None:
            self.remove(month)
            raise Damaged(
                f"{self.path(month)} below {self.folder.url} was missing or damaged and has been removed. "
                "Run again: its rows are made anew from the raw files."
            )
        return rows

    def read_if_there(self, month: str) -> pd.DataFrame:
        """Rows of a month; none when there is no file or it is damaged."""
        rows = read_table(self.folder, self.path(month), self.model)
        return registry.empty(self.model) if rows is None else rows

    def read_columns(self, month: str, columns: Sequence[str]) -> pd.DataFrame:
        """Some columns of a month; no rows when the file is damaged."""
        try:
            return parquet_rows(self.folder.read(self.path(month)), columns)
        except UNREADABLE:
            return registry.empty(self.model)[list(columns)]

    def write(self, month: str, rows: pd.DataFrame) -> None:
        """Puts rows in place of those of a month."""
        self.folder.write(self.path(month), parquet_bytes(rows))

    def remove(self, month: str) -> None:
        """Forgets a month."""
        self.folder.remove(self.path(month))

    def read_all(self) -> pd.DataFrame:
        """All rows, month by month. Raises Damaged."""
        parts = [self.read(month) for month in self.months()]
        return pd.concat(parts, ignore_index=True) if parts else registry.empty(self.model)


def month_of(moments: pd.Series) -> pd.Series:
    """The month of each moment as 2025-09, or undated."""
    months: pd.Series = moments.dt.strftime("%Y-%m").astype("str").fillna(UNDATED)
    return months


def typed(model: type[Table], rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the model's columns (missing ones empty) in their exact types; values are not checked."""
    pattern = registry.empty(model)
    return rows.reindex(columns=list(pattern)).astype(pattern.dtypes.to_dict())


def parquet_bytes(rows: pd.DataFrame) -> bytes:
    """The rows as Parquet, the same bytes for the same rows."""
    sink = io.BytesIO()
    table = pa.Table.from_pandas(rows, preserve_index=False)
    pq.write_table(table, sink, compression="zstd", write_page_checksum=True)
    return sink.getvalue()


def parquet_rows(data: bytes, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """The rows of Parquet bytes, or some of their columns. Raises one of UNREADABLE where a single bit is wrong."""
    wanted = list(columns) if columns else None
    return pd.read_parquet(io.BytesIO(data), columns=wanted, page_checksum_verification=True)


def read_table(folder: Folder, path: str, model: type[Table]) -> pd.DataFrame | None:
    """The table at a path with its model's columns; None when it is absent, damaged or of another layout."""
    try:
        rows = parquet_rows(folder.read(path))
    except UNREADABLE:
        return None
    return rows if list(rows.columns) == list(registry.empty(model)) else None

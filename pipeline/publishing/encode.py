"""Tables to CSV and Parquet bytes: the same rows in the same order in both, the same bytes for the same table.

Here belongs how a cell is written. Which columns there are, and of which type, the model says.
"""

import csv
import io
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.tables.base import Table
from pipeline.tables.registry import ColumnSpec, columns, conform, primary_key

ROW_ORDER: Mapping[str, tuple[str, ...]] = {
    "Articles": ("published_at",),
    "Mentions": ("article_id", "field", "char_start", "char_end"),
    "Claims": ("event_id", "measure", "victim_group", "article_id", "mention_id"),
    "Events": ("date_start", "kind", "label"),
    "Figures": ("event_id", "measure", "victim_group", "scope", "unit", "currency", "policy"),
    "Revisions": ("recorded_at", "event_id", "measure", "victim_group", "scope", "policy", "as_of"),
    "Anomalies": ("table", "row_id", "check"),
    "Decisions": ("line",),
    "Changes": ("recorded_at", "table", "change", "row_id"),
    "EventsWide": ("date_start", "kind", "label"),
    "Daily": ("event_id", "measure", "victim_group", "scope", "policy", "figure_id", "day"),
}
"""What rows are sorted by, so that neighbours belong together; the primary key settles ties. Empty cells come last."""

FORMULA_CELL = r"^'*[=+\-@\t\r\n＝＋－＠]"
"""A text cell that a spreadsheet would take for a formula, with any apostrophes that stand before it."""
NEUTRALISED_CELL = r"^'+[=+\-@\t\r\n＝＋－＠]"
"""A cell that `to_csv` put an apostrophe before. Taking one away gives the text back."""
NEEDS_QUOTES = r'[",\r\n]'

ROW_GROUP = 100_000
"""Rows that a reader of the Parquet file takes, or skips, at a time."""

TIMESTAMP = "%Y-%m-%dT%H:%M:%SZ"


def to_csv(model: type[Table], frame: pd.DataFrame) -> bytes:
    """The table as CSV: UTF-8 without a byte order mark, lines ended by a line feed, quotes only where needed.

    Whole numbers have no fraction, timestamps are UTC to the second, truth values true and false, and what is unknown
    is empty. A text that a spreadsheet would run as a formula gets one apostrophe before it; `from_csv` takes it away.
    """
    rows = in_order(model, frame)
    specs = columns(model)
    cells = [_quoted(CELLS[spec.dtype](rows[spec.name])) for spec in specs]
    lines = _joined(*cells, separator=",").to_pylist()
    return "".join(f"{line}\n" for line in [",".join(spec.name for spec in specs), *lines]).encode()


def from_csv(model: type[Table], data: bytes) -> pd.DataFrame:
    """The table that `to_csv` wrote, with the types of its model, sorted by its key."""
    reader = csv.reader(io.StringIO(data.decode(), newline=""), lineterminator="\n")
    header, *records = list(reader)
    raw = pd.DataFrame(records, columns=pd.Index(header), dtype="str")
    return conform(model, pd.DataFrame({s.name: _typed(s, raw[s.name]) for s in columns(model)}))


def to_parquet(model: type[Table], frame: pd.DataFrame) -> bytes:
    """The table as Parquet (zstd, texts as dictionaries). Meaning, unit and allowed values stand in the metadata."""
    table = pa.Table.from_pandas(in_order(model, frame), preserve_index=False)
    about = {spec.name: _field_metadata(spec) for spec in columns(model)}
    fields = [field.with_metadata(about[field.name]) for field in table.schema]
    metadata = {**(table.schema.metadata or {}), b"description": (model.__doc__ or "").encode()}
    sink = io.BytesIO()
    pq.write_table(
        table.cast(pa.schema(fields, metadata=metadata)), sink, compression="zstd", use_dictionary=True,
        row_group_size=ROW_GROUP, write_page_index=True, store_schema=True,
    )  # fmt: skip
    return sink.getvalue()


def in_order(model: type[Table], frame: pd.DataFrame) -> pd.DataFrame:
    """The rows in the order in which they are published. Raises ValueError when the columns are not the model's."""
    expected = [spec.name for spec in columns(model)]
    if list(frame.columns) != expected:
        odd = sorted(set(expected) ^ set(frame.columns)) or "their order"
        raise ValueError(f"{model.__name__}: columns differ from the model ({odd}); conform() the frame first")
    by = [*ROW_ORDER[model.__name__], primary_key(model)]
    return frame.sort_values(by, kind="stable", ignore_index=True)


def _text(cells: pd.Series) -> pa.Array:
    """Text with formulas neutralised."""
    array = pc.fill_null(pa.array(cells, pa.large_string(), from_pandas=True), "")
    is_formula = pc.match_substring_regex(array, FORMULA_CELL)
    return pc.if_else(is_formula, _joined("'", array), array)


def _timestamp(cells: pd.Series) -> pa.Array:
    """To the second: pyarrow writes fractions of a finer unit."""
    moments = pa.array(cells.dt.tz_localize(None), from_pandas=True).cast(pa.timestamp("s"), safe=False)
    return pc.fill_null(pc.strftime(moments, TIMESTAMP).cast(pa.large_string()), "")


def _plain(cells: pd.Series) -> pa.Array:
    """Whole numbers and truth values as Arrow spells them: 17, true."""
    return pc.fill_null(pa.array(cells, from_pandas=True).cast(pa.large_string()), "")


def _number(cells: pd.Series) -> pa.Array:
    """Numbers in their shortest exact form, whole ones without a fraction."""
    values = [None if pd.isna(v) else float(v) for v in cells]
    written = ["" if v is None else str(int(v)) if v.is_integer() else repr(v) for v in values]
    return pa.array(written, pa.large_string())


CELLS = {"text": _text, "timestamp": _timestamp, "integer": _plain, "boolean": _plain, "number": _number}
"""How a column of each type is written."""


def _joined(*parts: pa.Array | str, separator: str = "") -> pa.Array:
    """Texts of each row joined; a plain string joins every row."""
    text = pa.large_string()
    arrays = [pa.scalar(part, text) if isinstance(part, str) else part for part in parts]
    return pc.binary_join_element_wise(*arrays, pa.scalar(separator, text))


def _quoted(cells: pa.Array) -> pa.Array:
    """Cells with a comma, a quote or the end of a line in quotes."""
    doubled = pc.replace_substring(cells, '"', '""')
    quoted = _joined('"', doubled, '"')
    return pc.if_else(pc.match_substring_regex(cells, NEEDS_QUOTES), quoted, cells)


def _typed(spec: ColumnSpec, cells: pd.Series) -> pd.Series:
    """Cells of a CSV file with empty ones unknown, ready for the model to coerce."""
    known = cells.mask(cells == "")
    if spec.dtype == "text":
        neutralised = known.str.contains(NEUTRALISED_CELL, na=False)
        return known.mask(neutralised, known.str[1:])
    if spec.dtype == "timestamp":
        return pd.to_datetime(known, format=TIMESTAMP, utc=True)
    if spec.dtype == "boolean":
        return known.map({"true": True, "false": False}).astype("boolean")
    if spec.dtype == "integer":
        return known.astype("Int64")
    return known.astype("Float64")


def _field_metadata(spec: ColumnSpec) -> dict[str, Any]:
    """What a reader of the Parquet file may know of a column without the data dictionary."""
    about = {"description": spec.description, "unit": spec.unit, "allowed_values": ";".join(spec.allowed)}
    return {key: value for key, value in about.items() if value}

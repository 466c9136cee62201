"""The list of all tables, and what can be derived from any model: validation, empty frames, column descriptions.

Nothing here knows a single column; whoever adds a table adds its model's line to TABLES.
"""

import hashlib
from typing import Any, NamedTuple

import pandas as pd

from pipeline.tables.anomalies import Anomalies
from pipeline.tables.articles import Articles
from pipeline.tables.base import Table
from pipeline.tables.changes import Changes
from pipeline.tables.claims import Claims
from pipeline.tables.daily import Daily
from pipeline.tables.decisions import Decisions
from pipeline.tables.events import Events
from pipeline.tables.events_wide import EventsWide
from pipeline.tables.figures import Figures
from pipeline.tables.mentions import Mentions
from pipeline.tables.revisions import Revisions

TABLES: dict[str, type[Table]] = {
    "articles": Articles,
    "mentions": Mentions,
    "claims": Claims,
    "events": Events,
    "figures": Figures,
    "revisions": Revisions,
    "anomalies": Anomalies,
    "decisions": Decisions,
    "events_wide": EventsWide,
    "daily": Daily,
    "changes": Changes,
}


class ColumnSpec(NamedTuple):
    """One column as its model describes it."""

    name: str
    dtype: str
    description: str
    unit: str
    required: bool
    unique: bool
    allowed: tuple[str, ...]


def columns(model: type[Table]) -> list[ColumnSpec]:
    """The model's columns in order."""
    found = []
    for name, spec in model.to_schema().columns.items():
        allowed = [c.statistics["allowed_values"] for c in spec.checks if c.name == "isin"]
        unit = (spec.metadata or {}).get("unit", "")
        dtype = TYPE_NAMES[str(spec.dtype).split("[")[0]]
        values = tuple(map(str, allowed[0])) if allowed else ()
        found.append(ColumnSpec(name, dtype, spec.description or "", unit, not spec.nullable, spec.unique, values))
    return found


TYPE_NAMES = {"string": "text", "str": "text", "Int64": "integer", "Float64": "number", "boolean": "boolean",
              "datetime64": "timestamp"}
"""How the data dictionary names the storage types."""


def primary_key(model: type[Table]) -> str:
    """The one column with unique values."""
    return next(c.name for c in columns(model) if c.unique)


def empty(model: type[Table]) -> pd.DataFrame:
    """A frame without rows, with the model's columns and types."""
    types: dict[str, Any] = {name: spec.dtype for name, spec in model.to_schema().columns.items()}
    return pd.DataFrame({name: pd.Series(dtype=dtype.type) for name, dtype in types.items()})


def conform(model: type[Table], frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with exactly the model's columns (missing ones empty), coerced, validated, sorted by key.

    Raises pandera.errors.SchemaErrors that lists every wrong cell.
    """
    names = [c.name for c in columns(model)]
    ordered = frame.reindex(columns=names).sort_values(primary_key(model), ignore_index=True)
    return pd.DataFrame(model.validate(ordered, lazy=True))


def make_id(prefix: str, *parts: object) -> str:
    """A stable id: `prefix-` and 16 hexadecimal digits of the BLAKE2b hash of the parts; None is not the empty text."""
    text = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.blake2b(text.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"

"""From a pandera model to what Dagster shows and checks: the column schema and the blocking check of an asset.

Here belongs the bridge and nothing else; what a column must hold is said in tables/.
"""

from typing import Any

import dagster as dg
import pandas as pd
from pandera.errors import SchemaErrors

from pipeline.defs.escape import markdown_table
from pipeline.defs.working_tables import MODELS
from pipeline.tables.base import Table
from pipeline.tables.registry import ColumnSpec, columns

CHECK = "schema"
MAX_SHOWN = 20


def table_schema(model: type[Table]) -> dg.TableSchema:
    """The model's columns as Dagster shows them."""
    return dg.TableSchema(columns=[table_column(spec) for spec in columns(model)])


def table_column(spec: ColumnSpec) -> dg.TableColumn:
    """One column with its meaning, unit and allowed values."""
    meaning = f"{spec.description} ({spec.unit})" if spec.unit else spec.description
    other = [f"one of: {', '.join(spec.allowed)}"] if spec.allowed else []
    constraints = dg.TableColumnConstraints(nullable=not spec.required, unique=spec.unique, other=other)
    return dg.TableColumn(spec.name, spec.dtype, meaning, constraints)


def schema_check_spec(asset: str) -> dg.AssetCheckSpec:
    """The check that an asset's rows are as its model says; when it fails, nothing downstream runs."""
    about = "Every column is there, in its type, and every cell holds what the table's model allows."
    return dg.AssetCheckSpec(CHECK, asset=asset, blocking=True, description=about)


def schema_check(asset: str, rows: pd.DataFrame) -> dg.AssetCheckResult:
    """Checks the rows; the result names wrong cells."""
    try:
        MODELS[asset].validate(rows, lazy=True)
    except SchemaErrors as errors:
        return failed_check(asset, errors)
    return passed_check(asset, len(rows))


def passed_check(asset: str, n_rows: int) -> dg.AssetCheckResult:
    """The result when all rows are right."""
    return dg.AssetCheckResult(passed=True, asset_key=asset, check_name=CHECK, metadata={"rows checked": n_rows})


def failed_check(asset: str, errors: SchemaErrors) -> dg.AssetCheckResult:
    """The result when cells are wrong, with the first of them."""
    cells = errors.failure_cases
    metadata: dict[str, Any] = {
        "wrong cells": len(cells), "first wrong cells": markdown_table(cells.head(MAX_SHOWN)),
        "rows with wrong cells": markdown_table(offending_rows(errors)),
    }  # fmt: skip
    about = f"{len(cells)} cells are not as the model of {asset} says"
    return dg.AssetCheckResult(
        passed=False, asset_key=asset, check_name=CHECK, metadata=metadata, description=about,
        severity=dg.AssetCheckSeverity.ERROR,
    )  # fmt: skip


def offending_rows(errors: SchemaErrors) -> pd.DataFrame:
    """The first rows with wrong cells, as they are; a text is no part of what the UI shows."""
    found = errors.failure_cases["index"].dropna().drop_duplicates().head(MAX_SHOWN)
    rows = errors.data if isinstance(errors.data, pd.DataFrame) else pd.DataFrame()
    return rows[rows.index.isin(found)].drop(columns=["text", "text_sha256"], errors="ignore")

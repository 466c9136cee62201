"""The types and the base class that every table model shares.

Here belong the column types and what all tables agree on (strict columns, given order). No column of any one table.
"""

from typing import Annotated, Any

import pandas as pd
import pandera.pandas as pa

Text = Annotated[pd.StringDtype, "pyarrow", float("nan")]
"""Text; empty means unknown."""
Count = pd.Int64Dtype
"""Nullable whole number, never 17.0."""
Number = pd.Float64Dtype
"""Nullable number that may have a fraction."""
Flag = pd.BooleanDtype
"""Nullable truth value."""
Timestamp = Annotated[pd.DatetimeTZDtype, "us", "UTC"]
"""A moment in UTC."""

LIST_SEPARATOR = ";"
"""Joins the members of a list column, which stays a text so that every program can read it."""

ISO_DATE = r"^\d{4}-\d{2}-\d{2}$"


class Table(pa.DataFrameModel):
    """Base of every table: exactly these columns, in this order, coerced to their types."""

    class Config:
        strict = True
        coerce = True
        ordered = True


def column(description: str, *, unit: str = "", required: bool = False, **checks: Any) -> Any:
    """A column with its meaning. Empty cells are allowed unless `required`.

    `checks` are pandera's (isin, ge, str_matches, unique …); `unit` says what a number counts.
    """
    return pa.Field(nullable=not required, description=description, metadata={"unit": unit}, **checks)


def date_column(description: str) -> Any:
    """An ISO 8601 date as text (2025-09-02)."""
    return column(description, unit="ISO 8601 date", str_matches=ISO_DATE)


def identifier(description: str, prefix: str) -> Any:
    """The table's own id: present, unique, `prefix-` and hexadecimal digits, never reused."""
    return column(description, required=True, unique=True, str_matches=rf"^{prefix}-[0-9a-f]{{16}}$")

"""The doubt: one anomaly before it has an id.

Here belongs the value alone; every check that finds doubts stands with what it looks at.
"""

from typing import NamedTuple


class Doubt(NamedTuple):
    """One anomaly before it has an id."""

    table: str
    row_id: str
    check: str
    severity: str
    message: str

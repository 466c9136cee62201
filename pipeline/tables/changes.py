"""The changes table: what a run changed in the published tables. Append-only, like the revisions."""

from pandera.typing import Series

from pipeline.tables import vocabulary as v
from pipeline.tables.base import Count, Table, Text, Timestamp, column, identifier


class Changes(Table):
    """One row a published row that a run added, changed or withdrew; withdrawn ids stay listed and are never reused."""

    change_id: Series[Text] = identifier("Id of this entry, from run, table, row and change", "chg")
    recorded_at: Series[Timestamp] = column("When the run wrote it down", unit="UTC", required=True)
    run_id: Series[Text] = column("Run that changed it", required=True)
    table: Series[Text] = column("Table that changed", required=True)
    change: Series[Text] = column("What happened to the row", required=True, isin=v.CHANGES)
    row_id: Series[Text] = column("Id of the row; empty: n_rows rows that are not listed one by one")
    n_rows: Series[Count] = column("How many rows this entry speaks of", unit="rows", required=True, ge=1)
    columns: Series[Text] = column("Columns that changed, joined by ;")
    reason: Series[Text] = column("Why: reports came or went, code or codebook changed, or a person decided",
                                  required=True, isin=v.CHANGE_REASONS)  # fmt: skip

"""The anomalies table: every doubt. A doubtful row is published with its anomaly; it stops no run and is not lost."""

from pandera.typing import Series

from pipeline.tables import vocabulary as v
from pipeline.tables.base import Table, Text, column, identifier


class Anomalies(Table):
    """One row a doubt about a file, a record or a row of a table."""

    anomaly_id: Series[Text] = identifier("Id of this anomaly, from table, row and check", "ano")
    table: Series[Text] = column("Table that the row belongs to; raw for a file that could not be read", required=True)
    row_id: Series[Text] = column("Id of the row; for raw the path and the place in it", required=True)
    check: Series[Text] = column("Check that found it", required=True)
    severity: Series[Text] = column("How bad it is", required=True, isin=v.SEVERITIES)
    message: Series[Text] = column("What was found, what was expected, what to do", required=True)

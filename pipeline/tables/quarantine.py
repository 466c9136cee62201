"""The quarantine table: files and records that could not be read. Working state; each row becomes an anomaly."""

from pandera.typing import Series

from pipeline.tables import vocabulary as v
from pipeline.tables.base import Table, Text, column


class Quarantine(Table):
    """One row a problem with a raw file or with one record in it."""

    raw_path: Series[Text] = column("File, relative to the raw folder", required=True)
    place: Series[Text] = column("Place in the file: line, record or key; empty: the whole file")
    check: Series[Text] = column("Check that found it", required=True)
    severity: Series[Text] = column("How bad it is", required=True, isin=v.SEVERITIES)
    message: Series[Text] = column("What was found, what was expected, what to do", required=True)

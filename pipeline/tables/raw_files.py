"""The raw files table: the inventory of the raw folder. Working state; it is not published."""

from pandera.typing import Series

from pipeline.tables.base import Count, Table, Text, Timestamp, column


class RawFiles(Table):
    """One row a file below the raw folder."""

    raw_path: Series[Text] = column("Path relative to the raw folder", required=True, unique=True)
    size: Series[Count] = column("Size of the file", unit="bytes", required=True, ge=0)
    modified_at: Series[Timestamp] = column("When the file was last written", unit="UTC", required=True)
    sha256: Series[Text] = column("SHA-256 of the content", required=True, str_matches=r"^[0-9a-f]{64}$")

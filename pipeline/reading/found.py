"""The value that formats of records hand on: a record and its place in the file."""

from dataclasses import dataclass

from pipeline.reading.piece import Doubt


@dataclass(slots=True)
class Found:
    """One record of a file, or the reason why there is none at this place. A place is "line 17" or "record 3"."""

    place: str
    record: object = None
    doubt: Doubt | None = None

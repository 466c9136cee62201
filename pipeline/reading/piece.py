"""The value that reading works on at a time: one document, or one bundle of records, with what its archive says of it.

Here belong its fields and the sizes that no piece exceeds. Where pieces come from belongs to pieces.py.
"""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

MOST_BYTES = 256 * 2**20
"""The largest document that is read, unpacked: what a bomb may cost in memory."""
MOST_MEMBERS = 2_000_000
"""The largest number of members of one archive."""

Doubt = tuple[str, str, str]
"""check, severity, message"""


class Piece(NamedTuple):
    """One piece of a raw file. `place` names it within the file, "" where the file is one piece; `name` ends in what
    says its format; `first_line` counts lines from the file's beginning. With a doubt there is nothing to read."""

    place: str
    name: str
    data: bytes = b""
    url: str = ""
    retrieved_at: datetime | None = None
    first_line: int = 1
    doubt: Doubt | None = None


def too_large() -> Doubt:
    """What is said of a document beyond MOST_BYTES."""
    message = f"holds more than {MOST_BYTES // 2**20} MB unpacked, which no report does; split it or remove it"
    return "too_large", "error", message


def bounded(read: Callable[[int], bytes], place: str, name: str) -> Piece:
    """The piece of a member, or the doubt that it is too large; never reads further than that."""
    parts, size = [], 0
    while size <= MOST_BYTES and (part := read(2**20)):
        parts.append(part)
        size += len(part)
    return Piece(place, name, doubt=too_large()) if size > MOST_BYTES else Piece(place, name, b"".join(parts))

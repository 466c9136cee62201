"""What is to be read, piece by piece, and what was read, in batches that are written together.

Here belong the bounds of memory: a piece at a time goes out, a batch at a time comes to lie in memory. How batches take
the place of older articles is told in articles.py.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from pipeline.compute.chunks import RawPiece, ReadPiece
from pipeline.defs.store.folder import Folder
from pipeline.reading.article import Reading
from pipeline.reading.files import Together
from pipeline.reading.piece import Piece
from pipeline.reading.pieces import pieces

BATCH_BYTES = 128 * 2**20
"""Bytes read before their articles are written: bounds memory, and what a killed run has to do again."""


class Listed(NamedTuple):
    """One raw file of the inventory."""

    size: int
    modified_at: datetime
    sha256: str


Facts = Mapping[str, Listed]
"""The inventory, by path."""


@dataclass(slots=True)
class Batch:
    """Files with what was read of them (None: the file is gone). The first may continue a file of the batch before, the
    last may be continued in the next."""

    readings: dict[str, Reading | None] = field(default_factory=dict)
    continued: str = ""
    unfinished: str = ""


def open_pieces(raw: Folder, facts: Facts, paths: Iterable[str]) -> Iterator[RawPiece]:
    """The pieces of the files, as they are needed; a file that cannot be opened gives one that says why."""
    for path in paths:
        try:
            with raw.open(path) as stream:
                for piece in pieces(path, stream):
                    yield RawPiece(path, facts[path].modified_at, piece)
        except OSError as error:
            why = error.strerror or str(error)
            message = f"The file could not be opened ({why}). Check its permissions; the rest was read."
            yield RawPiece(path, facts[path].modified_at, Piece("", path, doubt=("openable", "error", message)))


def batches(answers: Iterable[ReadPiece]) -> Iterator[Batch]:
    """The answers in batches of about BATCH_BYTES, in which each file stands once."""
    batch, together = Batch(), Together()
    n_bytes, last = 0, ""
    for answer in answers:
        full = n_bytes >= BATCH_BYTES
        same = answer.raw_path == last
        if full:
            batch.unfinished = last if same else ""
            yield batch
            batch, n_bytes = Batch(continued=batch.unfinished), 0
        if not same:
            together = Together()
        new = together.add(answer.reading)
        reading = batch.readings.setdefault(answer.raw_path, Reading()) or Reading()
        reading.articles += new.articles
        reading.problems += new.problems
        n_bytes += answer.n_bytes
        last = answer.raw_path
    if batch.readings:
        yield batch

"""Archives (.zip, .tar, .tar.gz) and mailboxes (.mbox) -> pieces, one member at a time.

Nothing is ever written: a member's name only names its place, whatever path it claims to have. An archive in an
archive is left unread and said so.
"""

import tarfile
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath
from typing import IO

from pipeline.reading.decode import unpacking
from pipeline.reading.piece import MOST_BYTES, MOST_MEMBERS, Piece, bounded, too_large

NESTED = (".zip", ".tar", ".tgz", ".warc", ".mbox")
ENVELOPE = b"From "
"""Begins a message of a mailbox."""


def zip_pieces(stream: IO[bytes]) -> Iterator[Piece]:
    """The files of a .zip. What is locked with a password is named."""
    with zipfile.ZipFile(stream) as archive:
        for member in islice(archive.infolist(), MOST_MEMBERS):
            if member.is_dir() or ignored(member.filename):
                continue
            place = shown(member.filename)
            if member.flag_bits & 1:
                message = "is locked with a password; unlock it"
                yield Piece(place, place, doubt=("damaged_archive", "error", message))
                continue
            try:
                with archive.open(member) as file:
                    yield opened(bounded(file.read, place, place))
            except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError) as error:
                message = f"cannot be unpacked ({error}). Pack it again"
                yield Piece(place, place, doubt=("damaged_archive", "error", message))


def tar_pieces(stream: IO[bytes]) -> Iterator[Piece]:
    """The files of a .tar, packed or not. Links and devices are no files."""
    with tarfile.open(fileobj=unpacking(stream), mode="r|") as archive:
        for member in islice(archive, MOST_MEMBERS):
            # A stream keeps every header that it has passed, unless it is told to forget them.
            archive.members = []  # type: ignore[attr-defined]
            file = archive.extractfile(member) if member.isfile() and not ignored(member.name) else None
            if file:
                place = shown(member.name)
                piece = bounded(file.read, place, place)
                if piece.data and len(piece.data) < member.size:
                    raise EOFError(f"{place} breaks off")
                yield opened(piece)


def opened(piece: Piece) -> Piece:
    """The piece, unless it is an archive itself."""
    name = piece.name.lower().removesuffix(".gz")
    if PurePosixPath(name).suffix not in NESTED:
        return piece
    message = "is an archive in an archive and was left unread; unpack the outer one"
    return Piece(piece.place, piece.name, doubt=("unknown_format", "warning", message))


def ignored(name: str) -> bool:
    """Hidden files, and what macOS packs beside every file."""
    parts = [part for part in name.split("/") if part not in (".", "..")]
    return any(part.startswith(".") or part == "__MACOSX" for part in parts)


def shown(name: str) -> str:
    """A member's name in one line, fit for a table."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name)[:300]


def mbox_pieces(stream: IO[bytes]) -> Iterator[Piece]:
    """The messages of a mailbox, each as a piece in the form of an .eml file."""
    lines: list[bytes] = []
    number, size, blank = 0, 0, True
    for line in iter(lambda: stream.readline(2**20), b""):
        if blank and line.startswith(ENVELOPE):
            if number:
                yield _message(number, lines, size)
            number, lines, size = number + 1, [], 0
        elif number:
            # Four letters of a body's line are quoted so that they begin no message.
            line = line[1:] if line.lstrip(b">").startswith(ENVELOPE) and line.startswith(b">") else line
            size += len(line)
            if size <= MOST_BYTES:
                lines.append(line)
        blank = not line.strip()
    if number:
        yield _message(number, lines, size)
    else:
        message = "no line begins with “From ”, so it is no mailbox; name it .eml"
        yield Piece("", "", doubt=("no_header", "error", message))


def _message(number: int, lines: list[bytes], size: int) -> Piece:
    place = f"message {number}"
    return Piece(place, f"{number}.eml", doubt=too_large()) if size > MOST_BYTES else Piece(
        place, f"{number}.eml", b"".join(lines)
    )  # fmt: skip

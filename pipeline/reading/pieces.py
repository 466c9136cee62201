"""One raw file -> its pieces: the documents and bundles of records that are read one at a time.

Here belongs which files are opened as archives, and how large a piece may be. A plain file is one piece. Streams come
in, pieces go out as they are asked for, so that memory does not grow with the archive. What is in a piece belongs to
files.py; how the members of an archive lie in it to archives.py and warc.py.
"""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO

from pipeline.reading.archives import mbox_pieces, tar_pieces, zip_pieces
from pipeline.reading.lines import line_pieces
from pipeline.reading.piece import MOST_BYTES, Piece, too_large
from pipeline.reading.warc import warc_pieces

ARCHIVES: dict[str, Callable[[IO[bytes]], Iterator[Piece]]] = {
    ".zip": zip_pieces, ".tar": tar_pieces, ".tgz": tar_pieces, ".warc": warc_pieces, ".mbox": mbox_pieces,
    ".jsonl": line_pieces, ".ndjson": line_pieces,
}  # fmt: skip


def pieces(raw_path: str, stream: IO[bytes]) -> Iterator[Piece]:
    """The pieces of a file. Of an archive that breaks off, those before the damage, and a doubt about the rest."""
    read = ARCHIVES.get(split_name(raw_path)[1])
    if read is None:
        yield whole(raw_path, stream)
        return
    n_read = 0
    try:
        for piece in read(stream):
            yield piece
            n_read += 1
    except Exception as error:
        # The libraries raise whatever a damaged archive makes them stumble over.
        message = f"the archive breaks off or is damaged after {n_read} readable members ({error}). Fetch it again"
        yield Piece("", raw_path, doubt=("damaged_archive", "error", message[:300]))
    else:
        if not n_read:
            yield Piece("", raw_path, doubt=("empty_file", "warning", "holds nothing; fill it or remove it"))


def whole(raw_path: str, stream: IO[bytes]) -> Piece:
    """A plain file as one piece."""
    data = stream.read(MOST_BYTES + 1)
    return Piece("", raw_path, data) if len(data) <= MOST_BYTES else Piece("", raw_path, doubt=too_large())


def split_name(raw_path: str) -> tuple[str, str]:
    """A file's name without its endings, and the ending that says its format: "a/b.jsonl.gz" is "b", ".jsonl"."""
    path = PurePosixPath(raw_path)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    return path.stem, path.suffix.lower()

"""Web archives (.warc, .warc.gz), as Common Crawl's news archive keeps them -> one piece a page.

Here belongs which records of a web archive are documents. Pictures, scripts, redirects and errors are none; they are
counted, and said in one line.
"""

import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import IO, Any

from pipeline.reading.decode import unpacked, unpacking
from pipeline.reading.piece import MOST_BYTES, MOST_MEMBERS, Piece, bounded

ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/json": ".json",
           "application/rss+xml": ".rss", "application/atom+xml": ".atom", "text/xml": ".xml",
           "application/xml": ".xml"}  # fmt: skip
"""The ending that says how a type of content is read."""


def warc_pieces(stream: IO[bytes]) -> Iterator[Piece]:
    """The pages of a web archive with their address and the moment when they were fetched."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    n_others = 0
    records = ArchiveIterator(unpacking(stream), record_types=wanted, auto_decode="transfer", fsspec_args=False)
    for number, record in enumerate(_sober(records), 1):
        ending = _ending(record)
        if ending is None or number > MOST_MEMBERS:
            n_others += 1
            continue
        url = str(record.headers.get("WARC-Target-URI", "")).strip("<>")
        piece = bounded(record.reader.read, url or f"record {number}", f"record-{number}{ending}")
        piece = piece._replace(url=url if url.startswith("http") else "", retrieved_at=_moment(record))
        yield _decoded(piece, _packing(record))
    if n_others:
        message = f"{n_others:,} records are no pages (pictures, redirects, errors …) and were left out"
        yield Piece("", "", doubt=("other_records", "info", message))


def _sober(records: Iterator[Any]) -> Iterator[Any]:
    """The records; where the library panics over a damaged one, which is no Exception, an error is raised."""
    try:
        yield from records
    except BaseException as panic:
        if type(panic).__name__ == "PanicException":
            raise OSError(f"a record cannot be read: {panic}") from None
        raise


def _packing(record: Any) -> str:
    """How its server says that the body is packed."""
    return str(record.http_headers.get("Content-Encoding", "")).lower() if record.http_headers is not None else ""


def _decoded(piece: Piece, encoding: str) -> Piece:
    """The piece unpacked, whatever its server said of the packing: some say gzip and send plain text."""
    if encoding == "deflate":
        with suppress(zlib.error):
            return piece._replace(data=zlib.decompressobj(wbits=47).decompress(piece.data, MOST_BYTES))
    data, doubts = unpacked(piece.data)
    return piece._replace(data=data, doubt=doubts[0] if doubts and not data else piece.doubt)


def _ending(record: Any) -> str | None:
    """How a record is read; None where it is no document."""
    if record.content_length > MOST_BYTES:
        return None
    if record.http_headers is not None:
        if record.http_headers.status_code != 200:
            return None
        return ENDINGS.get(str(record.http_content_type or "").lower())
    kind = str(record.headers.get("Content-Type", "")).partition(";")[0].strip().lower()
    return ENDINGS.get(kind)


def _moment(record: Any) -> datetime | None:
    moment = record.record_date
    return moment.astimezone(UTC) if isinstance(moment, datetime) else None

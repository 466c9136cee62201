"""One raw file -> its articles and problems: which format it is, and that every record of it is accounted for.

Pure: the file's bytes come in. Formats are in plain.py, web.py and records.py; ids and fallbacks in draft.py.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from pipeline.reading.article import Article, Problem, Reading
from pipeline.reading.decode import GZIP_MAGIC, Decoded, decode, unpack, unpacked
from pipeline.reading.draft import Draft, complete
from pipeline.reading.feeds import feed_records
from pipeline.reading.found import Found
from pipeline.reading.mail import mail_records
from pipeline.reading.piece import Doubt, Piece
from pipeline.reading.pieces import ARCHIVES, pieces, split_name
from pipeline.reading.plain import read_plain
from pipeline.reading.record import read_record, unknown_fields
from pipeline.reading.records import csv_records, json_records, jsonl_records
from pipeline.reading.web import read_page

DOCUMENTS = {".txt": read_plain, ".md": read_plain, ".html": read_page, ".htm": read_page}
RECORDS = {".json": json_records, ".jsonl": jsonl_records, ".ndjson": jsonl_records, ".csv": csv_records}
BYTES: dict[str, Callable[[bytes], Iterator[Found]]] = {
    ".eml": mail_records, ".rss": feed_records, ".atom": feed_records, ".xml": feed_records,
}  # fmt: skip
"""Formats that say their encoding themselves."""
PACKED = tuple(suffix + packed for suffix in (*DOCUMENTS, *RECORDS, *BYTES) for packed in ("", ".gz"))
SUFFIXES = (*PACKED, ".zip", ".tar", ".tar.gz", ".tgz", ".warc", ".warc.gz", ".mbox")
"""The endings of files that can be read."""

FILE = "file"
"""The place of a problem that concerns the whole file."""


def read_file(raw_path: str, data: bytes, modified_at: datetime) -> Reading:
    """The articles of one file, and a problem for whatever could not be read or was doubtful. Never raises."""
    together, whole = Together(), Reading()
    for piece in pieces(raw_path, io.BytesIO(data)):
        reading = together.add(read_piece(raw_path, piece, modified_at))
        whole.articles += reading.articles
        whole.problems += reading.problems
    return whole


def read_piece(raw_path: str, piece: Piece, modified_at: datetime) -> Reading:
    """The articles of one piece of a file."""
    moment = piece.retrieved_at or modified_at
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    file = _File(raw_path, piece, moment)
    stem, suffix = split_name(piece.name)
    if piece.doubt:
        file.doubt(FILE, piece.doubt)
    elif suffix in BYTES:
        data, doubts = unpacked(piece.data)
        for doubt in doubts:
            file.doubt(FILE, doubt)
        if data or not doubts:
            file.add_records(BYTES[suffix](data))
    elif suffix in DOCUMENTS or suffix in RECORDS:
        file.add_text(_decoded(piece), stem, suffix)
    else:
        file.doubt(FILE, ("unknown_format", "info", f"left unread: readable are {', '.join(readable())}"))
    return file.reading


def readable() -> list[str]:
    """The endings that are read, for people."""
    return [*DOCUMENTS, *RECORDS, *BYTES, "each also as .gz", *sorted({*ARCHIVES} - {*RECORDS}), ".tar.gz", ".warc.gz"]


def _decoded(piece: Piece) -> Decoded:
    """The piece's text; what begins like gzip is unpacked whatever its name says."""
    packed = piece.name.lower().endswith(".gz")
    return unpack(piece.data) if packed or piece.data.startswith(GZIP_MAGIC) else decode(piece.data)


class Together:
    """What a file's pieces have in common: an article that stands in it twice is kept once."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.said: set[tuple[str, str]] = set()

    def add(self, reading: Reading) -> Reading:
        """What is new in the reading of the next piece."""
        kept = Reading()
        for article in reading.articles:
            if article.article_id in self.seen:
                message = "the same as a record before it, which was kept; nothing is lost"
                kept.problems.append(Problem(article.raw_path, article.raw_id, "duplicate_record", "info", message))
            else:
                self.seen.add(article.article_id)
                kept.articles.append(article)
        for problem in reading.problems:
            # What is said of a file as a whole is said once, not once a block of its lines.
            key = (problem.check, problem.message)
            if problem.place != FILE or key not in self.said:
                kept.problems.append(problem)
            self.said.add(key)
        return kept


class _File:
    """The reading of one piece of a file as it grows."""

    def __init__(self, raw_path: str, piece: Piece, modified_at: datetime) -> None:
        self.raw_path = raw_path
        self.piece = piece
        self.modified_at = modified_at
        self.reading = Reading()
        self.places: dict[str, str] = {}
        self.unknown: set[str] = set()

    def doubt(self, place: str, doubt: Doubt) -> None:
        """Note a problem at a place of the piece."""
        member = self.piece.place
        where = place if not member else member if place == FILE else f"{member}, {place}"
        self.reading.problems.append(Problem(self.raw_path, where, *doubt))

    def add_text(self, decoded: Decoded, stem: str, suffix: str) -> None:
        """Add what a decoded text holds."""
        for doubt in decoded.doubts:
            self.doubt(FILE, doubt)
        if decoded.text is None:
            return
        if suffix in (".jsonl", ".ndjson"):
            self.add_records(jsonl_records(decoded.text, self.piece.first_line))
        elif suffix in RECORDS:
            self.add_records(RECORDS[suffix](decoded.text))
        else:
            self.add_document(DOCUMENTS[suffix](decoded.text, stem) if decoded.text.strip() else Draft(""))

    def article(self, draft: Draft) -> Article:
        """The article of a draft, with what the archive says of the document where it does not say so itself."""
        draft = replace(draft, url=draft.url or self.piece.url)
        return complete(draft, self.raw_path, self.modified_at, self.piece.place)

    def add_document(self, draft: Draft) -> None:
        """Add the one article of a text or HTML file."""
        if draft.text.strip():
            self.reading.articles.append(self.article(draft))
        else:
            self.doubt(FILE, ("empty_text", "error", "holds no article text; check the file or remove it"))

    def add_records(self, found: Iterator[Found]) -> None:
        """Add an article or a problem for each record."""
        for item in found:
            if item.doubt:
                self.doubt(item.place, item.doubt)
            else:
                self.add_record(item.place, item.record)
        if self.unknown:
            names = ", ".join(sorted(self.unknown)[:20])
            self.doubt(FILE, ("unknown_fields", "info", f"fields that mean nothing here were left out: {names}"))

    def add_record(self, place: str, record: object) -> None:
        """Add the article of one record, once."""
        draft, doubts = read_record(record, self.modified_at)
        for doubt in doubts:
            self.doubt(place, doubt)
        if isinstance(record, dict):
            self.unknown.update(unknown_fields(record))
        if draft is None:
            return
        article = self.article(draft)
        first = self.places.setdefault(article.article_id, place)
        if first == place:
            self.reading.articles.append(article)
        else:
            self.doubt(place, ("duplicate_record", "info", f"the same as {first}, which was kept; nothing is lost"))


__all__ = ["SUFFIXES", "Article", "Problem", "Reading", "Together", "read_file", "read_piece", "split_name"]

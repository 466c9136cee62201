"""One raw file -> its articles and problems: which format it is, and that every record of it is accounted for.

Pure: the file's bytes come in. Formats are in plain.py, web.py and records.py; ids and fallbacks in draft.py.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath

from pipeline.reading.article import Article, Problem, Reading
from pipeline.reading.decode import GZIP_MAGIC, Decoded, decode, unpack
from pipeline.reading.draft import Draft, complete
from pipeline.reading.plain import read_plain
from pipeline.reading.record import Doubt, read_record, unknown_fields
from pipeline.reading.records import Found, csv_records, json_records, jsonl_records
from pipeline.reading.web import read_page

DOCUMENTS = {".txt": read_plain, ".md": read_plain, ".html": read_page, ".htm": read_page}
RECORDS = {".json": json_records, ".jsonl": jsonl_records, ".ndjson": jsonl_records, ".csv": csv_records}
SUFFIXES = tuple(suffix + packed for suffix in (*DOCUMENTS, *RECORDS) for packed in ("", ".gz"))
"""The endings of files that can be read."""

FILE = "file"
"""The place of a problem that concerns the whole file."""


def read_file(raw_path: str, data: bytes, modified_at: datetime) -> Reading:
    """The articles of one file, and a problem for whatever could not be read or was doubtful. Never raises."""
    stem, suffix = split_name(raw_path)
    modified_at = modified_at.replace(tzinfo=UTC) if modified_at.tzinfo is None else modified_at.astimezone(UTC)
    file = _File(raw_path, modified_at)
    if suffix not in DOCUMENTS and suffix not in RECORDS:
        file.doubt(
            FILE, ("unknown_format", "info", f"left unread: readable are {', '.join(SUFFIXES[::2])}, each also as .gz")
        )
        return file.reading
    decoded = _decoded(raw_path, data)
    for doubt in decoded.doubts:
        file.doubt(FILE, doubt)
    if decoded.text is not None and suffix in RECORDS:
        file.add_records(RECORDS[suffix](decoded.text))
    elif decoded.text is not None:
        file.add_document(DOCUMENTS[suffix](decoded.text, stem) if decoded.text.strip() else Draft(""))
    return file.reading


def split_name(raw_path: str) -> tuple[str, str]:
    """A file's name without its endings, and the ending that says its format: "a/b.jsonl.gz" is "b", ".jsonl"."""
    path = PurePosixPath(raw_path)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    return path.stem, path.suffix.lower()


def _decoded(raw_path: str, data: bytes) -> Decoded:
    """The file's text; what begins like gzip is unpacked whatever its name says."""
    packed = raw_path.lower().endswith(".gz")
    return unpack(data) if packed or data.startswith(GZIP_MAGIC) else decode(data)


class _File:
    """The reading of one file as it grows."""

    def __init__(self, raw_path: str, modified_at: datetime) -> None:
        self.raw_path = raw_path
        self.modified_at = modified_at
        self.reading = Reading()
        self.places: dict[str, str] = {}
        self.unknown: set[str] = set()

    def doubt(self, place: str, doubt: Doubt) -> None:
        """Note a problem at a place."""
        self.reading.problems.append(Problem(self.raw_path, place, *doubt))

    def add_document(self, draft: Draft) -> None:
        """Add the one article of a text or HTML file."""
        if draft.text.strip():
            self.reading.articles.append(complete(draft, self.raw_path, self.modified_at))
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
        article = complete(draft, self.raw_path, self.modified_at)
        first = self.places.setdefault(article.article_id, place)
        if first == place:
            self.reading.articles.append(article)
        else:
            self.doubt(place, ("duplicate_record", "info", f"the same as {first}, which was kept; nothing is lost"))


__all__ = ["SUFFIXES", "Article", "Problem", "Reading", "read_file", "split_name"]

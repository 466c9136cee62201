"""The values that reading hands on: an article, a problem, and what one file gave.

Here belong their fields, ids and form as a table. How they are found in a file belongs to the format modules.
Unknown text is "" in the values and empty in the table.
"""

import hashlib
import re
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime

import pandas as pd

from pipeline.tables.registry import make_id

RECORD_FILE = re.compile(r"\.(?:jsonl?|ndjson|csv|rss|atom|xml)(?:\.gz)?$", re.IGNORECASE)


def is_record_file(raw_path: str) -> bool:
    """Whether a file holds records, which may give ids; other files have a name only."""
    return bool(RECORD_FILE.search(raw_path))


@dataclass(slots=True)
class Article:
    """One report as one publisher ran it at one time: what reading knows of the articles table, and the text."""

    article_id: str
    document_id: str
    raw_path: str
    raw_id: str
    given_event_id: str
    given_campaign_id: str
    url: str
    publisher: str
    title: str
    published_at: datetime | None
    published_at_basis: str
    retrieved_at: datetime
    language: str
    n_chars: int
    text_sha256: str
    text: str


@dataclass(slots=True, frozen=True)
class Problem:
    """One doubt about a file or a record: where, what was found, what to do."""

    raw_path: str
    place: str
    check: str
    severity: str
    message: str


@dataclass(slots=True)
class Reading:
    """What one file gave."""

    articles: list[Article] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def hash_text(text: str) -> str:
    """SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_id(article: Article, given_id: str) -> str:
    """The id of an article, from what it says and not from where its file lies, so that a renamed file keeps it."""
    known = article.published_at if article.published_at_basis != "retrieved" else None
    return make_id(
        "art", given_id, article.url, article.publisher, article.title, article.given_event_id,
        article.given_campaign_id, article.text_sha256, known.isoformat() if known else None,
    )  # fmt: skip


def document_id(canonical_url: str, publisher: str, given_id: str, otherwise: str) -> str:
    """The same for all versions of one page: from its address, else its publisher's id of it, else its file or text."""
    if canonical_url:
        return make_id("doc", "url", canonical_url)
    if given_id:
        return make_id("doc", "id", publisher, given_id)
    return make_id("doc", "other", otherwise)


def to_frame(articles: list[Article]) -> pd.DataFrame:
    """The articles as rows: the columns of the articles table that reading knows, and `text`; unknown is empty."""
    names = [f.name for f in fields(Article)]
    frame = pd.DataFrame([asdict(a) for a in articles], columns=names)
    texts = [n for n in names if n not in ("published_at", "retrieved_at", "n_chars", "text")]
    frame[texts] = frame[texts].astype("str").replace("", None)
    for stamp in ("published_at", "retrieved_at"):
        frame[stamp] = pd.to_datetime(frame[stamp], utc=True).astype("datetime64[us, UTC]")
    return frame.astype({"n_chars": "Int64", "text": "str"})

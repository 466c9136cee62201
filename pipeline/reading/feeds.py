"""Feeds (.rss, .atom, .xml) -> one record an entry, its text as the feed gives it.

Here belongs what of an entry is the report. A feed often holds teasers only; the pages themselves are fetched where a
feed is listed in sources.yml. The parser resolves no external entity and no address.
"""

import calendar
import io
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from pipeline.reading.found import Found
from pipeline.reading.web import visible_text


def feed_records(data: bytes) -> Iterator[Found]:
    """The entries of a feed; of a broken one those that could be read, with a doubt."""
    import feedparser

    try:
        # From a stream: a text that looks like a path or an address would be opened.
        feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False)
    except Exception as error:
        yield Found("file", doubt=("broken_feed", "error", f"no feed that can be read ({error}); fetch it again"))
        return
    if feed.get("bozo") and (feed.entries or feed.get("version")):
        message = f"no well-formed XML ({feed.get('bozo_exception')}); {len(feed.entries)} entries could be read"
        yield Found("file", doubt=("broken_feed", "warning", message[:300]))
    if not feed.entries:
        message = "neither RSS nor Atom with an entry; fetch it again or remove it"
        yield Found("file", doubt=("empty_file", "warning", message))
    for number, entry in enumerate(feed.entries, 1):
        yield Found(f"entry {number}", _record(entry, feed.feed))


def _record(entry: Any, feed: Any) -> dict[str, object]:
    """An entry under the names of a record."""
    contents = [item.get("value", "") for item in entry.get("content", [])]
    bodies = [visible_text(body) for body in [*contents, entry.get("summary", "")]]
    source = entry.get("source")
    record = {
        "id": entry.get("id"),
        "url": entry.get("link"),
        "title": " ".join(visible_text(entry.get("title", "")).split()),
        "source": (source.get("title") if isinstance(source, dict) else None) or feed.get("title"),
        "lang": str(feed.get("language") or "")[:20].strip(),
        "published_at": _moment(entry),
        "text": max(bodies, key=len),
    }
    return {name: value for name, value in record.items() if value}


def _moment(entry: Any) -> str:
    """When an entry was published, else updated; nothing where it does not say."""
    for name in ("published_parsed", "updated_parsed"):
        with suppress(ValueError, TypeError, OverflowError, OSError):
            if entry.get(name):
                return datetime.fromtimestamp(calendar.timegm(entry[name]), UTC).isoformat()
    return ""

"""HTML pages: the text as trafilatura extracts it; title, publisher, address and date as the page's metadata give them.

Offsets count in the extracted text. The heavy libraries are loaded with the first page.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from html import unescape
from typing import Any

from pipeline.reading.draft import Draft
from pipeline.reading.language import given_language
from pipeline.reading.page_date import text_date
from pipeline.reading.stamps import parse_stamp

JSON_LD = re.compile(r"<script[^>]{0,300}application/ld\+json[^>]{0,300}>", re.I)
SCRIPT_END = re.compile(r"</script", re.I)
META = re.compile(r"<meta\s[^>]{0,9000}>", re.I)
ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
CANONICAL = re.compile(r"<link\s[^>]{0,900}rel\s*=\s*[\"']?canonical[^>]{0,900}>", re.I)
HTML_TAG = re.compile(r"<html\s[^>]{0,900}>", re.I)
TITLE = re.compile(r"<title[^>]{0,200}>(.{0,1000}?)</title>", re.I | re.S)
DATES = ("article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
         "dc.date.issued", "dc.date", "pubdate", "publishdate", "publish-date", "date")  # fmt: skip
DEEPEST = 20
HEADLINE = re.compile(r"<h1\b", re.I)
HIDDEN = re.compile(r"<(script|style|noscript|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.I | re.S)
BLOCK = re.compile(
    r"</?(?:p|div|h\d|li|ul|br|tr|td|section|header|nav|article|figure|figcaption|time|main|body)\b[^>]*>", re.I
)
TAG = re.compile(r"<[^>]*>")
REACH = 6000
"""Characters of markup around the headline that are searched for a date."""
LINES_ABOVE = 5


def read_page(html: str, name: str) -> Draft:
    """The draft of one page; its text is empty where the page holds none."""
    meta, linked = _meta(html), list(_json_ld(html))
    published_at = _published(html, meta, linked)
    return Draft(
        text=_extract(html),
        name=name,
        url=_url(html, meta),
        title=_title(html, meta, linked),
        page_publisher=meta.get("og:site_name", "") or _publisher(linked),
        page_language=given_language(_attributes(m[0]).get("lang", "") if (m := HTML_TAG.search(html)) else ""),
        page_published_at=published_at,
        words_published_at=None if published_at else text_date(_around_headline(html)),
    )


def _extract(html: str) -> str:
    """The article's text: precise first, then with everything that may belong to it."""
    import trafilatura

    text = trafilatura.extract(html, include_comments=False, include_tables=True)
    return text or trafilatura.extract(html, favor_recall=True) or ""


def _attributes(tag: str) -> dict[str, str]:
    return {key.lower(): unescape(a or b or c) for key, a, b, c in ATTRIBUTE.findall(tag)}


def _meta(html: str) -> dict[str, str]:
    """The page's meta tags by property or name, the first of each."""
    found: dict[str, str] = {}
    for tag in META.findall(html):
        part = _attributes(tag)
        key = (part.get("property") or part.get("name") or part.get("itemprop") or "").lower()
        if key and part.get("content", "").strip():
            found.setdefault(key, part["content"].strip())
    return found


def _json_ld(html: str) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD that is an article."""
    opening = JSON_LD.search(html)
    while opening and (end := SCRIPT_END.search(html, opening.end())):
        # A page's broken description is no loss: the page itself still speaks.
        with suppress(ValueError, RecursionError):
            yield from _articles(json.loads(html[opening.end() : end.start()], strict=False), DEEPEST)
        opening = JSON_LD.search(html, end.start())


def _articles(node: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(node, list):
        for item in node:
            yield from _articles(item, depth - 1)
    elif depth and isinstance(node, dict):
        if re.search(r"Article|Posting|Report", str(node.get("@type", ""))):
            yield node
        for key in ("@graph", "mainEntity"):
            yield from _articles(node.get(key), depth - 1)


def _url(html: str, meta: dict[str, str]) -> str:
    link = CANONICAL.search(html)
    url = (_attributes(link[0]).get("href", "") if link else "") or meta.get("og:url", "")
    return url.strip() if re.match(r"https?://", url.strip()) else ""


def _title(html: str, meta: dict[str, str], linked: list[dict[str, Any]]) -> str:
    headline = next((a["headline"] for a in linked if isinstance(a.get("headline"), str)), "")
    tag = TITLE.search(html)
    raw = unescape(headline) or meta.get("og:title", "") or (unescape(tag[1]) if tag else "")
    return re.sub(r"\s+", " ", raw).strip()


def _publisher(linked: list[dict[str, Any]]) -> str:
    for item in linked:
        publisher = item.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"])
    return ""


def _published(html: str, meta: dict[str, str], linked: list[dict[str, Any]]) -> datetime | None:
    """When the page says that it first appeared: JSON-LD, Open Graph, then what htmldate finds."""
    named = [a["datePublished"] for a in linked if isinstance(a.get("datePublished"), str)]
    for stamp in [*named, *(meta[key] for key in DATES if key in meta)]:
        moment = parse_stamp(stamp)
        if moment:
            return moment
    return _search_date(html)


def _search_date(html: str) -> datetime | None:
    """What htmldate finds in the page's markup; it raises on some broken pages.

    Not its extensive search: that takes years of copyright lines and dates of events in the text.
    """
    from htmldate import find_date

    try:
        return parse_stamp(find_date(html, extensive_search=False, original_date=True) or "")
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _around_headline(html: str) -> str:
    """The visible lines around the page's headline, where its date or age stands."""
    start = match.start() if (match := HEADLINE.search(html)) else 0
    above, below = html[max(0, start - REACH) : start].partition(">")[2], html[start : start + REACH].rpartition("<")[0]
    parts = [visible_text(part) for part in (above, below)]
    lines = [[line.strip() for line in part.splitlines() if line.strip()] for part in parts]
    return "\n".join(lines[0][-LINES_ABOVE:] + lines[1])


def visible_text(markup: str) -> str:
    """What a piece of markup shows, a line a block; text without markup comes back as it is."""
    return unescape(TAG.sub("", BLOCK.sub("\n", HIDDEN.sub("", markup))))

"""HTML pages: text without furniture, and what the page says about itself."""

import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from pipeline.reading.files import read_file

AT = datetime(2026, 1, 2, tzinfo=UTC)
PARAGRAPHS = (
    "Nine people died when a wall fell in the harbour of Orvin on Monday, the mayor said, and four more were hurt.",
    "Rescuers worked through the night with lamps and dogs, while relatives waited behind the customs house for news.",
    "The wall was built in 1911 and had been closed to visitors since a storm two winters ago, a spokeswoman said.",
)
ARTICLE = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
NEWS = {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {
    "@type": ["NewsArticle"], "headline": "Wall falls &amp; nine die", "datePublished": "2025-03-12T01:30:00+02:00",
    "dateModified": "2025-04-01", "publisher": {"@type": "Organization", "name": "The Orvin Gazette"}}]}  # fmt: skip


def page(head: str = "", body: str = ARTICLE) -> bytes:
    menu = "<nav><a href='/'>Home</a><a href='/s'>Sport 24</a></nav>"
    return (
        f"<!doctype html><html lang='en-GB'><head><meta charset='utf-8'>{head}</head><body>{menu}"
        f"<article><h1>Wall falls</h1>{body}</article><footer>© 2026 All rights. 12 comments</footer></body></html>"
    ).encode()


def read(data: bytes):  # type: ignore[no-untyped-def]
    (article,) = read_file("sub/page.html", data, AT).articles
    return article


def test_text_without_furniture() -> None:
    """Breaks when menus and footers get into the text (with their numbers), or paragraphs are lost."""
    article = read(page())
    assert all(p in article.text for p in PARAGRAPHS)
    assert "24" not in article.text
    assert "comments" not in article.text
    assert (article.raw_id, article.language) == ("page", "en")


def test_json_ld() -> None:
    """Breaks when a page's own description is not read: its date, headline and publisher."""
    article = read(page(f'<script type="application/ld+json">{json.dumps(NEWS)}</script><title>x</title>'))
    assert article.published_at == datetime(2025, 3, 11, 23, 30, tzinfo=UTC)
    assert article.published_at_basis == "metadata"
    assert (article.title, article.publisher) == ("Wall falls & nine die", "The Orvin Gazette")


def test_open_graph() -> None:
    """Breaks when meta tags in any order and quoting are not read, or a change counts as the publication."""
    head = (
        '<meta content="2025-03-14" property="article:modified_time"><meta name=\'x\'>'
        "<meta content='2025-03-12T10:00:00Z' property='article:published_time'>"
        '<meta property="og:title" content="Wall falls, &quot;nine&quot; die">'
        '<meta property="og:site_name" content="Orvin News">'
    )
    article = read(page(head))
    assert article.published_at == datetime(2025, 3, 12, 10, tzinfo=UTC)
    assert (article.title, article.publisher) == ('Wall falls, "nine" die', "Orvin News")


def test_address() -> None:
    """Breaks when the page's own address does not name document, publisher and, for want of better, day."""
    head = '<link rel="canonical" href="https://www.orvin.example/2025/03/12/wall"><title>Wall falls</title>'
    article = read(page(head))
    assert (article.url, article.publisher) == ("https://www.orvin.example/2025/03/12/wall", "orvin.example")
    assert article.published_at is not None
    assert article.published_at.date().isoformat() == "2025-03-12"


@pytest.mark.parametrize(
    "block", ["{", "[" * 50_000, '{"@graph": 5}', '"x"', "null", '{"@type": "NewsArticle", "datePublished": 5}']
)
def test_broken_json_ld(block: str) -> None:
    """Breaks when a page's broken description takes the page with it."""
    assert PARAGRAPHS[0] in read(page(f'<script type="application/ld+json">{block}</script>')).text


def test_html_record_keeps_given_values() -> None:
    """Breaks when what a page says wins over what the input gives."""
    html = page(f'<script type="application/ld+json">{json.dumps(NEWS)}</script>').decode()
    record = {"id": "7", "html": html, "title": "Given", "source": "X", "published_at": "2025-03-10"}
    (article,) = read_file("a.json", json.dumps(record).encode(), AT).articles
    assert (article.title, article.publisher, article.published_at_basis) == ("Given", "X", "given")
    assert PARAGRAPHS[1] in article.text


def test_page_without_a_date_is_dated_by_its_file() -> None:
    """Breaks when a year in the running text or footer is taken for the day of publication."""
    assert read(page()).published_at_basis == "retrieved"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<p>Published: <span>12 March 2025</span></p>", "2025-03-12"),
        ("<div>By Anna Lind</div><time>March 12, 2025</time>", "2025-03-12"),
        (
            "<div>Tuesday, December 30, 2025</div><script>var d='x';</script><span>World</span> 3 months ago",
            "2025-09-30",
        ),
    ],
)
def test_date_among_the_words_around_the_headline(line: str, day: str) -> None:
    """Breaks when a date that only readers can see is missed, or the day of viewing counts."""
    article = read(page(body=f"{line}{ARTICLE}"))
    assert article.published_at is not None
    assert article.published_at.date().isoformat() == day


def test_heavy_libraries_wait_for_a_page() -> None:
    """Breaks when every worker pays for libraries that only HTML pages, odd encodings or unnamed languages need."""
    heavy = ("trafilatura", "htmldate", "py3langid", "charset_normalizer")
    code = f"import sys, pipeline.reading.files; print([m for m in {heavy} if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )

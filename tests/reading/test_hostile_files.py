"""Hostile files: whatever lies in the raw folder ends as articles or problems, in bounded time, without raising."""

import gzip
import json
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compute import budget, chunks
from pipeline.compute.chunks import RawPiece, read_raw_piece
from pipeline.reading.article import Reading
from pipeline.reading.files import SUFFIXES, read_file
from pipeline.reading.piece import Piece
from tests.reading.test_archives import FEED, LETTER, PAGE, tarred, warc, zipped

AT = datetime(2026, 1, 2, tzinfo=UTC)
BODY = "Nine people died when a wall fell in Orvin on Monday, the mayor said."
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + '<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    "<rss version='2.0'><channel><item><title>&m;</title><description>&file; Nine died.</description></item></channel>"
    "</rss>"
)
FORMULA = '=HYPERLINK("http://evil.example","x")'
PAGES = warc(("https://x.example/1", "text/html", 200, PAGE.encode()))
HOSTILE = {
    "nul bytes": ("a.txt", b"\0" * 100_000),
    "nul bytes in text": ("b.txt", BODY.replace(" ", "\0", 1).encode()),
    "invalid UTF-8": ("a.txt", b"Nine \xff\xfe died \xc3\x28 there."),
    "wrong encoding": ("a.html", PAGE.replace("wall", "wäll").encode("cp1251", "replace")),
    "half a surrogate": ("a.json", b'{"text": "Nine died. \\ud83d"}'),
    "10,000 levels of JSON": ("a.json", b'{"text":' + b"[" * 10_000 + b"]" * 10_000 + b"}"),
    "10,000 levels of objects": ("a.json", b'{"a":' * 10_000 + b"1" + b"}" * 10_000),
    "10,000 levels of HTML": ("a.html", b"<div>" * 10_000 + BODY.encode() + b"</div>" * 10_000),
    "a long number": ("a.json", b'{"text": ' + b"9" * 10_000 + b"}"),
    "entity bomb": ("a.xml", ENTITIES.encode()),
    "entity bomb as page": ("a.html", ENTITIES.encode()),
    "unclosed comment": ("a.html", b"<!--" * 50_000 + BODY.encode()),
    "unclosed attribute": ("a.html", b'<meta content="' * 5_000 + BODY.encode()),
    "script in the title": ("a.html", PAGE.replace("Wall falls", "<script>alert(1)</script>").encode()),
    "formula": ("a.csv", f'text,title\n"{BODY}","{FORMULA}"\n'.replace('("', '(""').replace('",""', '"",""').encode()),
    "mail in mail in mail": ("a.eml", b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n' * 500),
    "mail without end": ("a.eml", b"Subject: " + b"a" * 1_000_000),
    "mail of an unknown charset": ("a.eml", b"Content-Type: text/plain; charset=klingon\n\nNine died."),
    "packed twenty times": ("a.txt.gz", b""),
    "zip that says it is small": ("a.zip", zipped({"a.txt": BODY.encode()}).replace(b"\x45\0\0\0", b"\1\0\0\0")),
    "web archive that lies about its length": (
        "a.warc", re.sub(b"Content-Length: \\d+", b"Content-Length: 9999999999", PAGES)),
}  # fmt: skip


def sound(reading: Reading) -> None:
    """An article or a problem, and texts that a table can hold."""
    assert reading.articles or reading.problems
    for article in reading.articles:
        (article.title + article.text + article.publisher).encode()
    assert all(problem.message and len(problem.message) < 2000 for problem in reading.problems)


@pytest.mark.parametrize(("name", "data"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_file(name: str, data: bytes) -> None:
    """Breaks when such a file raises, or passes without article or problem."""
    if name == "a.txt.gz":
        data = BODY.encode()
        for _ in range(20):
            data = gzip.compress(data)
    sound(read_file(name, data, AT))


def test_an_entity_reads_no_file_and_does_not_grow() -> None:
    """An entity that is expanded brings /etc/passwd into the tables, or fills the memory."""
    reading = read_file("a.xml", ENTITIES.encode(), AT)
    assert all("root:" not in a.text and len(a.title) < 10_000 for a in reading.articles)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "unit", "n"),
    [("a.html", b"<p>a", 250_000), ("a.html", b"<b><i></b>", 100_000), ("a.txt", b"a", 50_000_000),
     ("a.jsonl", b" ", 50_000_000), ("a.csv", b'"', 2_000_000)],
    ids=["a million tags", "tags that cross", "a line of 50 MB", "blanks of 50 MB", "quotes"],
)  # fmt: skip
def test_large_and_hostile(monkeypatch: pytest.MonkeyPatch, name: str, unit: bytes, n: int) -> None:
    """Such a file is read, or broken off when its time is over; the run goes on."""
    monkeypatch.setattr(budget, "SECONDS", 3.0)
    found = read_raw_piece(RawPiece(name, AT, Piece("", name, unit * n)))
    sound(found.reading)


def test_a_budget_leaves_usual_work_alone() -> None:
    """A budget that cuts an ordinary report would lose it."""
    found = read_raw_piece(RawPiece("a.html", AT, Piece("", "a.html", PAGE.encode())))
    assert len(found.reading.articles) == 1 and chunks.budget.SECONDS >= 10


GOOD = {".zip": zipped({"a.txt": BODY.encode(), "b.json": b"{}"}), ".tar": tarred({"a.txt": BODY.encode()}, "w:"),
        ".tar.gz": tarred({"a.txt": BODY.encode()}), ".warc": PAGES,
        ".eml": LETTER.encode(), ".rss": FEED, ".mbox": b"From a\n" + LETTER.encode(), ".html": PAGE.encode(),
        ".json": json.dumps([{"text": BODY, "published_at": "2025-03-12"}]).encode()}  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    suffix=st.sampled_from(sorted(GOOD)),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6), st.integers(0, 6)), min_size=1, max_size=6),
)
def test_damaged_files_are_accounted_for(suffix: str, cuts: list[tuple[float, bytes, int]]) -> None:
    """Breaks when a good file with some bytes changed, added or missing raises or vanishes."""
    data = GOOD[suffix]
    for place, other, n in cuts:
        start = int(place * len(data))
        data = data[:start] + other + data[start + n :]
    sound(read_file(f"a{suffix}", data, AT))


HEADS = [b"", *[data[:40] for data in GOOD.values()]]


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=200), suffix=st.sampled_from(SUFFIXES), head=st.sampled_from(HEADS))
def test_any_bytes_behind_a_known_beginning(data: bytes, suffix: str, head: bytes) -> None:
    """Breaks when bytes that begin like one format and end in a name of another raise."""
    reading = read_file("a" + suffix, head + data, AT)
    assert reading.articles or reading.problems or suffix.startswith(".csv")

"""Archives, mail, feeds and exports: every member accounted for, nothing written, memory that does not grow."""

import gc
import gzip
import io
import json
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from pipeline.reading import lines, piece
from pipeline.reading.article import Reading
from pipeline.reading.files import read_file
from pipeline.reading.pieces import pieces

AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
BODY = "Nine people died when a wall fell in Orvin on Monday, the mayor said. Four more were hurt."
PAGE = f"<html><head><title>Wall falls</title></head><body><article><p>{BODY}</p><p>{BODY}</p></article></body></html>"
RECORDS = "".join(json.dumps({"id": str(n), "text": BODY}) + "\n" for n in range(2))
MEMBERS = {"a/one.txt": BODY.encode(), "a/two.jsonl": RECORDS.encode(), "b/page.html": PAGE.encode(),
           "../../escape.txt": f"{BODY} Outside.".encode(), "b/deep.zip": b"PK", ".hidden.txt": b"x"}  # fmt: skip


def zipped(members: dict[str, bytes]) -> bytes:
    """A .zip of these."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w:gz") -> bytes:
    """A .tar of these."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


def warc(*records: tuple[str, str, int, bytes]) -> bytes:
    """A web archive of answers: address, type of content, status, body."""
    out = b""
    for url, kind, status, body in records:
        http = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-03-12T08:00:00Z\r\n"
        head += "WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
        out += head.encode() + f"Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"
    return out


def checks(reading: Reading) -> list[str]:
    """What was doubtful."""
    return [problem.check for problem in reading.problems]


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.zip", zipped), ("a.tar.gz", tarred), ("a.tgz", tarred), ("a.tar", lambda m: tarred(m, "w:"))],
)
def test_every_member_is_read_or_named(name: str, pack: Callable[[dict[str, bytes]], bytes]) -> None:
    """A member that vanished without a word would be a lost report; a path that leads out must write nothing."""
    reading = read_file(name, pack(MEMBERS), AT)
    assert sorted(article.raw_id for article in reading.articles) == ["0", "1", "escape", "one", "page"]
    assert {article.raw_path for article in reading.articles} == {name}
    assert len({article.document_id for article in reading.articles}) == 5
    assert [(problem.place, problem.check) for problem in reading.problems] == [("b/deep.zip", "unknown_format")]


def test_a_broken_record_of_a_member_has_its_place() -> None:
    """Nobody finds the line to mend in an archive of thousands."""
    reading = read_file("a.zip", zipped({"x.jsonl": b'{"text": "Nine died."}\n{"text'}), AT)
    assert [problem.place for problem in reading.problems] == ["x.jsonl, line 2"]


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.warc.gz"])
def test_an_archive_that_breaks_off(name: str) -> None:
    """What stands before the damage is kept, and the damage is said."""
    pages = [(f"https://x.example/{n}", "text/html", 200, PAGE.replace("Nine", str(n)).encode()) for n in range(40)]
    members = {f"{n}.txt": f"{n} died. {BODY}".encode() * 50 for n in range(40)}
    crawl = b"".join(gzip.compress(warc(page)) for page in pages)
    packed = {"a.zip": zipped(members), "a.tar.gz": tarred(members)}.get(name, crawl)
    reading = read_file(name, packed[: len(packed) * 2 // 3], AT)
    assert "damaged_archive" in checks(reading)
    assert reading.articles or name == "a.zip"


def test_bombs_go_off_in_small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousandfold expansion must neither fill the memory nor take the other members along."""
    monkeypatch.setattr(piece, "MOST_BYTES", 2**21)
    monkeypatch.setattr("pipeline.reading.decode.MOST_BYTES", 2**21)
    bomb = b"\0" * 2**24
    for name, data in (("a.zip", zipped({"bomb.txt": bomb, "one.txt": BODY.encode()})),
                       ("a.tar.gz", tarred({"bomb.txt": bomb, "one.txt": BODY.encode()}))):  # fmt: skip
        reading = read_file(name, data, AT)
        assert checks(reading) == ["too_large"] and len(reading.articles) == 1
    assert checks(read_file("a.txt.gz", gzip.compress(bomb), AT)) == ["too_large"]


def test_memory_does_not_grow_with_the_archive() -> None:
    """An archive of a year must fit the memory that one of a day takes."""
    page = b"<p>" + b"Nine people died. " * 20_000

    def peak(n_members: int) -> int:
        gc.collect()
        data = io.BytesIO(tarred({f"{n}.html": page for n in range(n_members)}))
        tracemalloc.start()
        assert sum(1 for _ in pieces("a.tar.gz", data)) == n_members
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(2)  # what is loaded once
    assert peak(200) < peak(20) + 20 * len(page)


def test_web_archive() -> None:
    """Pages come with address and moment; pictures, redirects and errors are counted, not read."""
    html = PAGE.encode()
    data = warc(
        ("https://x.example/1", "text/html; charset=utf-8", 200, html),
        ("https://x.example/2", "image/png", 200, b""),
        ("https://x.example/3", "text/html", 404, html),
        ("https://x.example/4", "application/rss+xml", 200, FEED),
    )
    for packed in (data, gzip.compress(data)):
        reading = read_file("crawl.warc.gz", packed, AT)
        assert [article.url for article in reading.articles][:1] == ["https://x.example/1"]
        assert reading.articles[0].retrieved_at == datetime(2025, 3, 12, 8, tzinfo=UTC)
        assert len(reading.articles) == 2 and checks(reading) == ["other_records"]


FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Post</title><language>en-gb</language>
<item><title>Wall &lt;b&gt;falls&lt;/b&gt;</title><link>https://post.example/1</link><guid>g1</guid>
<pubDate>Wed, 12 Mar 2025 08:00:00 +0100</pubDate><description>&lt;p&gt;{BODY}&lt;/p&gt;</description></item>
</channel></rss>""".encode()
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><entry><id>g1</id><title>Wall falls</title>
<link href="https://post.example/1"/><updated>2025-03-12T07:00:00Z</updated>
<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>""".encode()


@pytest.mark.parametrize(
    ("name", "data"), [("a.rss", FEED), ("a.atom", ATOM), ("a.xml", FEED), ("a.xml.gz", gzip.compress(ATOM))]
)
def test_feeds(name: str, data: bytes) -> None:
    """An entry without its address, day or publisher cannot be linked to the page."""
    [article] = read_file(name, data, AT).articles
    assert (article.raw_id, article.url, article.publisher) == ("g1", "https://post.example/1", "The Post")
    assert (article.title, article.text.strip()) == ("Wall falls", BODY)
    assert article.published_at == datetime(2025, 3, 12, 7, tzinfo=UTC)


LETTER = f"""From: The Desk <desk@post.example>
Subject: =?utf-8?q?Wall_falls_in_Orv=C3=ADn?=
Date: Wed, 12 Mar 2025 08:00:00 +0100
Message-ID: <m1@post.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

{BODY}
>From here the road is closed.
--b
Content-Type: application/pdf; name="list.pdf"
Content-Disposition: attachment; filename="list.pdf"

x
--b--
"""


def test_mail() -> None:
    """A letter is a report with its sender, day and id; what hangs on it is named."""
    reading = read_file("a.eml", LETTER.encode(), AT)
    [article] = reading.articles
    assert (article.raw_id, article.publisher, article.title) == ("m1@post.example", "The Desk", "Wall falls in Orvín")
    assert article.published_at == datetime(2025, 3, 12, 7, tzinfo=UTC) and BODY in article.text
    assert checks(reading) == ["attachments"] and "list.pdf" in reading.problems[0].message


def test_mailbox() -> None:
    """Letters of a mailbox are told apart, and a line that only looks like a beginning is none."""
    box = f"From a@x Wed Mar 12\n{LETTER}\nFrom b@x Wed Mar 12\n{LETTER.replace('m1@', 'm2@')}"
    reading = read_file("a.mbox", box.encode(), AT)
    assert [article.raw_id for article in reading.articles] == ["m1@post.example", "m2@post.example"]
    assert all("\nFrom here the road is closed." in article.text for article in reading.articles)
    assert checks(read_file("a.mbox", b"no mailbox", AT)) == ["no_header"]


def test_long_json_lines_are_read_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file larger than the memory must be read, with lines counted from its beginning."""
    monkeypatch.setattr(lines, "BLOCK", 1000)
    rows = [json.dumps({"id": str(n), "text": f"{n} died. {BODY}"}) for n in range(50)]
    rows[40] = '{"text'
    for name, data in (("a.jsonl", "\n".join(rows).encode()), ("a.jsonl.gz", gzip.compress("\n".join(rows).encode()))):
        reading = read_file(name, data, AT)
        assert [article.raw_id for article in reading.articles] == [str(n) for n in range(50) if n != 40]
        assert [(problem.place, problem.check) for problem in reading.problems] == [("line 41", "broken_record")]


URL, WHEN = "https://p.example/1", "2025-03-12T07:00:00Z"
COMMON = {"title": "Wall falls", "url": URL}
GUARDIAN = {"webTitle": "Wall falls", "webUrl": URL, "publication": "The Post", "webPublicationDate": WHEN,
            "fields": {"bodyText": BODY}}  # fmt: skip
REGISTRY = {**COMMON, "body": BODY, "dateTimePub": WHEN, "source": {"title": "The Post"}}
EXPORTS = {
    "news api": {"articles": [{**COMMON, "source": {"name": "The Post"}, "content": BODY, "publishedAt": WHEN}]},
    "guardian": {"response": {"results": [GUARDIAN]}},
    "event registry": {"articles": {"results": [REGISTRY]}},
    "news-please": {**COMMON, "maintext": BODY, "source_domain": "The Post", "date_publish": "2025-03-12 07:00:00"},
}


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_exports_of_news_tools(export: object) -> None:
    """A tool's own names must not cost the user a conversion."""
    [article] = read_file("a.json", json.dumps(export).encode(), AT).articles
    assert (article.text, article.title, article.publisher) == (BODY, "Wall falls", "The Post")
    assert article.published_at == datetime(2025, 3, 12, 7, tzinfo=UTC) and article.url == "https://p.example/1"


def test_a_tool_s_table_with_teasers() -> None:
    """A sentence of an article is read, and it is said that it is only that."""
    table = f"Date;Headline;URL;Source Name;Hit Sentence\n2025-03-12;Wall falls;https://p.example/1;The Post;{BODY}\n"
    reading = read_file("a.csv", table.encode("utf-8-sig"), AT)
    assert [(a.text, a.publisher, a.title) for a in reading.articles] == [(BODY, "The Post", "Wall falls")]
    assert "teaser" in checks(reading)


def test_own_names_win() -> None:
    """A record in our own form is never reinterpreted."""
    record = {"text": BODY, "body": "other", "published_at": "2025-03-12", "date": "2020-01-01", "headline": "H"}
    [article] = read_file("a.json", json.dumps(record).encode(), AT).articles
    assert (article.text, article.published_at) == (BODY, datetime(2025, 3, 12, tzinfo=UTC))

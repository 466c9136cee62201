"""Files: every format, every kind of damage, and that nothing is lost or raised on the way."""

import gzip
import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reading.article import Reading, to_frame
from pipeline.reading.files import SUFFIXES, read_file, split_name
from pipeline.tables.articles import Articles
from pipeline.tables.registry import conform

AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
BODY = "Nine people died when a wall fell in Orvin on Monday, the mayor said. Four more were hurt."
SEED = Path(__file__).parents[2].parent / "shared" / "seed"


def read_json(record: object, name: str = "a.json") -> Reading:
    return read_file(name, json.dumps(record).encode(), AT)


def noted(reading: Reading) -> list[tuple[str, str, str]]:
    return [(p.place, p.check, p.severity) for p in reading.problems]


def test_plain_text_is_kept_as_it_came() -> None:
    """Breaks when a character of a text file is changed, so that offsets no longer fit it."""
    text = f"Wall falls in Orvin\r\n\r\n  {BODY}\r\n\n "
    reading = read_file("sub/wall-1.txt", text.encode("utf-8-sig"), AT)
    (article,) = reading.articles
    assert (article.text, article.n_chars, article.title) == (text, len(text), "Wall falls in Orvin")
    assert (article.raw_id, article.published_at, article.published_at_basis) == ("wall-1", AT, "retrieved")
    assert reading.problems == []


def test_age_without_a_date_counts_back_from_the_file() -> None:
    """Breaks when a page that says how old it is counts as published when its file was written."""
    (article,) = read_file("a.txt", f"Wall falls in Orvin\n3 days ago\n\n{BODY}".encode(), AT).articles
    assert (article.published_at, article.published_at_basis) == (AT - timedelta(days=3), "retrieved")


def test_renamed_and_moved_file_keeps_its_ids() -> None:
    """Breaks when renaming a raw file gives its article (and with it every claim) another id."""
    ids = {
        read_file(name, BODY.encode(), at).articles[0].article_id
        for name in ("a.txt", "b/c.txt")
        for at in (AT, AT - timedelta(9))
    }
    assert len(ids) == 1


@pytest.mark.parametrize("field", ["id", "url", "source", "title", "event_id", "campaign_id", "published_at", "text"])
def test_whatever_tells_articles_apart_counts_in_the_id(field: str) -> None:
    """Breaks when two different records get one id, so that one of them is lost."""
    record = {"id": "1", "url": "http://x.example/1", "source": "X", "title": "T", "event_id": "e", "campaign_id": "c",
              "published_at": "2025-03-12", "text": BODY}  # fmt: skip
    other = record | {field: "2025-03-13" if field == "published_at" else record[field] + "2"}
    reading = read_json([record, other])
    assert len({a.article_id for a in reading.articles}) == 2


def test_record_with_every_field() -> None:
    """Breaks when a field of a record is lost or its text is touched."""
    text = f" {BODY}\r\n\u0085\x00 end "
    record = {"id": 7, "url": "https://x.example/1", "source": "The X", "title": " T ", "lang": "en-GB", "text": text,
              "event_id": "e", "campaign_id": None, "published_at": "2025-03-12T01:00:00+02:00"}  # fmt: skip
    (article,) = read_json(record).articles
    assert (article.raw_id, article.publisher, article.title, article.language) == ("7", "The X", " T ", "en")
    assert (article.given_event_id, article.given_campaign_id, article.text) == ("e", "", text)
    assert article.published_at == datetime(2025, 3, 11, 23, 0, tzinfo=UTC)
    assert article.published_at_basis == "given"


def test_bases_of_the_date_in_order() -> None:
    """Breaks when a weaker source of the publication date wins over a better one."""
    text = f"Wall falls\nPublished: 10 March 2025\n\n{BODY}"
    url = "https://x.example/2025/03/11/wall"
    records = [
        {"id": "1", "text": text, "url": url, "published_at": "2025-03-12"},
        {"id": "2", "text": text, "url": url},
        {"id": "3", "text": text},
        {"id": "4", "text": BODY},
    ]
    found = [(a.published_at.day, a.published_at_basis) for a in read_json(records).articles if a.published_at]
    assert found == [(12, "given"), (11, "url"), (10, "text"), (2, "retrieved")]


def test_versions_of_a_page_share_a_document() -> None:
    """Breaks when two versions of one page count as two documents, or records without an id as one."""
    versions = read_json(
        [{"url": "http://x.example/1", "text": BODY}, {"url": "https://x.example/1#a", "text": BODY + "!"}]
    )
    assert len({a.document_id for a in versions.articles}) == 1
    nameless = read_json([{"text": BODY}, {"text": BODY + "!"}])
    assert len({a.document_id for a in nameless.articles}) == 2


RECORD_DOUBTS = {
    "wrong type of text": ({"text": 5}, "wrong_type", "error", 0),
    "text is a list": ({"text": [BODY]}, "wrong_type", "error", 0),
    "empty text": ({"text": " \n"}, "empty_text", "error", 0),
    "no text": ({"title": "Wall falls"}, "empty_text", "error", 0),
    "no object": ("Wall falls", "wrong_type", "error", 0),
    "title of wrong type": ({"text": BODY, "title": ["x"]}, "wrong_type", "warning", 1),
    "unreadable date": ({"text": BODY, "published_at": "12/03/2025"}, "bad_date", "warning", 1),
    "date of wrong type": ({"text": BODY, "published_at": {"y": 1}}, "wrong_type", "warning", 1),
    "date to come": ({"text": BODY, "published_at": "2031-01-01"}, "future_date", "warning", 1),
    "no language": ({"text": BODY, "lang": "English"}, "bad_language", "warning", 1),
    "html without text": ({"html": "<html><body></body></html>"}, "empty_text", "error", 0),
}  # fmt: skip


@pytest.mark.parametrize(("record", "check", "severity", "n_articles"), RECORD_DOUBTS.values(), ids=RECORD_DOUBTS)
def test_doubtful_record(record: object, check: str, severity: str, n_articles: int) -> None:
    """Breaks when a doubtful record passes in silence, or takes its neighbours with it."""
    reading = read_json([{"text": "A sound report comes first."}, record])
    assert noted(reading) == [("record 2", check, severity)]
    assert len(reading.articles) == 1 + n_articles


def test_unknown_fields_are_reported_once() -> None:
    """Breaks when fields that we do not know vanish without a word, or fill the list of problems."""
    reading = read_json([{"text": BODY, "author": "A"}, {"text": BODY + "!", "author": "B", "tags": []}])
    assert noted(reading) == [("file", "unknown_fields", "info")]
    assert "author, tags" in reading.problems[0].message


def test_duplicate_records_are_kept_once() -> None:
    """Breaks when one record twice in a file counts as two reports."""
    reading = read_json([{"id": "1", "text": BODY}, {"id": "1", "text": BODY}, {"id": "2", "text": BODY}])
    assert len(reading.articles) == 2
    assert noted(reading) == [("record 2", "duplicate_record", "info")]


def test_broken_lines() -> None:
    """Breaks when a broken line stops a file or its place is wrong."""
    deep = '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}"
    lines = [json.dumps({"text": BODY}), '{"text": "Nine', "", deep, "5", '{"text": "Ni\tne died."}']
    reading = read_file("a.jsonl", "\n".join(lines).encode(), AT)
    assert [a.text for a in reading.articles] == [BODY, "Ni\tne died."]
    assert noted(reading) == [
        ("line 2", "broken_record", "error"),
        ("line 4", "broken_record", "error"),
        ("line 5", "wrong_type", "error"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "n_articles", "check"),
    [
        ("a.json", '{"articles": [{"text": "Nine died."}, {"text": "Ten died."}]}', 2, None),
        ("a.json", '{"text": "Nine died."}', 1, None),
        ("a.json", '{"text": "Nine died."}\n{"text": "Ten died."}\n', 2, "json_lines"),
        ("a.jsonl", '[{"text": "Nine died."},\n {"text": "Ten died."}]', 2, "json_list"),
        ("a.json", '{"text": "Nine died."', 0, "broken_json"),
        ("a.json", "[" * 100_000, 0, "broken_json"),
        ("a.json", "9" * 5000, 0, "broken_json"),
        ("a.json", "[]", 0, "empty_file"),
        ("a.json", "", 0, "empty_file"),
        ("a.jsonl", "\n\n", 0, "empty_file"),
        ("a.csv", "", 0, "no_header"),
        ("a.csv", "id,title\n1,Wall falls\n", 0, "no_header"),
        ("a.txt", " \n", 0, "empty_text"),
        ("a.html", "", 0, "empty_text"),
        ("a.pdf", "%PDF", 0, "unknown_format"),
        ("README", "words", 0, "unknown_format"),
        ("a.csv", 'text\n"Nine" died\n', 1, "broken_quoting"),
        ("a.csv", 'text\n"Nine died\n', 1, "broken_quoting"),
        ("a.csv", "id,text\n1,Nine, ten\n", 1, "extra_cells"),
    ],
)  # fmt: skip
def test_shape_of_a_file(name: str, content: str, n_articles: int, check: str | None) -> None:
    """Breaks when a shape of file is read otherwise than it says or fails without a reason."""
    reading = read_file(name, content.encode(), AT)
    assert len(reading.articles) == n_articles
    assert [p.check for p in reading.problems] == ([check] if check else [])
    assert all(p.message and p.raw_path == name for p in reading.problems)


def test_csv_of_other_programs() -> None:
    """Breaks when a spreadsheet's CSV (mark, semicolons, quoted newlines, capital names) is misread or changed."""
    rows = f'ID;Text;Published_at\r\n007;"Nine ""died"";\r\nten fled.";2025-03-12\r\n;{BODY};\r\n;;\r\n'
    reading = read_file("a.csv", rows.encode("utf-8-sig"), AT)
    assert [(a.raw_id, a.text) for a in reading.articles] == [("007", 'Nine "died";\r\nten fled.'), ("", BODY)]
    assert reading.problems == []


def test_csv_cell_beyond_the_usual_limit() -> None:
    """Breaks when a long report in a CSV file is refused."""
    text = "Nine died. " * 30_000
    assert read_file("a.csv", f'text\n"{text}"\n'.encode(), AT).articles[0].text == text


@pytest.mark.parametrize("suffix", [".jsonl.gz", ".csv.gz", ".txt.gz", ".jsonl"])
def test_packed(suffix: str) -> None:
    """Breaks when a packed file is not read, also where its name hides that it is packed."""
    content = {".csv.gz": f'text\n"{BODY}"\n', ".txt.gz": BODY}.get(suffix, json.dumps({"text": BODY}))
    reading = read_file("a" + suffix, gzip.compress(content.encode()), AT)
    assert [a.text for a in reading.articles] == [BODY]


def test_lone_surrogate() -> None:
    """Breaks when a character that no file can hold reaches the tables and stops the run there."""
    (article,) = read_file("a.jsonl", b'{"text": "Nine \\ud800 died."}', AT).articles
    assert article.text == "Nine \ufffd died."


def test_split_name() -> None:
    """Breaks when a packed file's own ending is taken for its format."""
    assert [split_name(n) for n in ("a/b.c.jsonl.gz", "x.TXT", "README")] == [
        ("b.c", ".jsonl"),
        ("x", ".txt"),
        ("README", ""),
    ]


def test_frame_conforms_to_the_table() -> None:
    """Breaks when the frame of articles and the articles table drift apart."""
    frame = to_frame(
        read_json([{"id": "1", "text": BODY}, {"id": "2", "text": BODY, "published_at": "2025-03-12"}]).articles
    )
    table = conform(Articles, frame.drop(columns="text"))
    assert table["url"].isna().all()
    assert table["published_at"].max() == pd.Timestamp(AT)
    assert len(conform(Articles, to_frame([]).drop(columns="text"))) == 0


def test_seed_article() -> None:
    """Breaks when a page with a day of viewing and an age line gets the wrong day, title or text."""
    if not SEED.is_dir():
        pytest.skip("the shared seed is not here")
    path = next(SEED.glob("*.txt"))
    (article,) = read_file(path.name, path.read_bytes(), AT).articles
    assert (article.published_at, article.published_at_basis) == (datetime(2025, 9, 30, tzinfo=UTC), "text")
    assert article.title == article.text.splitlines()[4]
    assert article.publisher == article.text.splitlines()[1]
    assert (article.text, article.language) == (path.read_bytes().decode(), "en")


LINES = st.one_of(
    st.binary(max_size=30).map(lambda b: b.replace(b"\n", b"")),
    st.fixed_dictionaries({"text": st.one_of(st.text(), st.none(), st.integers())}).map(
        lambda r: json.dumps(r).encode()
    ),
)


@settings(max_examples=60, deadline=None)
@given(data=st.one_of(st.binary(), st.text().map(str.encode)), suffix=st.sampled_from(SUFFIXES))
def test_any_bytes_are_accounted_for(data: bytes, suffix: str) -> None:
    """Breaks when some bytes raise, or a file gives neither an article nor a problem."""
    reading = read_file("a" + suffix, data, AT)
    assert reading.articles or reading.problems or suffix.startswith(".csv")


@settings(deadline=None)
@given(st.lists(LINES, min_size=1, max_size=12))
def test_every_line_is_accounted_for(lines: list[bytes]) -> None:
    """Breaks when a line of a JSON Lines file gives neither an article nor a problem."""
    data = b'{"text": "First."}\n' + b"\n".join(lines)
    reading = read_file("a.jsonl", data, AT)
    if any(p.check in ("undecodable", "assumed_encoding", "damaged_encoding", "nul_bytes") for p in reading.problems):
        return
    filled = sum(1 for line in data.decode("utf-8-sig").split("\n") if line.strip())
    lost = {p.place for p in reading.problems if p.severity == "error" or p.check == "duplicate_record"}
    assert len(reading.articles) + len(lost) == filled


@settings(deadline=None)
@given(
    st.lists(
        st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1), max_size=8
    )
)
def test_every_row_is_accounted_for(texts: list[str]) -> None:
    """Breaks when a row of a CSV file that we write ourselves is lost or changed."""
    frame = pd.DataFrame({"id": [str(n) for n in range(len(texts))], "text": texts})
    out = io.StringIO(newline="")
    frame.to_csv(out, index=False, lineterminator="\r\n")
    reading = read_file("a.csv", out.getvalue().encode(), AT)
    filled = [text for text in texts if text.strip()]
    assert [a.text for a in reading.articles] == filled
    assert len(reading.problems) == len(texts) - len(filled)

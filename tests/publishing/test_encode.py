"""CSV and Parquet: every cell as documented, the same rows and bytes each time, and back again without loss."""

import csv
import io

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.publishing.encode import ROW_ORDER, from_csv, in_order, to_csv, to_parquet
from pipeline.tables.anomalies import Anomalies
from pipeline.tables.articles import Articles
from pipeline.tables.base import Table
from pipeline.tables.claims import Claims
from pipeline.tables.mentions import Mentions
from pipeline.tables.registry import TABLES, columns, conform, empty, make_id

MODELS = [pytest.param(model, id=name) for name, model in TABLES.items()]
FORMULAS = ["=1+1", "+33 1 23", "-5", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(...)"]
PLAIN = ["17 killed", "'quoted'", "a=b", "", "O'Hara", "é ü 漢字 🚢", "“…”", "a,b", 'say "no"', "two\nlines", "a\r\nb"]
UNUSUAL = ["'=1+1", "''-x", "'", "\n=1"]
unhurried = settings(deadline=None, max_examples=50)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from([*FORMULAS, *PLAIN, *UNUSUAL])


def anomalies(*messages: str) -> pd.DataFrame:
    """A table of which only the text differs."""
    rows = [
        {"anomaly_id": make_id("ano", n), "table": "raw", "row_id": f"{n:03}", "check": "c", "severity": "info"}
        for n in range(len(messages))
    ]
    return conform(Anomalies, pd.DataFrame(rows).assign(message=list(messages)))


def mention(**changes: object) -> pd.DataFrame:
    """A table of one mention."""
    row = {
        "mention_id": make_id("men", 1), "article_id": make_id("art", 1), "field": "text", "sentence_no": 0,
        "char_start": 3, "char_end": 5, "surface": "17", "quantifier": "exact", "kind": "count", "status": "kept",
    }  # fmt: skip
    return conform(Mentions, pd.DataFrame([{**row, **changes}]))


def article(**changes: object) -> pd.DataFrame:
    """A table of one article."""
    row = {"article_id": make_id("art", 1), "document_id": "doc", "raw_path": "a.txt", "n_chars": 3, "text_sha256": "0"}
    return conform(Articles, pd.DataFrame([{**row, **changes}]))


def cells(model: type[Table], frame: pd.DataFrame) -> list[dict[str, str]]:
    """The CSV file as any reader sees it."""
    return list(csv.DictReader(io.StringIO(to_csv(model, frame).decode(), newline=""), lineterminator="\n"))


@pytest.mark.parametrize("model", MODELS)
def test_the_header_is_the_models(model: type[Table]) -> None:
    """A script that reads a column by its name, or by its place, finds it."""
    assert to_csv(model, empty(model)).decode() == ",".join(spec.name for spec in columns(model)) + "\n"


@pytest.mark.parametrize("model", MODELS)
def test_an_empty_table_comes_back(model: type[Table]) -> None:
    """The first run on an empty folder would publish tables that can't be loaded."""
    frame = empty(model)
    pd.testing.assert_frame_equal(from_csv(model, to_csv(model, frame)), frame)
    pd.testing.assert_frame_equal(pd.read_parquet(io.BytesIO(to_parquet(model, frame))), frame)


@pytest.mark.parametrize(
    ("value", "written"),
    [(17.0, "17"), (0.5, "0.5"), (5e7, "50000000"), (1e22, "1" + "0" * 22), (-3.0, "-3"), (0.1, "0.1"), (None, "")],
)
def test_numbers_are_written_plainly(value: float | None, written: str) -> None:
    """17.0 for a toll, or 5e+07 for a bounty, is read wrong by people and by strict programs."""
    assert cells(Mentions, mention(value_best=value))[0]["value_best"] == written


def test_moments_dates_and_truth_values_are_written_as_documented() -> None:
    """A local time, a fraction of a second or True would need another parser than the documentation says."""
    stamps = article(published_at="2025-09-02T02:00:00.123456+02:00")
    assert cells(Articles, stamps)[0]["published_at"] == "2025-09-02T00:00:00Z"
    claim = {
        "claim_id": make_id("clm", 1), "mention_id": "m", "article_id": "a", "measure": "killed", "victim_group": "all",
        "quantifier": "exact", "unit": "person", "scope": "incident", "attribution_class": "unknown", "rule": "r",
        "assertion": "asserted", "negated": True, "confidence": 1, "period_start": "2025-09-02", "value_low": 0,
    }  # fmt: skip
    row = cells(Claims, conform(Claims, pd.DataFrame([claim])))[0]
    assert (row["negated"], row["confidence"], row["period_start"]) == ("true", "1", "2025-09-02")
    assert (row["value_low"], row["value_high"]) == ("0", ""), "unknown is not zero"


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_runs_as_a_formula(text: str) -> None:
    """A headline could run a command on the machine of whoever opens the table in a spreadsheet."""
    assert cells(Anomalies, anomalies(text))[0]["message"] == "'" + text


@pytest.mark.parametrize("text", [t for t in PLAIN if t])
def test_other_text_is_left_as_it_is(text: str) -> None:
    """An apostrophe before ordinary text would falsify quotations."""
    assert cells(Anomalies, anomalies(text))[0]["message"] == text


def test_bytes_are_utf8_without_mark_and_end_lines_with_a_line_feed() -> None:
    """A byte order mark becomes part of the first column's name; carriage returns double the lines in some tools."""
    data = to_csv(Anomalies, anomalies("é", "x"))
    assert data.startswith(b"anomaly_id,")
    assert "é".encode() in data
    assert b"\r" not in data
    assert data.endswith(b"x\n")


@unhurried
@given(st.lists(texts.filter(bool), min_size=1, max_size=5))
def test_csv_loses_no_text(messages: list[str]) -> None:
    """Quotes, line ends, formulas and apostrophes in a text would come back changed, or shift the cells."""
    frame = anomalies(*messages)
    pd.testing.assert_frame_equal(from_csv(Anomalies, to_csv(Anomalies, frame)), frame)


@unhurried
@given(st.lists(texts.filter(bool), min_size=1, max_size=5))
def test_parquet_loses_no_text(messages: list[str]) -> None:
    """Parquet holds the text as it is, formulas too."""
    frame = in_order(Anomalies, anomalies(*messages))
    pd.testing.assert_frame_equal(pd.read_parquet(io.BytesIO(to_parquet(Anomalies, frame))), frame)


@unhurried
@given(st.floats(allow_nan=False, allow_infinity=False) | st.none())
def test_csv_loses_no_number(value: float | None) -> None:
    """A rounded number no longer matches the surface that it came from."""
    frame = mention(value_best=value)
    pd.testing.assert_frame_equal(from_csv(Mentions, to_csv(Mentions, frame)), frame)


def test_parquet_gives_pandas_its_types_back() -> None:
    """Counts that come back as floats, or timestamps without a zone, break the first script that loads them."""
    frame = article(published_at="2025-09-02T00:00:00.123456Z")
    back = pd.read_parquet(io.BytesIO(to_parquet(Articles, frame)))
    pd.testing.assert_frame_equal(back, frame)
    dtypes = [str(back[name].dtype) for name in ("n_chars", "published_at", "title")]
    assert dtypes == ["Int64", "datetime64[us, UTC]", "str"]


@pytest.mark.parametrize("model", MODELS)
def test_parquet_carries_the_meaning_of_its_columns(model: type[Table]) -> None:
    """Whoever has only the file can still learn what a column means, in which unit."""
    schema = pq.read_schema(io.BytesIO(to_parquet(model, empty(model))))
    for spec in columns(model):
        about = schema.field(spec.name).metadata
        assert about[b"description"].decode() == spec.description
        assert about.get(b"unit", b"").decode() == spec.unit
    assert schema.metadata[b"description"].decode() == model.__doc__


@unhurried
@given(st.permutations(["=a", "b,c", "d", "e"]))
def test_the_order_of_work_leaves_no_trace(messages: list[str]) -> None:
    """Workers finish in any order; published bytes that differ for it make every comparison of runs useless."""
    frame = anomalies("=a", "b,c", "d", "e")
    shuffled = frame.set_index("message").loc[messages].reset_index()[list(frame.columns)]
    assert to_csv(Anomalies, shuffled) == to_csv(Anomalies, frame)
    assert to_parquet(Anomalies, shuffled) == to_parquet(Anomalies, frame)


def test_csv_and_parquet_hold_the_same_rows_in_the_same_order() -> None:
    """A row number means the same in both."""
    frame = anomalies(*FORMULAS, "x")
    parquet = pd.read_parquet(io.BytesIO(to_parquet(Anomalies, frame)))
    assert [row["anomaly_id"] for row in cells(Anomalies, frame)] == list(parquet["anomaly_id"])


def test_rows_that_belong_together_stand_together() -> None:
    """Numbers of a text in their order in the text, not in the order of their hashes."""
    rows = pd.concat([mention(mention_id=make_id("men", n), char_start=n) for n in range(9)])
    assert list(in_order(Mentions, conform(Mentions, rows))["char_start"]) == list(range(9))


@pytest.mark.parametrize("model", MODELS)
def test_every_table_has_an_order(model: type[Table]) -> None:
    """A new table without an order, or an order by a column that is gone, would fail at the end of a long run."""
    assert set(ROW_ORDER[model.__name__]) <= {spec.name for spec in columns(model)}


def test_a_frame_that_is_not_the_models_is_refused() -> None:
    """A forgotten conform() would publish other columns than documented."""
    with pytest.raises(ValueError, match=r"message.*conform"):
        to_csv(Anomalies, empty(Anomalies).drop(columns="message"))
    with pytest.raises(ValueError, match="order"):
        to_parquet(Anomalies, empty(Anomalies)[["message", *list(empty(Anomalies).columns)[:-1]]])

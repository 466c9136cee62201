"""The registry: conform() coerces and rejects, empty() is a valid table, make_id() is stable."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandera.errors import SchemaErrors

from pipeline.tables.anomalies import Anomalies
from pipeline.tables.articles import Articles
from pipeline.tables.base import Table
from pipeline.tables.claims import Claims
from pipeline.tables.registry import TABLES, columns, conform, empty, make_id, primary_key

MODELS = [pytest.param(model, id=name) for name, model in TABLES.items()]
CLAIM = {
    "claim_id": make_id("clm", 1), "mention_id": make_id("men", 1), "article_id": make_id("art", 1),
    "measure": "killed", "victim_group": "all", "value_low": 17, "value_best": 17, "quantifier": "at_least",
    "unit": "person", "scope": "cumulative", "attribution_class": "official", "assertion": "asserted", "negated": False,
    "confidence": 0.9, "rule": "participle_object",
}  # fmt: skip
"""A claim with only what is required, and two of three values."""


def claims(**changes: object) -> pd.DataFrame:
    """A frame of one claim with some cells changed."""
    return pd.DataFrame([{**CLAIM, **changes}])


@pytest.mark.parametrize("model", MODELS)
def test_an_empty_table_is_valid_and_typed(model: type[Table]) -> None:
    """A first run without a single claim would fail, or publish columns of type object."""
    frame = empty(model)
    assert list(frame.columns) == [spec.name for spec in columns(model)]
    assert "object" not in set(map(str, frame.dtypes))
    pd.testing.assert_frame_equal(conform(model, frame), frame)


def test_missing_columns_are_added_empty_and_values_coerced() -> None:
    """A producer that has no currency must not have to invent the column; 17 must not become 17.0."""
    frame = conform(Claims, claims(value_low=17.0, value_best="17"))
    assert frame["currency"].isna().all()
    assert frame["value_high"].isna().all()
    assert [str(frame[name].dtype) for name in ("value_low", "value_best", "negated")] == ["Int64", "Int64", "boolean"]
    assert str(frame["counted"].dtype) == "str"


def test_unknown_columns_are_dropped_and_rows_sorted_by_key() -> None:
    """Helper columns of a producer, or the order in which workers finish, would leak into the published table."""
    ids = [make_id("clm", n) for n in range(5)]
    frame = conform(Claims, pd.DataFrame([{**CLAIM, "claim_id": i, "scratch": 1} for i in ids]))
    assert list(frame["claim_id"]) == sorted(ids)
    assert "scratch" not in frame.columns


def test_timestamps_become_utc_microseconds() -> None:
    """A timestamp of another zone or unit would sort and encode differently."""
    article = {"article_id": make_id("art", 1), "document_id": make_id("doc", 1), "raw_path": "a.txt", "n_chars": 3,
               "text_sha256": "0" * 64, "published_at": pd.Timestamp("2025-09-02T02:00:00+02:00")}  # fmt: skip
    published = conform(Articles, pd.DataFrame([article]))["published_at"]
    assert str(published.dtype) == "datetime64[us, UTC]"
    assert published[0] == pd.Timestamp("2025-09-02", tz="UTC")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("claim_id", "17"),
        ("quantifier", "roughly"),
        ("scope", ""),
        ("currency", "dollars"),
        ("period_start", "2 Sept 2025"),
        ("confidence", 1.5),
        ("measure", None),
        ("rule", None),
        ("value_low", 1.5),
        ("negated", None),
    ],
)
def test_a_wrong_cell_is_refused_by_name(column: str, value: object) -> None:
    """A wrong cell that passes, or an error that does not say which cell it is, costs somebody a day."""
    with pytest.raises(SchemaErrors) as error:
        conform(Claims, claims(**{column: value}))
    cases = error.value.failure_cases
    assert column in set(cases["column"].dropna()) | set(cases["check"].astype(str).str.extract(r"'(\w+)'")[0].dropna())


def test_an_id_used_twice_is_refused() -> None:
    """Two rows with one id make every link to them ambiguous."""
    with pytest.raises(SchemaErrors, match="claim_id"):
        conform(Claims, pd.concat([claims(), claims()]))


def test_every_wrong_cell_is_listed_at_once() -> None:
    """An error a run is slow to mend."""
    with pytest.raises(SchemaErrors) as error:
        conform(Anomalies, pd.DataFrame([{"anomaly_id": "x", "table": "raw", "severity": "bad"}]))
    assert {"anomaly_id", "row_id", "check", "severity", "message"} <= set(error.value.failure_cases["column"])


@pytest.mark.parametrize("model", MODELS)
def test_there_is_one_key(model: type[Table]) -> None:
    """Sorting and linking rely on exactly one unique column."""
    assert [spec.name for spec in columns(model) if spec.unique] == [primary_key(model)]


def test_an_id_stays_the_same_for_ever() -> None:
    """Ids are published: another hash would orphan every link and every decision of a reviewer."""
    assert make_id("evt", "sample", 1) == "evt-8c9a249edf4d7b1b"


@settings(deadline=None)
@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_different_parts_give_different_ids(first: list[str], second: list[str]) -> None:
    """If ("ab", "c") and ("a", "bc") gave one id, two rows would fall together."""
    joinable = all("\x1f" not in part for part in [*first, *second])
    assert (make_id("art", *first) == make_id("art", *second)) == (first == second) or not joinable


def test_none_is_not_the_empty_text() -> None:
    """An unknown place and a place with an empty name are two keys."""
    assert make_id("evt", None) != make_id("evt", "")

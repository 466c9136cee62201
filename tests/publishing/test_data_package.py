"""The data package: a descriptor that frictionless accepts, for data that it accepts, and that finds what is wrong."""

import json
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package, Schema, system, validate

from pipeline.publishing.data_package import data_package, table_schemas
from pipeline.publishing.encode import to_csv
from pipeline.tables.registry import TABLES, columns
from tests.publishing.made_tables import a_fire, made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output folder with the CSV files of a small story and the descriptor."""
    mentions = [
        {"mention_id": row.mention_id, "article_id": row.article_id, "field": "text", "sentence_no": 0, "char_start": 0,
         "char_end": 2, "surface": "17", "quantifier": "exact", "kind": "count", "status": "kept"}
        for row in a_fire()["claims"].itertuples()
    ]  # fmt: skip
    tables = a_fire() | {"mentions": made(mentions=mentions)["mentions"]}
    files = {f"{name}.csv": to_csv(TABLES[name], rows) for name, rows in tables.items()}
    for path, data in {**files, "datapackage.json": data_package(files)}.items():
        (tmp_path / path).write_bytes(data)
    return tmp_path


def errors(folder: Path) -> list[str]:
    """What frictionless finds in the package."""
    with system.use_context(trusted=True):
        report = validate(str(folder / "datapackage.json"))
    return [f"{place}: {kind}" for place, kind in report.flatten(["title", "type"])]


def test_the_package_is_valid(folder: Path) -> None:
    """A package that its own standard's program rejects helps nobody to load it."""
    assert errors(folder) == []


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [("figures", ",19,19,23,", ",19.5,19,23,"), ("figures", "contested", "disputed"), ("claims", "0.9", "9")],
    ids=["type", "allowed values", "maximum"],
)
def test_wrong_cells_are_found(folder: Path, table: str, old: str, new: str) -> None:
    """A descriptor that accepts anything is no check."""
    path = folder / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert errors(folder)


def test_every_column_is_described(folder: Path) -> None:
    """A field without a meaning sends people to guess."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == [spec.name for spec in columns(TABLES[resource["name"]])]
        assert all(field["description"] for field in fields)


def test_schemas_stand_alone() -> None:
    """Who takes one CSV file takes its schema along."""
    for path, data in table_schemas().items():
        schema = Schema.from_descriptor(json.loads(data))
        assert schema.field_names == [spec.name for spec in columns(TABLES[Path(path).stem])]


def test_dates_are_dates_and_counts_whole(folder: Path) -> None:
    """Types that a loader gets wrong are what the descriptor is for."""
    with system.use_context(trusted=True):
        rows = Package(str(folder / "datapackage.json")).get_resource("events").read_rows()
    assert rows[0]["date_start"] == pd.Timestamp("2025-03-04").date()
    assert isinstance(rows[0]["n_articles"], int)

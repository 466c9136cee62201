"""reckoner.load: the tables with their types, by day and policy; what is not there is said in a sentence."""

from pathlib import Path
from typing import get_args

import pytest

import reckoner
from pipeline.publishing.encode import to_parquet
from pipeline.tables.registry import TABLES
from tests.publishing.made_tables import a_fire


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output folder with the tables of a small story."""
    for name, rows in a_fire().items():
        (tmp_path / f"{name}.parquet").write_bytes(to_parquet(TABLES[name], rows))
    return tmp_path


def test_every_table_can_be_named() -> None:
    """A table that the reader's type does not know is red in every editor."""
    assert set(get_args(reckoner.TableName)) == set(TABLES)


def test_a_table_comes_with_its_types(folder: Path) -> None:
    """Counts as floats are what the reader is there to spare people."""
    figures = reckoner.load("figures", folder=folder, policy="range")
    assert str(figures["best"].dtype) == "Int64"
    assert set(figures["policy"]) == {"range"}


def test_figures_of_an_earlier_day(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The question that the history is kept for."""
    monkeypatch.setenv("RECKONER_PROCESSED", str(folder))
    assert reckoner.load("figures", as_of="2025-03-04", policy="range")["best"].tolist() == [17]
    assert len(reckoner.load("claims", as_of="2025-03-04")) == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [({"policy": "nobody"}, "there are highest, range"), ({"as_of": "soon"}, "'soon' is no day; write it like")],
    ids=["policy", "day"],
)
def test_what_is_not_there_is_named(folder: Path, options: dict[str, str], told: str) -> None:
    """An empty frame in answer to a misspelt name is taken for a result."""
    with pytest.raises(ValueError, match=told):
        reckoner.load("figures", folder=folder, **options)  # type: ignore[arg-type]


def test_a_folder_without_tables_says_what_to_do(tmp_path: Path) -> None:
    """Whoever has not run it yet must learn where tables come from."""
    with pytest.raises(FileNotFoundError, match="RECKONER_PROCESSED"):
        reckoner.load("figures", folder=tmp_path)

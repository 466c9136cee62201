"""The data dictionary: complete, and the committed page up to date."""

from pathlib import Path

import pytest

from pipeline.publishing.dictionary import COMMAND, data_dictionary
from pipeline.tables.registry import TABLES, columns

PAGE = Path(__file__).parents[2] / "data" / "processed" / "README.md"


def test_the_committed_page_is_up_to_date() -> None:
    """A stale page tells users of columns and codes that are no longer so."""
    assert PAGE.read_text(encoding="utf-8") == data_dictionary(), f"data/processed/README.md is stale; run: {COMMAND}"


@pytest.mark.parametrize("table", TABLES)
def test_every_column_stands_in_it(table: str) -> None:
    """A column that the page leaves out is published without a meaning."""
    section = data_dictionary().split(f"\n## {table}\n")[1].split("\n## ")[0]
    for spec in columns(TABLES[table]):
        (row,) = [line for line in section.splitlines() if line.startswith(f"| `{spec.name}` |")]
        assert spec.description in row
        assert spec.unit in row
        assert all(f"`{code}`" in row for code in spec.allowed)


def test_rows_keep_their_three_cells() -> None:
    """A stroke in a description would break the table on the page."""
    rows = [line for line in data_dictionary().splitlines() if line.startswith("| `")]
    assert {line.replace("\\|", "").count("|") for line in rows} <= {3, 4}


@pytest.mark.parametrize("code", ["killed", "presumed_dead", "vessels", "aid_workers", "all", "range", "latest"])
def test_codes_of_the_codebook_are_explained(code: str) -> None:
    """A code that a table uses and nobody explains can't be filtered by."""
    assert f"\n| `{code}` | " in data_dictionary()

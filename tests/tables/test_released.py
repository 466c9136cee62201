"""The columns of the last release: a schema may only grow behind them.

`python -m tests.tables.test_released` writes the file anew; that is done once a release.
"""

import json
from pathlib import Path

import pytest

from pipeline.tables.registry import TABLES, columns

FILE = Path(__file__).with_name("released_schema.json")
RELEASED = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def schema() -> dict[str, list[dict[str, object]]]:
    """Every table's columns as they are now."""
    return {
        name: [{"name": c.name, "type": c.dtype, "unit": c.unit, "allowed": list(c.allowed)} for c in columns(model)]
        for name, model in TABLES.items()
    }


def test_there_is_a_release_to_compare_with() -> None:
    """Without the file nothing below is tested."""
    assert RELEASED


@pytest.mark.parametrize("table", RELEASED)
def test_columns_are_only_appended(table: str) -> None:
    """A column renamed, moved, retyped or taken away breaks every script written for the last release."""
    now = [(c["name"], c["type"], c["unit"]) for c in schema()[table]]
    then = [(c["name"], c["type"], c["unit"]) for c in RELEASED[table]]
    assert now[: len(then)] == then


@pytest.mark.parametrize("table", RELEASED)
def test_allowed_values_only_grow(table: str) -> None:
    """A code that was allowed and is no longer makes old rows invalid; one that is new is no harm."""
    now = {c["name"]: c["allowed"] for c in schema()[table]}
    lost = {c["name"]: set(c["allowed"]) - set(now[c["name"]]) for c in RELEASED[table] if now[c["name"]]}
    assert not {name: values for name, values in lost.items() if values}
    assert [c["name"] for c in RELEASED[table] if not c["allowed"] and now[c["name"]]] == []


if __name__ == "__main__":
    FILE.write_text(json.dumps(schema(), indent=1) + "\n", encoding="utf-8")

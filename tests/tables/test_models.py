"""Every table model: all columns described, ids recognisable, storage types those that publishing knows."""

import importlib
import re
from pathlib import Path

import pytest

from pipeline import tables
from pipeline.tables.base import Table
from pipeline.tables.registry import TABLES, ColumnSpec, columns, make_id, primary_key

FOLDER = Path(str(tables.__file__)).parent
WITHOUT_MODELS = {"__init__", "base", "registry", "vocabulary"}
MODELS = [pytest.param(model, id=name) for name, model in TABLES.items()]
COLUMNS = [pytest.param(spec, id=f"{name}.{spec.name}") for name, model in TABLES.items() for spec in columns(model)]
MEANINGS = {"_at": "timestamp", "_start": "text", "_end": "text", "n_": "integer", "_id": "text", "_ids": "text"}
"""What the ending (or beginning) of a name promises about its type. Offsets in characters are counts of their own."""
PREFIXES = {
    "articles": "art", "mentions": "men", "claims": "clm", "events": "evt", "figures": "fig", "revisions": "rev",
    "anomalies": "ano", "decisions": "dec",
}  # fmt: skip


def models_in_folder() -> dict[str, list[type[Table]]]:
    """The models that each module of the folder defines."""
    found = {}
    for path in FOLDER.glob("*.py"):
        if path.stem not in WITHOUT_MODELS:
            values = vars(importlib.import_module(f"pipeline.tables.{path.stem}")).values()
            kinds = [value for value in values if isinstance(value, type) and issubclass(value, Table)]
            found[path.stem] = [kind for kind in kinds if kind.__module__ == f"pipeline.tables.{path.stem}"]
    return found


def test_the_registry_lists_every_published_model() -> None:
    """A model that the registry forgets is neither validated nor published nor in the data dictionary."""
    for name, (model,) in models_in_folder().items():
        is_working_state = "Working state" in str(importlib.import_module(model.__module__).__doc__)
        assert (TABLES.get(name) is model) != is_working_state, f"tables/{name}.py: list it, or call it Working state"


@pytest.mark.parametrize("spec", COLUMNS)
def test_every_column_is_described(spec: ColumnSpec) -> None:
    """An undescribed column is a riddle in the data dictionary and in the UI."""
    assert len(spec.description) > 4
    assert not spec.description.endswith("."), "the dictionary sets the full stops"


@pytest.mark.parametrize("spec", COLUMNS)
def test_names_keep_what_they_promise(spec: ColumnSpec) -> None:
    """published_at as a text, or n_claims as a float, would mislead whoever knows the other tables."""
    for affix, dtype in MEANINGS.items():
        matches = spec.name.startswith(affix) if affix.endswith("_") else spec.name.endswith(affix)
        if matches and not spec.name.startswith("char_"):
            assert spec.dtype == dtype
    assert re.fullmatch(r"[a-z][a-z0-9_]*", spec.name)


@pytest.mark.parametrize("model", MODELS)
def test_counts_and_measures_name_their_unit(model: type[Table]) -> None:
    """A number without a unit is not a figure."""
    without = [spec.name for spec in columns(model) if spec.dtype in ("integer", "timestamp") and not spec.unit]
    assert set(without) <= {"sentence_no"}


@pytest.mark.parametrize("table", PREFIXES)
def test_the_key_comes_first_and_has_its_own_prefix(table: str) -> None:
    """Ids that can be confused between tables lead nowhere."""
    first = columns(TABLES[table])[0]
    assert first.name == primary_key(TABLES[table])
    assert first.required
    checks = TABLES[table].to_schema().columns[first.name].checks
    (pattern,) = [check.statistics["pattern"] for check in checks if check.name == "str_matches"]
    assert re.fullmatch(pattern, make_id(PREFIXES[table], "x"))
    assert not any(re.match(pattern, make_id(other, "x")) for name, other in PREFIXES.items() if name != table)
    assert not re.match(pattern, make_id(PREFIXES[table], "x") + "0")


@pytest.mark.parametrize("model", MODELS)
def test_a_model_says_what_a_row_is(model: type[Table]) -> None:
    """The dictionary and the UI take the table's description from here."""
    assert str(model.__doc__).startswith("One row ")

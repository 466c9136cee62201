"""The README and the pages of the data folders: what they name exists, and what they show runs."""

import re
from pathlib import Path

import pytest

from pipeline.defs.settings import SETTINGS
from pipeline.publishing.encode import to_parquet
from pipeline.tables.registry import TABLES, empty

Captured = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[1]
PAGES = [
    "README.md",
    "CHANGELOG.md",
    "data/raw/README.md",
    "data/processed/README.md",
    "data/review/README.md",
    *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))),
]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def fenced(language: str) -> str:
    """The README's block of code in that language."""
    blocks = [block.partition("\n") for block in README.split("```")[1::2]]
    (found,) = [code for name, _, code in blocks if name == language]
    return found


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    """A link to a file that has moved sends readers nowhere."""
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text)]
    local = [target for target in targets if target and "://" not in target]
    assert [target for target in local if not (ROOT / page).parent.joinpath(target).exists()] == []


def test_the_r_example_names_columns_that_exist() -> None:
    """A column that R does not find is NULL there, and the sum of nothing is 0."""
    listed = "".join(re.findall(r"c\((.*?)\)", fenced("r")))
    used = set(re.findall(r"events\$(\w+)", fenced("r"))) | set(re.findall(r'"(\w+)"', listed))
    assert used and used <= set(empty(TABLES["events_wide"]).columns)


def test_every_table_is_named() -> None:
    """A table that the README does not name is not found."""
    assert [name for name in TABLES if f"| `{name}` | " not in README] == []


@pytest.mark.parametrize("setting", re.findall(r"^\| `(RECKONER_\w+)` ", README, re.MULTILINE))
def test_settings_exist(setting: str) -> None:
    """A setting that is documented and not read is ignored without a word."""
    assert setting in SETTINGS


def test_the_folders_stand_in_order() -> None:
    """A folder that was renamed, or that the overview leaves out, is looked for in vain."""
    described = re.findall(r"^  (\w+)/ ", fenced(""), re.MULTILINE)
    assert set(described) == {path.parent.name for path in (ROOT / "pipeline").glob("*/__init__.py")}


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """The first thing that people copy must not fail on a renamed column or file."""
    folder = tmp_path / "data" / "processed"
    folder.mkdir(parents=True)
    for name, model in TABLES.items():
        (folder / f"{name}.parquet").write_bytes(to_parquet(model, empty(model)))
    monkeypatch.chdir(tmp_path)
    exec(fenced("python"), {})
    assert "label" in capsys.readouterr().out


def test_the_sql_example_names_columns_that_exist() -> None:
    """The same for DuckDB, which is not installed here: every column of an alias is one of its table's."""
    sql = fenced("sql")
    tables = {alias: TABLES[name] for name, alias in re.findall(r"processed/(\w+)\.parquet' (\w)", sql)}
    assert set(tables) == {"f", "c", "a"}
    used = re.findall(r"\b([fca])\.(\w+)", sql)
    assert used
    assert [f"{alias}.{column}" for alias, column in used if column not in empty(tables[alias]).columns] == []

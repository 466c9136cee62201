"""The data dictionary: what every table and column means, written from the models so that it cannot drift.

`python -m pipeline.publishing.dictionary > data/processed/README.md` writes it anew after a model changed.
Here belongs how the dictionary is laid out; what a column means is said in its model and nowhere else.
"""

import sys
from collections.abc import Iterator

from pipeline.codebook import read
from pipeline.tables.base import Table
from pipeline.tables.registry import TABLES, ColumnSpec, columns, primary_key

COMMAND = "python -m pipeline.publishing.dictionary > data/processed/README.md"

INTRODUCTION = """\
# The tables

Reckoner writes each table twice, with the same rows in the same order: `<name>.parquet` and `<name>.csv`.
Beside the tables a run writes `report/index.html` (pages to look at), `datapackage.json` and `schemas/` (the tables
told to programs), `codebook.md` (what the codes mean) and `CHANGES.md` (what each run changed).

This page is made from the table models. To make it anew: `{command}`.

{contents}

## How to read a cell

- **Empty means unknown**, never zero and never "none". A figure of nought is written 0.
- **Low, best, high.** Low is the least that the words or the claims allow, high the most. "At least 17" has low 17,
  best 17 and no high: it is open. "Between 3 and 5" has low 3, high 5 and no best.
- **Lists** are one text, joined by `;` (`clm-…;clm-…`).
- **Ids** are a prefix and 16 hexadecimal digits made from what the row is about. They stay the same from run to run and
  are never used again for something else. A column that ends in `_id` holds one id, in `_ids` a list of them.
- **Dates** are ISO 8601 texts (`2025-09-02`). **Timestamps** are UTC; in CSV they are written to the second
  (`2025-09-02T14:05:00Z`).
- **Integers** are never written as `17.0`. **Numbers** may have a fraction. **Booleans** are `true` and `false`.
- **CSV** is UTF-8 without a byte order mark, with line feeds and a comma. A text that a spreadsheet would run as a
  formula (it begins with `=`, `+`, `-`, `@`, a tab or the end of a line, or with apostrophes and one of these) has one
  apostrophe put before it; take that one away to have the text back, as `pipeline.publishing.encode.from_csv` does.
  Parquet holds the text as it is.
- **Columns are only ever added at the end** of a table; none is renamed or taken away.
- The text of the reports is not published. `mentions` says where in it each number stands.
"""

HEADER = "| column | type | what it holds |\n| --- | --- | --- |"


def data_dictionary() -> str:
    """The page, as Markdown that ends with a line feed."""
    contents = "\n".join(f"- [{name}](#{name}): {_about(model)}" for name, model in TABLES.items())
    parts = [INTRODUCTION.format(command=COMMAND, contents=contents)]
    parts += [_section(name, model) for name, model in TABLES.items()]
    parts += [
        _codes("Measures", read("measures")["measures"]),
        _codes("Victim groups", read("victim_groups")["groups"]),
    ]
    parts.append(_codes("Policies", read("policies")["policies"]))
    return "\n".join(parts)


def _section(name: str, model: type[Table]) -> str:
    """One table: what a row is, its key, its columns."""
    rows = "\n".join(_row(spec) for spec in columns(model))
    return f"## {name}\n\n{_about(model)} Its key is `{primary_key(model)}`.\n\n{HEADER}\n{rows}\n"


def _about(model: type[Table]) -> str:
    """What a row of the table is, from the model's docstring."""
    return " ".join((model.__doc__ or "").split())


def _row(spec: ColumnSpec) -> str:
    """One column as a line of its table."""
    return f"| `{spec.name}` | {spec.dtype} | {'. '.join(_said_of(spec))} |"


def _said_of(spec: ColumnSpec) -> Iterator[str]:
    """Description, unit, allowed values and whether it may be empty."""
    yield spec.description.replace("|", "\\|")
    if spec.unit:
        yield f"Unit: {spec.unit}"
    if spec.allowed:
        yield f"One of {', '.join(f'`{value}`' for value in spec.allowed)}"
    if spec.required:
        yield "Never empty"


def _codes(title: str, entries: dict[str, dict[str, str]]) -> str:
    """Codes of the codebook with their meaning."""
    rows = "\n".join(f"| `{code}` | {_code_meaning(entry)} |" for code, entry in entries.items())
    return f"## {title}\n\n| code | meaning |\n| --- | --- |\n{rows}\n"


def _code_meaning(entry: dict[str, str]) -> str:
    """A code's description, and the unit of one where the entry names it."""
    unit = f". Unit: {entry['unit']}" if "unit" in entry else ""
    return f"{entry['description']}{unit}"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(data_dictionary())

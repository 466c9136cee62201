"""The file of people's decisions: bytes in, one row a line out, with what is wrong in a line said beside it.

Here belongs whether a line can be followed at all. Whether the row that it names is there is found out when it is
applied.
"""

import csv
import io
import re
from collections import Counter
from typing import Any, NamedTuple

import pandas as pd
from pandera.errors import SchemaErrors

from pipeline import codebook
from pipeline.tables import vocabulary as v
from pipeline.tables.decision_rows import DecisionRows
from pipeline.tables.registry import columns, conform, empty, make_id
from pipeline.tables.review import Review

NAMES = [column.name for column in columns(DecisionRows)]
REMEDIES = {column.name: column for column in columns(DecisionRows)}


class Shape(NamedTuple):
    """What the cells of an action look like, and how to say so."""

    subject: str
    value: str
    told: str


NUMBER = r"\d+|\d+\+|\d+-\d+"
SHAPES = {
    "accept": Shape("clm-.+", "", "a claim_id as subject_id, and no value"),
    "reject": Shape("clm-.+", "", "a claim_id as subject_id, and no value"),
    "correct": Shape("clm-.+", ".+", "a claim_id as subject_id, a field and a value"),
    "merge": Shape("evt-.+", "evt-.+", "the event_id to give up as subject_id, and the one to keep as value"),
    "split": Shape("evt-.+", r"((art|clm)-\w+;?)+", "an event_id as subject_id, the ids that leave it, joined by ;"),
    "pin": Shape("fig-.+", r"\d+|\d+/\d+/\d+", "a figure_id as subject_id, and 17 or low/best/high (15/17/20)"),
    "copy": Shape(".+", ".+", "an article_id or a publisher as subject_id, and whose words they are as value"),
    "withdraw": Shape("dec-.+", "", "a decision_id of the decisions table as subject_id, and no value"),
}


def read_decisions(data: bytes, path: str) -> pd.DataFrame:
    """All lines of the file in the shape of Review; `problem` names file, line and remedy of a bad one."""
    text = data.decode("utf-8-sig", "replace")
    lines = csv.reader(io.StringIO(text, newline=""), strict=False)
    header = [name.strip() for name in next(lines, [])]
    missing = [name for name in NAMES if name not in header]
    filled = ((lines.line_num, cells) for cells in lines if any(cell.strip() for cell in cells))
    found = [_row(header, cells, line, path, missing) for line, cells in filled]
    return _with_ids(found) if found else empty(Review)


def _row(header: list[str], cells: list[str], line: int, path: str, missing: list[str]) -> dict[str, Any]:
    told = dict(zip(header, (cell.strip() or None for cell in cells), strict=False))
    row: dict[str, Any] = {name: told.get(name) for name in NAMES}
    if missing:
        problem = f"the first line lacks {', '.join(missing)}: it must name {','.join(NAMES)}."
    elif len(cells) != len(header):
        problem = f"{len(cells)} cells where the first line names {len(header)}: put cells with a comma in quotes."
    else:
        problem = _column_problem(row) or _shape_problem(row)
    return {**row, "line": line, "problem": f"{path}, line {line}: {problem}" if problem else None}


def _column_problem(row: dict[str, Any]) -> str:
    """What the model of the file says against single cells."""
    try:
        DecisionRows.validate(pd.DataFrame([row], columns=NAMES).astype("str"), lazy=True)
    except SchemaErrors as errors:
        return " ".join(sorted({_remedy(str(name), row) for name in errors.failure_cases["column"] if name in row}))
    try:
        pd.Timestamp(row["decided_at"])
    except ValueError:
        return f"decided_at {row['decided_at']} is no day of the calendar."
    return ""


def _remedy(name: str, row: dict[str, Any]) -> str:
    spec = REMEDIES[name]
    said = f"{name} {row[name]!r} is not allowed" if row[name] else f"{name} is empty"
    hint = f"one of {', '.join(spec.allowed)}" if spec.allowed else spec.description
    return f"{said}; write {hint}."


def _shape_problem(row: dict[str, Any]) -> str:
    """What an action needs in its other cells."""
    shape = SHAPES[row["action"]]
    fits = re.fullmatch(shape.subject, row["subject_id"]) and re.fullmatch(shape.value, row["value"] or "")
    if not fits or (row["action"] == "correct") != bool(row["field"]):
        return f"{row['action']} needs {shape.told}."
    if row["field"] == "value" and not re.fullmatch(NUMBER, row["value"]):
        return f"value {row['value']!r} is no number; write 17, 17+ (at least 17) or 10-15."
    allowed = _allowed(row["field"] or "")
    if allowed and row["value"] not in allowed:
        return f"{row['field']} {row['value']!r} is unknown; write one of {', '.join(allowed)}."
    if row["action"] == "pin" and (parts := list(map(int, row["value"].split("/")))) != sorted(parts):
        return f"{row['value']} is out of order; write low/best/high."
    if row["action"] == "merge" and row["subject_id"] == row["value"]:
        return "an event cannot be merged with itself; name the one to keep as value."
    return ""


def _allowed(field: str) -> list[str]:
    """The values that a field may be corrected to; none: any."""
    if field == "measure":
        return sorted(codebook.read("measures")["measures"])
    if field == "victim_group":
        return sorted(codebook.read("victim_groups")["groups"])
    closed = {"scope": v.SCOPES, "assertion": v.ASSERTIONS, "attribution_class": v.ATTRIBUTION_CLASSES}
    return list(closed.get(field, ()))


def _with_ids(found: list[dict[str, Any]]) -> pd.DataFrame:
    """Ids from the cells, and how often the same line stood before: a line that is copied is one of its own."""
    seen: Counter[tuple[Any, ...]] = Counter()
    for row in found:
        cells = tuple(row[name] for name in NAMES)
        row["decision_id"] = make_id("dec", *cells, *([seen[cells]] if seen[cells] else []))
        seen[cells] += 1
    return conform(Review, pd.DataFrame(found).astype({"line": "Int64"})).sort_values("line", ignore_index=True)

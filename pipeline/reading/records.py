"""JSON, JSON Lines and CSV -> records with their place in the file; a broken one is reported and the rest goes on.

Here belongs how records lie in a file. What a record must hold belongs to record.py.
"""

import csv
import io
import json
import sys
from collections.abc import Iterator

from pipeline.reading.exports import holds_text, lists, meaningful, plain, value_in
from pipeline.reading.found import Found
from pipeline.reading.piece import Doubt

csv.field_size_limit(sys.maxsize)
DELIMITERS = ",;\t|"


def json_records(text: str) -> Iterator[Found]:
    """The records of a JSON file: one object, a list of them, or an object that holds such a list."""
    if not text.strip():
        yield Found("file", doubt=("empty_file", "warning", "holds nothing; fill it or remove it"))
        return
    try:
        content = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        first = text.strip().split("\n", 1)
        if len(first) == 2 and first[0].rstrip().endswith("}") and _is_json(first[0]):
            yield Found(
                "file", doubt=("json_lines", "info", "holds one record a line; read as .jsonl, please name it so")
            )
            yield from jsonl_records(text)
        else:
            yield Found("file", doubt=_broken("broken_json", error))
        return
    yield from _numbered(content)


def _numbered(content: object) -> Iterator[Found]:
    if isinstance(content, dict) and not {"text", "html"} & content.keys():
        found = [value for name in lists() if isinstance(value := value_in(content, name), list)]
        content = found[0] if len(found) == 1 else content
    records = content if isinstance(content, list) else [content]
    if not records:
        yield Found("file", doubt=("empty_file", "warning", "holds no record; fill it or remove it"))
    for number, record in enumerate(records, 1):
        yield Found(f"record {number}", record)


def jsonl_records(text: str, first_line: int = 1) -> Iterator[Found]:
    """The records of a JSON Lines file, one a line; empty lines are none."""
    if text.lstrip()[:1] == "[" and _is_json(text):
        yield Found("file", doubt=("json_list", "info", "holds one JSON list; read as .json, please name it so"))
        yield from json_records(text)
        return
    empty = True
    for number, line in enumerate(text.split("\n"), first_line):
        if line.strip():
            empty = False
            yield _line(number, line)
    if empty:
        yield Found("file", doubt=("empty_file", "warning", "holds no record; fill it or remove it"))


def _line(number: int, line: str) -> Found:
    try:
        return Found(f"line {number}", json.loads(line, strict=False))
    except (ValueError, RecursionError) as error:
        return Found(f"line {number}", doubt=_broken("broken_record", error))


def _is_json(line: str) -> bool:
    try:
        json.loads(line, strict=False)
    except (ValueError, RecursionError):
        return False
    return True


def _broken(check: str, error: Exception) -> Doubt:
    """What is wrong with JSON, in words."""
    if isinstance(error, RecursionError):
        return check, "error", "its JSON is nested too deeply to be read; make it a flat object with text"
    if isinstance(error, json.JSONDecodeError):
        where = f"{f'line {error.lineno}, ' if error.lineno > 1 else ''}column {error.colno}"
        return check, "error", f"no JSON that can be read ({error.msg} at {where}); mend it there and run again"
    return check, "error", f"no JSON that can be read ({error}); mend it and run again"


def csv_records(text: str) -> Iterator[Found]:
    """The rows of a CSV file as records by the names in its first row; every value is text, an empty cell is none."""
    rows, doubt = _rows(text)
    if doubt:
        yield Found("file", doubt=doubt)
    header = [name.strip().lower() for name in rows[0]] if rows else []
    if not holds_text(header):
        message = "its first row names no column text or html; name the columns in the first row"
        yield Found("file", doubt=("no_header", "error", message if rows else "holds nothing; fill it or remove it"))
        return
    for number, row in enumerate(rows[1:], 1):
        if any(cell.strip() for cell in row):
            yield from _row(number, header, row)


def _row(number: int, header: list[str], row: list[str]) -> Iterator[Found]:
    place = f"record {number}"
    extra = [cell for cell in row[len(header) :] if cell.strip()]
    if extra:
        left = f"{len(row)} cells under {len(header)} names; the last {len(extra)} were left out"
        message = f"{left}. Put cells that hold the separator in quotation marks"
        yield Found(place, doubt=("extra_cells", "warning", message))
    yield Found(place, {name: cell for name, cell in zip(header, row, strict=False) if name and cell != ""})


def _rows(text: str) -> tuple[list[list[str]], Doubt | None]:
    """All rows, and what is wrong with the quotation marks."""
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=lambda mark: _n_known(first.split(mark)))
    try:
        return _split(text, delimiter, strict=True), None
    except csv.Error as error:
        message = (
            f"its quotation marks do not match ({error}); records may run together. Double every mark inside a cell"
        )
        return _split(text, delimiter, strict=False), ("broken_quoting", "error", message)


def _n_known(names: list[str]) -> int:
    """How many of these names mean something."""
    known = meaningful()
    return sum(plain(name.strip(' "\r\ufeff')) in known for name in names)


def _split(text: str, delimiter: str, *, strict: bool) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict))

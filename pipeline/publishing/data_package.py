"""The data package: datapackage.json (Frictionless, v2) and a table schema a CSV file, made from the table models.

Here belongs how a model is said in the words of that standard. What a column means is said in its model.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from pipeline.tables.base import ISO_DATE, LIST_SEPARATOR, Table
from pipeline.tables.registry import TABLES, ColumnSpec, columns, primary_key

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
TYPES = {"text": "string", "integer": "integer", "number": "number", "boolean": "boolean", "timestamp": "datetime"}
FOREIGN_KEYS: Mapping[str, Mapping[str, str]] = {
    "mentions": {"article_id": "articles"},
    "claims": {"article_id": "articles", "mention_id": "mentions", "event_id": "events"},
    "figures": {"event_id": "events"},
    "events_wide": {"event_id": "events"},
}
"""Columns that name a row of another table which is surely there. Revisions may name what was withdrawn since."""
ABOUT: dict[str, Any] = {
    "$schema": PROFILE,
    "name": "reckoner",
    "title": "Figures in news reports, reconciled",
    "description": (
        "How many were killed, injured, missing, displaced or detained, in which event, as of when and on whose word: "
        "every number found in a set of news reports, and what the reports together support."
    ),
    "version": "1.0",
}


def data_package(files: Mapping[str, bytes]) -> bytes:
    """The descriptor of the CSV files among `files`, with their sizes and hashes; Parquet files are named beside."""
    resources = [_resource(name, files[f"{name}.csv"]) for name in TABLES]
    return as_json({**ABOUT, "resources": resources})


def table_schemas() -> dict[str, bytes]:
    """The schema of each CSV file, by its path in the output folder."""
    return {f"schemas/{name}.json": as_json(table_schema(name)) for name in TABLES}


def table_schema(name: str) -> dict[str, Any]:
    """One table in the words of Table Schema v2."""
    model = TABLES[name]
    keys = [
        {"fields": [field], "reference": {"resource": target, "fields": [primary_key(TABLES[target])]}}
        for field, target in FOREIGN_KEYS.get(name, {}).items()
    ]
    return {
        "$schema": SCHEMA_PROFILE,
        "fields": [_field(model, spec) for spec in columns(model)],
        "fieldsMatch": "equal",
        "missingValues": [""],
        "primaryKey": [primary_key(model)],
        **({"foreignKeys": keys} if keys else {}),
    }


def as_json(content: Any) -> bytes:
    """JSON for people and programs, ended by a line feed."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(name: str, data: bytes) -> dict[str, Any]:
    """One CSV file."""
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "description": " ".join((TABLES[name].__doc__ or "").split()),
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "alternatives": [{"path": f"{name}.parquet", "format": "parquet"}],
        "schema": table_schema(name),
    }


def _field(model: type[Table], spec: ColumnSpec) -> dict[str, Any]:
    """One column: type, meaning, unit, and what a cell may hold."""
    checks = {check.name: check.statistics or {} for check in model.to_schema().columns[spec.name].checks}
    pattern = checks.get("str_matches", {}).get("pattern")
    is_date = pattern == ISO_DATE
    constraints = {
        "required": spec.required or None,
        "unique": spec.unique or None,
        "enum": list(spec.allowed) or None,
        "minimum": checks.get("greater_than_or_equal_to", {}).get("min_value"),
        "maximum": checks.get("less_than_or_equal_to", {}).get("max_value"),
        "pattern": None if is_date or pattern is None else getattr(pattern, "pattern", pattern),
    }
    field = {
        "name": spec.name,
        "type": "date" if is_date else TYPES[spec.dtype],
        "description": spec.description,
        "unit": spec.unit or None,
        "listSeparator": LIST_SEPARATOR if f"joined by {LIST_SEPARATOR}" in spec.description else None,
        "constraints": {key: value for key, value in constraints.items() if value is not None} or None,
    }
    truth = {"trueValues": ["true"], "falseValues": ["false"]} if spec.dtype == "boolean" else {}
    return {key: value for key, value in field.items() if value is not None} | truth

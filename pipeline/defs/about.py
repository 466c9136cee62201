"""What every asset says of itself, before it runs and after: description, columns, versions; rows, preview, changes.

Here belongs what all assets share. What an asset is stands where it is defined.
"""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import timedelta
from functools import cache
from typing import Any

import dagster as dg
import pandas as pd

from pipeline.defs.escape import markdown_table
from pipeline.defs.schema import schema_check, schema_check_spec, table_schema
from pipeline.defs.store.changes import Changes
from pipeline.defs.store.manifest import sha256
from pipeline.defs.store.months import parquet_bytes
from pipeline.defs.store.versions import PACKAGE, version
from pipeline.defs.working_tables import MODELS

OWNER = "team:reckoner"
PREVIEW_ROWS = 10
FRESH = dg.FreshnessPolicy.time_window(fail_window=timedelta(hours=49), warn_window=timedelta(hours=25))
"""Published tables are looked after each day, also when nothing is new; after two days without, something is wrong."""
NOT_SHOWN = ("text", "text_sha256")


def about(asset: str, group: str, folders: tuple[str, ...], description: str, *kinds: str) -> dict[str, Any]:
    """The arguments that every asset definition shares. `folders` hold the code that the asset depends on."""
    metadata = {"dagster/column_schema": table_schema(MODELS[asset])} if asset in MODELS else {}
    return {
        "group_name": group,
        "description": description,
        "owners": [OWNER],
        "kinds": {"python", *kinds},
        "code_version": version(folders),
        "metadata": metadata | code_of(group, folders),
        "automation_condition": None if group == "raw" else dg.AutomationCondition.eager(),
        "freshness_policy": FRESH if group == "published" else None,
    }


@cache
def code_of(group: str, folders: tuple[str, ...]) -> dict[str, Any]:
    """Links to the code that makes an asset: its definition, and of its folders the one that comes last in the flow."""
    files = [PACKAGE / "defs" / f"{group}.py", PACKAGE / folders[-1] / "__init__.py"]
    code = ", ".join(f"pipeline/{folder}" for folder in folders)
    with warnings.catch_warnings():
        # Dagster may still change the form of these links; a user can do nothing about it.
        warnings.simplefilter("ignore", dg.BetaWarning)
        links: list[dg.LocalFileCodeReference | dg.UrlCodeReference] = [
            dg.LocalFileCodeReference(file_path=str(file), label=file.parent.name) for file in files
        ]
        references = dg.CodeReferencesMetadataValue(code_references=links)
    return {"dagster/code_references": references, "code it depends on": code}


def table_asset(
    asset: str, group: str, folders: tuple[str, ...], description: str, *kinds: str, deps: Sequence[str] = ()
) -> Callable[[Callable[..., Any]], dg.AssetsDefinition]:
    """Decorates a function that makes one table; where the table has a model, its check comes with it."""
    checks = [schema_check_spec(asset)] if asset in MODELS else []
    shared = about(asset, group, folders, description, *kinds)
    decorator: Callable[[Callable[..., Any]], dg.AssetsDefinition] = dg.asset(
        name=asset, deps=deps, check_specs=checks, **shared
    )
    return decorator


def table_result(
    asset: str, rows: pd.DataFrame, data_version: str = "", **metadata: Any
) -> dg.MaterializeResult[pd.DataFrame]:
    """A whole table that the IO manager keeps, with its check, its size and a preview.

    The data version is a hash of the rows, unless one is given.
    """
    return dg.MaterializeResult(
        asset_key=asset,
        value=rows,
        metadata=table_metadata(asset, rows, len(rows)) | metadata,
        check_results=[schema_check(asset, rows)],
        data_version=dg.DataVersion(data_version or sha256(parquet_bytes(rows))[:16]),
    )


def table_metadata(asset: str, head: pd.DataFrame, n_rows: int) -> dict[str, Any]:
    """Size, columns and the first rows of a table."""
    return {
        "dagster/row_count": n_rows,
        "dagster/column_schema": table_schema(MODELS[asset]),
        "preview": markdown_table(preview(head)),
    }


def preview(rows: pd.DataFrame) -> pd.DataFrame:
    """The first rows without the columns that are empty in all of them; ids stand behind what people read."""
    shown = rows.head(PREVIEW_ROWS).drop(columns=list(NOT_SHOWN), errors="ignore")
    filled = [str(name) for name in shown.columns if shown.empty or shown[name].notna().any()]
    people_first = sorted(filled, key=lambda name: name.endswith(("_id", "_ids")))
    return shown[people_first]


def changes_metadata(changes: Changes) -> dict[str, Any]:
    """What a run changed."""
    return {f"{name} articles": n for name, n in asdict(changes).items()}

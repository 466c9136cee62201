"""The published group: the tables that other people's scripts rely on."""

import io
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime

import dagster as dg
import pandas as pd
from rich.console import Console, RenderableType

from pipeline import codebook
from pipeline.defs.about import table_asset, table_result
from pipeline.defs.progress import conclude, seconds_since
from pipeline.defs.resources import Folders
from pipeline.defs.store.manifest import load_manifest
from pipeline.defs.store.publish import SUMMARY, publish
from pipeline.defs.store.published import load_log, load_published
from pipeline.defs.store.records import load_changes, stamp_of
from pipeline.defs.store.revisions import causes_of_changes
from pipeline.defs.store.versions import PUBLISHING
from pipeline.publishing.changelog import Run, append_changes, changelog_page
from pipeline.publishing.codebook_page import codebook_page
from pipeline.publishing.daily import daily
from pipeline.publishing.data_package import data_package, table_schemas
from pipeline.publishing.dictionary import data_dictionary
from pipeline.publishing.encode import to_csv, to_parquet
from pipeline.publishing.summary import RunFacts, summarise
from pipeline.publishing.wide import events_wide
from pipeline.tables.registry import TABLES

SUMMARY_WIDTH = 100

EVENTS_WIDE = """One row an event with its main figures side by side: low, best, high and how sure each is, under the
default policy. The table for people who want one sheet."""

DAILY = """What was known of each figure at the end of each day on which it changed, as known now; the day's own change
apart from what came to light later."""

CHANGES = """What each run changed in the published tables: rows added, changed, withdrawn, and why. Rows are only ever
appended, so that an id that was withdrawn stays on record."""

PUBLISHED_TABLES = """All tables as CSV and as Parquet, with the data dictionary in README.md.
They appear in the output folder together: a run that is stopped on the way leaves the last good tables whole."""


@table_asset("events_wide", "published", PUBLISHING, EVENTS_WIDE, "parquet")
def wide_events(
    events: pd.DataFrame, figures: pd.DataFrame, linked_claims: pd.DataFrame, linked_articles: pd.DataFrame
) -> Iterator[dg.MaterializeResult[pd.DataFrame]]:
    """Lays the figures of an event side by side."""
    policy = str(codebook.read("policies")["run"][0])
    yield table_result("events_wide", events_wide(events, figures, linked_claims, linked_articles, policy))


@table_asset("daily", "published", PUBLISHING, DAILY, "parquet")
def figures_by_day(revisions: pd.DataFrame) -> Iterator[dg.MaterializeResult[pd.DataFrame]]:
    """Reads the revisions by day."""
    yield table_result("daily", daily(revisions))


@table_asset("changes", "published", PUBLISHING, CHANGES, "parquet")
def dataset_changes(
    context: dg.AssetExecutionContext,
    linked_articles: pd.DataFrame,
    mentions: pd.DataFrame,
    linked_claims: pd.DataFrame,
    events: pd.DataFrame,
    figures: pd.DataFrame,
    revisions: pd.DataFrame,
    anomalies: pd.DataFrame,
    decisions: pd.DataFrame,
    events_wide: pd.DataFrame,
    daily: pd.DataFrame,
    folders: Folders,
) -> Iterator[dg.MaterializeResult[pd.DataFrame]]:
    """Compares the tables with those that are published now."""
    rows_of = (
        linked_articles, mentions, linked_claims, events, figures, revisions, anomalies, decisions,
        events_wide, daily,
    )  # fmt: skip
    new = dict(zip(list(TABLES)[: len(rows_of)], rows_of, strict=True))
    run = Run(context.run.run_id, pd.Timestamp(datetime.now(UTC)).as_unit("us"), *causes_of_changes(folders.store))
    old = {name: load_published(folders.store, name) for name in new}
    yield table_result("changes", append_changes(load_log(folders.store, "changes"), old, new, run))


@table_asset("published_tables", "published", PUBLISHING, PUBLISHED_TABLES, "csv", "parquet", deps=["report"])
def published_tables(
    linked_articles: pd.DataFrame,
    mentions: pd.DataFrame,
    linked_claims: pd.DataFrame,
    events: pd.DataFrame,
    figures: pd.DataFrame,
    revisions: pd.DataFrame,
    anomalies: pd.DataFrame,
    decisions: pd.DataFrame,
    events_wide: pd.DataFrame,
    daily: pd.DataFrame,
    changes: pd.DataFrame,
    folders: Folders,
) -> dg.MaterializeResult[None]:
    """Writes all tables."""
    rows_of = (
        linked_articles, mentions, linked_claims, events, figures, revisions, anomalies, decisions,
        events_wide, daily, changes,
    )  # fmt: skip
    tables = dict(zip(TABLES, rows_of, strict=True))
    stamp = stamp_of(folders.store, "extracted", "linked", "figures", "revisions", "anomalies")
    changed = publish(folders.store, encode(tables), stamp, datetime.now(UTC))
    summary = summarise(tables, run_facts(folders))
    text = plain(summary)
    folders.store.write(SUMMARY, text.encode())
    conclude(summary)
    rows = {f"rows of {name}": len(table) for name, table in tables.items()}
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": sum(rows.values()),
            "folder": folders.processed,
            "summary": dg.MetadataValue.md("```\n{}\n```".format(text.replace("`", "'"))),
            "files written": len(changed),
            **rows,
        }
    )


def encode(tables: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    """All files of the output folder."""
    files = {"README.md": data_dictionary().encode(), "codebook.md": codebook_page().encode(), **table_schemas()}
    files["CHANGES.md"] = changelog_page(tables["changes"]).encode()
    for name, rows in tables.items():
        files[f"{name}.csv"] = to_csv(TABLES[name], rows)
        files[f"{name}.parquet"] = to_parquet(TABLES[name], rows)
    files["datapackage.json"] = data_package(files)
    return files


def run_facts(folders: Folders) -> RunFacts:
    """What the tables do not say about this run."""
    changes = load_changes(folders.store)
    counts = {f"n_{name}": n for name, n in asdict(changes).items()}
    seconds = seconds_since(folders.started or time.monotonic())
    n_files = len(load_manifest(folders.store))
    return RunFacts(n_files=n_files, seconds=seconds, raw=folders.raw, processed=folders.processed, **counts)


def plain(summary: RenderableType) -> str:
    """The summary without colours."""
    console = Console(file=io.StringIO(), width=SUMMARY_WIDTH, record=True)
    console.print(summary)
    return console.export_text()

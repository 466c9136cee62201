"""The reconciled group: claims of all reports brought together by event, and what they support."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import dagster as dg
import pandas as pd

from pipeline import codebook
from pipeline.defs.about import about, table_asset, table_result
from pipeline.defs.picture import picture
from pipeline.defs.resources import Folders
from pipeline.defs.schema import schema_check_spec
from pipeline.defs.store.extractions import Extraction
from pipeline.defs.store.quarantine import of_failures, of_files
from pipeline.defs.store.records import stamp, stamp_of
from pipeline.defs.store.revisions import cause_of_rerun, load_revisions, moment_of_record
from pipeline.defs.store.versions import LINKING, RECONCILING
from pipeline.linking.link import link
from pipeline.publishing.report.first_page import overview
from pipeline.reconcile.anomalies import find_anomalies
from pipeline.reconcile.figures import reconcile
from pipeline.reconcile.history import append, history
from pipeline.tables import registry
from pipeline.tables.anomalies import Anomalies

LINKED_ARTICLES = """Articles with the copies among them: which reports are copies of one another, and whose words they
really are. Ten papers that run one wire story are one origin."""

LINKED_CLAIMS = """Claims with their event, and subsets and parts with the claim that they belong to."""

EVENTS = """Incidents (one strike) and campaigns (all strikes since a day) that contain incidents.
A given event id of the input always wins; other reports are grouped by story, date, place and measure."""

FIGURES = """The reconciled answer for every event, measure and victim group, under every policy: low, best and high,
how sure it is, which claims support it, which disagree, which were superseded, and why in a sentence."""

REVISIONS = """Every change of a figure with both times: when the world reported it, and when it was recorded here.
Rows are only ever appended; a rerun with other code adds rows and rewrites none."""

ANOMALIES = """Every doubt about a file, a record or a row. A doubtful row is published with its anomaly."""


def policies() -> list[str]:
    """The policies that are computed, the default first."""
    return list(codebook.read("policies")["run"])


@dg.multi_asset(
    outs={
        "linked_articles": dg.AssetOut(**about("linked_articles", "reconciled", LINKING, LINKED_ARTICLES, "parquet")),
        "linked_claims": dg.AssetOut(**about("linked_claims", "reconciled", LINKING, LINKED_CLAIMS, "parquet")),
        "events": dg.AssetOut(**about("events", "reconciled", LINKING, EVENTS, "parquet")),
    },
    check_specs=[schema_check_spec(name) for name in ("linked_articles", "linked_claims", "events")],
)
def linking(
    articles: pd.DataFrame, claims: pd.DataFrame, folders: Folders
) -> Iterator[dg.MaterializeResult[pd.DataFrame]]:
    """Links all reports, old and new."""
    linked = link(articles, claims)
    tables = {
        "linked_articles": registry.conform(registry.TABLES["articles"], linked.articles),
        "linked_claims": registry.conform(registry.TABLES["claims"], linked.claims),
        "events": registry.conform(registry.TABLES["events"], linked.events),
    }
    for asset, rows in tables.items():
        yield table_result(asset, rows)
    stamp(folders.store, "linked", stamp_of(folders.store, "extracted"))


@table_asset("figures", "reconciled", RECONCILING, FIGURES, "parquet")
def figures(
    linked_claims: pd.DataFrame, linked_articles: pd.DataFrame, events: pd.DataFrame, folders: Folders
) -> Iterator[dg.MaterializeResult[pd.DataFrame]]:
    """Reconciles all claims."""
    rows = reconcile(linked_claims, linked_articles, events, policies())
    stamp(folders.store, "figures", stamp_of(folders.store, "linked"))
    shown = overview(events, rows, policies()[0])
    yield table_result("figures", rows, picture=picture(shown))


@table_asset("revisions", "reconciled", RECONCILING, REVISIONS, "parquet")
def revisions(
    context: dg.AssetExecutionContext,
    linked_claims: pd.DataFrame,
    linked_articles: pd.DataFrame,
    events: pd.DataFrame,
    folders: Folders,
) -> Iterator[dg.MaterializeResult[pd.DataFrame]]:
    """Appends what changed since the last run."""
    old = load_revisions(folders.store)
    replayed = history(linked_claims, linked_articles, events, policies())
    now = moment_of_record(old, datetime.now(UTC))
    rows = append(old, replayed, now, context.run.run_id, cause_of_rerun(folders.store))
    stamp(folders.store, "revisions", stamp_of(folders.store, "linked"))
    appended: dict[str, Any] = {"appended rows": len(rows) - len(old)}
    yield table_result("revisions", rows, **appended)


@table_asset("anomalies", "reconciled", RECONCILING, ANOMALIES, "parquet", deps=["mentions"])
def anomalies(
    quarantine: pd.DataFrame,
    linked_articles: pd.DataFrame,
    linked_claims: pd.DataFrame,
    events: pd.DataFrame,
    figures: pd.DataFrame,
    folders: Folders,
) -> Iterator[dg.MaterializeResult[pd.DataFrame]]:
    """Collects every doubt."""
    doubts = find_anomalies(linked_claims, linked_articles, events, figures)
    failures = Extraction(folders.store).failures()
    found = pd.concat([doubts, of_files(quarantine), of_failures(failures)], ignore_index=True)
    stamp(folders.store, "anomalies", stamp_of(folders.store, "figures"))
    yield table_result("anomalies", registry.conform(Anomalies, found))

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
from pipeline.defs.store.months import read_table
from pipeline.defs.store.quarantine import of_failures, of_files
from pipeline.defs.store.records import stamp, stamp_of
from pipeline.defs.store.revisions import cause_of_rerun, load_revisions, moment_of_record
from pipeline.defs.store.versions import LINKING, RECONCILING
from pipeline.linking.decisions import Decision, Outcome, decision_table, in_force, outcomes_of, read_rows
from pipeline.linking.link import link
from pipeline.linking.review import review_links
from pipeline.publishing.report.first_page import largest_events, tolls_over_time
from pipeline.reconcile.anomalies import find_anomalies
from pipeline.reconcile.appending import append
from pipeline.reconcile.decision_doubts import decision_doubts
from pipeline.reconcile.figures import reconcile
from pipeline.reconcile.history import history
from pipeline.reconcile.review import pin_figures, pin_history, review_claims, touched_events, with_remarks
from pipeline.tables import registry
from pipeline.tables.anomalies import Anomalies
from pipeline.tables.decisions import Decisions

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


OVER_TIME = "People killed over time, of the largest events: the line is best, the band low to high"

LINKED_DECISIONS = """What became of people's decisions on events, sources and claims. Pins of figures are added in
decisions."""

DECISIONS = """What people decided, and what became of it on this run: applied, superseded by a later decision, stale
(the row has changed since) or orphaned (the row is gone); with what the machine says by itself."""


@dg.multi_asset(
    outs={
        "linked_articles": dg.AssetOut(**about("linked_articles", "reconciled", LINKING, LINKED_ARTICLES, "parquet")),
        "linked_claims": dg.AssetOut(**about("linked_claims", "reconciled", LINKING, LINKED_CLAIMS, "parquet")),
        "events": dg.AssetOut(**about("events", "reconciled", LINKING, EVENTS, "parquet")),
        "linked_decisions": dg.AssetOut(**about("linked_decisions", "reconciled", RECONCILING, LINKED_DECISIONS)),
    },
    check_specs=[
        schema_check_spec(name) for name in ("linked_articles", "linked_claims", "events", "linked_decisions")
    ],
)
def linking(
    articles: pd.DataFrame, claims: pd.DataFrame, review: pd.DataFrame, folders: Folders
) -> Iterator[dg.MaterializeResult[pd.DataFrame]]:
    """Links all reports, old and new, then applies what people decided about links."""
    everything = read_rows(review)
    decisions, outcomes = in_force(everything)
    linked, links = review_links(link(articles, claims), decisions)
    undecided = {d.decision_id: Outcome("applied") for d in decisions}
    outcomes = undecided | outcomes | links | review_claims(linked.claims, decisions)[1]
    tables = {
        "linked_articles": registry.conform(registry.TABLES["articles"], linked.articles),
        "linked_claims": registry.conform(registry.TABLES["claims"], linked.claims),
        "events": registry.conform(registry.TABLES["events"], linked.events),
        "linked_decisions": decision_table(everything, outcomes),
    }
    for asset, rows in tables.items():
        yield table_result(asset, rows)
    stamp(folders.store, "linked", stamp_of(folders.store, "extracted"))


@dg.multi_asset(
    outs={
        name: dg.AssetOut(**about(name, "reconciled", RECONCILING, told, "parquet"), is_required=False)
        for name, told in (("figures", FIGURES), ("decisions", DECISIONS))
    },
    check_specs=[schema_check_spec("figures"), schema_check_spec("decisions")],
    can_subset=True,
)
def reconciling(
    context: dg.AssetExecutionContext,
    linked_claims: pd.DataFrame,
    linked_articles: pd.DataFrame,
    events: pd.DataFrame,
    linked_decisions: pd.DataFrame,
    folders: Folders,
) -> Iterator[dg.MaterializeResult[pd.DataFrame]]:
    """Reconciles all claims, as people decided about them."""
    everything, applied = read_rows(linked_decisions), applied_decisions(linked_decisions)
    outcomes = outcomes_of(linked_decisions)
    claims, _ = review_claims(linked_claims, applied)
    machine = reconcile(claims, linked_articles, events, policies())
    rows, pins = pin_figures(with_remarks(machine, linked_claims, applied, outcomes), applied)
    stamp(folders.store, "figures", stamp_of(folders.store, "linked"))
    made = {"figures": rows, "decisions": decision_table(everything, outcomes | pins)}
    shown = {"figures": {"picture": over_time(claims, linked_articles, events, rows, applied)}}
    for asset, table in made.items():
        if dg.AssetKey(asset) in context.selected_asset_keys:
            yield table_result(asset, table, **dict[str, Any](shown.get(asset, {})))


def over_time(
    claims: pd.DataFrame,
    articles: pd.DataFrame,
    events: pd.DataFrame,
    figures: pd.DataFrame,
    applied: list[Decision],
) -> dg.MarkdownMetadataValue:
    """The tolls of the largest events day by day, replayed for these events alone."""
    policy = policies()[0]
    ids = largest_events(events, figures, policy)
    some = events[events["event_id"].isin(ids) | events["parent_event_id"].isin(ids)]
    replayed = history(claims[claims["event_id"].isin(some["event_id"])], articles, some, [policy])
    return picture(tolls_over_time(events, figures, pin_history(replayed, applied), policy), OVER_TIME)


def applied_decisions(table: pd.DataFrame) -> list[Decision]:
    """The decisions that hold."""
    return read_rows(table[table["state"] == "applied"])


@table_asset("revisions", "reconciled", RECONCILING, REVISIONS, "parquet")
def revisions(
    context: dg.AssetExecutionContext,
    linked_claims: pd.DataFrame,
    linked_articles: pd.DataFrame,
    events: pd.DataFrame,
    linked_decisions: pd.DataFrame,
    decisions: pd.DataFrame,
    folders: Folders,
) -> Iterator[dg.MaterializeResult[pd.DataFrame]]:
    """Appends what changed since the last run."""
    old = load_revisions(folders.store)
    applied = applied_decisions(linked_decisions)
    claims, _ = review_claims(linked_claims, applied)
    replayed = pin_history(history(claims, linked_articles, events, policies()), applied)
    before = read_table(folders.store, "decisions.parquet", Decisions)
    touched = touched_events({} if before is None else outcomes_of(before), outcomes_of(decisions))
    homes = dict(zip(claims["claim_id"], claims["event_id"].fillna(""), strict=True))
    now = moment_of_record(old, datetime.now(UTC))
    rows = append(old, replayed, now, context.run.run_id, cause_of_rerun(folders.store), touched, homes)
    stamp(folders.store, "revisions", stamp_of(folders.store, "linked"))
    appended: dict[str, Any] = {"appended rows": len(rows) - len(old)}
    yield table_result("revisions", rows, **appended)


@table_asset("anomalies", "reconciled", RECONCILING, ANOMALIES, "parquet", deps=["mentions"])
def anomalies(
    quarantine: pd.DataFrame,
    review: pd.DataFrame,
    linked_articles: pd.DataFrame,
    linked_claims: pd.DataFrame,
    events: pd.DataFrame,
    figures: pd.DataFrame,
    decisions: pd.DataFrame,
    folders: Folders,
) -> Iterator[dg.MaterializeResult[pd.DataFrame]]:
    """Collects every doubt."""
    claims, _ = review_claims(linked_claims, applied_decisions(decisions))
    doubts = [find_anomalies(claims, linked_articles, events, figures), decision_doubts(review, decisions)]
    failures = Extraction(folders.store).failures()
    found = pd.concat([*doubts, of_files(quarantine), of_failures(failures)], ignore_index=True)
    stamp(folders.store, "anomalies", stamp_of(folders.store, "figures"))
    yield table_result("anomalies", registry.conform(Anomalies, found))

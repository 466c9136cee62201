"""The published group, for people who look: the report, a folder of pages that opens from disk."""

from dataclasses import asdict

import dagster as dg
import pandas as pd

from pipeline import codebook
from pipeline.defs.about import table_asset
from pipeline.defs.picture import picture
from pipeline.defs.resources import Folders
from pipeline.defs.store.pages import FOLDER, write_pages
from pipeline.defs.store.versions import PUBLISHING
from pipeline.publishing.report.build import report
from pipeline.publishing.report.first_page import overview

REPORT = """Pages to look at: the largest tolls and newest changes, a page an event with every claim as a mark, the
sentence behind it, and what another policy would say. Open report/index.html; it needs no server and no network."""


@table_asset("report", "published", PUBLISHING, REPORT, "html")
def report_pages(
    linked_articles: pd.DataFrame,
    linked_claims: pd.DataFrame,
    events: pd.DataFrame,
    figures: pd.DataFrame,
    revisions: pd.DataFrame,
    anomalies: pd.DataFrame,
    folders: Folders,
) -> dg.MaterializeResult[None]:
    """Writes the pages that changed."""
    tables = {
        "articles": linked_articles, "claims": linked_claims, "events": events, "figures": figures,
        "revisions": revisions, "anomalies": anomalies,
    }  # fmt: skip
    policies = list(codebook.read("policies")["run"])
    pages = write_pages(folders.store, report(tables, policies))
    counts = {f"pages {what}": n for what, n in asdict(pages).items()}
    where = f"{folders.processed}/{FOLDER}/index.html"
    shown = picture(overview(events, figures, policies[0]), "The largest numbers of people killed, by event")
    return dg.MaterializeResult(metadata={"open": where, "picture": shown, **counts})

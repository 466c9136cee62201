"""The watched sources: pages fetched from the feeds, sitemaps and lists that data/raw/sources.yml names."""

from datetime import UTC, datetime

import dagster as dg
import pandas as pd

from pipeline.defs.about import table_asset
from pipeline.defs.escape import markdown_table
from pipeline.defs.resources import Web
from pipeline.defs.store.folder import open_folder
from pipeline.defs.watching.fetch import Fetcher
from pipeline.defs.watching.sources import load_sources
from pipeline.defs.watching.watch import watch

FETCHED_PAGES = """Pages fetched from the feeds, sitemaps and page lists that `data/raw/sources.yml` names; off without.
Each lies untouched with its headers below `data/raw/fetched/`, so that every run can be repeated offline. Only what is
new is asked for, robots.txt is honoured, and no host is asked more often than every two seconds."""


@table_asset("fetched_pages", "raw", ("reading",), FETCHED_PAGES, "file")
def fetched_pages(web: Web) -> dg.MaterializeResult[None]:
    """Looks at every source once."""
    raw = open_folder(web.raw)
    sources = load_sources(raw)
    look = watch(raw, sources, Fetcher(sources), datetime.now(UTC))
    failures = pd.DataFrame(sorted(look.failures.items()), columns=["address", "why"])
    counts = {f"pages {what}": n for what, n in look.counts.items()}
    return dg.MaterializeResult(
        metadata={"sources": len(sources.listed), "failures": markdown_table(failures.head(50)), **counts}
    )


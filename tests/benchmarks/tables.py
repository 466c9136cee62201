"""From a raw folder to the published tables without Dagster: the same pure functions in the same order as in defs/.

Here belongs only that chain. It keeps no store and no history of earlier runs.
"""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from pipeline import codebook
from pipeline.claims.frames import extract_frames
from pipeline.linking.link import link
from pipeline.reading.article import Article, to_frame
from pipeline.reading.files import read_file
from pipeline.reconcile.appending import append
from pipeline.reconcile.figures import reconcile
from pipeline.reconcile.history import history
from pipeline.tables import registry
from pipeline.tables.revisions import Revisions

READ_AT = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands for a file's time, so that articles without a date do not move from run to run."""


@dataclass(frozen=True, slots=True)
class Made:
    """The tables of one raw folder, and what it took."""

    tables: dict[str, pd.DataFrame]
    articles: list[Article]
    extract_seconds: float
    all_seconds: float


def read_folder(raw: Path) -> list[Article]:
    """The articles of all files, each once."""
    found: dict[str, Article] = {}
    for path in sorted(p for p in raw.rglob("*") if p.is_file()):
        for article in read_file(path.relative_to(raw).as_posix(), path.read_bytes(), READ_AT).articles:
            found.setdefault(article.article_id, article)
    return list(found.values())


def make_tables(raw: Path) -> Made:
    """All tables of a raw folder, the figures and revisions under the default policy."""
    start = time.perf_counter()
    articles = read_folder(raw)
    begun = time.perf_counter()
    mentions, claims = extract_frames(articles)
    extracted = time.perf_counter() - begun
    tables = {"mentions": mentions, **_linked(to_frame(articles), claims)}
    return Made(tables, articles, extracted, time.perf_counter() - start)


def _linked(articles: pd.DataFrame, claims: pd.DataFrame) -> dict[str, pd.DataFrame]:
    linked = link(articles, claims)
    parts = {"articles": linked.articles, "claims": linked.claims, "events": linked.events}
    tables = {name: registry.conform(registry.TABLES[name], rows) for name, rows in parts.items()}
    policies = codebook.read("policies")["run"][:1]
    evidence = (tables["claims"], tables["articles"], tables["events"], policies)
    tables["figures"] = reconcile(*evidence)
    moment = pd.Timestamp(READ_AT)
    tables["revisions"] = append(registry.empty(Revisions), history(*evidence), moment, "benchmark")
    return tables


def write_tables(tables: dict[str, pd.DataFrame], folder: Path) -> None:
    """One Parquet file a table."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        rows.to_parquet(folder / f"{name}.parquet", index=False)

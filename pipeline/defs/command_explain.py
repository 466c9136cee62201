"""`reckoner explain CLAIM_ID`: why a published claim says what it says.

Here belong the look-up of the claim and of its article's text below an output folder; claims/explain.py does the rest.
"""

import io
import sys
from collections.abc import Iterator
from typing import Any

import pandas as pd

from pipeline.claims.explain import UnknownClaim, explain
from pipeline.claims.explain_text import as_lines
from pipeline.compute.chunks import to_articles
from pipeline.defs.settings import PROCESSED, setting
from pipeline.defs.store.articles import CurrentArticles
from pipeline.defs.store.folder import Folder, open_folder
from pipeline.reading.article import Article
from pipeline.tables.base import LIST_SEPARATOR

ROLES = {"supporting_claim_ids": "supports", "dissenting_claim_ids": "dissents from",
         "superseded_claim_ids": "was replaced in"}
"""What a figure's column makes of a claim."""


class NotThere(LookupError):
    """A claim, its tables or its article that cannot be found; the message says which and what to do."""


def explain_claim(claim_id: str) -> int:
    """Prints the explanation; 2 when the claim is not there, with a sentence that says so."""
    store = open_folder(setting(PROCESSED))
    try:
        row = _claim(store, claim_id)
        article = _article(store, row["article_id"], claim_id)
        print("\n".join([*_heading(article), "", *as_lines(explain(article, claim_id)), *_figures(store, claim_id)]))
    except NotThere as problem:
        print(problem, file=sys.stderr)
        return 2
    except UnknownClaim as changed:
        print(f"{changed} The tables were made by another version of the code: run again.", file=sys.stderr)
        return 2
    return 0


def _claim(store: Folder, claim_id: str) -> "pd.Series[Any]":
    rows = _published(store, "claims")
    if rows is None:
        raise NotThere(f"There are no tables below {store.url} yet. Make them first: make run")
    found = rows[rows["claim_id"] == claim_id]
    if found.empty:
        raise NotThere(f"No claim {claim_id} below {store.url}. Ids stand in the column claim_id of claims.csv.")
    return found.iloc[0]


def _published(store: Folder, table: str) -> pd.DataFrame | None:
    try:
        return pd.read_parquet(io.BytesIO(store.read(f"{table}.parquet")))
    except FileNotFoundError:
        return None


def _article(store: Folder, article_id: str, claim_id: str) -> Article:
    """The article with its text, from the one month of the store that holds it."""
    current = CurrentArticles(store)
    for month in current.months():
        if (current.table.read_columns(month, ["article_id"])["article_id"] == article_id).any():
            rows = current.read(month)
            return to_articles(rows[rows["article_id"] == article_id])[0]
    raise NotThere(f"The article of {claim_id} is no longer in the store below {store.url}: run again.")


def _heading(article: Article) -> Iterator[str]:
    day = article.published_at.date().isoformat() if article.published_at else "undated"
    yield " · ".join(part for part in (article.publisher, day, article.title or article.raw_id) if part)
    yield f"  {article.url or article.raw_path}"


def _figures(store: Folder, claim_id: str) -> Iterator[str]:
    """What became of the claim: the figures that rest on it or left it aside."""
    figures = _published(store, "figures")
    if figures is None:
        return
    yield ""
    for column, verb in ROLES.items():
        cells = figures[column].fillna("").str.split(LIST_SEPARATOR)
        for row in figures[cells.map(lambda ids: claim_id in ids)].to_dict("records"):
            yield f"It {verb} {row['figure_id']} ({row['policy']}, {row['measure']}): {row['reason']}"

"""Mentions and claims of the store: which articles a run extracts again, and how new rows take the place of old ones.

Here belongs the bookkeeping of extraction. What is found in an article belongs to claims/, where that runs to compute/.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from pipeline.compute.chunks import ARTICLES_A_CHUNK, Extracted, extract_chunk, to_articles
from pipeline.compute.engines import Engine
from pipeline.defs.store.articles import CurrentArticles
from pipeline.defs.store.changes import Changes, Note, between
from pipeline.defs.store.folder import Folder
from pipeline.defs.store.months import MonthlyTable, typed
from pipeline.defs.store.versions import EXTRACTION, version
from pipeline.reading.article import Article
from pipeline.tables import registry
from pipeline.tables.article_texts import ArticleTexts
from pipeline.tables.claims import Claims
from pipeline.tables.extractions import Extractions
from pipeline.tables.mentions import Mentions

UNREAD_BY_EXTRACTION = ["raw_path", "retrieved_at", "copy_group_id", "origin"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done in a month: articles to extract, and articles whose rows go."""

    month: str
    due: list[str]
    dropped: list[str]

    @property
    def n_chunks(self) -> int:
        """Pieces of work that the month makes."""
        return -(-len(self.due) // ARTICLES_A_CHUNK)


class Extraction:
    """Mentions, claims and the record of what was extracted, month by month."""

    def __init__(self, store: Folder) -> None:
        self.mentions = MonthlyTable(store, "mentions", Mentions)
        self.claims = MonthlyTable(store, "claims", Claims)
        self.done = MonthlyTable(store, "extractions", Extractions)

    def months(self) -> set[str]:
        """Months of which all three files are there; of another the rows are made again."""
        return set(self.mentions.months()) & set(self.claims.months()) & set(self.done.months())

    def known(self, month: str) -> pd.DataFrame:
        """What was extracted in a month."""
        return self.done.read_if_there(month) if month in self.months() else registry.empty(Extractions)

    def replace(self, month: str, ids: list[str], extracted: Extracted, done: pd.DataFrame) -> None:
        """Puts the rows of some articles in place of their older ones; the record comes last.

        A run killed on the way finds the record unchanged and does the month again.
        """
        for table, found in ((self.mentions, extracted.mentions), (self.claims, extracted.claims)):
            old = table.read_if_there(month)
            kept = old[~old["article_id"].isin(ids)]
            table.write(month, registry.conform(table.model, pd.concat([kept, found], ignore_index=True)))
        old = self.done.read_if_there(month)
        rows = pd.concat([old[~old["article_id"].isin(ids)], done], ignore_index=True)
        self.done.write(month, rows.sort_values("article_id", ignore_index=True))

    def failures(self) -> dict[str, str]:
        """Why an article could not be extracted, by its id."""
        done = self.done.read_all().dropna(subset=["failure"])
        return dict(zip(done["article_id"], done["failure"], strict=True))

    def remove(self, month: str) -> None:
        """Forgets a month that has no articles any more."""
        for table in (self.done, self.mentions, self.claims):
            table.remove(month)


def update_extractions(store: Folder, engine: Engine, rebuild: bool, note: Note) -> Changes:
    """Extracts the articles that are new or whose text, code or codebook changed, and drops withdrawn ones."""
    articles = CurrentArticles(store)
    extraction = Extraction(store)
    before, after, plans, n_again = survey(articles, extraction, rebuild)
    n_due = sum(len(plan.due) for plan in plans)
    note(0, n_due, "articles")
    answers = engine.map(extract_chunk, work(articles, plans))
    n_done = 0
    for plan in plans:
        parts = []
        for _ in range(plan.n_chunks):
            parts.append(next(answers))
            n_done = min(n_done + ARTICLES_A_CHUNK, n_due)
            note(n_done, n_due, "articles")
        record(articles, extraction, plan, parts)
    for month in set(extraction.done.months()) - set(articles.months()):
        extraction.remove(month)
    return between(before, after, len(after), n_again)


def survey(
    articles: CurrentArticles, extraction: Extraction, rebuild: bool
) -> tuple[dict[str, str], dict[str, str], list[Plan], int]:
    """The articles extracted before and there now (each with its document), the plans, and how many are done again."""
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    plans = []
    n_again = 0
    for month in sorted({*articles.months(), *extraction.done.months()}):
        rows = states(articles.read(month)) if month in articles.months() else registry.empty(Extractions)
        known = extraction.known(month)
        before |= dict(zip(known["article_id"], known["document_id"], strict=True))
        after |= dict(zip(rows["article_id"], rows["document_id"], strict=True))
        done = known.merge(rows, on=["article_id", "fingerprint", "version"])["article_id"]
        due = rows["article_id"] if rebuild else rows["article_id"][~rows["article_id"].isin(done)]
        dropped = known["article_id"][~known["article_id"].isin(rows["article_id"])]
        n_again += int(due.isin(known["article_id"]).sum())
        if len(due) or len(dropped):
            plans.append(Plan(month, due.to_list(), dropped.to_list()))
    return before, after, plans, n_again


def states(rows: pd.DataFrame) -> pd.DataFrame:
    """The articles as the record will hold them when they are extracted."""
    read = rows.drop(columns=UNREAD_BY_EXTRACTION)
    prints = pd.util.hash_pandas_object(read, index=False).map("{:016x}".format)
    known = rows[["article_id", "document_id"]].assign(fingerprint=prints, version=version(EXTRACTION))
    return typed(Extractions, known)


def work(articles: CurrentArticles, plans: list[Plan]) -> Iterator[list[Article]]:
    """The articles of all plans in chunks, read as they are needed. A chunk never spans two months."""
    for plan in plans:
        if not plan.due:  # a month whose articles are all gone has no file to read
            continue
        rows = articles.read(plan.month)
        rows = rows[rows["article_id"].isin(plan.due)]
        for start in range(0, len(rows), ARTICLES_A_CHUNK):
            yield to_articles(rows.iloc[start : start + ARTICLES_A_CHUNK])


def record(articles: CurrentArticles, extraction: Extraction, plan: Plan, parts: list[Extracted]) -> None:
    """Writes what was found in a month."""
    mentions = pd.concat([registry.empty(Mentions), *(part.mentions for part in parts)], ignore_index=True)
    claims = pd.concat([registry.empty(Claims), *(part.claims for part in parts)], ignore_index=True)
    failures = {k: v for part in parts for k, v in part.failures.items()}
    rows = articles.read(plan.month) if plan.due else registry.empty(ArticleTexts)
    done = states(rows[rows["article_id"].isin(plan.due)])
    done = typed(Extractions, done.assign(failure=done["article_id"].map(failures)))
    extraction.replace(plan.month, [*plan.due, *plan.dropped], Extracted(mentions, claims, failures), done)

"""Claims that labelled data let us judge, each with what the grammar knew of it and whether it was right.

Here belongs what counts as judged: claims on hand-labelled spans; the claims that the figure of an event with one
article rests on, where the text holds the gold number at all; the claims of our golden sentences. A claim that nobody
labelled is not judged.
"""

import collections
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from pipeline.claims.confidence import Told, company, of_several, told
from tests.benchmarks import golden
from tests.benchmarks.corpora import STORIES, Corpus
from tests.benchmarks.items import scorer_module

SINGLE_TEXTS = ("wad", "wikipedia_terror", "dronestream", "gva")
SETS = (*SINGLE_TEXTS, STORIES)
WHOLE = ("incident", "cumulative")
"""Scopes of claims that gold on a whole event can judge."""


class Judged(NamedTuple):
    """One claim with its confidence, and whether it was right."""

    source: str
    told: Told
    beside: tuple[Told, ...]
    confidence: float
    right: bool


def from_corpus(root: Path, corpus: Corpus, tables: Path) -> list[Judged]:
    """The judged claims of a corpus whose tables lie in a folder."""
    if corpus.name == STORIES:
        return [one for scorer in corpus.scorers for one in _spans(root, scorer, tables)]
    return list(_figures(root, corpus, tables)) if corpus.name in SINGLE_TEXTS else []


def from_golden() -> list[Judged]:
    """Every claim of the golden sentences: right when labelled so in all that the label says."""
    found = []
    for outcome in golden.outcomes():
        if not outcome.entry.complete:
            continue
        doubted = {id(claim) for _, claim, _ in outcome.wrong()}
        claims = [(c, id(c) not in doubted) for _, c in outcome.met] + [(c, False) for c in outcome.extra]
        beside = company([told(c) for c, _ in claims])
        found += [
            Judged("golden", told(c), tuple(others), c.confidence, right)
            for (c, right), others in zip(claims, beside, strict=True)
        ]
    return found


def _spans(root: Path, scorer: Any, tables: Path) -> Iterator[Judged]:
    """Hand-labelled spans that got a claim."""
    module = scorer_module(root, "score_claims")
    rows = _claims(tables)
    for label, _, _, claim in module.answer(module.read_csv(scorer.arguments[1]), module.Tables(tables))[0]:
        if claim is not None:
            yield _judged(scorer.label, rows[claim["claim_id"]], bool(module.CHECKS["claim_right"](label, claim)))


def _figures(root: Path, corpus: Corpus, tables: Path) -> Iterator[Judged]:
    """Of an event with one article, the surest claim on the whole of it that its figure rests on: right when gold has
    its value. Of sums that the pipeline makes, and of parts, nothing is judged: gold says nothing of these."""
    kit = scorer_module(root, "score")
    rows, read = _claims(tables), kit.Tables(tables)
    index = kit.figure_index(read)
    supporting = _supporting(tables)
    texts = collections.defaultdict(list)
    for article in kit.read_articles(corpus.folder):
        texts[article["event_id"]].append(f"{article['title'] or ''}\n\n{article['text']}")
    for gold in kit.read_gold(corpus.folder):
        if len(texts[gold["event_id"]]) != 1:
            continue
        written = {0, 1} | {value for value, _, _ in kit.literal_numbers(texts[gold["event_id"]][0])}
        for measure in ("killed", "injured"):
            values = {gold.get(c, "") for c in (measure, f"{measure}_low", f"{measure}_high")} - {""}
            figure = kit.figure(index, gold["event_id"], measure, ("all", "civilians"))
            claims = supporting.get((figure["event_id"], measure, figure["victim_group"]), []) if figure else []
            whole = [rows[c] for c in claims if rows[c]["scope"] in WHOLE]
            if values and whole and any(int(value) in written for value in values):
                best = max(whole, key=lambda c: c["confidence"])
                yield _judged(corpus.name, best, _agrees(best, min(map(int, values)), max(map(int, values))))


def _agrees(claim: dict[str, Any], low: int, high: int) -> bool:
    """The claim's own value lies in the gold's range; one without a best meets it."""
    if claim["value_best"] is not None:
        return low <= claim["value_best"] <= high
    return (claim["value_low"] or 0) <= high and (claim["value_high"] is None or claim["value_high"] >= low)


def _supporting(tables: Path) -> dict[tuple[str, str, str], list[str]]:
    figures = pd.read_parquet(tables / "figures.parquet").dropna(subset=["supporting_claim_ids"])
    keys = zip(figures["event_id"], figures["measure"], figures["victim_group"], strict=True)
    return {key: ids.split(";") for key, ids in zip(keys, figures["supporting_claim_ids"], strict=True)}


def _claims(tables: Path) -> dict[str, dict[str, Any]]:
    """Rows of the claims table by id, each with what confidence looks at: itself and the claims of its article."""
    claims = pd.read_parquet(tables / "claims.parquet")
    fields = pd.read_parquet(tables / "mentions.parquet", columns=["mention_id", "field", "char_start"])
    joined = claims.merge(fields, on="mention_id", how="left").astype(object)
    rows = joined.where(joined.notna(), None).to_dict("records")
    articles = collections.defaultdict(list)
    for row in rows:
        articles[row["article_id"]].append(row)
    for article in articles.values():
        article.sort(key=lambda row: (row["field"] != "title", row["char_start"]))
        known = [_told(row) for row in article]
        for row, one, others in zip(article, known, company(known), strict=True):
            row["told"], row["beside"] = one, tuple(others)
    return {row["claim_id"]: row for row in rows}


def _told(row: dict[str, Any]) -> Told:
    return Told(
        row["rule"], row["measure"], row["scope"], row["value_low"], row["value_best"], row["value_high"],
        str(row["period_start"] or "")[:10], row["place"] or "", row["attribution_class"] != "unknown",
        row["field"] == "title", row["char_start"], of_several(row["excerpt"] or ""), row["victim_group"],
    )  # fmt: skip


def _judged(source: str, row: dict[str, Any], right: bool) -> Judged:
    return Judged(source, row["told"], row["beside"], row["confidence"], right)

"""Extractions as rows of the mentions and claims tables.

Here belongs the way from values to frames, ids included. No language.
"""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from pipeline.claims.claim import Claim, Extraction
from pipeline.claims.extract import extract
from pipeline.quantities.mention import Mention
from pipeline.reading.article import Article
from pipeline.tables.claims import Claims
from pipeline.tables.mentions import Mentions
from pipeline.tables.registry import conform, make_id

CONTEXT_CHARS = 60


def extract_frames(articles: Iterable[Article]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Mentions and claims of many articles, validated; event_id is empty until linking."""
    mentions: list[dict[str, Any]] = []
    claims: list[dict[str, Any]] = []
    for article in articles:
        extraction = extract(article)
        mentions += mention_rows(extraction)
        claims += claim_rows(extraction)
    return frame(Mentions, mentions), frame(Claims, claims)


def frame(model: Any, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Rows as a table of the model; empty texts become empty cells."""
    table = pd.DataFrame(rows)
    if rows:
        table = table.replace({"": None})
    return conform(model, table)


def mention_id(article_id: str, mention: Mention) -> str:
    """Stable id of a mention: its article and span."""
    return make_id("men", article_id, mention.field, mention.start, mention.end)


def claim_id(article_id: str, claim: Claim) -> str:
    """Stable id of a claim: its mention, measure and victims."""
    return make_id("clm", mention_id(article_id, claim.mention), claim.measure, claim.victim_group)


def mention_rows(found: Extraction) -> list[dict[str, Any]]:
    """One dictionary a mention, with the columns of the table."""
    texts = {"title": found.title, "text": found.text}
    return [
        dict(
            mention_id=mention_id(found.article_id, m), article_id=found.article_id, field=m.field, sentence_no=m.sentence_no,
            char_start=m.start, char_end=m.end, surface=m.surface, value_low=m.value_low, value_best=m.value_best,
            value_high=m.value_high, quantifier=m.quantifier, direction=m.direction, unit=m.unit, currency=m.currency,
            kind=m.kind, status=m.status, excerpt=_around(texts[m.field], m.start, m.end),
        )
        for m in found.mentions
    ]  # fmt: skip


def claim_rows(found: Extraction) -> list[dict[str, Any]]:
    """One dictionary a claim, with the columns of the table; a second claim with the same id is the same claim."""
    rows: dict[str, dict[str, Any]] = {}
    for c in found.claims:
        key = claim_id(found.article_id, c)
        parent = claim_id(found.article_id, c.parent) if c.parent is not None else ""
        rows.setdefault(key, dict(
            claim_id=key, mention_id=mention_id(found.article_id, c.mention), article_id=found.article_id, event_id="",
            measure=c.measure, counted=c.counted, victim_group=c.victim_group, value_low=c.value_low, value_best=c.value_best,
            value_high=c.value_high, quantifier=c.quantifier, unit=c.unit, currency=c.currency, scope=c.scope,
            parent_claim_id="" if parent == key else parent, period_start=c.period_start, period_end=c.period_end,
            date_precision=c.date_precision, place=c.place, country_iso3=c.country_iso3, attributed_to=c.attributed_to,
            attribution_class=c.attribution_class, assertion=c.assertion, negated=c.negated, confidence=c.confidence,
            rule=c.rule, excerpt=c.excerpt,
        ))  # fmt: skip
    return list(rows.values())


def _around(text: str, start: int, end: int) -> str:
    left, right = max(0, start - CONTEXT_CHARS), min(len(text), end + CONTEXT_CHARS)
    return " ".join(f"{text[left:start]}»{text[start:end]}«{text[end:right]}".split())

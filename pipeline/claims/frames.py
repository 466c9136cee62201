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
MENTION_COLUMNS = (
    *("field", "sentence_no", "surface", "value_low", "value_best", "value_high", "quantifier", "direction", "unit"),
    *("currency", "kind", "status"),
)
CLAIM_COLUMNS = (
    *("measure", "counted", "victim_group", "value_low", "value_best", "value_high", "quantifier", "unit", "currency"),
    *("scope", "period_start", "period_end", "date_precision", "place", "country_iso3", "attributed_to"),
    *("attribution_class", "assertion", "negated", "confidence", "rule", "excerpt"),
)
"""Columns that are attributes of a mention or claim under the same name."""


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
        {name: getattr(m, name) for name in MENTION_COLUMNS}
        | {
            "mention_id": mention_id(found.article_id, m),
            "article_id": found.article_id,
            "char_start": m.start,
            "char_end": m.end,
            "excerpt": _around(texts[m.field], m.start, m.end),
        }
        for m in found.mentions
    ]


def claim_rows(found: Extraction) -> list[dict[str, Any]]:
    """One dictionary a claim, with the columns of the table; a second claim with the same id is the same claim."""
    rows: dict[str, dict[str, Any]] = {}
    for claim in found.claims:
        key = claim_id(found.article_id, claim)
        parent = claim_id(found.article_id, claim.parent) if claim.parent is not None else ""
        row = {name: getattr(claim, name) for name in CLAIM_COLUMNS} | {
            "claim_id": key,
            "mention_id": mention_id(found.article_id, claim.mention),
            "article_id": found.article_id,
            "event_id": "",
            "parent_claim_id": "" if parent == key else parent,
        }
        rows.setdefault(key, row)
    return list(rows.values())


def _around(text: str, start: int, end: int) -> str:
    left, right = max(0, start - CONTEXT_CHARS), min(len(text), end + CONTEXT_CHARS)
    return " ".join(f"{text[left:start]}»{text[start:end]}«{text[end:right]}".split())

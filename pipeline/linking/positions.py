"""How far into its report each claim stands: what is said first is what the report is about.

Here belongs finding a claim's excerpt in the text again.
"""

import re

import pandas as pd

from pipeline.linking.notes import column

MARKS = re.compile("[»«…]")
START_CHARS = 80
"""Characters of an excerpt by which it is found."""


def positions(articles: pd.DataFrame, claims: pd.DataFrame) -> "pd.Series[int]":
    """Characters before the sentence of each claim, 0 for a title's, empty where it is not found."""
    names = ("article_id", "title", "text")
    heads = {a: (_flat(title), text) for a, title, text in zip(*(column(articles, n) for n in names), strict=True)}
    flat: dict[str, str] = {}
    found: list[int | None] = []
    for article, excerpt in zip(column(claims, "article_id"), column(claims, "excerpt"), strict=True):
        title, text = heads[article]
        start = _flat(MARKS.sub("", excerpt))[:START_CHARS]
        if article not in flat:
            flat[article] = _flat(text)
        at = flat[article].find(start)
        found.append(None if not start else 0 if start in title else at if at >= 0 else None)
    return pd.Series(found, index=claims.index, dtype="Int64")


def _flat(text: str) -> str:
    return " ".join(text.split())

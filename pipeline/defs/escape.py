"""Rows as a Markdown table that shows cells as they are: text of reports may hold script, links or table bars.

Here belongs how a foreign text is kept from being read as markup.
"""

import dagster as dg
import pandas as pd

MAX_CELL = 80
MARKUP = str.maketrans({c: f"&#{ord(c)};" for c in "&<>|[]()*_`~!#\\\"'"} | {"\n": " ", "\r": " "})
"""Characters that Markdown or HTML would read as markup, as character references."""
AUTO_LINK = ("://", "@", "www.")


def cell(value: object) -> str:
    """One cell: shortened, without markup; empty when unknown."""
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    text = str(value)
    text = text if len(text) <= MAX_CELL else f"{text[: MAX_CELL - 1]}…"
    escaped = text.translate(MARKUP)
    for link in AUTO_LINK:
        escaped = escaped.replace(link, f"{link[:-1]}&#{ord(link[-1])};" if len(link) > 1 else f"&#{ord(link)};")
    return escaped


def markdown_table(rows: pd.DataFrame) -> dg.MarkdownMetadataValue:
    """The rows as a Markdown table."""
    header = "| " + " | ".join(cell(name) for name in rows.columns) + " |"
    rule = "|" + " --- |" * len(rows.columns)
    lines = ["| " + " | ".join(map(cell, row)) + " |" for row in rows.itertuples(index=False, name=None)]
    return dg.MetadataValue.md("\n".join([header, rule, *lines]))

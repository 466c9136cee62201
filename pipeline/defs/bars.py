"""A picture of counts for the UI: one bar a reason. Dagster shows it as an image inside Markdown.

Here belongs drawing. What is counted belongs to the asset that shows it.
"""

import base64
from collections.abc import Mapping
from html import escape

import dagster as dg

ROW, LABEL, WIDTH = 22, 130, 640
KEPT_COLOUR, OTHER_COLOUR = "#1f6f8b", "#9aa5ad"


def bars(counts: Mapping[str, int], strong: str, about: str) -> dg.MarkdownMetadataValue:
    """Bars in the order given; the one called `strong` stands out. `about` says in words what the picture shows."""
    most = max(counts.values(), default=1) or 1
    rows = [_bar(number, name, n, most, name == strong) for number, (name, n) in enumerate(counts.items())]
    size = f'width="{WIDTH}" height="{ROW * len(rows) + 6}"'
    font = 'font-family="sans-serif" font-size="13"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {font}>{"".join(rows)}</svg>'
    packed = base64.b64encode(svg.encode()).decode()
    return dg.MetadataValue.md(f"![{about}](data:image/svg+xml;base64,{packed})")


def _bar(number: int, name: str, n: int, most: int, strong: bool) -> str:
    """One bar with its name before it and its number behind."""
    top, length = number * ROW + 3, round((WIDTH - LABEL - 80) * n / most)
    colour = KEPT_COLOUR if strong else OTHER_COLOUR
    return (
        f'<text x="{LABEL - 8}" y="{top + 14}" text-anchor="end">{escape(name)}</text>'
        f'<rect x="{LABEL}" y="{top}" width="{length}" height="{ROW - 5}" fill="{colour}"/>'
        f'<text x="{LABEL + length + 6}" y="{top + 14}">{n:,}</text>'
    )

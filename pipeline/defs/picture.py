"""A chart of the report as Dagster shows it: a picture in Markdown, small enough for the event store.

Here belongs only the wrapping. Dagster strips raw SVG, so that the chart comes as an address that holds it.
"""

import base64

import dagster as dg

from pipeline.publishing.report.build import standalone

NOTHING = "No figure of people killed yet."


def picture(chart: str, about: str) -> dg.MarkdownMetadataValue:
    """The chart, with its colours, as metadata. `about` says in words what it shows."""
    if not chart:
        return dg.MetadataValue.md(NOTHING)
    data = base64.b64encode(standalone(chart)).decode()
    return dg.MetadataValue.md(f"![{about}](data:image/svg+xml;base64,{data})")

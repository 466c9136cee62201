"""The pages of the report as bytes by path, one after the other: tables in, files out.

Here belongs which files there are and that their templates escape what they are given. Nothing is written here.
"""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from pipeline.codebook import read
from pipeline.publishing.report import words
from pipeline.publishing.report.event_page import event_pages
from pipeline.publishing.report.first_page import first_page, list_pages, listed_events, search_script
from pipeline.publishing.report.stories import Library
from pipeline.publishing.report.svg import SHAPES


class Page(NamedTuple):
    """One file of the report, by its path below the report's folder."""

    path: str
    data: bytes


def report(tables: Mapping[str, pd.DataFrame], policies: Sequence[str]) -> Iterator[Page]:
    """Every file of the report; the first policy is the default, index.html comes last.

    The files of one event depend on the rows of that event (and of a campaign's incidents) alone.
    """
    present = set(tables["figures"]["policy"].unique())
    shown = [policy for policy in policies if policy in present] or list(policies[:1])
    library = Library(tables, shown[0])
    for story in library.stories():
        for name, content in event_pages(story, shown):
            yield Page(f"events/{name}", render("event.html", root="../", **content))
    events = listed_events(tables["events"], tables["figures"], shown[0])
    for name, content in list_pages(events):
        yield Page(name, render("list.html", root="", **content))
    yield Page("search.js", search_script(events))
    yield Page("index.html", render("index.html", root="", **first_page(tables, events, shown[0])))


def render(template: str, **content: Any) -> bytes:
    """A page."""
    return environment().get_template(template).render(**content).encode("utf-8", "replace")


CHART_STYLE = re.compile(r"^(:root \{.*?^\}|\.(?:chart|dot|k-)[^\n]*)$", re.MULTILINE | re.DOTALL)


def standalone(chart: str) -> bytes:
    """A chart as an SVG file of its own, with the colours of the report by day."""
    style = str(environment().globals["style"])
    rules = "".join(CHART_STYLE.findall(style))
    return chart.replace(">", f' style="background:#fff"><style>{escape(rules)}</style>', 1).encode()


@cache
def environment() -> Environment:
    """The templates: every value is escaped, and a name that is missing is an error."""
    loader = PackageLoader("pipeline.publishing", "templates")
    found = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, auto_reload=False, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    style, script = (Markup(_source(found, name)) for name in ("style.css", "report.js"))
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    codes = read("codes")
    found.globals |= {
        "style": style, "script": script, "script_hash": f"sha256-{digest}", "words": words, "codes": codes,
        "policy_texts": read("policies")["policies"], "shapes": SHAPES,
    }  # fmt: skip
    found.filters |= {"safe_chart": Markup, "day": words.day, "said": words.said, "grouped": lambda n: f"{n:,}"}
    return found


def _source(templates: Environment, name: str) -> str:
    """The text of a packaged file, as it is."""
    assert templates.loader is not None
    return templates.loader.get_source(templates, name)[0].strip()

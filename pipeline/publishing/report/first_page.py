"""What stands on the first page and the lists: the largest tolls, what changed last, what is contested, every event.

Here belongs the choice and order of what they show. How they look is said in their templates.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from pipeline.publishing.report import words
from pipeline.publishing.report.bars import largest
from pipeline.publishing.report.event_page import page_name
from pipeline.publishing.report.stories import Row, records
from pipeline.publishing.report.tolls import tolls
from pipeline.publishing.standing import EVERYBODY, MEASURES, standing_figures

EVENTS_A_PAGE = 250
MAX_LARGEST, MAX_NEWEST, MAX_CONTESTED, MAX_OVER_TIME = 12, 8, 8, 6
FIRST_MEASURE = MEASURES[0]


def first_page(tables: Mapping[str, pd.DataFrame], events: list[Row], policy: str) -> dict[str, Any]:
    """The content of index.html. `events` are the rows of `listed_events`."""
    links = {row["event_id"]: row for row in events}
    figures = tables["figures"]
    standing = standing_figures(tables["events"], figures, policy)
    contested = standing[standing["status"] == "contested"]
    contested = contested.sort_values(["n_origins", "last_reported", "figure_id"], ascending=[False, False, True])
    reports = tables["articles"]["published_at"].dropna()
    counts = {name: len(tables[name]) for name in ("articles", "claims", "events", "figures")}
    return {
        "counts": counts,
        "days": (words.day(reports.min()), words.day(reports.max())) if len(reports) else ("", ""),
        "largest": largest_chart(events),
        "newest": [*_newest(tables["revisions"], figures, links, policy)],
        "contested": [
            {**row, "link": links[row["event_id"]], "words": words.figure_words(row), "group": _group(row)}
            for row in records(contested.head(MAX_CONTESTED))
            if row["event_id"] in links
        ],
        "n_contested": len(contested),
        "policy": policy,
        "first_list": list_name(1),
    }


def overview(events: pd.DataFrame, figures: pd.DataFrame, policy: str) -> str:
    """The chart of the largest tolls alone, without links, for places other than the report."""
    return largest_chart([{**row, "href": ""} for row in listed_events(events, figures, policy)])


def largest_chart(events: list[Row]) -> str:
    """The largest tolls of incidents and campaigns."""
    top = _largest(events, MAX_LARGEST)
    return largest("chart-largest", "The largest numbers of people killed, by event", top) if top else ""


def largest_events(events: pd.DataFrame, figures: pd.DataFrame, policy: str) -> list[str]:
    """Ids of the events whose toll is told over time beside the figures, the largest first."""
    return [row["event_id"] for row in _largest(listed_events(events, figures, policy), MAX_OVER_TIME)]


def tolls_over_time(events: pd.DataFrame, figures: pd.DataFrame, revisions: pd.DataFrame, policy: str) -> str:
    """The numbers of people killed over time, of the largest events; `revisions` hold at least theirs."""
    top = _largest(listed_events(events, figures, policy), MAX_OVER_TIME)
    standing = standing_figures(events, figures, policy)
    killed = standing[(standing["measure"] == FIRST_MEASURE) & (standing["victim_group"] == EVERYBODY)]
    figure_of = dict(zip(killed["event_id"], killed["figure_id"], strict=True))
    counts = dict.fromkeys(("new_low", "new_best", "new_high"), "Int64")
    rows = records(revisions.astype(counts).sort_values("as_of", kind="stable"))
    lines = [(row["label"], [r for r in rows if r["figure_id"] == figure_of[row["event_id"]]]) for row in top]
    return tolls("tolls-over-time", "People killed, over time: the largest events", lines)


def _largest(events: list[Row], n: int) -> list[Row]:
    known = [row for row in events if row["toll"] is not None]
    return sorted(known, key=lambda row: (-row["toll"], row["event_id"]))[:n]


def listed_events(events: pd.DataFrame, figures: pd.DataFrame, policy: str) -> list[Row]:
    """Every event as a line of a list: the newest first."""
    standing = standing_figures(events, figures, policy)
    everybody = standing[standing["victim_group"] == EVERYBODY]
    known: dict[str, list[Row]] = {}
    for row in records(everybody[["event_id", "measure", "unit", "currency", "low", "best", "high", "status"]]):
        known.setdefault(row["event_id"], []).append(row)
    rows = [_listed(event, known.get(event["event_id"], [])) for event in records(events)]
    return sorted(rows, key=lambda row: (row["date"], row["event_id"]), reverse=True)


def _listed(event: Row, figures: list[Row]) -> Row:
    """One event with its figures in words, and its toll where it has one."""
    killed = next((row for row in figures if row["measure"] == FIRST_MEASURE), None)
    ends = {end: killed[end] if killed else None for end in ("low", "best", "high")}
    toll = next((ends[end] for end in ("best", "low", "high") if ends[end] is not None), None)
    return {
        "event_id": event["event_id"], "label": words.titled(event), "kind": event["kind"],
        "place": event["place"] or "", "given": event["given_event_id"] or "", "date": event["date_start"] or "",
        "days": words.event_days(event), "n_articles": event["n_articles"], "toll": toll, **ends,
        "status": (killed or (figures[0] if figures else {})).get("status", ""),
        "figures": [words.figure_words(row) for row in figures[:3]], "href": f"events/{page_name(event['event_id'])}",
    }  # fmt: skip


def _newest(revisions: pd.DataFrame, figures: pd.DataFrame, links: Mapping[str, Row], policy: str) -> Iterator[Row]:
    """The last changes of values, a figure once."""
    rows = revisions[(revisions["policy"] == policy) & revisions["event_id"].isin(list(links))]
    old, new = (rows[[f"{side}_{end}" for end in ("low", "best", "high")]] for side in ("old", "new"))
    moved = (old.fillna(-1).to_numpy() != new.fillna(-1).to_numpy()).any(axis=1)
    ordered = rows[moved].sort_values(["as_of", "recorded_at", "figure_id"], ascending=[False, False, True])
    newest = ordered.drop_duplicates("figure_id").head(MAX_NEWEST)
    for row in records(newest.merge(figures[["figure_id", "currency"]], on="figure_id", how="left")):
        was, now = (
            {**row, **{end: row[f"{side}_{end}"] for end in ("low", "best", "high")}} for side in ("old", "new")
        )
        yield {
            "link": links[row["event_id"]], "day": words.day(row["as_of"]), "reason": words.REASONS[row["reason"]],
            "group": _group(row),
            "old": words.figure_words(was),
            "new": words.figure_words(now),
            "is_first": row["old_low"] is None and row["old_best"] is None and row["old_high"] is None,
        }  # fmt: skip


def _group(row: Row) -> str:
    """Who is counted, unless it is everybody."""
    return "" if row["victim_group"] == EVERYBODY else words.said(row["victim_group"])


def list_name(page: int) -> str:
    """File name of a page of the list of all events."""
    return f"all-events-{page}.html"


def list_pages(events: list[Row]) -> Iterator[tuple[str, dict[str, Any]]]:
    """File name and content of the pages that list all events."""
    n_pages = max(-(-len(events) // EVENTS_A_PAGE), 1)
    names = [list_name(page) for page in range(1, n_pages + 1)]
    for page, name in enumerate(names, start=1):
        shown = events[(page - 1) * EVENTS_A_PAGE : page * EVENTS_A_PAGE]
        yield name, {"events": shown, "page": page, "names": names, "n_events": len(events)}


def search_script(events: list[Row]) -> bytes:
    """What the search box looks through. It is a script, since a page that was opened from disk may read no data."""
    rows = [
        [row["label"], row["href"], f"{row['place']} {row['given']} {row['date']}".strip(), row["days"],
         ", ".join(row["figures"])]
        for row in events
    ]  # fmt: skip
    data = json.dumps(rows, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return f"window.reckonerEvents={data};\n".encode()

"""What a person reads when a run ends: what was read, what it says, how sure it is, where the tables lie.

Here belong the choice of what fits on a screen and its layout. Every figure stands as the tables have it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from pipeline.publishing.figure_text import figure_text
from pipeline.publishing.standing import of_everybody, standing_figures

POLICY = "range"
MAX_EVENTS = 25
MAX_FIGURES = 4
MAX_LABEL = 40
MAX_MESSAGES = 3
SEVERITY_STYLES = {"error": "bold red", "warning": "yellow", "info": "dim"}
"""Worst first."""
STATUS_STYLES = {"confirmed": "green", "contested": "yellow", "discounted": "dim"}
DATE_LENGTHS = {"year": 4, "month": 7}
"""How much of an ISO date each precision shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """What the tables do not say about the run that made them. n_new to n_withdrawn count articles."""

    n_files: int
    n_new: int
    n_changed: int
    n_kept: int
    n_withdrawn: int
    seconds: float
    raw: str
    processed: str

    @property
    def articles_per_second(self) -> float:
        """Articles that were new or changed, by the seconds of the whole run."""
        return (self.n_new + self.n_changed) / self.seconds if self.seconds > 0 else 0.0


def summarise(tables: Mapping[str, pd.DataFrame], run: RunFacts) -> RenderableType:
    """The summary of a run over its published tables, for a rich console of 80 columns or more."""
    return Group(
        *_read(tables, run),
        *_events(tables["events"], tables["figures"]),
        *_anomalies(tables["anomalies"], _subjects(tables)),
        _line("\nTables in ", run.processed, " as .parquet and .csv"),
        _line("Report: ", f"{run.processed}/report/index.html"),
    )


def _read(tables: Mapping[str, pd.DataFrame], run: RunFacts) -> Iterator[RenderableType]:
    """What came in, how fast, and what was found in it."""
    changes = {"new": run.n_new, "changed": run.n_changed, "kept": run.n_kept, "withdrawn": run.n_withdrawn}
    told = ", ".join(f"{n:,} {what}" for what, n in changes.items() if n) or "none"
    read = f"{_count(len(tables['articles']), 'article')} ({told}) from {_count(run.n_files, 'file')} below "
    yield _line("Read   ", read, run.raw)
    yield _line("Found  ", ", ".join(_count(len(tables[t]), t[:-1]) for t in ("mentions", "claims", "events")))
    rate = f", {run.articles_per_second:,.1f} articles a second" if run.articles_per_second else ", nothing new"
    yield _line("Time   ", f"{run.seconds:,.1f} seconds{rate}")


def _events(events: pd.DataFrame, figures: pd.DataFrame) -> Iterator[RenderableType]:
    """One line an event that has figures, the highest toll first."""
    shown = _figures_to_show(events, figures)
    by_event = {str(event_id): group for event_id, group in shown.groupby("event_id")}
    listed = _largest_first(events[events["event_id"].isin(by_event)], shown)
    if listed.empty:
        yield _line("\nNo event with a figure yet.")
        return
    grid = Grid(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style="bold")
    grid.add_column("Day", no_wrap=True)
    grid.add_column("Event", ratio=3)
    grid.add_column("Figures", ratio=4)
    grid.add_column("Status, origins", no_wrap=True)
    for event in listed.head(MAX_EVENTS).itertuples():
        grid.add_row(
            _day(event), Text(_shortened(str(event.label))), *_figures_and_status(by_event[str(event.event_id)])
        )
    yield Padding(grid, (1, 0, 0, 0))
    if len(listed) > MAX_EVENTS:
        yield _line(f"… and {len(listed) - MAX_EVENTS:,} more in the events and figures tables")


def _figures_to_show(events: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """One figure of everybody an event, measure and currency, of the scope that stands for the whole event."""
    return of_everybody(standing_figures(events, figures, POLICY))


def _largest_first(events: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Events by number killed, then by how many articles report them."""
    killed = figures[figures["measure"] == "killed"].set_index("event_id")
    toll = killed["best"].fillna(killed["low"]).fillna(killed["high"])
    ranked = events.assign(_toll=events["event_id"].map(toll.to_dict()).astype("Int64").fillna(-1))
    return ranked.sort_values(["_toll", "n_articles", "event_id"], ascending=[False, False, True])


def _figures_and_status(figures: pd.DataFrame) -> tuple[Text, Text]:
    """The figures of one event in words, and how sure the first of them is."""
    rows: list[Any] = list(figures.itertuples())
    texts = [figure_text(row) for row in rows[:MAX_FIGURES]]
    if len(rows) > MAX_FIGURES:
        texts.append(f"+{len(rows) - MAX_FIGURES} more")
    first = rows[0]
    status = str(first.status).replace("_", " ")
    sure = status if first.status == "single_source" else f"{status}, {first.n_origins:,}"
    return Text(", ".join(texts)), Text(sure, style=STATUS_STYLES.get(str(first.status), ""))


def _day(event: Any) -> str:
    """First day of the event, as exactly as it is known."""
    day = "" if pd.isna(event.date_start) else str(event.date_start)
    return day[: DATE_LENGTHS.get(event.date_precision, 10)]


def _shortened(label: str) -> str:
    """A label that takes two lines at most on a screen of 80 columns."""
    return label if len(label) <= MAX_LABEL else f"{label[: MAX_LABEL - 1].rstrip()}…"


def _subjects(tables: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """By id of an event, figure or claim: the label of the event that it is about."""
    labels = dict(zip(tables["events"]["event_id"], tables["events"]["label"], strict=True))
    subjects = {event_id: _shortened(str(label)) for event_id, label in labels.items()}
    for name, key in (("figures", "figure_id"), ("claims", "claim_id")):
        pairs = zip(tables[name][key], tables[name]["event_id"], strict=True)
        subjects |= {row_id: subjects[event_id] for row_id, event_id in pairs if event_id in subjects}
    return subjects


def _anomalies(anomalies: pd.DataFrame, subjects: Mapping[str, str]) -> Iterator[RenderableType]:
    """How many doubts of each severity, and the first messages of the worst."""
    if anomalies.empty:
        yield _line("\nNo anomalies")
        return
    yield _line(f"\n{_count(len(anomalies), 'anomaly', 'anomalies')}")
    for severity, style in SEVERITY_STYLES.items():
        found = anomalies[anomalies["severity"] == severity]
        for row in found.head(MAX_MESSAGES).itertuples():
            subject = str(row.row_id) if row.table == "raw" else subjects.get(str(row.row_id), str(row.table))
            yield Padding(Text.assemble((f"{severity}  ", style), f"{subject}: {row.message}"), (0, 0, 0, 2))
        if len(found) > MAX_MESSAGES:
            yield Padding(Text(f"{severity}  … and {len(found) - MAX_MESSAGES:,} more", style=style), (0, 0, 0, 2))


def _line(*parts: str) -> Text:
    """A line of plain text: nothing in it is markup, and a long path is broken rather than cut."""
    return Text("".join(parts), overflow="fold")


def _count(n: int, one: str, many: str = "") -> str:
    """Number and noun: 1 event, 1,200 events."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"

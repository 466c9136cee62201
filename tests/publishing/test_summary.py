"""The summary of a run: what must be in it, on a narrow screen, without colour, with nothing to tell."""

import io
from collections.abc import Iterable

import pandas as pd
import pytest
from rich.console import Console

from pipeline.publishing.summary import MAX_EVENTS, RunFacts, summarise
from pipeline.tables.registry import TABLES, conform, empty, make_id

NO_TABLES = {name: empty(model) for name, model in TABLES.items()}


def facts(n_new: int = 0, seconds: float = 2.0, processed: str = "data/processed") -> RunFacts:
    """A run over 20 files."""
    return RunFacts(
        n_files=20,
        n_new=n_new,
        n_changed=0,
        n_kept=3,
        n_withdrawn=1,
        seconds=seconds,
        raw="data/raw",
        processed=processed,
    )


def event(n: int, label: str = "Fire on a ferry", kind: str = "incident", **more: object) -> dict[str, object]:
    """A row of the events table."""
    row = {"event_id": make_id("evt", n), "label": label, "kind": kind, "date_start": "2025-03-04", "n_articles": 3}
    return {**row, "date_precision": "day", "n_origins": 2, **more}


def figure(n: int, measure: str, low: int, best: int, high: int | None, **more: object) -> dict[str, object]:
    """A row of the figures table for event n."""
    key = {
        "event_id": make_id("evt", n),
        "measure": measure,
        "victim_group": "all",
        "scope": "incident",
        "policy": "range",
    }
    values = {"low": low, "best": best, "high": high, "status": "corroborated", "n_claims": 2, "n_articles": 2}
    row = {**key, **values, "n_origins": 2, "unit": "person", "reason": "Two agree.", **more}
    return {"figure_id": make_id("fig", *row.values()), **row}


def anomaly(n: int, severity: str, message: str = "The file breaks off.") -> dict[str, object]:
    """A row of the anomalies table about raw file n."""
    row = {"table": "raw", "row_id": f"bad_{n}.json", "check": "readable", "severity": severity, "message": message}
    return {"anomaly_id": make_id("ano", n), **row}


def shown(
    events: Iterable[dict[str, object]] = (),
    figures: Iterable[dict[str, object]] = (),
    anomalies: Iterable[dict[str, object]] = (),
    run: RunFacts | None = None,
) -> str:
    """The summary as 80 columns without colour show it."""
    given = {"events": list(events), "figures": list(figures), "anomalies": list(anomalies)}
    tables = {name: conform(TABLES[name], pd.DataFrame(rows)) for name, rows in given.items() if rows}
    out = io.StringIO()
    Console(file=out, width=80, no_color=True).print(summarise({**NO_TABLES, **tables}, run or facts()))
    return out.getvalue()


def test_a_run_that_found_nothing_says_so() -> None:
    """The first run on an empty folder must not end in a traceback or in an empty table."""
    text = shown()
    assert "0 articles" in text
    assert "No event with a figure" in text
    assert "No anomalies" in text
    assert "data/processed" in text


def test_what_was_read_and_how_fast() -> None:
    """The speed of the whole job and what changed are asked for after every run."""
    text = shown(run=facts(n_new=50, seconds=4.0))
    assert "50 new, 3 kept, 1 withdrawn" in text
    assert "20 files below data/raw" in text
    assert "4.0 seconds, 12.5 articles a second" in text


def test_a_run_with_nothing_new_says_so() -> None:
    """An idle rerun that looks like a run makes people wait for results that can't come."""
    assert "nothing new" in shown(run=facts(n_new=0))


def test_an_event_shows_day_label_figures_and_status() -> None:
    """The one line that people look for."""
    text = shown(
        [event(1)],
        [figure(1, "injured", 33, 33, 38, status="contested"), figure(1, "killed", 17, 17, None)],
    )
    (line,) = [line for line in text.splitlines() if "2025-03-04" in line]
    assert "Fire on a ferry" in line
    assert "17+ killed" in line, "the dead come first"
    assert "corroborated, 2" in line
    assert "33 (33–38)" in line
    assert "injured (contested)" in text


def test_only_figures_for_the_whole_event_and_everybody_are_shown() -> None:
    """Three dead children shown as the toll, or another policy's number, would be false."""
    figures = [
        figure(1, "killed", 18, 18, 18),
        figure(1, "killed", 3, 3, 3, victim_group="children"),
        figure(1, "killed", 4, 4, 4, scope="subset"),
        figure(1, "killed", 40, 40, 40, scope="background"),
        figure(1, "killed", 19, 19, 19, policy="highest"),
    ]
    text = shown([event(1)], figures)
    assert "18 killed" in text
    assert not [n for n in ("3 killed", "4 killed", "40 killed", "19 killed") if f" {n}" in text]


def test_a_campaign_shows_its_cumulative_figure_and_an_incident_its_own() -> None:
    """The toll of one strike in the place of the toll of all strikes, or the other way round."""
    both = [figure(n, "killed", v, v, v, scope=s) for n in (1, 2) for s, v in (("incident", 11), ("cumulative", 67))]
    lines = shown([event(1, "Campaign", "campaign"), event(2, "Incident")], both).splitlines()
    assert [line for line in lines if "Campaign" in line and "67 killed" in line]
    assert [line for line in lines if "Incident" in line and "11 killed" in line]


def test_two_currencies_are_two_amounts() -> None:
    """Dollars shown and euros lost, or added up."""
    amounts = [figure(1, "amount", 5, 5, 5, unit="money", currency=code) for code in ("USD", "EUR")]
    text = shown([event(1)], amounts)
    assert "US$5" in text
    assert "€5" in text


def test_largest_first_and_the_rest_counted() -> None:
    """On a long list the worst event stands on top, and nobody thinks that the list is all."""
    n_events = MAX_EVENTS + 7
    text = shown(
        [event(n, f"Event {n}") for n in range(n_events)],
        [figure(n, "killed", n, n, n) for n in range(n_events)],
    )
    tolls = [int(line.split(" killed")[0].split()[-1]) for line in text.splitlines() if " killed" in line]
    assert tolls == sorted(range(n_events), reverse=True)[:MAX_EVENTS]
    assert "… and 7 more" in text


def test_an_event_without_figures_takes_no_line() -> None:
    """Lines without a figure bury those that have one."""
    assert "Nothing counted" not in shown([event(1), event(2, "Nothing counted")], [figure(1, "killed", 1, 1, 1)])


@pytest.mark.parametrize(("precision", "day"), [("month", "2025-03 "), ("year", "2025 "), ("day", "2025-03-04 ")])
def test_a_date_is_no_more_exact_than_known(precision: str, day: str) -> None:
    """ "Some time in March" shown as 4 March would be invented."""
    text = shown([event(1, date_precision=precision)], [figure(1, "killed", 1, 1, 1)])
    assert [line for line in text.splitlines() if line.startswith(day)]


def test_anomalies_are_shown_worst_first_and_counted() -> None:
    """Many small doubts must not push a file that was not read out of sight."""
    anomalies = [anomaly(n, "info") for n in range(5)] + [anomaly(9, "error", "Not JSON.")]
    lines = [line.strip() for line in shown(anomalies=anomalies).splitlines()]
    assert "6 anomalies" in lines
    assert lines.index("error  bad_9.json: Not JSON.") < lines.index("info  … and 2 more")


def test_an_anomaly_names_its_event() -> None:
    """ "Voices disagree" helps nobody who does not know about what."""
    killed = figure(1, "killed", 1, 1, 1)
    doubt = {**anomaly(1, "warning", "Voices disagree."), "table": "figures", "row_id": killed["figure_id"]}
    assert "warning  Fire on a ferry: Voices disagree." in shown([event(1)], [killed], [doubt])


def test_a_figure_without_any_value_is_not_shown() -> None:
    """ "? injured" tells nobody anything; the figures table says why there is no value."""
    nothing = {**figure(1, "injured", 0, 0, 0), "low": None, "best": None, "high": None}
    assert "injured" not in shown([event(1)], [figure(1, "killed", 1, 1, 1), nothing])


def test_labels_and_messages_are_no_markup() -> None:
    """A headline with brackets would lose words, or break the summary at the end of a long run."""
    text = shown(
        [event(1, "Bomb [bold] at [/x] gate")], [figure(1, "killed", 1, 1, 1)], [anomaly(1, "error", "[/red] x")]
    )
    assert "[bold]" in text
    assert "[/red] x" in text


def test_a_long_folder_is_broken_and_not_cut() -> None:
    """The path of the tables must be there in full."""
    folder = "x" * 70 + "/processed-by-reckoner"
    assert folder in shown(run=facts(processed=folder)).replace("\n", "")


def test_it_fits_the_screen() -> None:
    """A line longer than the screen is broken by the terminal in the middle of a number."""
    text = shown([event(1, "A label that is much too long for any screen of eighty columns, so much is certain")],
                 [figure(1, m, 1000, 2000, 3000) for m in ("killed", "injured", "missing", "displaced", "detained")],
                 [anomaly(1, "warning", "A long message. " * 20)])  # fmt: skip
    assert max(map(len, text.splitlines())) <= 80
    assert "+1 more" in text

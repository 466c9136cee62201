"""The whole way over the shipped samples, in pure functions: what comes out is what a careful reader would say."""

from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest
import yaml

from pipeline.claims.frames import extract_frames
from pipeline.linking.link import link
from pipeline.reading.files import read_file
from pipeline.reconcile.anomalies import find_anomalies
from pipeline.reconcile.figures import reconcile

ROOT = Path(__file__).parents[1]
RAW = ROOT / "data" / "raw"
EXPECTED = yaml.safe_load((ROOT / "tests" / "golden" / "samples_expected.yml").read_text(encoding="utf-8"))
EVENTS = [entry for story in EXPECTED["stories"].values() for entry in story]
RUN_AT = datetime(2026, 1, 1, tzinfo=UTC)


class Tables(NamedTuple):
    """What a run over the samples makes."""

    articles: pd.DataFrame
    claims: pd.DataFrame
    events: pd.DataFrame
    figures: pd.DataFrame
    anomalies: pd.DataFrame
    problems: list[tuple[str, str]]


@cache
def run() -> Tables:
    """The samples, read, extracted, linked and reconciled once."""
    paths = sorted(path for path in (RAW / "samples").rglob("*") if path.is_file())
    readings = [read_file(path.relative_to(RAW).as_posix(), path.read_bytes(), RUN_AT) for path in paths]
    read = [article for reading in readings for article in reading.articles]
    problems = [(p.raw_path, p.severity) for reading in readings for p in reading.problems]
    _, claims = extract_frames(read)
    articles = pd.DataFrame([asdict(article) for article in read])
    for name in ("published_at", "retrieved_at"):
        articles[name] = pd.to_datetime(articles[name], utc=True).astype("datetime64[us, UTC]")
    linked = link(articles, claims)
    frames = linked.claims, linked.articles, linked.events
    figures = reconcile(*frames, ["range"])
    return Tables(*linked, figures, find_anomalies(*frames, figures), problems)  # type: ignore[call-arg]


def events_of(entry: dict[str, Any]) -> pd.DataFrame:
    """The events that the entry means: by given id, else by kind and first day."""
    events, wanted = run().events, entry["event"]
    if "given_event_id" in wanted:
        return events[events["given_event_id"] == wanted["given_event_id"]]
    return events[(events["kind"] == wanted["kind"]) & (events["date_start"] == wanted["date_start"])]


def figures_like(entry: dict[str, Any], wanted: dict[str, Any]) -> pd.DataFrame:
    """The event's figures with the wanted measure, group, scope and currency."""
    (event,) = events_of(entry)["event_id"]
    found = run().figures
    found = found[found["event_id"] == event]
    for name in {"measure", "victim_group", "scope", "currency"} & set(wanted):
        found = found[found[name] == wanted[name]]
    return found


def fits(value: Any, wanted: Any) -> bool:
    known = None if pd.isna(value) else value
    return known in wanted if isinstance(wanted, list) else known == wanted


def test_every_article_is_read_and_every_broken_one_is_named() -> None:
    """A report that is lost on the way takes its figures with it."""
    assert len(run().articles) == EXPECTED["articles"]
    assert sorted(path for path, severity in run().problems if severity in ("error", "warning")) == sorted(
        problem["raw_path"] for problem in EXPECTED["problems"]
    )


@pytest.mark.parametrize("path", EXPECTED["published_at_basis"])
def test_day_of_publication(path: str) -> None:
    """A wrong day puts a toll before or after the one that it replaces."""
    wanted = EXPECTED["published_at_basis"][path]
    rows = run().articles[run().articles["raw_path"] == path]
    assert (rows["published_at"] == pd.Timestamp(wanted["published_at"])).all()
    assert all(fits(basis, wanted["basis"]) for basis in rows["published_at_basis"])


@pytest.mark.parametrize("paths", EXPECTED["copies"])
def test_copies_are_one_voice(paths: list[str]) -> None:
    """Three papers that print one wire story would otherwise confirm it."""
    rows = run().articles[run().articles["raw_path"].isin(paths)]
    assert len(rows) == len(paths)
    assert rows["copy_group_id"].nunique() == rows["origin"].nunique() == 1


@pytest.mark.parametrize("entry", EVENTS, ids=lambda entry: f"{entry['event']['kind']}-{entry['event']['date_start']}")
def test_event_is_there_once(entry: dict[str, Any]) -> None:
    """An event that falls into two has half of its voices in each."""
    assert events_of(entry)["date_start"].tolist() == [entry["event"]["date_start"]]


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [(entry, wanted) for entry in EVENTS for wanted in entry["figures"]],
    ids=lambda part: f"{part['measure']}-{part['victim_group']}" if "measure" in part else part["event"]["date_start"],
)
def test_figure(entry: dict[str, Any], wanted: dict[str, Any]) -> None:
    """The figure that a careful reader would publish."""
    rows = figures_like(entry, wanted)
    assert len(rows) == 1
    for name in ("low", "best", "high", "status"):
        if name in wanted:
            assert fits(rows.iloc[0][name], wanted[name]), (name, rows.iloc[0][["low", "best", "high", "status"]])


@pytest.mark.parametrize("entry", [entry for entry in EVENTS if "never" in entry], ids=lambda e: e["event"]["kind"])
def test_never(entry: dict[str, Any]) -> None:
    """Numbers of other things or other events in a figure."""
    for wanted in entry["never"]:
        rows = figures_like(entry, wanted)
        ends = [name for name in ("low", "best", "high") if name in wanted]
        assert not any(all(fits(row[name], wanted[name]) for name in ends) for _, row in rows.iterrows()), wanted


def test_only_the_expected_events() -> None:
    """An event too many is a report that was torn from its story."""
    assert len(run().events) == len(EVENTS)


def test_reasons_are_for_readers() -> None:
    """An internal id or an endless sentence explains nothing."""
    texts = [*run().figures["reason"], *run().anomalies["message"]]
    assert max(map(len, run().figures["reason"])) <= 200
    assert not [text for text in texts if "art-" in text or "clm-" in text or "50000000" in text]


def test_the_gap_between_incidents_and_total_is_explained() -> None:
    """17 killed in three known strikes, 67 in sixteen: the reader must see that 50 are in strikes without a report."""
    gaps = run().anomalies[run().anomalies["check"] == "incidents_do_not_sum"]["message"]
    assert any("67 killed" in text and "50 belong" in text for text in gaps)
    assert not any("amount" in text or "vessels" in text for text in gaps)

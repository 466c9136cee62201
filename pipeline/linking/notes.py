"""Claims and reports as plain values, as the linking code looks at them: frames are read once, here."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from pipeline import codebook
from pipeline.linking.titles import bare_titles

EPOCH = date(1970, 1, 1).toordinal()
DAY = 86_400_000_000


@cache
def tells_a_toll(rule: str) -> bool:
    """The rule's name says that its date is that of the telling ("on Friday put the toll at 18")."""
    return not set(codebook.read("linking_stories")["telling_rules"]).isdisjoint(rule.split("_"))


@dataclass(slots=True)
class Note:
    """One claim, without what linking does not need. told: its day is that of a toll in its sentence."""

    position: int
    claim_id: str
    scope: str
    measure: str
    value: int | None
    start: str
    end: str
    precision: str
    place: str
    country: str
    excerpt: str
    rule: str
    told: bool = False

    @property
    def day(self) -> str:
        """The day of the incident, where the claim knows it. The day of a toll is the day on which it was told."""
        if not self.start or self.precision != "day" or self.end not in ("", self.start):
            return ""
        return "" if self.told or tells_a_toll(self.rule) else self.start

    @property
    def sentence(self) -> str:
        """Its excerpt without the marks around the number."""
        return " ".join(self.excerpt.replace("»", "").replace("«", "").split())


@dataclass(slots=True)
class Report:
    """One article with its claims."""

    position: int
    article_id: str
    given_event: str
    given_campaign: str
    title: str
    text: str
    origin: str
    copy_group: str
    published_us: int | None
    notes: list[Note] = field(default_factory=list)

    @property
    def day(self) -> int | None:
        """Publication day as a number of days since 1970 (UTC)."""
        return None if self.published_us is None else self.published_us // DAY

    @property
    def age(self) -> tuple[float, str]:
        """Sorts the earliest report first; reports without a time come last."""
        return (math.inf if self.published_us is None else self.published_us, self.article_id)


def epoch_day(day: str) -> int:
    """An ISO day as a number of days since 1970."""
    return date.fromisoformat(day).toordinal() - EPOCH


def iso_day(number: int) -> str:
    """A number of days since 1970 as an ISO day."""
    return date.fromordinal(EPOCH + number).isoformat()


def read_reports(articles: pd.DataFrame, claims: pd.DataFrame) -> list[Report]:
    """The reports in the order of the articles frame, each with its claims in order of their ids.

    Their titles are those of the stories, without the names of the sites.
    """
    times = articles["published_at"].astype("datetime64[us, UTC]")
    micros = [None if missing else int(t) for t, missing in zip(times.astype("int64"), times.isna(), strict=True)]
    names = ("article_id", "given_event_id", "given_campaign_id", "title", "text", "origin", "copy_group_id")
    cells = zip(*(column(articles, name) for name in names), micros, strict=True)
    reports = [Report(i, *row) for i, row in enumerate(cells)]
    for report, title in zip(
        reports, bare_titles(column(articles, "title"), column(articles, "publisher")), strict=True
    ):
        report.title = title
    at = {report.article_id: report for report in reports}
    for note, article_id in _notes(claims):
        at[article_id].notes.append(note)
    for report in reports:
        report.notes.sort(key=lambda note: note.claim_id)
        _mark_told(report.notes)
    return reports


def by_given_incident(reports: Iterable[Report]) -> list[list[Report]]:
    """The reports that name a given incident, those of one together; a given campaign may hold several."""
    return _together((report.given_event, report) for report in reports if not report.given_campaign)


def by_given_campaign(reports: Iterable[Report]) -> list[list[Report]]:
    """The reports that name a given campaign and no given incident, those of one together."""
    return _together((report.given_campaign, report) for report in reports if not report.given_event)


def _together(named: Iterable[tuple[str, Report]]) -> list[list[Report]]:
    """The reports of each name, in order; those without one are left out."""
    by_name: dict[str, list[Report]] = {}
    for name, report in named:
        if name:
            by_name.setdefault(name, []).append(report)
    return list(by_name.values())


def _mark_told(notes: list[Note]) -> None:
    """What a sentence says beside a toll is told on the toll's day: "rose to 57 on Friday, with 12 missing".

    So is what is known "as of Friday".
    """
    tolls = {(note.sentence, note.start) for note in notes if tells_a_toll(note.rule) and note.sentence}
    for note in notes:
        note.told = (note.sentence, note.start) in tolls or bool(_as_of().search(note.sentence))


@cache
def _as_of() -> re.Pattern[str]:
    words = codebook.read("linking_stories")["telling_words"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.I)


def column(frame: pd.DataFrame, name: str) -> list[str]:
    """A text column as strings, empty for unknown (also where the column is absent)."""
    if name not in frame:
        return [""] * len(frame)
    return [value if isinstance(value, str) else "" for value in frame[name].tolist()]


def _notes(claims: pd.DataFrame) -> list[tuple[Note, str]]:
    values: list[Any] = claims["value_best"].fillna(claims["value_low"]).tolist()
    numbers = [None if pd.isna(v) else int(v) for v in values]
    names = (
        "claim_id",
        "scope",
        "measure",
        "period_start",
        "period_end",
        "date_precision",
        "place",
        "country_iso3",
        "excerpt",
        "rule",
    )
    claim_id, scope, measure, start, end, precision, place, country, excerpt, rule = (column(claims, n) for n in names)
    rows = zip(claim_id, scope, measure, numbers, start, end, precision, place, country, excerpt, rule, strict=True)
    return [
        (Note(i, *row), article)
        for (i, row), article in zip(enumerate(rows), column(claims, "article_id"), strict=True)
    ]

"""The events table: ids, dates, places, labels and counts of the events that the claims were assigned to."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd

from pipeline import codebook
from pipeline.linking.known import Key
from pipeline.linking.notes import Note, Report
from pipeline.tables.events import Events
from pipeline.tables.registry import conform, empty, make_id

LONGEST_ABBREVIATION = 3
"""Shouted names of so many letters may be abbreviations: USA, UAE."""
Evidence = list[tuple[Report, Note | None]]
"""Reports of an event with the claims in them; a report given as the event's that claims nothing has None."""


def event_ids(evidence: Mapping[Key, Evidence]) -> dict[Key, str]:
    """Ids that stay: of a given id, else of the first claim of the earliest report."""
    return {key: _event_id(key, rows) for key, rows in evidence.items()}


def _event_id(key: Key, rows: Evidence) -> str:
    if key.given:
        return make_id("evt", "given" if key.kind == "incident" else "campaign", key.given)
    return make_id("evt", key.kind, min((report.age, note.claim_id if note else "") for report, note in rows)[1])


def event_table(evidence: Mapping[Key, Evidence], ids: Mapping[Key, str], parents: Mapping[Key, Key]) -> pd.DataFrame:
    """The events table."""
    if not evidence:
        return empty(Events)
    table = pd.DataFrame([_row(key, evidence[key], ids, parents) for key in evidence])
    for column in ("first_reported", "last_reported"):  # all of them may be empty: then there is no time zone to keep
        table[column] = pd.to_datetime(table[column], utc=True).astype("datetime64[us, UTC]")
    return conform(Events, table)


def _row(key: Key, rows: Evidence, ids: Mapping[Key, str], parents: Mapping[Key, Key]) -> dict[str, Any]:
    claimed = [(report, note) for report, note in rows if note is not None]
    notes = [note for _, note in claimed]
    reports = sorted({report.article_id: report for report, _ in rows}.values(), key=lambda r: r.age)
    times = [report.published_us for report in reports if report.published_us is not None]
    start, end, precision = _dates(key, notes)
    place, country = place_name([note.place for note in notes]), _most(note.country for note in notes)
    kind = _event_type(reports, notes)
    parent = parents.get(key)
    return {
        "event_id": ids[key],
        "parent_event_id": ids.get(parent) if parent else None,
        "given_event_id": key.given or None,
        "kind": key.kind,
        "label": label(key, kind, place, start, reports),
        "event_type": kind or None,
        "date_start": start or None,
        "date_end": end or None,
        "date_precision": precision or None,
        "place": place or None,
        "country_iso3": country or None,
        "n_articles": len({report.article_id for report, _ in claimed}),
        "n_origins": len({report.origin for report, _ in claimed}),
        "first_reported": pd.Timestamp(times[0], unit="us", tz="UTC") if times else pd.NaT,
        "last_reported": pd.Timestamp(times[-1], unit="us", tz="UTC") if times else pd.NaT,
    }


def _dates(key: Key, notes: list[Note]) -> tuple[str, str, str]:
    """An incident's most named day; a campaign's first and last day."""
    dated = [note for note in notes if note.start]
    if not dated:
        return key.day, key.day, "day" if key.day else ""
    if key.kind == "campaign":
        wide = [note for note in dated if note.scope == "cumulative"] or dated
        start = _most(note.start for note in wide)
        return (
            start,
            max(start, *(note.end or note.start for note in dated)),
            _most(n.precision for n in dated if n.start == start),
        )
    start = key.day or _most(note.start for note in dated)
    same = [note for note in dated if note.start == start] or dated
    return (
        start,
        max(start, _most(note.end or note.start for note in same)),
        _most(n.precision for n in same) or "unknown",
    )


def _most(values: Iterable[str]) -> str:
    """The most frequent value; ties go to the alphabetically first; empty ones do not count."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda v: (-counts[v], v), default="")


def place_name(names: Sequence[str]) -> str:
    """The place most named, as most write it. A dateline shouts: PORT OF VELM is the Port of Velm."""
    chosen = _most(name.casefold() for name in names)
    same = [name for name in names if name.casefold() == chosen]
    name = _most(n for n in same if not n.isupper()) or _most(same)
    if not name.isupper() or len(name) <= LONGEST_ABBREVIATION:
        return name
    small = codebook.read("places")["small_words"]
    return " ".join(w.lower() if i and w.lower() in small else _spoken(w) for i, w in enumerate(name.split()))


def _spoken(word: str) -> str:
    """A shouted word as a name; U.S. and the like stay."""
    return word if "." in word else re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)


@cache
def _type_words() -> dict[str, re.Pattern[str]]:
    types = codebook.read("linking_stories")["event_types"]
    return {
        name: re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.I) for name, words in types.items()
    }


def _event_type(reports: list[Report], notes: list[Note]) -> str:
    """The type whose words stand in most titles and excerpts; ties go to the more telling, listed first."""
    texts = [report.title for report in reports[:50]] + [note.excerpt for note in notes[:100]]
    counts: dict[str, int] = defaultdict(int)
    for name, words in _type_words().items():
        counts[name] = sum(1 for text in texts if words.search(text))
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else ""


def label(key: Key, kind: str, place: str, start: str, reports: list[Report]) -> str:
    """What a reader would call it: type, place and date; else the first title; else the id that the input gave."""
    title = next((report.title for report in reports if report.title), "")[:120]
    if key.kind == "campaign":
        named = f"“{title}”," if title and not place else "events"
        what = key.given or kind or named
        return f"{what}{f' in {place}' if place and not key.given else ''}{f' since {start}' if start else ''}"
    if kind and place:
        return f"{kind} in {place}{f', {start}' if start else ''}"
    if title:
        return title
    return f"{kind or 'event'}{f', {start}' if start else ''}{f' ({key.given})' if key.given else ''}"

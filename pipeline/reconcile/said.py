"""What was said: claims as plain values with the time, origin and voice of their report. Frames are read once, here.

Here belongs reading the frames alone. What the words around a number tell is read in told, who speaks in voices.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pipeline import codebook
from pipeline.reconcile.cutting import cut
from pipeline.reconcile.several import spreads
from pipeline.reconcile.told import (
    any_of,
    is_said_to_rise,
    is_to_date,
    may_count_the_dead,
    scope_of,
    taken_off,
    was_put_earlier,
)
from pipeline.reconcile.voices import voice

EPOCH = pd.Timestamp(0, tz="UTC")
TOLL = "toll"
"""In the name of a rule: how many there are to date."""


@dataclass(frozen=True, slots=True)
class Said:
    """One claim on one event."""

    claim_id: str
    article_id: str
    document_id: str
    event_id: str
    measure: str
    group: str
    counted: str
    low: int | None
    best: int | None
    high: int | None
    quantifier: str
    unit: str
    currency: str
    scope: str
    parent: str
    source: str
    source_class: str
    assertion: str
    denied: bool
    confidence: float
    rule: str
    voice: str
    at_us: int
    day: str
    headline: bool
    corrects: bool
    lowers: bool
    rises: bool
    weak: bool
    sentence: str
    marked: str
    report: str
    lead: bool
    position: int | None
    several: bool
    earlier: bool
    to_date: bool
    taken_off: int

    @property
    def point(self) -> int | None:
        """The value named, else the lowest that the words allow; empty for "up to n"."""
        return self.low if self.best is None else self.best

    @property
    def order(self) -> tuple[int, str, str]:
        """Sorts by publication, then by ids, never by the order of rows."""
        return self.at_us, self.article_id, self.claim_id


def read_said(claims: pd.DataFrame, articles: pd.DataFrame) -> dict[str, list[Said]]:
    """All claims that belong to an event, by event, in order of publication."""
    frame = claims[claims["event_id"].notna()]
    heads = _heads(articles)
    columns = {name: _cells(frame, name) for name in FROM_CLAIMS}
    by_event: dict[str, list[Said]] = defaultdict(list)
    for row in zip(*columns.values(), strict=True):
        one = _said(dict(zip(columns, row, strict=True)), heads)
        by_event[one.event_id].append(one)
    for some in by_event.values():
        some.sort(key=lambda one: one.order)
    return dict(sorted(by_event.items()))


FROM_CLAIMS = (
    "claim_id", "article_id", "event_id", "measure", "victim_group", "counted", "value_low", "value_best", "value_high",
    "quantifier", "unit", "currency", "scope", "parent_claim_id", "attributed_to", "attribution_class", "assertion",
    "negated", "confidence", "rule", "excerpt", "position",
)  # fmt: skip

Head = tuple[str, str, int, str, str, str]
"""document_id, origin, publication in microseconds, its UTC day, title in lower case without marks, readers' name."""
NAME_CHARS = 44


def _cells(frame: pd.DataFrame, name: str) -> list[Any]:
    """A column as Python values; unknown is None for values and empty for text."""
    if name not in frame:
        return [None] * len(frame)
    series = frame[name].astype(object)
    missing: Any = None if name.startswith(("value_", "position")) else ""
    return series.where(frame[name].notna(), missing).tolist()


def _heads(articles: pd.DataFrame) -> dict[str, Head]:
    when = when_published(articles)
    cells = zip(
        articles["article_id"], _text(articles, "document_id"), _text(articles, "origin"), when.astype("int64"),
        when.dt.strftime("%Y-%m-%d"), _text(articles, "title"),
        _text(articles, "publisher"), strict=True,
    )  # fmt: skip
    return {
        a: (document or a, origin or a, int(us), day, _plain(title), _name(publisher, title))
        for a, document, origin, us, day, title, publisher in cells
    }


def _name(publisher: str, title: str) -> str:
    """A report as a reader would call it, never by its id."""
    short = cut(title, NAME_CHARS)
    if publisher and title:
        return f"{publisher} (“{short}”)"
    return publisher or (f"“{short}”" if title else "an untitled report")


def when_published(articles: pd.DataFrame) -> "pd.Series[pd.Timestamp]":
    """Time of publication, else of retrieval, else 1970: a report without a time is older than every other."""
    when = articles["published_at"]
    if "retrieved_at" in articles:
        when = when.fillna(articles["retrieved_at"])
    return when.fillna(EPOCH).astype("datetime64[us, UTC]")


def _text(frame: pd.DataFrame, name: str) -> list[str]:
    return [v if isinstance(v, str) else "" for v in frame[name]] if name in frame else [""] * len(frame)


def _plain(text: str) -> str:
    return " ".join(re.sub("[»«…]", "", text).split()).lower()


def _said(row: dict[str, Any], heads: dict[str, Head]) -> Said:
    document, origin, at_us, day, title, report = heads[row["article_id"]]
    excerpt = _plain(row["excerpt"])
    low, best, high = (
        None if row[f"value_{end}"] is None else int(row[f"value_{end}"]) for end in ("low", "best", "high")
    )
    return Said(
        claim_id=row["claim_id"], article_id=row["article_id"], document_id=document, event_id=row["event_id"],
        measure=row["measure"], group=row["victim_group"], counted=row["counted"].lower(),
        low=low, best=best, high=high,
        quantifier=row["quantifier"], unit=row["unit"], currency=row["currency"],
        scope=scope_of(row["scope"], row["measure"], row["excerpt"], best),
        parent=row["parent_claim_id"], source=row["attributed_to"], source_class=row["attribution_class"],
        assertion=row["assertion"], denied=row["assertion"] == "denied" or bool(row["negated"] and (best or low)),
        confidence=float(row["confidence"]), rule=row["rule"],
        voice=voice(row["attributed_to"], row["attribution_class"], origin),
        at_us=at_us, day=day, headline=bool(excerpt) and excerpt in title,
        corrects="correct" in row["rule"] or bool(any_of("corrections").search(excerpt)),
        lowers=bool(any_of("lowerings").search(excerpt)),
        rises=TOLL in row["rule"].split("_") and is_said_to_rise(excerpt),
        weak=may_count_the_dead(row["rule"], row["measure"], row["excerpt"]), sentence=excerpt,
        marked=row["excerpt"].lower(), report=report, position=row["position"],
        several=spreads(row["excerpt"]), earlier=was_put_earlier(row["excerpt"]),
        to_date=is_to_date(row["excerpt"]), taken_off=taken_off(row["excerpt"]),
        lead=row["position"] is None or row["position"] < codebook.read("reconcile_rules")["lead_chars"],
    )  # fmt: skip

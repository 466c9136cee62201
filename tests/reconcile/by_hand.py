"""Claims, articles and events written by hand in a few words, in the shape of the tables."""

from typing import Any

import pandas as pd

from pipeline.tables.articles import Articles
from pipeline.tables.claims import Claims
from pipeline.tables.events import Events
from pipeline.tables.registry import conform, empty, make_id

EVENT = make_id("evt", "the event")
INSIDE = [make_id("evt", "inside", i) for i in range(9)]

DEFAULTS: dict[str, Any] = {
    "measure": "killed", "group": "all", "scope": "incident", "quantifier": "exact", "assertion": "asserted",
    "source": None, "class": "unknown", "negated": False, "unit": "person", "currency": None, "confidence": 0.9,
    "rule": "by_hand",
    "excerpt": None, "counted": "people", "event": 0, "start": None, "precision": "day", "end": None,
    "place": None, "country": None, "position": None, "parent": None,
}  # fmt: skip


def values(number: Any, quantifier: str) -> tuple[Any, Any, Any]:
    """low, best, high as the contract of claims says."""
    if quantifier == "range":
        return number[0], None, number[1]
    return {
        "exact": (number, number, number), "at_least": (number, number, None), "more_than": (number, number, None),
        "about": (None, number, None), "at_most": (None, None, number), "vague": (number, None, None),
    }[quantifier]  # fmt: skip


def article_row(report: dict[str, Any]) -> dict[str, Any]:
    """A row of the articles table, with its text."""
    day = report.get("day")
    return {
        "article_id": make_id("art", report["id"]),
        "document_id": make_id("doc", report.get("document", report["id"])),
        "raw_path": report.get("path", f"{report['id']}.txt"),
        "raw_id": report["id"],
        "given_event_id": report.get("event_id"),
        "given_campaign_id": report.get("campaign_id"),
        "publisher": report.get("from", report["id"]),
        "title": report.get("title"),
        "published_at": pd.Timestamp(str(day), tz="UTC") if day else pd.NaT,
        "published_at_basis": "given",
        "retrieved_at": pd.Timestamp("2031-12-31", tz="UTC"),
        "language": "en",
        "n_chars": len(report.get("text", "")),
        "text_sha256": "0" * 64,
        "origin": report.get("origin", report.get("from", report["id"])),
        "text": report.get("text", ""),
    }


def claim_row(report: dict[str, Any], i: int, claim: dict[str, Any]) -> dict[str, Any]:
    """A row of the claims table. `claim` has `n` and whatever differs from DEFAULTS."""
    unknown = set(claim) - set(DEFAULTS) - {"n", "name"}
    assert not unknown, f"{unknown} mean nothing in a claim by hand"
    of = DEFAULTS | claim
    low, best, high = values(of["n"], of["quantifier"])
    name = claim.get("name", f"{report['id']}.{i}")
    return {
        "claim_id": make_id("clm", name), "mention_id": make_id("men", name),
        "article_id": make_id("art", report["id"]), "event_id": event_id(of["event"]),
        "measure": of["measure"], "counted": of["counted"], "victim_group": of["group"],
        "value_low": low, "value_best": best, "value_high": high, "quantifier": of["quantifier"], "unit": of["unit"],
        "currency": of["currency"], "scope": of["scope"], "period_start": of["start"], "period_end": of["end"],
        "date_precision": of["precision"] if of["start"] else None, "place": of["place"],
        "country_iso3": of["country"], "attributed_to": of["source"],
        "parent_claim_id": make_id("clm", of["parent"]) if of["parent"] else None,
        "attribution_class": of["class"], "assertion": of["assertion"], "negated": of["negated"],
        "confidence": of["confidence"], "rule": of["rule"], "excerpt": of["excerpt"], "position": of["position"],
    }  # fmt: skip


def ids_of(*names: str) -> str:
    """The ids of claims by name, as a cell of a table has them."""
    return ";".join(sorted(make_id("clm", name) for name in names))


def event_id(number: Any) -> str | None:
    """0 is the main event, 1 … are incidents inside it, empty is none."""
    return None if number is None else EVENT if number == 0 else INSIDE[number]


def frames(reports: list[dict[str, Any]], kind: str = "incident") -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """(claims, articles, events), the claims already linked."""
    articles = article_frame(reports)
    rows = [claim_row(report, i, claim) for report in reports for i, claim in enumerate(report.get("claims", []))]
    claims = conform(Claims, pd.DataFrame(rows)) if rows else empty(Claims)
    return claims, articles, event_frame(claims, kind)


def article_frame(reports: list[dict[str, Any]]) -> pd.DataFrame:
    """The articles table with the column text."""
    rows = pd.DataFrame([article_row(report) for report in reports])
    rows["published_at"] = rows["published_at"].astype("datetime64[us, UTC]")
    table = conform(Articles, rows.drop(columns="text"))
    return table.merge(rows[["article_id", "text"]], on="article_id")


def event_frame(claims: pd.DataFrame, kind: str) -> pd.DataFrame:
    """The events that the claims name: the main one of the given kind, the others incidents inside it."""
    rows = [
        {"event_id": event, "parent_event_id": EVENT if event != EVENT and kind == "campaign" else None,
         "given_event_id": "the-event" if event == EVENT else None, "kind": kind if event == EVENT else "incident",
         "label": "event", "n_articles": 1, "n_origins": 1}
        for event in sorted(set(claims["event_id"].dropna()))
    ]  # fmt: skip
    return conform(Events, pd.DataFrame(rows)) if rows else empty(Events)

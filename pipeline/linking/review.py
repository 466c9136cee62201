"""What people decided about links: merged events, split events, sources that copy. Applied to what linking found.

Here belong decisions on events and origins. Decisions on claims and figures are applied in reconcile.
"""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from pipeline.linking.decisions import Decision, Outcome, orphan
from pipeline.linking.link import Linked
from pipeline.tables.base import LIST_SEPARATOR
from pipeline.tables.registry import make_id


def review_links(linked: Linked, decisions: Iterable[Decision]) -> tuple[Linked, dict[str, Outcome]]:
    """The links as decided, and what became of each decision on them."""
    outcomes: dict[str, Outcome] = {}
    for d in decisions:
        if d.action in ACTIONS:
            linked, outcomes[d.decision_id] = ACTIONS[d.action](linked, d)
    return linked, outcomes


def merge(linked: Linked, d: Decision) -> tuple[Linked, Outcome]:
    """All claims of one event go to another; the first event is no more."""
    known = set(linked.events["event_id"])
    if d.subject_id not in known:
        return linked, orphan(d, "event")
    if d.value not in known:
        return linked, orphan(d, "event to keep")
    claims = linked.claims.assign(event_id=linked.claims["event_id"].replace(d.subject_id, d.value))
    events = linked.events.assign(parent_event_id=linked.events["parent_event_id"].replace(d.subject_id, d.value))
    both = events[events["event_id"].isin([d.subject_id, d.value])]
    kept = both[both["event_id"] == d.value].iloc[0].to_dict() | _joined(both)
    if kept["parent_event_id"] == d.value:
        kept["parent_event_id"] = None
    others = events[~events["event_id"].isin([d.subject_id, d.value])]
    merged = Linked(linked.articles, claims, _with_rows(others, [kept | _counts(linked, claims, d.value, both)]))
    return merged, Outcome("applied", d.subject_id, (d.subject_id, d.value))


def split(linked: Linked, d: Decision) -> tuple[Linked, Outcome]:
    """Some reports or claims leave their event for one of their own, whose id follows from the decision."""
    leaving = set(d.value.split(LIST_SEPARATOR)) - {""}
    inside = linked.claims["event_id"] == d.subject_id
    moves = inside & (linked.claims["article_id"].isin(leaving) | linked.claims["claim_id"].isin(leaving))
    if d.subject_id not in set(linked.events["event_id"]):
        return linked, orphan(d, "event")
    if not moves.any():
        return linked, Outcome("orphan", message=f"None of {d.value} is in {d.subject_id} any more: withdraw it.")
    new = make_id("evt", "split", d.subject_id, *sorted(leaving))
    claims = linked.claims.assign(event_id=linked.claims["event_id"].where(~moves, new))
    old = linked.events[linked.events["event_id"] == d.subject_id].iloc[0].to_dict()
    periods = claims.loc[moves, "period_start"].dropna()
    dates = {"date_start": periods.min(), "date_end": periods.max()} if len(periods) else {}
    rows = [
        old | _counts(linked, claims, d.subject_id),
        old | dates | {"event_id": new, "given_event_id": None} | _counts(linked, claims, new),
    ]
    others = linked.events[linked.events["event_id"] != d.subject_id]
    return Linked(linked.articles, claims, _with_rows(others, rows)), Outcome("applied", "", (d.subject_id, new))


def copy(linked: Linked, d: Decision) -> tuple[Linked, Outcome]:
    """The words of an article, or of all articles of a publisher, are another's: they are no voice of their own."""
    articles = linked.articles
    chosen = (articles["article_id"] == d.subject_id) | (articles["publisher"] == d.subject_id)
    if not chosen.any():
        return linked, orphan(d, "article or publisher")
    machine = LIST_SEPARATOR.join(sorted(set(articles.loc[chosen, "origin"].dropna())))
    told = linked.claims["article_id"].isin(articles.loc[chosen, "article_id"])
    events = tuple(sorted(set(linked.claims.loc[told, "event_id"].dropna())))
    changed = articles.assign(origin=articles["origin"].where(~chosen, d.value))
    return Linked(changed, linked.claims, linked.events), Outcome("applied", machine, events)


ACTIONS = {"merge": merge, "split": split, "copy": copy}


def _joined(both: pd.DataFrame) -> dict[str, Any]:
    """Days and the given id of two events together."""
    given = both["given_event_id"].dropna()
    starts, ends = both["date_start"].dropna(), both["date_end"].dropna()
    found: dict[str, Any] = {"given_event_id": given.iloc[0]} if len(given) == 1 else {}
    if len(starts):
        found["date_start"] = starts.min()
    if len(ends):
        found["date_end"] = ends.max()
    return found


def _counts(linked: Linked, claims: pd.DataFrame, event: str, rows: pd.DataFrame | None = None) -> dict[str, Any]:
    """Articles, origins and times of an event from its claims; of merged events at least as many as each had."""
    told = linked.articles[linked.articles["article_id"].isin(claims.loc[claims["event_id"] == event, "article_id"])]
    least = {name: 0 if rows is None else int(rows[name].max()) for name in ("n_articles", "n_origins")}
    when = told["published_at"].dropna()
    times = {"first_reported": when.min(), "last_reported": when.max()} if len(when) else {}
    return {
        "n_articles": max(len(told), least["n_articles"]),
        "n_origins": max(told["origin"].nunique(), least["n_origins"]),
        **times,
    }


def _with_rows(events: pd.DataFrame, rows: list[dict[Any, Any]]) -> pd.DataFrame:
    fresh = pd.DataFrame(rows, columns=events.columns).astype(events.dtypes.to_dict())
    return pd.concat([events, fresh], ignore_index=True).sort_values("event_id", ignore_index=True)

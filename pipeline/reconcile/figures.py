"""The figures table: every event's figures under every policy, from all reports."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from pipeline.reconcile.answer import Answer, answer_from
from pipeline.reconcile.events import Case, cases
from pipeline.reconcile.learning import Record, learn
from pipeline.reconcile.series import stand
from pipeline.reconcile.statement import Key, Statement
from pipeline.tables.base import LIST_SEPARATOR
from pipeline.tables.figures import Figures
from pipeline.tables.registry import conform, empty


def reconcile(
    claims: pd.DataFrame, articles: pd.DataFrame, events: pd.DataFrame, policies: Sequence[str]
) -> pd.DataFrame:
    """The figures that all reports together support, one row a figure and policy."""
    all_cases = list(cases(claims, articles, events))
    record = learn(all_cases, policies)
    rows = [row for case in all_cases for row in _rows(case, policies, record)]
    return conform(Figures, pd.DataFrame(rows)) if rows else empty(Figures)


def _rows(case: Case, policies: Sequence[str], record: Record) -> Iterator[dict[str, Any]]:
    for key, some in case.by_key.items():
        standing = stand(some, case.outdated)
        standing.trust = record.before(case.news(key)[-1])
        for name in policies:
            found = answer_from(standing, name)
            if found:
                yield _row(case, key, name, found, some)


def _row(case: Case, key: Key, name: str, found: Answer, some: Sequence[Statement]) -> dict[str, Any]:
    counting = (*found.standing.current, *found.standing.aside)
    low, best, high = found.values
    return {
        "figure_id": case.figure_id(key, name),
        "event_id": case.event_id,
        "given_event_id": case.given or None,
        "measure": key.measure,
        "victim_group": key.group,
        "scope": key.scope,
        "unit": key.unit,
        "currency": key.currency or None,
        "policy": name,
        "low": low,
        "best": best,
        "high": high,
        "status": found.status,
        "n_claims": len({c for s in some for c in s.claim_ids}),
        "n_articles": len({s.article_id for s in some}),
        "n_origins": len({s.voice for s in some}),
        "as_of": _time(max(s.at_us for s in counting)),
        "first_reported": _time(some[0].at_us),
        "last_reported": _time(some[-1].at_us),
        "supporting_claim_ids": join(found.supporting),
        "dissenting_claim_ids": join(found.dissenting),
        "superseded_claim_ids": join(found.superseded),
        "reason": found.reason,
    }


def join(ids: Sequence[str]) -> str | None:
    """Ids in one cell; none is an empty cell."""
    return LIST_SEPARATOR.join(ids) or None


def _time(at_us: int) -> pd.Timestamp:
    return pd.Timestamp(at_us, unit="us", tz="UTC")

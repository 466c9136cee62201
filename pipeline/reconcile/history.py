"""History: what was believed on every day, replayed from the publication days of the reports.

Here belong replaying and why a value changed. A figure's value on one day is made by answer, the same for a replay and
for one run; appending to what earlier runs recorded is the matter of appending.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pandas as pd

from pipeline import codebook
from pipeline.reconcile.answer import Answer, answer_from
from pipeline.reconcile.events import Case, cases
from pipeline.reconcile.figures import join
from pipeline.reconcile.learning import Record, learn
from pipeline.reconcile.series import stand
from pipeline.reconcile.statement import Key, Statement
from pipeline.tables.registry import columns, make_id
from pipeline.tables.revisions import Revisions

VALUES = ("low", "best", "high")


def history(
    claims: pd.DataFrame, articles: pd.DataFrame, events: pd.DataFrame, policies: Sequence[str]
) -> pd.DataFrame:
    """Every change of every figure, day by day (UTC day of publication), without recorded_at and run_id.

    A row for a figure and day is there when its values or its replaced claims changed on that day.
    """
    all_cases = list(cases(claims, articles, events))
    record = learn(all_cases, policies)
    rows = [row for case in all_cases for row in _changes(case, policies, record)]
    names = [c.name for c in columns(Revisions) if c.name not in ("recorded_at", "run_id")]
    return pd.DataFrame(rows, columns=names).sort_values("revision_id", ignore_index=True)


def _changes(case: Case, policies: Sequence[str], record: Record) -> Iterator[dict[str, Any]]:
    for key, some in case.by_key.items():
        days = [s.day for s in some]
        before: dict[str, Answer | None] = dict.fromkeys(policies)
        for day in case.news(key):
            known = some[: bisect_right(days, day)]
            standing = stand(known, case.outdated, day)
            standing.trust = record.before(day)
            for name in policies:
                now = answer_from(standing, name)
                if _differs(before[name], now):
                    yield _row(case, key, name, day, before[name], now, known)
                before[name] = now


def _differs(before: Answer | None, now: Answer | None) -> bool:
    if before is None or now is None:
        return before is not now
    return before.values != now.values or before.superseded != now.superseded


def _row(
    case: Case, key: Key, name: str, day: str, before: Answer | None, now: Answer | None, known: Sequence[Statement]
) -> dict[str, Any]:
    old, new = (found.values if found else (None, None, None) for found in (before, now))
    trigger = _trigger(now, known, day)
    superseded = join(now.superseded) if now else join(sorted({c for s in known for c in s.claim_ids}))
    figure_id = case.figure_id(key, name)
    return {
        "revision_id": make_id("rev", figure_id, day, *new, superseded),
        "figure_id": figure_id,
        "event_id": case.event_id,
        "given_event_id": case.given or None,
        "measure": key.measure,
        "victim_group": key.group,
        "scope": key.scope,
        "policy": name,
        "as_of": day,
        **{f"old_{end}": value for end, value in zip(VALUES, old, strict=True)},
        **{f"new_{end}": value for end, value in zip(VALUES, new, strict=True)},
        "superseded_claim_ids": superseded,
        "reason": _reason(before, now, trigger, key.measure, case),
        "trigger_claim_id": trigger.claim_ids[0] if trigger else None,
    }


def _trigger(now: Answer | None, known: Sequence[Statement], day: str) -> Statement | None:
    """The day's newest statement that supports the new value, else the day's newest."""
    fresh = [s for s in known if s.day == day]
    supporting = set(now.supporting) if now else set()
    helpful = [s for s in fresh if supporting.intersection(s.claim_ids)]
    return max(helpful or fresh, key=lambda s: s.order, default=None)


def _reason(
    before: Answer | None, now: Answer | None, trigger: Statement | None, measure: str, case: Case
) -> str:
    if now is None:
        return "retracted"
    if before is None:
        return "first_report"
    if before.values == now.values:
        return "superseded"
    if trigger is None:  # a newer version of a report no longer has the number
        return "source_correction"
    told = " ".join(one.sentence for one in case.said if one.claim_id in trigger.claim_ids)
    named = next((reason for reason, entry in _words_of_reasons().items()
                  if measure in entry["measures"] and _any_of(tuple(entry["words"])).search(told)), None)  # fmt: skip
    return named or ("source_correction" if trigger.corrects else "new_report")


def _words_of_reasons() -> dict[str, Any]:
    """Reasons that the words of the report give, with the measures that they explain."""
    return dict(codebook.read("reconcile_rules")["reasons"])


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(words) + r")\b", re.I)

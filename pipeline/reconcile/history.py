"""History: what was believed on every day. Replayed from the reports' publication days; written append-only.

Here belong replaying and appending. A figure's value on one day is made by answer, the same for a replay and for
one run.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from pipeline.reconcile.answer import Answer, answer_from
from pipeline.reconcile.events import Case, cases
from pipeline.reconcile.figures import join
from pipeline.reconcile.learning import Record, learn
from pipeline.reconcile.series import stand
from pipeline.reconcile.statement import Key, Statement
from pipeline.tables.registry import columns, conform, empty, make_id
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
        "reason": _reason(before, now, trigger),
        "trigger_claim_id": trigger.claim_ids[0] if trigger else None,
    }


def _trigger(now: Answer | None, known: Sequence[Statement], day: str) -> Statement | None:
    """The day's newest statement that supports the new value, else the day's newest."""
    fresh = [s for s in known if s.day == day]
    supporting = set(now.supporting) if now else set()
    helpful = [s for s in fresh if supporting.intersection(s.claim_ids)]
    return max(helpful or fresh, key=lambda s: s.order, default=None)


def _reason(before: Answer | None, now: Answer | None, trigger: Statement | None) -> str:
    if now is None:
        return "retracted"
    if before is None:
        return "first_report"
    if before.values == now.values:
        return "superseded"
    if trigger is None or trigger.corrects:  # without a trigger: a newer version of a report no longer has the number
        return "source_correction"
    return "new_report"


# ------------------------------------------------------------------ appending


Row = dict[str, Any]
Believed = dict[tuple[str, str], Row]
"""(figure_id, as_of) -> the row that holds from that day on."""
Days = dict[str, list[str]]
STATE = ("new_low", "new_best", "new_high", "superseded_claim_ids")
FACTS = ("figure_id", "event_id", "given_event_id", "measure", "victim_group", "scope", "policy", "as_of")


def append(
    old: pd.DataFrame, replayed: pd.DataFrame, recorded_at: pd.Timestamp, run_id: str, cause: str = "retroactive"
) -> pd.DataFrame:
    """The old revisions, untouched, and a row for each (figure, day) on which we now believe something else.

    A day that the replay no longer has gets a row that says what holds on it now. `cause` is the reason of a row that
    revises what an earlier run had written (retroactive, codebook, code, retracted, review); rows on days after the
    last one recorded keep the reason of the replay.
    """
    if old.empty:
        return _sealed(_plain(replayed), old, recorded_at, run_id)
    latest = old.sort_values(["recorded_at", "revision_id"]).drop_duplicates(["figure_id", "as_of"], keep="last")
    believed = {(row["figure_id"], row["as_of"]): row for row in _plain(latest)}
    now = {(row["figure_id"], row["as_of"]): row for row in _plain(replayed)}
    days = _days(believed)
    fresh = [_revised(row, believed, days, cause) for place, row in now.items() if not _same(believed.get(place), row)]
    fresh += _vanished(believed, now, cause)
    return _sealed(fresh, old, recorded_at, run_id)


def _plain(frame: pd.DataFrame) -> list[dict[str, Any]]:
    cells = frame.astype(object)
    return [{str(k): v for k, v in row.items()} for row in cells.where(cells.notna(), None).to_dict("records")]


def _same(a: dict[str, Any] | None, b: dict[str, Any]) -> bool:
    return a is not None and all(a[name] == b[name] for name in STATE)


def _revised(row: Row, believed: Believed, days: Days, cause: str) -> Row:
    """A row of the replay; where it rewrites a recorded day, old_* is what was believed about that day."""
    figure, day = row["figure_id"], row["as_of"]
    recorded = days.get(figure, [])
    if not recorded or day > recorded[-1]:
        return row
    was = _in_force(believed, days, figure, day)
    old = {f"old_{end}": was[f"new_{end}"] if was else None for end in VALUES}
    return {**row, **old, "reason": cause}


def _in_force(rows: Believed, days: Days, figure: str, day: str) -> Row | None:
    """The row that holds for the figure on that day."""
    known = days.get(figure, [])
    place = bisect_right(known, day)
    return rows[figure, known[place - 1]] if place else None


def _days(rows: Believed) -> Days:
    days: Days = defaultdict(list)
    for figure, day in sorted(rows):
        days[figure].append(day)
    return dict(days)


def _vanished(believed: Believed, now: Believed, cause: str) -> list[Row]:
    """Recorded days on which the replay has no change any more: what holds there now, nothing if the figure is gone."""
    rows, days = [], _days(now)
    for (figure, day), was in believed.items():
        holds = _in_force(now, days, figure, day) or dict.fromkeys(STATE)
        if (figure, day) in now or _same(was, holds):
            continue
        values = {f"old_{end}": was[f"new_{end}"] for end in VALUES} | {name: holds[name] for name in STATE}
        reason = "retracted" if holds["new_best"] is None and holds["new_high"] is None else cause
        rows.append({name: was[name] for name in FACTS} | values | {"reason": reason, "trigger_claim_id": None})
    return rows


def _sealed(rows: list[dict[str, Any]], old: pd.DataFrame, recorded_at: pd.Timestamp, run_id: str) -> pd.DataFrame:
    """The old rows and the new ones, these with both times and an id of their own."""
    for row in rows:
        row["recorded_at"], row["run_id"] = recorded_at, run_id
        row["revision_id"] = make_id(
            "rev", row["figure_id"], row["as_of"], recorded_at.isoformat(), run_id, *(row[n] for n in STATE)
        )
    if not rows:
        return conform(Revisions, old) if len(old) else empty(Revisions)
    fresh = conform(Revisions, pd.DataFrame(rows))
    return conform(Revisions, pd.concat([old, fresh], ignore_index=True)) if len(old) else fresh

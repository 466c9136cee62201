"""What people decided about claims and figures: accepted, rejected and corrected claims, pinned figures.

Here belong decisions that change what is reconciled, and how a figure's reason tells of them. The machine's own value
is kept in the decisions table and in the claims table, which is never rewritten.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from pipeline.linking.decisions import Decision, Outcome, orphan, stale

REVIEWED = "review_corrects"
"""The rule of a claim that a person vouches for: it is followed like a correction, never held back, never stale."""
VALUES = ("low", "best", "high")
Ends = tuple[int | None, int | None, int | None]


def review_claims(claims: pd.DataFrame, decisions: Iterable[Decision]) -> tuple[pd.DataFrame, dict[str, Outcome]]:
    """The claims as decided, for reconciling, and what became of each decision on them."""
    about = [d for d in decisions if d.action in ("accept", "reject", "correct")]
    named = {d.subject_id for d in about}
    rows = {str(row["claim_id"]): row for row in claims[claims["claim_id"].isin(named)].to_dict("records")}
    outcomes: dict[str, Outcome] = {}
    changes: dict[str, dict[str, Any]] = {}
    rejected: set[str] = set()
    for d in about:
        if d.subject_id not in rows:
            outcomes[d.decision_id] = orphan(d, "claim")
            continue
        row = rows[d.subject_id]
        machine = shown(row) if d.action != "correct" or d.field == "value" else _cell(row[d.field])
        event = (row["event_id"],) if isinstance(row["event_id"], str) else ()
        if d.seen_value and d.seen_value != machine:
            outcomes[d.decision_id] = stale(d, machine, event)
            continue
        outcomes[d.decision_id] = Outcome("applied", machine, event)
        if d.action == "reject":
            rejected.add(d.subject_id)
        changes.setdefault(d.subject_id, {}).update(_changes(d))
    changed = _changed(claims, changes)
    return changed[~changed["claim_id"].isin(rejected)].reset_index(drop=True), outcomes


def _changes(d: Decision) -> dict[str, Any]:
    vouched: dict[str, Any] = {"rule": REVIEWED, "confidence": 1.0}
    if d.action == "accept":
        return vouched | {"assertion": "asserted", "negated": False}
    if d.action == "correct":
        return vouched | (number(d.value) if d.field == "value" else {d.field: d.value})
    return {}


def _changed(claims: pd.DataFrame, changes: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    changed = claims.copy()
    places = {claim_id: place for place, claim_id in zip(changed.index, changed["claim_id"], strict=True)}
    for claim_id, cells in changes.items():
        for name, value in cells.items():
            changed.loc[places[claim_id], name] = pd.NA if value is None else value
    return changed


def number(text: str) -> dict[str, Any]:
    """A number as a decision writes it: 17, 17+ (at least 17), 10-15."""
    ends = [int(part) for part in re.findall(r"\d+", text)]
    if text.endswith("+"):
        return {"value_low": ends[0], "value_best": ends[0], "value_high": None, "quantifier": "at_least"}
    if len(ends) == 2:
        return {"value_low": min(ends), "value_best": None, "value_high": max(ends), "quantifier": "range"}
    return {"value_low": ends[0], "value_best": ends[0], "value_high": ends[0], "quantifier": "exact"}


def shown(row: Mapping[Any, Any]) -> str:
    """A claim's number as a decision would write it."""
    low, best, high = (None if pd.isna(row[f"value_{end}"]) else int(row[f"value_{end}"]) for end in VALUES)
    if row["quantifier"] == "range" and low is not None:
        return f"{low}-{high}"
    point = next((value for value in (best, low, high) if value is not None), None)
    return "" if point is None else f"{point}{'+' if high is None and low is not None else ''}"


def _cell(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


# ------------------------------------------------------------------ pins


def pin_figures(figures: pd.DataFrame, decisions: Iterable[Decision]) -> tuple[pd.DataFrame, dict[str, Outcome]]:
    """The figures with the pinned ones at the value decided, and what became of each pin."""
    pinned = figures.copy()
    places = {figure_id: place for place, figure_id in zip(pinned.index, pinned["figure_id"], strict=True)}
    outcomes: dict[str, Outcome] = {}
    for d in (d for d in decisions if d.action == "pin"):
        place = places.get(d.subject_id)
        if place is None:
            outcomes[d.decision_id] = orphan(d, "figure")
            continue
        row = pinned.loc[place]
        machine, event = written(ends(row)), (str(row["event_id"]),)
        if not _holds(d, ends(row)):
            outcomes[d.decision_id] = stale(d, machine, event)
            continue
        outcomes[d.decision_id] = Outcome("applied", machine, event)
        pinned.loc[place, list(VALUES)] = pd.array(pin_value(d), dtype="Int64")
        pinned.loc[place, "reason"] = f"Pinned at {d.value} ({d.remark}). The machine says {machine}: {row['reason']}"
    return pinned, outcomes


def pin_history(replayed: pd.DataFrame, decisions: Iterable[Decision]) -> pd.DataFrame:
    """The replay with every pin from the day on which it was decided, as long as the machine says what it said then."""
    for d in (d for d in decisions if d.action == "pin"):
        of_figure = replayed["figure_id"] == d.subject_id
        if of_figure.any():
            rows = _pinned_rows(replayed[of_figure].sort_values("as_of"), d)
            replayed = pd.concat([replayed[~of_figure], rows], ignore_index=True)
    return replayed.sort_values(["figure_id", "as_of"], ignore_index=True)


def _pinned_rows(rows: pd.DataFrame, d: Decision) -> pd.DataFrame:
    day = max(d.decided_at[:10], str(rows["as_of"].iloc[0]))
    told = [{str(k): v for k, v in row.items()} for row in rows.to_dict("records")]
    before = [row for row in told if row["as_of"] <= day]
    if before[-1]["as_of"] < day and _holds(d, ends(before[-1], "new_")):
        told.insert(len(before), before[-1] | {"as_of": day, "trigger_claim_id": None})
    last: Ends = (None, None, None)
    for row in told:
        machine = ends(row, "new_")
        is_pinned = row["as_of"] >= day and machine != (None, None, None) and _holds(d, machine)
        now = pin_value(d) if is_pinned else machine
        row |= {f"old_{end}": value for end, value in zip(VALUES, last, strict=True)}
        row |= {f"new_{end}": value for end, value in zip(VALUES, now, strict=True)}
        row["reason"] = "review" if is_pinned and row["as_of"] == day else row["reason"]
        last = now
    return pd.DataFrame(told, columns=rows.columns).astype(rows.dtypes.to_dict())


def pin_value(d: Decision) -> Ends:
    """low, best, high of a pin: 17, or 15/17/20."""
    parts = [int(part) for part in d.value.split("/")]
    low, best, high = parts if len(parts) == 3 else parts * 3
    return low, best, high


def ends(row: Mapping[str, Any], prefix: str = "") -> Ends:
    """low, best, high of a row."""
    low, best, high = (None if pd.isna(v := row[f"{prefix}{end}"]) else int(v) for end in VALUES)
    return low, best, high


def written(values: Ends) -> str:
    """low, best, high as a pin would write them."""
    texts = ["" if value is None else str(value) for value in values]
    return texts[0] if len(set(texts)) == 1 else "/".join(texts)


def _holds(d: Decision, machine: Ends) -> bool:
    """The machine still says what the person saw; a person who noted nothing means whatever it says."""
    return d.seen_value in ("", written(machine), "" if machine[1] is None else str(machine[1]))


# ------------------------------------------------------------------ reasons


def with_remarks(
    figures: pd.DataFrame, claims: pd.DataFrame, decisions: Iterable[Decision], outcomes: Mapping[str, Outcome]
) -> pd.DataFrame:
    """The figures whose reason tells of the decisions behind them. `claims` are those of the machine."""
    about = claims.set_index("claim_id")[["measure", "victim_group"]]
    remarked = figures.copy()
    for d in decisions:
        found = outcomes[d.decision_id]
        if found.state != "applied" or d.action in ("pin", "withdraw"):
            continue
        touched = remarked["event_id"].isin(found.event_ids)
        if d.subject_id in about.index:
            measures = {about.loc[d.subject_id, "measure"], d.value if d.field == "measure" else None}
            groups = {about.loc[d.subject_id, "victim_group"], d.value if d.field == "victim_group" else None, "all"}
            touched &= remarked["measure"].isin(measures) & remarked["victim_group"].isin(groups)
        remarked.loc[touched, "reason"] = remarked.loc[touched, "reason"] + f" {d.remark.rstrip('.')}."
    return remarked


def touched_events(before: Mapping[str, Outcome], after: Mapping[str, Outcome]) -> frozenset[str]:
    """The events of decisions that are new, gone, or in another state than on the run before."""
    changed = [one for key in {*before, *after} for one in (before.get(key), after.get(key))
               if one and (key not in before or key not in after or before[key].state != after[key].state)]  # fmt: skip
    return frozenset(event for one in changed for event in one.event_ids)

"""`reckoner history EVENT_ID`: what was believed about an event, on a day, or after a run.

Here belong the look-up below an output folder and the layout; reconcile/believed.py answers the questions.
"""

import sys
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from pipeline.defs.settings import PROCESSED, setting
from pipeline.defs.store.folder import open_folder
from pipeline.defs.store.revisions import load_revisions
from pipeline.reconcile.believed import UnknownRun, believed_on, published_in
from pipeline.reconcile.policies import default_policies

KEY = ["measure", "victim_group", "scope", "policy", "as_of", "recorded_at"]


def tell_history(event: str, day: str | None, run: str | None, policy: str | None) -> int:
    """Prints the revisions of an event (its id, or the one that the input gave); 2 when there are none."""
    store = open_folder(setting(PROCESSED))
    revisions = load_revisions(store)
    wrong = _no_tables(revisions, store.url) or _no_policy(revisions, policy)
    if wrong:
        print(wrong, file=sys.stderr)
        return 2
    try:
        asked = published_in(revisions, run) if run else believed_on(revisions, day) if day else revisions
    except UnknownRun as unknown:
        print(unknown, file=sys.stderr)
        return 2
    of_event = asked[(asked["event_id"] == event) | (asked["given_event_id"] == event)]
    found = of_event[of_event["policy"] == (policy or default_policies()[0])].sort_values(KEY)
    if found.empty:
        about = f"up to {day}" if day else f"in run {run}" if run else "at any time"
        print(f"Nothing is recorded about {event} {about} below {store.url}. Ids stand in events.csv.", file=sys.stderr)
        return 2
    print("\n".join(lines(found)))
    return 0


def _no_tables(revisions: pd.DataFrame, url: str) -> str:
    return "" if len(revisions) else f"There are no tables below {url} yet. Make them first: make run"


def _no_policy(revisions: pd.DataFrame, policy: str | None) -> str:
    there = sorted(set(revisions["policy"]))
    return f"There is no policy {policy} here; there are {', '.join(there)}." if policy and policy not in there else ""


def lines(rows: pd.DataFrame) -> Iterator[str]:
    """One line a revision, those of a figure together."""
    for (measure, group, scope, policy), some in rows.groupby(KEY[:4], sort=False):
        yield f"{measure}, {group}, {scope} ({policy})"
        for row in some.to_dict("records"):
            when = f"{row['recorded_at']:%Y-%m-%d %H:%M}"
            change = f"{interval(row, 'old_')} → {interval(row, 'new_')}"
            yield f"  {row['as_of']}  {change:<24} {row['reason']:<18} recorded {when}, run {row['run_id'][:8]}"


def interval(row: Mapping[Any, Any], prefix: str) -> str:
    """low–best–high in a few characters: 17, 15–17–20, 17 or more."""
    low, best, high = (None if pd.isna(v := row[f"{prefix}{end}"]) else int(v) for end in ("low", "best", "high"))
    if low is best is high is None:
        return "none"
    if low == best == high:
        return f"{best:,}"
    texts = ("?" if value is None else f"{value:,}" for value in (low, best))
    return "–".join([*texts, "open" if high is None else f"{high:,}"])

"""Which figures stand for the whole of an event: one a measure, of the scope that covers all of it.

Here belongs that choice, which the summary, the wide table and the report share. What a figure says is reconcile's
matter.
"""

from collections.abc import Iterable

import pandas as pd

EVERYBODY = "all"
SCOPES = {
    "incident": ("incident", "cumulative", "window", "part"),
    "campaign": ("cumulative", "window", "incident", "part"),
}
"""By kind of event: the scopes of figures that stand for all of it, best first."""
MEASURES = (
    "killed", "injured", "casualties", "missing", "presumed_dead", "survivors", "rescued", "displaced", "evacuated",
    "detained", "kidnapped", "strikes", "vessels", "aircraft", "amount",
)  # fmt: skip
"""What is named first, as far as an event has it; other measures follow in the order of the alphabet."""


def standing_figures(events: pd.DataFrame, figures: pd.DataFrame, policy: str) -> pd.DataFrame:
    """One figure with a value an event, measure, victim group and currency, under one policy; MEASURES first."""
    has_value = figures[["low", "best", "high"]].notna().any(axis="columns")
    wanted = figures[has_value & (figures["policy"] == policy)]
    kinds = wanted["event_id"].map(dict(zip(events["event_id"], events["kind"], strict=True)))
    placed = wanted.assign(
        _scope=scope_ranks(kinds, wanted["scope"]).set_axis(wanted.index),
        _measure=wanted["measure"].map({measure: i for i, measure in enumerate(MEASURES)}).fillna(len(MEASURES)),
    ).dropna(subset="_scope")
    ordered = placed.sort_values(["event_id", "_measure", "measure", "victim_group", "currency", "_scope"])
    one_each = ordered.drop_duplicates(["event_id", "measure", "victim_group", "currency"])
    return one_each.drop(columns=["_scope", "_measure"])


def scope_ranks(kinds: Iterable[str], scopes: Iterable[str]) -> pd.Series:
    """How well each scope stands for all of an event of that kind, 0 best; empty where it does not."""
    rank = {(kind, scope): i for kind, listed in SCOPES.items() for i, scope in enumerate(listed)}
    return pd.Series([rank.get(pair) for pair in zip(kinds, scopes, strict=True)], dtype="Int64")


def of_everybody(figures: pd.DataFrame) -> pd.DataFrame:
    """The figures that count everybody, not one group."""
    return figures[figures["victim_group"] == EVERYBODY]

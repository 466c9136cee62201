"""The rows of events_wide: an event with its main figures side by side.

Here belongs laying figures out by column. Which columns there are, the table's model says.
"""

import pandas as pd

from pipeline.publishing.standing import standing_figures
from pipeline.tables.base import LIST_SEPARATOR
from pipeline.tables.events_wide import WIDE, EventsWide
from pipeline.tables.registry import conform

VALUES = ("low", "best", "high", "status")


def events_wide(
    events: pd.DataFrame, figures: pd.DataFrame, claims: pd.DataFrame, articles: pd.DataFrame, policy: str
) -> pd.DataFrame:
    """One row an event under one policy."""
    rows = events.assign(policy=policy, publishers=events["event_id"].map(_publishers(claims, articles)))
    standing = standing_figures(events, figures, policy)
    first = pd.Series(None, index=rows.index, dtype="str")
    for name, (measure, group) in WIDE.items():
        chosen = standing[(standing["measure"] == measure) & (standing["victim_group"] == group)].set_index("event_id")
        for value in VALUES:
            rows[f"{name}_{value}"] = rows["event_id"].map(chosen[value])
        first = first.where(first.notna(), rows[f"{name}_status"].astype("str"))
    return conform(EventsWide, rows.assign(status=first))


def _publishers(claims: pd.DataFrame, articles: pd.DataFrame) -> dict[str, str]:
    """By event: the names of those who reported on it, in the order of the alphabet."""
    names = articles.set_index("article_id")["publisher"]
    pairs = claims[["event_id", "article_id"]].dropna().drop_duplicates()
    named = pairs.assign(publisher=pairs["article_id"].map(names)).dropna(subset="publisher")
    some = named.drop_duplicates(["event_id", "publisher"]).sort_values("publisher")
    return {str(event): LIST_SEPARATOR.join(group) for event, group in some.groupby("event_id")["publisher"]}

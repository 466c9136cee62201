"""Doubts about single articles and claims: times, dates, ids and numbers that cannot all be right.

Here belong checks that need no figure. Doubts about figures and about their course stand in anomalies.
"""

from collections.abc import Callable, Iterator

import pandas as pd

from pipeline import codebook
from pipeline.reading.article import is_record_file
from pipeline.reconcile.doubt import Doubt
from pipeline.reconcile.said import when_published


def claim_without_event(claims: pd.DataFrame) -> Iterator[Doubt]:
    """A claim that no event took, unless it is background."""
    lost = claims[claims["event_id"].isna() & (claims["scope"] != "background")]
    for claim_id, measure in zip(lost["claim_id"], lost["measure"], strict=True):
        message = f"No event was found for this {measure} claim; give its report an event_id, or check its date."
        yield Doubt("claims", claim_id, "claim_without_event", "warning", message)


def claim_ends_out_of_order(claims: pd.DataFrame) -> Iterator[Doubt]:
    """A claim whose low, best and high are out of order: a fault of extraction."""
    low, best, high = claims["value_low"], claims["value_best"], claims["value_high"]
    wrong = claims[((low > best) | (best > high) | (low > high)).fillna(False)]
    for row in wrong.to_dict("records"):
        message = (
            f"low {row['value_low']}, best {row['value_best']}, high {row['value_high']} of this claim are out of "
            "order; look at its excerpt and correct it."
        )
        yield Doubt("claims", row["claim_id"], "claim_ends_out_of_order", "error", message)


def part_larger_than_its_whole(claims: pd.DataFrame) -> Iterator[Doubt]:
    """A part or subset that is larger than the claim that it belongs to: one of the two is read wrongly."""
    value = claims["value_best"].fillna(claims["value_low"])
    top = claims["value_high"].fillna(value)
    whole = claims.assign(whole=top.where(claims["quantifier"] != "at_least"))[["claim_id", "whole"]]
    parts = claims.assign(value=value)[claims["parent_claim_id"].notna()]
    joined = parts.merge(whole, left_on="parent_claim_id", right_on="claim_id", suffixes=("", "_of_whole"))
    for row in joined[(joined["value"] > joined["whole"]).fillna(False)].to_dict("records"):
        message = (
            f"{row['value']:,} {row['victim_group']} are more than the {row['whole']:,} that they are part of "
            f"({row['parent_claim_id']}); one of the two is read wrongly."
        )
        yield Doubt("claims", row["claim_id"], "part_larger_than_its_whole", "warning", message)


def date_in_the_future(claims: pd.DataFrame, articles: pd.DataFrame) -> Iterator[Doubt]:
    """What is reported as done is dated behind its report; a day is allowed for time zones."""
    days = dict(zip(articles["article_id"], _days(when_published(articles) + pd.Timedelta(days=1)), strict=True))
    dated = claims[claims["period_start"].notna() & (claims["assertion"] != "planned")]
    ahead = dated[dated["period_start"] > dated["article_id"].map(days)]
    for row in ahead.to_dict("records"):
        message = (
            f"{row['period_start']} lies behind the day of the report ({days[row['article_id']]} at the latest): "
            "the date is read wrongly, or the report's own date is wrong."
        )
        yield Doubt("claims", row["claim_id"], "date_in_the_future", "warning", message)


def claim_far_from_its_event(claims: pd.DataFrame, events: pd.DataFrame) -> Iterator[Doubt]:
    """A claim on one incident whose day is far from the days of the event."""
    incidents = events[(events["kind"] == "incident") & events["date_start"].notna()]
    dated = claims[(claims["date_precision"] == "day") & (claims["scope"] == "incident")]
    joined = dated.merge(incidents[["event_id", "date_start", "date_end"]], on="event_id")
    day = pd.to_datetime(joined["period_start"])
    before = pd.to_datetime(joined["date_start"]) - day
    behind = day - pd.to_datetime(joined["date_end"].fillna(joined["date_start"]))
    away = pd.concat([before, behind], axis=1).max(axis=1).dt.days
    far = joined.assign(away=away)[away > int(codebook.read("reconcile_rules")["far_days"])]
    for row in far.to_dict("records"):
        message = (
            f"It is dated {row['period_start']}, {row['away']} days from its event ({row['date_start']}): it may "
            "belong to another event, or to none."
        )
        yield Doubt("claims", row["claim_id"], "claim_far_from_its_event", "warning", message)


def publication_time_unknown(articles: pd.DataFrame) -> Iterator[Doubt]:
    """A report whose time of publication nobody gives: its place in the history is a guess."""
    unknown = articles[articles["published_at"].isna() | (articles["published_at_basis"] == "retrieved")]
    for article_id in unknown["article_id"]:
        message = "Nothing says when it was published; the time of its file stands in. Give its record a published_at."
        yield Doubt("articles", article_id, "publication_time_unknown", "info", message)


def given_id_twice(articles: pd.DataFrame) -> Iterator[Doubt]:
    """Two documents to which the records of the input give one id. Other files get an id of their name only."""
    records = articles[articles["raw_id"].notna() & articles["raw_path"].map(is_record_file)]
    given = records.drop_duplicates(["raw_id", "document_id"])
    twice = given[given.duplicated("raw_id", keep=False)].sort_values(["raw_id", "article_id"])
    for raw_id, rows in twice.groupby("raw_id", sort=True):
        paths = ", ".join(sorted(set(rows["raw_path"]))[:3])
        message = f"The input gives the id {raw_id} to {len(rows)} different documents ({paths}); ids should be unique."
        for article_id in rows["article_id"]:
            yield Doubt("articles", article_id, "given_id_twice", "warning", message)


def _days(moments: "pd.Series[pd.Timestamp]") -> list[str]:
    return list(moments.dt.strftime("%Y-%m-%d"))


def claim_doubts(claims: pd.DataFrame, articles: pd.DataFrame, events: pd.DataFrame) -> Iterator[Doubt]:
    """All doubts of this module."""
    for look in CLAIM_CHECKS:
        yield from look(claims)
    yield from date_in_the_future(claims, articles)
    yield from claim_far_from_its_event(claims, events)
    yield from publication_time_unknown(articles)
    yield from given_id_twice(articles)


CLAIM_CHECKS: tuple[Callable[[pd.DataFrame], Iterator[Doubt]], ...] = (
    claim_without_event, claim_ends_out_of_order, part_larger_than_its_whole,
)  # fmt: skip

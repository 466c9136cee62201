"""Linking as one step: copies and origins, stories, and the event of every claim."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from pipeline.linking.abroad import set_apart
from pipeline.linking.assign import Assignment, assign
from pipeline.linking.campaigns import join_campaigns
from pipeline.linking.copies import find_copies
from pipeline.linking.earlier import set_earlier_apart
from pipeline.linking.events import Evidence, event_ids, event_table
from pipeline.linking.known import Key
from pipeline.linking.notes import Report, read_reports
from pipeline.linking.one_event import settle_totals
from pipeline.linking.positions import positions
from pipeline.linking.roundups import set_roundups_apart
from pipeline.linking.stories import story_of_each


class Linked(NamedTuple):
    """Articles with copy_group_id and origin, claims with event_id, and the events."""

    articles: pd.DataFrame
    claims: pd.DataFrame
    events: pd.DataFrame


def link(articles: pd.DataFrame, claims: pd.DataFrame) -> Linked:
    """Fill copy groups, origins and event ids. `articles` is the articles table with the column `text`.

    A given event or campaign id always wins; reports without one are grouped by story.
    """
    copied = find_copies(articles.sort_values("article_id", ignore_index=True))
    claims = claims.sort_values("claim_id", ignore_index=True)
    reports = read_reports(copied, claims)
    set_apart(reports)
    set_earlier_apart(reports)
    places = positions(copied, claims)
    settle_totals(reports)
    set_roundups_apart(reports, [None if pd.isna(place) else int(place) for place in places])
    found, parents = _assign_all(reports)
    evidence = _evidence(reports, found)
    ids = event_ids(evidence)
    of_claim = [ids[key] if (key := found[i]) else np.nan for i in range(len(claims))]
    linked = claims.assign(
        event_id=pd.Series(of_claim, index=claims.index, dtype="str"),
        position=places,
        scope=_scopes(reports, claims),
    )
    return Linked(copied, linked, event_table(evidence, ids, parents))


def _scopes(reports: list[Report], claims: pd.DataFrame) -> "pd.Series[str]":
    """The scopes of the claims, in their order, with those that all reports together put in the background."""
    settled = {note.position: note.scope for report in reports for note in report.notes}
    return pd.Series([settled[i] or None for i in range(len(claims))], index=claims.index, dtype="str")


def _assign_all(reports: list[Report]) -> tuple[Assignment, dict[Key, Key]]:
    by_story: dict[str, list[Report]] = defaultdict(list)
    for report, story in zip(reports, story_of_each(reports), strict=True):
        by_story[story].append(report)
    found: Assignment = {}
    parents: dict[Key, Key] = {}
    for name, members, homes in _joined_by_campaign(by_story):
        some, above = assign(name, members, homes)
        found.update(some)
        parents.update(above)
    return join_campaigns(reports, found, parents)


def _joined_by_campaign(by_story: dict[str, list[Report]]) -> Iterator[tuple[str, list[Report], dict[int, str]]]:
    """Stories whose reports name one given campaign are one; with the given incident that each report is near to."""
    joined: dict[str, list[Report]] = defaultdict(list)
    homes: dict[int, str] = {}
    for story, members in by_story.items():
        campaign = max((report.given_campaign for report in members), default="")
        joined[f"campaign {campaign}" if campaign else story] += members
        home = max((report.given_event for report in members), default="")
        homes.update({report.position: home for report in members if home})
    for name, members in joined.items():
        yield name, members, homes


def _evidence(reports: list[Report], found: Assignment) -> dict[Key, Evidence]:
    """The reports and claims of each event. A given event exists even when no report claims a figure."""
    evidence: dict[Key, Evidence] = defaultdict(list)
    for report in reports:
        for note in report.notes:
            if key := found[note.position]:
                evidence[key].append((report, note))
        if report.given_event:
            evidence[Key("incident", report.given_event, "given")].append((report, None))
        if report.given_campaign:
            evidence[Key("campaign", report.given_campaign, "campaign " + report.given_campaign)].append((report, None))
    return dict(evidence)

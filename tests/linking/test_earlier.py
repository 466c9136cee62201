"""Earlier incidents: what the reports of a given incident tell of another one long before is not its figure."""

from typing import Any

import pandas as pd
import pytest

from tests.linking.test_link import event_of, linked

OWN = {"n": 4, "start": "2031-05-20"}


def reports(*claims: dict[str, Any], **more: str) -> list[dict[str, Any]]:
    """A report of the day after with these claims, and one that follows up."""
    return [
        {"id": "a", "event_id": "X", "day": "2031-05-21", "claims": list(claims)} | more,
        {"id": "b", "event_id": "X", "day": "2031-06-30", "claims": [{"n": 4}]} | more,
    ]


@pytest.mark.parametrize(
    "claim",
    [
        {"n": 5, "start": "2031-03-03"},
        {"n": 5, "start": "2031-03-03", "scope": "subset"},
        {"n": 1, "start": "2031-04-01", "end": "2031-04-30", "precision": "month"},
        {"n": 9, "start": "2029-01-01", "end": "2029-12-31", "precision": "year"},
        {"n": 5, "start": "2031-03-03", "measure": "injured"},
        {"n": 44, "start": "2031-01-01", "end": "2031-05-21", "precision": "year", "scope": "window"},
        {"n": 9, "start": "2031-05-18", "end": "2031-05-24", "precision": "week", "scope": "window"},
    ],
    ids=["a day", "a part", "a month", "a year", "another harm", "the year so far", "the week"],
)
def test_an_earlier_incident_belongs_to_no_event(claim: dict[str, Any]) -> None:
    """Fails when the five hurt two blocks away in March widen the figure of May."""
    found = linked(reports(OWN, claim))
    assert pd.isna(event_of(found, "a.1"))
    assert not pd.isna(event_of(found, "a.0"))


@pytest.mark.parametrize(
    "claim",
    [
        {"n": 5, "start": "2031-05-18"},
        {"n": 4, "start": "2031-03-03"},
        {"n": 5, "start": "2031-03-03", "measure": "missing"},
        {"n": 5, "start": "2031-03-03", "scope": "cumulative"},
        {"n": 5, "start": "2031-06-29"},
        {"n": 9, "start": "2031-05-19", "end": "2031-05-21", "scope": "window"},
    ],
    ids=["days before", "the same number", "nobody else counts them", "since then", "later", "its own days"],
)
def test_what_may_be_the_incidents_own_stays(claim: dict[str, Any]) -> None:
    """Fails when a date read wrong, or the day of a death, takes a claim from its event."""
    assert not pd.isna(event_of(linked(reports(OWN, claim)), "a.1"))


def test_of_one_report_another_harm_stays() -> None:
    """Fails when the only report of an incident, with a date read wrong, loses its dead because it counts the hurt."""
    old = {"n": 5, "start": "2031-03-03", "measure": "injured"}
    assert not linked(reports(OWN, old)[:1]).claims["event_id"].isna().any()


def test_a_day_on_which_a_report_was_news_is_the_incidents_own() -> None:
    """Fails when a late report's day, of a trial, makes the first report's another incident."""
    late = [{"id": "c", "event_id": "X", "day": "2032-02-11", "claims": [{"n": 5, "start": "2032-02-10"}]}]
    assert not linked(reports(OWN) + late).claims["event_id"].isna().any()


def test_without_a_day_of_its_own_or_in_a_campaign_nothing_is_set_apart() -> None:
    """Fails when the only dated claim is another's, or when a campaign loses one of its incidents."""
    old = {"n": 5, "start": "2031-03-03"}
    assert not linked(reports({"n": 4}, old)).claims["event_id"].isna().any()
    assert not linked(reports(OWN, old, campaign_id="S")).claims["event_id"].isna().any()


WAR_TOTAL = {"n": 190000, "scope": "cumulative", "excerpt": "The decade-old conflict has left »190,000« dead."}


@pytest.mark.parametrize(("total", "own", "apart"), [
    (WAR_TOTAL, [{"n": 88, "scope": "cumulative"}], True),
    (WAR_TOTAL | {"excerpt": "Years of civil war have killed »190,000«."}, [{"n": 88, "scope": "cumulative"}], True),
    (WAR_TOTAL, [{"n": 188000, "scope": "cumulative"}], False),
    (WAR_TOTAL, [{"n": 88}], False),
    (WAR_TOTAL, [{"n": 88, "scope": "cumulative", "measure": "displaced"}], False),
    (WAR_TOTAL | {"excerpt": "The conflict has left »190,000« dead."}, [{"n": 88, "scope": "cumulative"}], False),
], ids=["old", "years of", "the war's own", "incidents alone", "another measure", "not called old"])  # fmt: skip
def test_the_toll_of_an_older_war_is_not_the_campaign_s(
    total: dict[str, Any], own: list[dict[str, Any]], apart: bool
) -> None:
    """Fails when the 190,000 dead of a war are the high end of one offensive, or a war loses its own total."""
    told = [{"id": "a", "campaign_id": "S", "day": "2031-05-21", "claims": [total, *own]}]
    assert pd.isna(event_of(linked(told), "a.0")) == apart

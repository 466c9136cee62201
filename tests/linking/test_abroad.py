"""Abroad: what a campaign's reports tell of another country is none of the campaign's."""

from typing import Any

import pandas as pd
import pytest

from tests.linking.test_link import event_of, linked


def campaign(*last: dict[str, Any], text: str = "") -> list[dict[str, Any]]:
    """Four reports on Peru, and one with these claims."""
    home = [{"id": f"h{i}", "campaign_id": "S", "day": f"2031-05-0{i}", "claims": [
        {"n": 10 + i, "scope": "cumulative", "country": "PER"}]} for i in range(1, 5)]  # fmt: skip
    return [*home, {"id": "a", "campaign_id": "S", "day": "2031-05-06", "claims": list(last), "text": text}]


def test_another_countrys_toll_belongs_to_no_event() -> None:
    """Fails when the dead of the neighbours' uprising back a number of this one."""
    found = linked(campaign({"n": 100, "scope": "cumulative", "country": "BOL"}))
    assert pd.isna(event_of(found, "a.0"))
    assert set(found.claims["scope"]) == {"cumulative", "background"}


@pytest.mark.parametrize("claim", [
    {"n": 100, "scope": "cumulative"},
    {"n": 100, "scope": "cumulative", "country": "PER"},
    {"n": 100, "scope": "cumulative", "country": "BOL", "measure": "displaced"},
    {"n": 100, "scope": "cumulative", "country": "BOL", "place": "SUCRE, Bolivia"},
], ids=["no country", "the same country", "who fled there", "the dateline's"])  # fmt: skip
def test_what_may_be_of_the_campaign_stays(claim: dict[str, Any]) -> None:
    """Fails when refugees counted abroad, or tolls written down across the border, leave their story."""
    found = linked(campaign(claim, text="SUCRE, Bolivia (Agency) -- The toll rose."))
    assert not pd.isna(event_of(found, "a.0"))


def test_a_campaign_in_two_countries_has_both() -> None:
    """Fails when the smaller half of a war across a border is another event."""
    found = linked(campaign({"n": 40, "country": "BOL"}, {"n": 50, "country": "BOL"}))
    assert not found.claims["event_id"].isna().any()


def test_without_a_campaign_nothing_is_set_apart() -> None:
    """Fails when a report's own event abroad is lost, because other reports tell of another country."""
    reports = [report | {"campaign_id": ""} for report in campaign({"n": 40, "country": "BOL"})]
    assert not linked(reports).claims["event_id"].isna().any()

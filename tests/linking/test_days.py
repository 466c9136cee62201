"""Days that make no incident of their own: of deaths in hospital, of the telling, of the beginning of a total."""

from typing import Any

import pytest

from tests.linking.test_link import FIRE, FIRE_TOO, event_of, linked


@pytest.mark.parametrize(
    ("later", "apart"),
    [
        ({"n": 6, "start": "2031-05-09", "excerpt": "The »sixth« victim succumbed to his burns on Friday."}, False),
        ({"n": 2, "start": "2031-05-09", "excerpt": "The bodies of »two« traders were found on Friday."}, False),
        ({"n": 6, "start": "2031-05-09", "excerpt": "As of Friday, »six« traders were confirmed dead."}, False),
        ({"n": 3, "start": "2031-05-09", "excerpt": "On Friday »three« more died in a blaze at the mill."}, True),
    ],
    ids=["succumbed", "bodies found", "as of", "another fire"],
)
def test_what_follows_days_later_is_no_other_incident(later: dict[str, Any], apart: bool) -> None:
    """Nor is the day of the telling; another fire is one."""
    found = linked([
        {"id": "a", "day": "2031-05-05", "title": "Market fire kills five", "text": FIRE,
         "claims": [{"n": 5, "start": "2031-05-04"}, {"n": 9, "measure": "injured", "start": "2031-05-04"}]},
        {"id": "b", "day": "2031-05-10", "title": "More dead of Varenholm blaze", "text": FIRE_TOO,
         "claims": [{"n": 5, "start": "2031-05-04", "excerpt": "»Five« died at first."}, later]},
    ])  # fmt: skip
    assert (event_of(found, "b.1") != event_of(found, "a.0")) is apart


def test_what_a_sentence_says_beside_a_toll_is_told_on_its_day() -> None:
    """ "Rose to 6 on Friday and 12 were hurt" makes no fire of Friday."""
    sentence = "The toll rose to {} on Friday and {} people were hurt."
    found = linked([
        {"id": "a", "day": "2031-05-05", "title": "Market fire kills five", "text": FIRE,
         "claims": [{"n": 5, "start": "2031-05-04"}]},
        {"id": "b", "day": "2031-05-10", "title": "More dead of Varenholm blaze", "text": FIRE_TOO, "claims": [
            {"n": 6, "rule": "toll", "start": "2031-05-09", "excerpt": sentence.format("»6«", "12")},
            {"n": 12, "measure": "injured", "start": "2031-05-09", "excerpt": sentence.format("6", "»12«")}]},
    ])  # fmt: skip
    assert event_of(found, "b.1") == event_of(found, "a.0")


@pytest.mark.parametrize(
    ("first", "since", "apart"),
    [("2031-05-05", "2031-05-04", False), ("2031-05-05", "2031-03-04", True)],
    ids=["before the first report", "long before"],
)
def test_a_total_since_the_story_began_is_the_story_s(first: str, since: str, apart: bool) -> None:
    """Where no report names the day, the first report stands for it."""
    found = linked([
        {"id": "a", "day": first, "title": "Market fire kills five", "text": FIRE, "claims": [{"n": 5}]},
        {"id": "b", "day": "2031-05-20", "title": "More dead of Varenholm blaze", "text": FIRE_TOO, "claims": [
            {"n": 5}, {"n": 9, "scope": "cumulative", "start": since, "end": "2031-05-20"}]},
    ])  # fmt: skip
    assert (event_of(found, "b.1") != event_of(found, "a.0")) is apart


@pytest.mark.parametrize(("incident", "apart"), [("2031-01-20", False), ("2031-03-20", True)])
def test_a_total_since_the_month_of_the_incident_is_the_incident_s(incident: str, apart: bool) -> None:
    """ "Since January" of what began on 20 January."""
    found = linked([
        {"id": "a", "day": incident, "title": "Market fire kills five", "text": FIRE,
         "claims": [{"n": 5, "start": incident}]},
        {"id": "b", "day": "2031-03-28", "title": "More dead of Varenholm blaze", "text": FIRE_TOO, "claims": [
            {"n": 5, "start": incident},
            {"n": 9, "scope": "cumulative", "start": "2031-01-01", "end": "2031-03-28", "precision": "month"}]},
    ])  # fmt: skip
    assert (event_of(found, "b.1") != event_of(found, "a.0")) is apart


@pytest.mark.parametrize(("precision", "start", "apart"), [
    ("year", "2031-01-01", True), ("month", "2031-01-01", True), ("month", "2031-05-01", False),
], ids=["this year", "since January", "since the month of the fire"])  # fmt: skip
def test_a_longer_total_beside_the_incident_s_own_is_another_event_s(precision: str, start: str, apart: bool) -> None:
    """ "Five drowned on Monday … so far this year 400 people have" is published as 400 drowned."""
    found = linked([
        {"id": "a", "day": "2031-05-05", "title": "Market fire kills five", "text": FIRE, "claims": [
            {"n": 5, "start": "2031-05-05"},
            {"n": 400, "scope": "cumulative", "start": start, "end": "2031-05-05", "precision": precision}]},
    ])  # fmt: skip
    assert (event_of(found, "a.1") != event_of(found, "a.0")) is apart

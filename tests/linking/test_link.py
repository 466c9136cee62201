"""Events: whose claims are about what, with ids from the input and without."""

from typing import Any

import pandas as pd
import pytest

from pipeline import codebook
from pipeline.linking.events import place_name
from pipeline.linking.features import FEATURES
from pipeline.linking.link import Linked, link
from pipeline.tables.articles import Articles
from pipeline.tables.claims import Claims
from pipeline.tables.events import Events
from pipeline.tables.registry import conform, make_id
from tests.reconcile.by_hand import article_frame, claim_row, frames


def linked(reports: list[dict[str, Any]]) -> Linked:
    rows = [claim_row(r, i, c | {"event": None}) for r in reports for i, c in enumerate(r.get("claims", []))]
    return link(article_frame(reports), conform(Claims, pd.DataFrame(rows)))


def event_of(found: Linked, name: str) -> Any:
    return found.claims.set_index("claim_id").loc[make_id("clm", name), "event_id"]


def row(found: Linked, event: str) -> Any:
    (one,) = found.events.index[found.events["event_id"] == event]
    return found.events.loc[one]


FIRE = "A fire at the Tollgate market in Varenholm killed five traders on Sunday, the Varenholm fire brigade said."
FIRE_TOO = "Five traders died in Sunday's fire at the Tollgate market in Varenholm; the brigade blamed a gas stove."
FLOOD = "Three hikers drowned when the river Aska burst its banks near Sundal on Tuesday, rescuers in Sundal said."


def test_given_incident_takes_all_its_claims_but_background() -> None:
    """The input knows better; an older event's toll must not join."""
    found = linked([
        {"id": "a", "event_id": "X1", "day": "2031-05-02", "claims": [
            {"n": 5, "start": "2031-05-01"}, {"n": 9, "scope": "cumulative"}, {"n": 40, "scope": "background"}]},
        {"id": "b", "event_id": "X1", "day": "2031-05-03", "claims": [{"n": 6, "start": "2031-04-30"}]},
        {"id": "c", "event_id": "X2", "day": "2031-05-03"},
    ])  # fmt: skip
    assert event_of(found, "a.0") == event_of(found, "a.1") == event_of(found, "b.0") == make_id("evt", "given", "X1")
    assert pd.isna(event_of(found, "a.2"))
    assert set(found.events["given_event_id"]) == {"X1", "X2"}
    conform(Events, found.events)
    conform(Articles, found.articles.drop(columns="text"))


def test_given_campaign_takes_totals_and_its_incidents_the_rest() -> None:
    """A strike's dead added to the campaign's would be counted twice."""
    found = linked([
        {"id": "a", "campaign_id": "S", "day": "2031-09-20", "claims": [
            {"n": 17, "scope": "cumulative", "start": "2031-09-02"},
            {"n": 3, "start": "2031-09-19", "place": "Gulf of Lume"}]},
        {"id": "b", "campaign_id": "S", "day": "2031-09-03", "claims": [
            {"n": 11, "start": "2031-09-02"}, {"n": 2, "scope": "window"}]},
        {"id": "c", "campaign_id": "S", "day": "2031-09-21", "claims": [{"n": 3, "start": "2031-09-19"}]},
    ])  # fmt: skip
    campaign = row(found, event_of(found, "a.0"))
    assert (campaign["kind"], campaign["given_event_id"]) == ("campaign", "S")
    assert event_of(found, "a.1") == event_of(found, "c.0") != event_of(found, "b.0")
    for name in ("a.1", "b.0"):
        assert row(found, event_of(found, name))["parent_event_id"] == event_of(found, "a.0")
    assert event_of(found, "b.1") == event_of(found, "a.0")


def test_reports_without_ids_are_grouped_by_story() -> None:
    """Two reports of one fire are one event, a flood is another."""
    found = linked([
        {"id": "a", "day": "2031-05-05", "from": "A", "title": "Market fire kills five", "text": FIRE,
         "claims": [{"n": 5, "start": "2031-05-04"}]},
        {"id": "b", "day": "2031-05-05", "from": "B", "title": "Five dead in Varenholm blaze", "text": FIRE_TOO,
         "claims": [{"n": 5, "start": "2031-05-04"}]},
        {"id": "c", "day": "2031-05-06", "from": "C", "title": "Hikers drown", "text": FLOOD, "claims": [{"n": 3}]},
    ])  # fmt: skip
    assert event_of(found, "a.0") == event_of(found, "b.0") != event_of(found, "c.0")
    assert row(found, event_of(found, "a.0"))["n_origins"] == 2
    assert found.events["given_event_id"].isna().all()


def _dated_apart(n: int, *days: str) -> Linked:
    """The market fire in two reports, and reports of its story whose claim of n is dated one of these days."""
    reports = [
        {"id": "a", "day": "2031-05-05", "title": "Market fire kills five", "text": FIRE,
         "claims": [{"n": 5, "start": "2031-05-04"}]},
        {"id": "b", "day": "2031-05-05", "title": "Five dead in market fire", "text": FIRE_TOO,
         "claims": [{"n": 5, "start": "2031-05-04"}]},
    ]  # fmt: skip
    later = [{"id": f"c{i}", "day": day, "title": "Market fire: owner charged", "text": f"{FIRE_TOO} Owner {i} held.",
              "claims": [{"n": n, "start": day}]} for i, day in enumerate(days)]  # fmt: skip
    return linked(reports + later)


def test_a_court_s_day_makes_no_other_incident() -> None:
    """A report of the story that alone names another day, and gives the story's number, is of its incident."""
    found = _dated_apart(5, "2031-05-20")
    assert event_of(found, "c0.0") == event_of(found, "a.0")


@pytest.mark.parametrize(("n", "days"), [(2, ["2031-05-20"]), (5, ["2031-05-20", "2031-05-20"])], ids=["number", "two"])
def test_another_day_with_its_own_number_or_in_two_reports_is_another_incident(n: int, days: list[str]) -> None:
    """The next fire at the same place is told of in the same words."""
    found = _dated_apart(n, *days)
    assert event_of(found, "c0.0") != event_of(found, "a.0")


def test_a_report_without_id_joins_the_given_event_of_its_story() -> None:
    """A paper that the input did not label still counts as a voice on the labelled incident."""
    found = linked([
        {"id": "a", "event_id": "X1", "day": "2031-05-05", "title": "Market fire kills five", "text": FIRE,
         "claims": [{"n": 5}]},
        {"id": "b", "day": "2031-05-05", "title": "Market fire kills five in Varenholm", "text": FIRE_TOO,
         "claims": [{"n": 5}]},
    ])  # fmt: skip
    assert event_of(found, "a.0") == event_of(found, "b.0") == make_id("evt", "given", "X1")


def test_two_given_ids_are_never_joined() -> None:
    """Equal texts with different ids: the input says that they are two incidents."""
    found = linked([
        {"id": "a", "event_id": "X1", "day": "2031-05-05", "text": FIRE, "claims": [{"n": 5}]},
        {"id": "b", "event_id": "X2", "day": "2031-05-05", "text": FIRE, "claims": [{"n": 5}]},
    ])  # fmt: skip
    assert event_of(found, "a.0") != event_of(found, "b.0")


def test_two_strikes_in_one_report_are_two_incidents_of_a_campaign() -> None:
    """The older strike's toll must not stand as the newer one's, and the total as neither's."""
    found = linked([
        {"id": "a", "day": "2031-09-20",
         "text": "Strikes on boats off Lume since early September have killed at least 17.",
         "claims": [{"n": 3, "start": "2031-09-19"}, {"n": 3, "start": "2031-09-19", "measure": "vessels"},
                    {"n": 11, "start": "2031-09-02"}, {"n": 17, "scope": "cumulative", "start": "2031-09-02"}]},
    ])  # fmt: skip
    assert len({event_of(found, name) for name in ("a.0", "a.2", "a.3")}) == 3
    assert event_of(found, "a.0") == event_of(found, "a.1")
    total = event_of(found, "a.3")
    assert row(found, total)["kind"] == "campaign"
    assert {row(found, event_of(found, name))["parent_event_id"] for name in ("a.0", "a.2")} == {total}


def test_totals_of_two_stories_that_start_on_one_day_share_a_campaign() -> None:
    """Each new strike's report would otherwise open a campaign of its own."""
    words = "The army struck another boat off Lume; strikes on boats since 2 September have killed"
    found = linked([
        {"id": "a", "day": "2031-09-16", "title": "Second boat struck",
         "text": f"{words} 14 sailors, the ministry said.",
         "claims": [{"n": 3, "start": "2031-09-15"}, {"n": 14, "scope": "cumulative", "start": "2031-09-02"}]},
        {"id": "b", "day": "2031-10-20", "title": "Third boat struck",
         "text": f"{words} 17 sailors, a tracker counts.",
         "claims": [{"n": 3, "start": "2031-10-19"}, {"n": 17, "scope": "cumulative", "start": "2031-09-02"}]},
    ])  # fmt: skip
    assert event_of(found, "a.1") == event_of(found, "b.1")
    assert event_of(found, "a.0") != event_of(found, "b.0")


def test_event_ids_do_not_depend_on_order_and_survive_later_reports() -> None:
    """An id that changes when a report comes in breaks every link to it."""
    first = [{"id": "a", "day": "2031-05-05", "title": "Market fire kills five", "text": FIRE,
              "claims": [{"n": 5}]},
             {"id": "c", "day": "2031-05-06", "title": "Hikers drown", "text": FLOOD,
              "claims": [{"n": 3}]}]  # fmt: skip
    later = [
        {"id": "b", "day": "2031-05-07", "title": "Five dead in market fire", "text": FIRE_TOO, "claims": [{"n": 6}]}
    ]
    before, after = linked(first), linked([*later, *reversed(first)])
    assert event_of(before, "a.0") == event_of(after, "a.0") == event_of(after, "b.0")
    assert event_of(before, "c.0") == event_of(after, "c.0")


@pytest.mark.parametrize(
    ("place", "label"), [("Varenholm", "fire in Varenholm, 2031-05-04"), (None, "Market fire kills five")]
)
def test_labels_are_what_a_reader_would_say(place: str | None, label: str) -> None:
    """The summary shows the label; an id says nothing."""
    found = linked([{"id": "a", "day": "2031-05-05", "title": "Market fire kills five", "text": FIRE,
                     "claims": [{"n": 5, "start": "2031-05-04", "place": place}]}])  # fmt: skip
    assert found.events["label"].tolist() == [label]


def test_a_total_of_no_known_kind_or_place_is_named_after_its_report() -> None:
    """ "Events since 2031-01-01" says nothing."""
    found = linked([{"id": "a", "day": "2031-05-05", "title": "A bad year", "text": "It brings the number to 26.",
                     "claims": [{"n": 8, "start": "2031-05-04"},
                                {"n": 26, "start": "2031-01-01", "scope": "cumulative"}]}])  # fmt: skip
    assert row(found, event_of(found, "a.1"))["label"] == "“A bad year”, since 2031-01-01"


@pytest.mark.parametrize(
    ("names", "place"),
    [
        (["PORT VELM", "Port Velm", "PORT VELM"], "Port Velm"),
        (["PORT OF VELM"], "Port of Velm"),
        (["TEL AL-VARN", "Lunde"], "Lunde"),
        (["UAE"], "UAE"),
        (["", ""], ""),
    ],
)
def test_places_are_named_as_most_write_them(names: list[str], place: str) -> None:
    """A dateline in capitals shouts from every title of the report."""
    assert place_name(names) == place


def test_every_feature_of_the_codebook_has_a_function_and_the_other_way_round() -> None:
    """A weight without a function, or a function without a weight, is a feature that nobody sees."""
    assert set(codebook.read("linking_stories")["features"]) == set(FEATURES)


def test_no_claims_at_all() -> None:
    """A run whose reports hold no figures must still end with tables."""
    claims, articles, _ = frames([{"id": "a", "day": "2031-05-05", "text": FIRE}])
    found = link(articles, claims)
    assert found.claims.empty
    assert found.events.empty
    assert len(found.articles) == 1


LONG_TOTALS = {
    "since a month": {"excerpt": "12,406 people have been killed since March.", "start": "2031-03-01",
                      "end": "2031-05-21", "precision": "month"},
    "since a war": {"excerpt": "12,406 people have been killed since the brutal war began."},
    "a war's toll": {"excerpt": "That brings the conflict's death toll to 12,406."},
}  # fmt: skip
OWN_TOTALS = {
    "of the month": {"excerpt": "The May toll has risen to 60.", "start": "2031-05-01", "end": "2031-05-31",
                     "precision": "month"},
    "of the week": {"excerpt": "This week's toll has risen to 60.", "start": "2031-05-12", "end": "2031-05-18",
                    "precision": "week"},
    "undated": {"excerpt": "The death toll has risen to 60."},
    "a superlative": {"excerpt": "With 60 dead it is the deadliest strike since the war began."},
}  # fmt: skip


@pytest.mark.parametrize(("total", "apart"), [
    *((total, True) for total in LONG_TOTALS.values()), *((total, False) for total in OWN_TOTALS.values()),
], ids=[*LONG_TOTALS, *OWN_TOTALS])  # fmt: skip
def test_the_toll_of_a_war_is_not_that_of_a_strike(total: dict[str, Any], apart: bool) -> None:
    """A strike that killed 38 is published with the 12,406 of the whole war, or its own risen toll is lost."""
    found = linked([{"id": "a", "day": "2031-05-21", "claims": [
        {"n": 38, "start": "2031-05-20"}, {"n": 12406, "scope": "cumulative", **total}]}])  # fmt: skip
    assert (event_of(found, "a.0") != event_of(found, "a.1")) == apart
    kind = row(found, event_of(found, "a.1"))["kind"]
    assert kind == ("campaign" if apart else "incident")

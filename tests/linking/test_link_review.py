"""Decisions on links: merged and split events, sources that copy; what the machine found stays told."""

import pandas as pd
import pytest

from pipeline.linking.decisions import Decision
from pipeline.linking.link import Linked
from pipeline.linking.review import review_links
from pipeline.reconcile.figures import reconcile
from tests.reconcile.by_hand import EVENT, INSIDE, frames

REPORTS = [
    {"id": "a", "day": "2031-05-01", "from": "Harbour Post", "claims": [{"n": 5, "event": 1, "name": "five"}]},
    {"id": "b", "day": "2031-05-02", "from": "Hill Courier", "claims": [{"n": 8, "event": 2, "start": "2031-05-02"}]},
    {"id": "c", "day": "2031-05-02", "from": "Valley News",
     "claims": [{"n": 8, "event": 2}, {"n": 3, "scope": "cumulative"}]},
]


@pytest.fixture
def linked() -> Linked:
    """Two incidents inside a campaign."""
    claims, articles, events = frames(REPORTS, "campaign")
    return Linked(articles, claims, events)


def decision(action: str, subject: str, value: str = "") -> Decision:
    """A decision by hand."""
    return Decision("dec-1", 2, "2031-06-01T00:00:00Z", "Ada", action, subject, "", value, "", "because")


def test_merging_moves_claims_and_ends_the_event(linked: Linked) -> None:
    """An event without claims that stays in the table is counted for nothing, or twice."""
    merged, outcomes = review_links(linked, [decision("merge", INSIDE[1], INSIDE[2])])
    assert outcomes["dec-1"].state == "applied" and set(outcomes["dec-1"].event_ids) == {INSIDE[1], INSIDE[2]}
    assert set(merged.claims["event_id"]) == set(merged.events["event_id"]) == {EVENT, INSIDE[2]}
    row = merged.events.set_index("event_id").loc[INSIDE[2]]
    assert (row["n_articles"], row["n_origins"], row["parent_event_id"]) == (3, 3, EVENT)
    assert row["first_reported"] == pd.Timestamp("2031-05-01", tz="UTC")
    assert (merged.events.dtypes == linked.events.dtypes).all()


def test_merging_into_the_campaign_leaves_no_loop(linked: Linked) -> None:
    """An event that is its own parent hangs whoever walks up."""
    merged, _ = review_links(linked, [decision("merge", EVENT, INSIDE[1])])
    parents = merged.events.set_index("event_id")["parent_event_id"]
    assert pd.isna(parents[INSIDE[1]]) and parents[INSIDE[2]] == INSIDE[1]


def test_splitting_makes_an_event_of_its_own(linked: Linked) -> None:
    """The id must follow from the decision, else history would start anew on every run."""
    leaving = linked.articles.loc[linked.articles["raw_id"] == "b", "article_id"].item()
    one, two = (review_links(linked, [decision("split", INSIDE[2], leaving)])[0] for _ in range(2))
    pd.testing.assert_frame_equal(one.events, two.events)
    new = (set(one.events["event_id"]) - set(linked.events["event_id"])).pop()
    assert set(one.claims.loc[one.claims["article_id"] == leaving, "event_id"]) == {new}
    row = one.events.set_index("event_id").loc[new]
    assert (row["date_start"], row["n_articles"], row["kind"]) == ("2031-05-02", 1, "incident")
    assert one.events.set_index("event_id").loc[INSIDE[2], "n_articles"] == 1


def test_a_copy_is_no_voice_of_its_own(linked: Linked) -> None:
    """Two papers that print one text confirm nothing."""
    voices = []
    for found in (linked, review_links(linked, [decision("copy", "Valley News", "Hill Courier")])[0]):
        figures = reconcile(found.claims, found.articles, found.events, ["range"])
        voices.append(figures.set_index("event_id").loc[INSIDE[2], "n_origins"])
    assert voices == [2, 1]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (decision("merge", "evt-gone", EVENT), "No event has the id evt-gone"),
        (decision("merge", EVENT, "evt-gone"), "No event to keep has the id evt-gone"),
        (decision("split", "evt-gone", "art-1"), "No event has the id evt-gone"),
        (decision("split", EVENT, "art-gone"), "None of art-gone is in"),
        (decision("copy", "Nobody's Herald", "Agency One"), "No article or publisher has the id Nobody's Herald"),
    ],
)
def test_a_decision_on_a_row_that_is_gone_is_an_orphan(linked: Linked, given: Decision, told: str) -> None:
    """Silence would let a reviewer believe that it is applied."""
    same, outcomes = review_links(linked, [given])
    assert outcomes["dec-1"].state == "orphan" and told in outcomes["dec-1"].message
    assert same == linked

"""Earlier: claims of another event of the same kind, which the report only recalls."""

from datetime import UTC, datetime

import pytest

from pipeline.claims.extract import extract
from pipeline.reading.article import Article

PUBLISHED = datetime(2024, 5, 16, tzinfo=UTC)
"""A Thursday."""


def scopes(text: str, campaign: str = "") -> list[str]:
    """The scopes of the claims of a report, in order."""
    given = ("", "", campaign, "", "", "")
    article = Article("a", "a", "a.txt", *given, PUBLISHED, "given", PUBLISHED, "en", len(text), "", text)
    return [claim.scope for claim in extract(article).claims]


@pytest.mark.parametrize("text", [
    "It comes ten months after a cyclist was killed at the same junction.",
    "It comes less than a year after 12 weavers died in a fire at the mill.",
    "The blast comes barely a week after two guards were shot dead in Orvel.",
    "Barely two weeks earlier, five fishermen drowned off the same beach.",
    "Last month a bomb at the same checkpoint killed six.",
    "On 3 May two miners were killed in the same pit.",
    "Barely two months have passed since a fire at the hostel killed nine.",
    "The raid follows the killing of two teachers in the town.",
    "Only last week three fishermen drowned off the cape.",
    "Previous incidents killed a combined 19 people.",
    "A fire at another mill of the firm in 2019 had killed 23 people.",
])  # fmt: skip
def test_another_event_is_recalled(text: str) -> None:
    """Fails when the dead of an event before the report's own count for it."""
    assert scopes(text) == ["background"]


@pytest.mark.parametrize("text", [
    "It comes a day after 12 weavers died in a fire at the mill.",
    "On Tuesday two miners were killed in the same pit.",
    "Two more people died in the same fire on 3 May.",
    "Two men were shot dead in the same street.",
    "The crash followed a chase in which two men were shot dead.",
    "An hour earlier, two men were shot dead in the same street.",
])  # fmt: skip
def test_the_reports_own_event_is_not_recalled(text: str) -> None:
    """Fails when any "same" or "it comes after" makes a claim another event's."""
    assert scopes(text) == ["incident"]


def test_what_a_series_counts_off_is_told_in_the_next_sentence() -> None:
    """Fails when the dated earlier attack behind "the seventh attack" is the report's own."""
    series = "This is the seventh attack on ships in the strait since January. "
    assert scopes(f"{series}On 2 May one sailor was killed aboard a tanker.")[-1] == "background"
    assert scopes(f"{series}On Wednesday one sailor was killed aboard a tanker.")[-1] == "incident"


def test_in_a_whole_story_earlier_events_are_its_own() -> None:
    """Fails when a campaign loses an incident that a report tells of by its date."""
    assert scopes("On 3 May two miners were killed in the same pit.", campaign="c") == ["incident"]

"""Voices: sources that carry over from one sentence of an article to the next."""

from dataclasses import replace

import pytest

from pipeline.claims.claim import Claim
from pipeline.claims.extract import extract
from pipeline.claims.sources import issuer_class
from tests.benchmarks.golden import Entry, article

WORDS = "The interior ministry said 12 people were killed on Monday. "


def claims_of(text: str, publisher: str = "") -> dict[str, Claim]:
    """The claims of a report by their surface."""
    entry = Entry("voices", "v1", "2024-05-16", "", text, [], [], True)
    found = extract(replace(article(entry), publisher=publisher))
    return {claim.mention.surface: claim for claim in found.claims}


def test_further_victims_are_counted_by_whoever_counted_the_first() -> None:
    """Fails when "another 30 were hurt" behind the ministry's own figure is on nobody's word."""
    found = claims_of(WORDS + "Another 30 people were injured.")
    assert found["30"].attribution_class == "official"


def test_a_fresh_figure_is_not_the_last_speakers() -> None:
    """Fails when everything in a report is laid at the door of the first source."""
    found = claims_of(WORDS + "A bomb killed 3 people in Arvel.")
    assert found["3"].attribution_class == "unknown"


def test_a_speaker_does_not_carry_over_a_whole_report() -> None:
    """Fails when a source named long before is taken for the speaker."""
    found = claims_of(WORDS + "The road is closed. It has rained. Schools are shut. Another 30 people were injured.")
    assert found["30"].attribution_class == "unknown"


def test_a_body_that_publishes_its_own_figures_is_their_source() -> None:
    """Fails when a ministry's bulletin is on nobody's word, or "we" is nobody."""
    text = "Shelling killed 14 people. We have recorded 388 deaths since January, and police say 5 people drowned."
    found = claims_of(text, "Ministry of Health, Arvel")
    assert (found["14"].attributed_to, found["14"].attribution_class) == ("Ministry of Health, Arvel", "official")
    assert found["388"].attributed_to == "Ministry of Health, Arvel"
    assert found["5"].attributed_to == "police"


@pytest.mark.parametrize(("behind", "kind"), [
    ("That figure comes from the provincial hospital.", "medical"),
    ("The count was provided by the Red Crescent.", "ngo"),
    ("These numbers are based on police records.", "official"),
    ("That road comes from the provincial hospital.", "unknown"),
    ("The 9 figures on the wall were made by the police.", "unknown"),
    ("The hospital has figures of its own.", "unknown"),
])  # fmt: skip
def test_the_sentence_behind_may_say_whose_figures_they_were(behind: str, kind: str) -> None:
    """Fails when "that figure comes from the hospital" leaves the number before on nobody's word."""
    found = claims_of(f"At least 31 people died in the crush. {behind}")
    assert found["31"].attribution_class == kind


@pytest.mark.parametrize(("publisher", "kind"), [
    ("Ministry of Health, Arvel", "official"), ("UN Refugee Office", "un"), ("Arvel Relief Forum", "ngo"),
    ("Arvel Rights Observatory", "ngo"), ("The Arvel Courier", "unknown"), ("Police Gazette", "unknown"),
    ("arvelpolice.example.org", "unknown"), ("Meridian Wire", "unknown"), ("Army Times", "unknown"),
])  # fmt: skip
def test_media_and_addresses_issue_nothing(publisher: str, kind: str) -> None:
    """Fails when a newspaper becomes the source of whatever it prints."""
    assert issuer_class(publisher) == kind

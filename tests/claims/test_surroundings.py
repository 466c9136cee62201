"""Surroundings: the country that a report of a story is telling of where a claim names none."""

from dataclasses import replace

import pytest

from pipeline.claims.claim import Claim
from pipeline.claims.extract import extract
from tests.benchmarks.golden import Entry, article


def told(text: str, campaign: str = "story-1") -> Claim:
    """The last claim of a report."""
    entry = Entry("surroundings", "r1", "2024-05-16", "", text, [], [], True)
    claims: list[Claim] = extract(replace(article(entry), given_campaign_id=campaign)).claims
    return claims[-1]


CLAIM = " The marches were put down. At least 40 people were killed."


@pytest.mark.parametrize(("before", "country"), [
    ("Crowds filled the streets of Peru on Monday. In Bolivia, a strike went on.", "BOL"),
    ("Peru is not the first. Bolivia, a poor and quiet country, rose in March.", "BOL"),
    ("Crowds filled the streets of Peru on Monday.", "PER"),
    ("In Bolivia, a strike went on. Peruvian leaders watched closely.", ""),
    ("Bolivia's foreign minister was angry.", ""),
    ("Envoys held talks in Bolivia.", ""),
    ("The turkey was eaten in Arvel.", ""),
], ids=lambda part: part[:40])  # fmt: skip
def test_the_last_country_where_things_happened_is_the_claims(before: str, country: str) -> None:
    """Fails when a neighbour's toll has no country, or a venue or a people is taken for the scene."""
    assert told(before + CLAIM).country_iso3 == country


def test_a_country_far_above_is_forgotten() -> None:
    """Fails when one country named at the top is that of every claim of a long report."""
    assert told("In Bolivia, a strike went on. " + "The shops were shut. " * 8 + CLAIM).country_iso3 == ""


def test_the_country_just_told_of_comes_before_the_datelines() -> None:
    """Fails when everything in a report from Lima happened in Peru."""
    text = "LIMA, Peru (Agency) -- A march began. In Bolivia, a strike went on." + CLAIM
    assert (told(text).place, told(text).country_iso3) == ("", "BOL")
    plain = "LIMA, Peru (Agency) -- A march began." + CLAIM
    assert (told(plain).place, told(plain).country_iso3) == ("LIMA, Peru", "PER")


def test_only_reports_of_a_known_story_are_looked_at() -> None:
    """Fails when a report without a story gets a place that its sentence does not name."""
    assert told("In Bolivia, a strike went on." + CLAIM, campaign="").country_iso3 == ""


def test_a_citys_own_airport_is_in_its_country() -> None:
    """Fails when "at Lima's old airport" is nowhere."""
    assert told("A bomb killed 35 people at Lima's Jorge Airport on Monday.").country_iso3 == "PER"

"""One ship or aircraft told of without a number."""

from datetime import UTC, datetime

import pytest

from pipeline.claims.extract import extract
from pipeline.reading.article import Article

DAY = datetime(2024, 6, 21, tzinfo=UTC)
THINGS = ("vessels", "aircraft")


def read(text: str, title: str = "") -> list[tuple[str, int | None, str]]:
    """Measure, value and words of each claim on ships and aircraft."""
    article = Article("a", "a", "a.txt", "", "", "", "", "", title, DAY, "given", DAY, "en", len(text), "", text)
    return [(c.measure, c.value_best, c.mention.surface) for c in extract(article).claims if c.measure in THINGS]


@pytest.mark.parametrize(("text", "measure", "words"), [
    ("A bulk carrier was struck by a missile in the bay.", "vessels", "A bulk carrier"),
    ("An Arvel-flagged tanker has been badly damaged.", "vessels", "An Arvel-flagged tanker"),
    ("A crowded ferry capsized in a squall.", "vessels", "A crowded ferry"),
    ("A fishing boat, which had left Orim on Friday, sank off the coast.", "vessels", "A fishing boat"),
    ("The master of a chemical tanker reports being hit by a projectile.", "vessels", "a chemical tanker"),
    ("The vessel sustained minor damage.", "vessels", "The vessel"),
    ("Gunmen boarded a yacht off Orim.", "vessels", "a yacht"),
    ("The navy seized a dhow off Orim.", "vessels", "a dhow"),
    ("A twin-engine turboprop crashed in the hills.", "aircraft", "A twin-engine turboprop"),
    ("A helicopter was shot down near Orim.", "aircraft", "A helicopter"),
    ("The rebels said they had shot down a surveillance drone.", "aircraft", "a surveillance drone"),
])  # fmt: skip
def test_what_happened_to_one_craft_counts_it(text: str, measure: str, words: str) -> None:
    """Fails when a report of one ship hit or one plane lost counts none."""
    assert read(text) == [(measure, 1, words)]


@pytest.mark.parametrize("text", [
    "A missile landed near a container ship, which was not damaged.",
    "The frigate fired on a skiff.",
    "A ship could be hit at any time.",
    "Rebels threatened to sink a ship.",
    "If a tanker is hit, prices will rise.",
    "The crew of a tanker were hit by debris.",
    "The boat crew was attacked.",
    "The car hit a boat trailer.",
    "A drone crashed into a house.",
    "No ship was hit.",
    "A bomb blew up a fuel tanker on the motorway.",
    "The tanker turned away from the port that was hit.",
    "Rescuers reached the boat and its engine exploded.",
    "An aircraft carrier was sent to the bay.",
    "Tourists boarded a yacht.",
    "The team lost a boat race.",
])
def test_where_nothing_happened_to_it_no_craft_is_counted(text: str) -> None:
    """Fails when a miss, a threat, a condition or what happened to others makes a ship hit."""
    assert read(text) == []


def test_several_told_of_together_are_so_many() -> None:
    """Fails when "a tanker and a dhow" are one."""
    assert read("A tanker, a dhow and a tug were struck overnight.")[0][:2] == ("vessels", 3)
    assert read("Pirates hijacked a dhow and a trawler.")[0][:2] == ("vessels", 2)


def test_the_same_one_again_is_not_another_and_a_number_wins() -> None:
    """Fails when the title's boat and the text's vessel are two claims, or one stands beside the article's number."""
    assert len(read("A tanker was hit on Friday. The vessel sustained damage.", title="Tanker hit in bay")) == 1
    assert read("Five ships were hit. A tanker sank.") == [("vessels", 5, "Five")]


@pytest.mark.parametrize(("text", "measure"), [
    ("A helicopter and a boat were hit.", "vessels"),
    ("A boat and a helicopter were hit.", "aircraft"),
    ("Rebels hit a trawler and a helicopter.", "vessels"),
])  # fmt: skip
def test_a_ship_beside_an_aircraft_is_no_second_one(text: str, measure: str) -> None:
    """Fails when a boat counts as an aircraft because the two stand together."""
    found = {name: value for name, value, _ in read(text)}
    assert found[measure] == 1
    assert set(found.values()) == {1}


def test_none_of_some_does_not_silence_one() -> None:
    """Fails when a denied number keeps back the ship that did sink."""
    assert ("vessels", 1, "A tanker") in read("No ships were hit. A tanker sank.")

"""Running counts: ordinals and totals of ships, aircraft and strikes."""

from datetime import UTC, datetime

import pytest

from pipeline.claims.claim import Claim
from pipeline.claims.extract import extract
from pipeline.reading.article import Article

DAY = datetime(2024, 6, 21, tzinfo=UTC)


def claims(text: str) -> list[Claim]:
    """All claims of a text."""
    article = Article("a", "a", "a.txt", "", "", "", "", "", "", DAY, "given", DAY, "en", len(text), "", text)
    return extract(article).claims


def read(text: str) -> list[tuple[str, str, int | None, str]]:
    """Measure, words, value and scope of each claim of a text."""
    return [(c.measure, c.mention.surface, c.value_best, c.scope) for c in claims(text)]


@pytest.mark.parametrize(("text", "claim"), [
    ("This is the seventh attack on shipping in the bay since 1 January.", ("strikes", "seventh", 7, "cumulative")),
    ("It was the army's twenty-second raid on the port since May.", ("strikes", "twenty-second", 22, "cumulative")),
    ("It was the 4th air strike of the war.", ("strikes", "4th", 4, "cumulative")),
    ("A missile hit the quay in the third attack in five days.", ("strikes", "third", 3, "window")),
    ("It was the second such attack in as many days.", ("strikes", "second", 2, "window")),
    ("She is the 21st vessel to be sunk by the rebels.", ("vessels", "21st", 21, "cumulative")),
    ("The army confirmed its third aircraft lost in a month.", ("aircraft", "third", 3, "window")),
    ("The killing was the city's ninth homicide of the year.", ("killed", "ninth", 9, "window")),
    ("The fifth, the tanker Orim Star, was damaged on Thursday.", ("vessels", "fifth", 5, "cumulative")),
    ("The sinking brings to three the number of ships hit since May.", ("vessels", "three", 3, "cumulative")),
    ("The raid took the number of boats struck to five.", ("vessels", "five", 5, "cumulative")),
    ("The number of helicopters shot down since May has reached 12.", ("aircraft", "12", 12, "cumulative")),
])  # fmt: skip
def test_an_ordinal_or_total_counts_to_date(text: str, claim: tuple[str, str, int, str]) -> None:
    """Fails when the last of a series does not say how many there are, or a total of ships none of ships."""
    assert read(text) == [claim]


@pytest.mark.parametrize("text", [
    "It was the first attack on the port since 2022.",
    "It was the second deadliest attack since 2005.",
    "It was the third fatal attack in a month.",
    "The first raid failed; the second raid, minutes later, hit the quay.",
    "The second, a tanker, was towed away.",
    "The 5th Fleet's ship has been in the bay since May.",
    "The second ship's captain has been in the bay since May.",
    "The third floor has been closed since the attack.",
    "The number of ships in the bay fell to 31.",
])
def test_other_ordinals_and_numbers_of_ships_are_no_running_count(text: str) -> None:
    """Fails when one of a list, a rank, a part or the traffic becomes a total."""
    assert read(text) == []


@pytest.mark.parametrize("text", [
    "The number of victims of the raid on the port rose to 31.",
    "The toll of the bombing of the port rose to 31.",
])
def test_the_toll_of_a_raid_is_of_people(text: str) -> None:
    """Fails when the dead of a raid are so many raids."""
    assert [claim[:3] for claim in read(text)] == [("killed", "31", 31)]


@pytest.mark.parametrize("text", [
    "The rebels said they had hit nine ships; monitors count six.",
    "The rebels said they had hit nine ships, but monitors say six have been hit.",
])
def test_a_bare_number_of_what_was_hit_is_of_the_ships_before_it(text: str) -> None:
    """Fails when only the rebels' own number is read."""
    assert [(measure, value) for measure, _, value, _ in read(text)] == [("vessels", 9), ("vessels", 6)]


def test_a_bare_number_of_people_is_none_of_ships() -> None:
    """Fails when those killed aboard become ships."""
    assert [(m, v) for m, _, v, _ in read("Two boats were hit and six were killed.")] == [("vessels", 2), ("killed", 6)]


def test_what_is_counted_is_the_noun_alone() -> None:
    """Fails when the words up to the number, or the number itself, stand for what is counted."""
    total = claims("The number of helicopters shot down since May has reached 12.")
    assert [claim.counted for claim in total] == ["helicopters"]
    nine, six = claims("The rebels said they had hit nine ships; monitors count six.")
    assert six.counted == nine.counted != "six"


def test_a_bare_number_is_of_the_nearest_thing_before_it() -> None:
    """Fails when the last claim made counts instead of the last one told."""
    text = "It was the third raid in a week; the rebels hit nine ships, but monitors say six have been hit."
    assert [c.measure for c in claims(text) if c.mention.surface == "six"] == ["vessels"]

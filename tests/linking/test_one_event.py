"""Campaigns of one event: the numbers of an earthquake's reports are its running total, those of a war's are not."""

from typing import Any

import pytest

from tests.linking.test_link import linked

QUAKE = "The earthquake shook the coast on Tuesday."
WAR = "The army shelled the town again."


def story(lead: str, *claims: dict[str, Any]) -> list[dict[str, Any]]:
    """Three reports of a given campaign with this lead, and one with these claims."""
    first = [{"id": f"r{i}", "campaign_id": "S", "day": f"2031-05-0{i}", "text": lead, "claims": [
        {"n": 10 * i, "start": "2031-05-01", "place": "Valdora"}]} for i in range(1, 4)]  # fmt: skip
    return [*first, {"id": "a", "campaign_id": "S", "day": "2031-05-05", "text": lead, "claims": list(claims)}]


def scopes(reports: list[dict[str, Any]]) -> dict[int, str]:
    """The scope of each number of people killed."""
    found = linked(reports).claims
    return dict(zip(found["value_best"].astype(int), found["scope"], strict=True))


def test_what_the_event_did_is_its_running_total() -> None:
    """Fails when a quake's given campaign has no figure until a report says "so far"."""
    told = scopes(story(QUAKE, {"n": 213}, {"n": 240, "start": "2031-05-01"}))
    assert told == {10: "cumulative", 20: "cumulative", 30: "cumulative", 213: "cumulative", 240: "cumulative"}


@pytest.mark.parametrize("lead", [WAR, "The outbreak of the war was in May.", "Villages were flattened."])
def test_in_a_war_the_same_words_are_of_one_attack(lead: str) -> None:
    """Fails when an attack's dead become the total of a campaign of many."""
    assert set(scopes(story(lead, {"n": 213})).values()) == {"incident"}


def test_an_outbreak_of_disease_is_one_event() -> None:
    """Fails when the word for how wars begin hides how diseases do."""
    assert set(scopes(story("An outbreak of measles began in May.", {"n": 213})).values()) == {"cumulative"}


@pytest.mark.parametrize(("claim", "scope"), [
    ({"n": 3, "start": "2031-05-04", "excerpt": "A raid on Sunday killed »3« looters."}, "incident"),
    ({"n": 210, "start": "2031-05-04", "excerpt": "On Sunday, days after the quake killed »210«."}, "cumulative"),
    ({"n": 26, "excerpt": "»26« more bodies were found."}, "incident"),
    ({"n": 26, "excerpt": "Another »26« bodies were found."}, "incident"),
    ({"n": 26, "excerpt": "Another »26« are missing.", "measure": "missing"}, "cumulative"),
    ({"n": 148, "place": "Almera", "excerpt": "In Almera, »148« bodies were found."}, "part"),
    ({"n": 148, "place": "Almera", "excerpt": "Aid came in Almera after the quake that killed »148«."}, "cumulative"),
    ({"n": 148, "place": "Almera", "excerpt": "»148« bodies were found, said a doctor in Almera."}, "cumulative"),
    ({"n": 12, "place": "Valdora", "scope": "part", "excerpt": "»12« died in Valdora."}, "cumulative"),
    ({"n": 12, "place": "Almera", "scope": "part", "excerpt": "»12« died in Almera."}, "part"),
    ({"n": 12, "scope": "window", "excerpt": "»12« died in five days."}, "window"),
    ({"n": 9000, "measure": "amount", "excerpt": "A pledge of $»9000«."}, "incident"),
], ids=["another day", "the event named on another day", "more", "another", "others missing", "one city first",
        "the event behind it", "said in a city", "the event's own place", "a part", "a window", "money"])  # fmt: skip
def test_only_what_counts_the_event_is_its_total(claim: dict[str, Any], scope: str) -> None:
    """Fails when one city, later deaths on top or another day's raid pass for the whole toll, or that for a part."""
    assert scopes(story(QUAKE, claim))[claim["n"]] == scope


@pytest.mark.parametrize("lead", [
    "A block of flats collapsed on Tuesday.", "A blast at a fireworks factory shook the town.", "A fire broke out.",
    "Miners were trapped on Tuesday.", "The hostages were held in a bank.", "The crowd crush began at the gate.",
])  # fmt: skip
def test_accidents_happen_once(lead: str) -> None:
    """Fails when the story of a collapse, a blast at a works, a fire or a siege has no running total."""
    assert set(scopes(story(lead, {"n": 213})).values()) == {"cumulative"}


@pytest.mark.parametrize("lead", [
    "The army opened fire.", "The village is under fire.", "The cease-fire held.", "The army fires on the town.",
    "The talks collapsed.", "He vowed to crush the rebels.", "A land mine went off.", "Miners went on strike.",
])  # fmt: skip
def test_fire_from_guns_is_no_fire(lead: str) -> None:
    """Fails when a war whose soldiers open fire is taken for one blaze."""
    assert set(scopes(story(lead, {"n": 213})).values()) == {"incident"}


@pytest.mark.parametrize(("lead", "claim", "scope"), [
    ("The siege of Valdora went on.", {"n": 88, "place": "Valdora"}, "cumulative"),
    ("The siege of Valdora went on.", {"n": 88, "place": "Almera"}, "part"),
    ("The siege of Valdora went on.", {"n": 88}, "cumulative"),
    ("The siege of Valdora went on.", {"n": 88, "place": "Valdora", "excerpt": "»88« died in Valdora alone."}, "part"),
    ("VALDORA (Agency) - Libya is at war.", {"n": 88, "place": "VALDORA"}, "part"),
    ("Libya is at war.", {"n": 88}, "part"),
    ("Libya is at war, and so is Almera.", {"n": 88, "place": "Almera"}, "part"),
], ids=["home", "elsewhere", "in the city", "alone", "a dateline", "in a country's city", "in the news"])  # fmt: skip
def test_the_place_of_the_story_is_no_part_of_it(lead: str, claim: dict[str, Any], scope: str) -> None:
    """Fails when a siege's toll is a part for the name of its city, or a city's dead are a country's."""
    home = "Libya" if "Libya" in lead else "Valdora"
    reports = story(lead, {"scope": "part"} | claim)
    for i, report in enumerate(reports[:3]):
        report["text"] = f"{home} is at war." if home == "Libya" else lead
        report["claims"] = [{"n": i + 1, "place": home}]
    assert scopes(reports)[88] == scope


def test_a_war_of_many_towns_is_of_none() -> None:
    """Fails when each town that one report names is the home of a small campaign, and its dead the war's."""
    towns = ("Orvel", "Almera", "Zelvik")
    reports = [{"id": town, "campaign_id": "S", "day": f"2031-05-0{i}", "text": f"Shells fell on {town}.", "claims": [
        {"n": i, "place": town, "scope": "part"}]} for i, town in enumerate(towns, 1)]  # fmt: skip
    assert set(scopes(reports).values()) == {"part"}


def test_an_attack_whose_victims_are_of_one_day_is_one_event() -> None:
    """Fails when the story of one siege has no running total, or one attack of many is the campaign's total."""
    lead = "Gunmen attacked the hotel."
    assert set(scopes(story(lead, {"n": 213})).values()) == {"cumulative"}
    many = story(lead, {"n": 213}, {"n": 5, "start": "2031-05-03"})
    many[1]["claims"][0]["start"] = "2031-05-03"
    assert set(scopes(many).values()) == {"incident"}
    one_dated = story(lead, {"n": 213})
    for report in one_dated[1:3]:
        report["claims"][0]["start"] = None
    assert set(scopes(one_dated).values()) == {"incident"}
    at_once = [report | {"day": "2031-05-01"} for report in story(lead, {"n": 213})]
    assert set(scopes(at_once).values()) == {"incident"}


@pytest.mark.parametrize(("claim", "scope"), [
    ({"measure": "detained", "excerpt": "The army is holding »63« fighters."}, "cumulative"),
    ({"measure": "detained", "excerpt": "»63« men were in custody.", "start": "2031-05-04"}, "incident"),
    ({"measure": "detained", "excerpt": "A raid left »63« arrested."}, "incident"),
    ({"measure": "detained", "excerpt": "»63« were arrested while fires still burned."}, "incident"),
    ({"measure": "killed", "excerpt": "»63« were killed and four are still missing."}, "incident"),
], ids=["held", "on a day", "arrested", "fires still", "killed"])  # fmt: skip
def test_how_things_stand_is_the_campaigns(claim: dict[str, Any], scope: str) -> None:
    """Fails when "63 are in custody" makes no figure of a war, or those of one raid make one."""
    assert scopes(story(WAR, {"n": 63} | claim))[63] == scope


def test_a_report_with_a_given_incident_is_left_alone() -> None:
    """Fails when the input's own incident loses its figures to the campaign."""
    reports = [report | {"event_id": "E"} for report in story(QUAKE, {"n": 213})]
    assert set(scopes(reports).values()) == {"incident"}


def test_without_a_campaign_scopes_stay() -> None:
    """Fails when reports that name no campaign are made one."""
    reports = [report | {"campaign_id": ""} for report in story(QUAKE, {"n": 213})]
    assert set(scopes(reports).values()) == {"incident"}

"""Restated: claims of one article that shed light on one another's scope."""

from dataclasses import replace

from pipeline.claims.claim import Claim
from pipeline.claims.extract import extract
from tests.benchmarks.golden import Entry, article


def scopes(text: str, campaign: str = "") -> dict[str, str]:
    """Scope by surface of the claims of a report."""
    entry = Entry("restated", "r1", "2024-05-16", "", text, [], [], True)
    claims: list[Claim] = extract(replace(article(entry), given_campaign_id=campaign)).claims
    return {claim.mention.surface: claim.scope for claim in claims}


def test_what_adds_up_to_the_total_just_given_is_its_part() -> None:
    """Fails when a total and its parts are three incidents, and are added."""
    found = scopes("Seventeen people were shot dead. Twelve people were killed at the gate. Another five people were "
                   "killed in the yard.")
    assert (found["Seventeen"], found["Twelve"], found["five"]) == ("incident", "part", "part")


def test_what_does_not_add_up_is_no_part() -> None:
    """Fails when any two numbers behind a larger one become its parts."""
    found = scopes("Seventeen people were shot dead. Twelve people were killed at the gate. Another six people were "
                   "killed in the yard.")
    assert set(found.values()) == {"incident"}


def test_a_figure_told_twice_has_the_scope_of_the_telling_with_a_cue() -> None:
    """Fails when the bare repetition of a story's toll becomes the toll of an attack."""
    found = scopes("At least 340 people have been killed since the uprising began. Roads are shut. "
                   "Soldiers killed 340 people, doctors say.")
    assert found == {"340": "cumulative"}


def test_days_counted_from_the_beginning_are_the_whole_story() -> None:
    """Fails when "the past three days" of a three days' story is a window of it."""
    text = "At least 50 people have been killed since Monday. Guards had killed 46 people during the past three days."
    assert scopes(text)["46"] == "cumulative"
    assert scopes(text.replace("Monday", "1 May"))["46"] == "window"


def test_a_number_broken_down_by_places_is_the_whole_storys() -> None:
    """Fails when the dead of the first day of protests, in several towns, are those of one more attack."""
    text = "Three people died in the clashes, the agency said. Two marchers were killed in Arvel, and one policeman " \
           "was killed in Tessano."
    assert scopes(text, "story-1")["Three"] == "cumulative"
    assert scopes(text)["Three"] == "incident"
    assert scopes(text.replace("the clashes", "Tuesday's clashes"), "story-1")["Three"] == "incident"
    assert scopes(text.replace("Tessano", "Arvel"), "story-1")["Three"] == "incident"


def test_what_goes_on_from_a_total_is_of_the_same_stretch() -> None:
    """Fails when "another 4,067 were injured" behind the dead of two months is one attack's number."""
    before = "Between 1 March and 10 May, raids killed 718 people. "
    assert scopes(before + "Another 4,067 were injured, he said.")["4,067"] == "window"
    assert scopes(before + "On Monday another 67 were injured.")["67"] == "incident"
    assert scopes(before + "Shops were shut. Another 67 were injured.")["67"] == "incident"
    assert scopes(before + "Doctors said 67 were injured.")["67"] == "incident"

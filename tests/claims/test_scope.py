"""Scope: what a figure covers."""

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.claims.periods import period_for
from pipeline.claims.scope import Setting, scope_for
from pipeline.reading.tokens import tokenise

GOLDEN: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "golden" / "scope.yml").read_text("utf-8"))
PUBLISHED = datetime.date(2024, 5, 16)


def scope_of(text: str, number: str, title: bool = False, construction: str = "", before: str = "") -> str:
    sentence = tokenise(before + text, 0, len(before), len(before + text))
    at = sentence.words.index(number)
    period = period_for(sentence, at, at + 1, PUBLISHED)
    return scope_for(sentence, at, at + 1, Setting(period, title=title), construction)


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: f"{case['text']} [{case['number']}]")
def test_the_cues_of_the_clause_decide(case: dict[str, Any]) -> None:
    """Fails when incidents, totals, parts and other events are mixed: the figures would be too."""
    assert scope_of(case["text"], case["number"]) == case["is"]


def test_in_a_report_about_a_whole_story_a_plain_perfect_counts_to_date() -> None:
    """Fails when "12 people have died" is one attack's toll in a report about an uprising."""
    story = "Protest after protest. An uprising grew. Unrest spread. A crackdown. The opposition. A conflict. "
    assert scope_of("Twelve people have died.", "Twelve", before=story) == "cumulative"
    assert scope_of("Twelve people have died.", "Twelve") == "incident"


def test_the_rule_of_a_toll_makes_a_count_to_date() -> None:
    """Fails when the grammar's own knowledge that a number is a toll is dropped."""
    assert scope_of("It now stands at 17.", "17", construction="toll_stands_at") == "cumulative"


def test_a_large_number_in_a_title_says_nothing() -> None:
    """Fails when a headline's figure becomes a total for its size."""
    assert scope_of("2,000 killed", "2,000", title=True) == "incident"
    assert scope_of("2,000 were killed.", "2,000") == "cumulative"


@pytest.mark.parametrize(("text", "number", "scope"), [
    ("With five dead and the streets empty, the king spoke.", "five", "cumulative"),
    ("You bear the guilt for the deaths of 300 people.", "300", "cumulative"),
    ("A blast caused the deaths of 300 people.", "300", "incident"),
    ("Three people were killed in the square.", "Three", "incident"),
])  # fmt: skip
def test_what_stands_without_day_or_occasion_is_the_given_storys(text: str, number: str, scope: str) -> None:
    """Fails when a report of a campaign loses the campaign's toll to an incident, or the reverse."""
    sentence = tokenise(text, 0, 0, len(text))
    at = sentence.words.index(number)
    setting = Setting(period_for(sentence, at, at + 1, PUBLISHED), story=True)
    assert scope_for(sentence, at, at + 1, setting, "") == scope


def test_a_bare_perfect_behind_one_place_is_of_that_place() -> None:
    """Fails when eight dead of one square become the dead of an uprising that its report tells of."""
    before, text = "Crowds fought in Arvel Square all night. ", "Eight people have been killed."
    previous, sentence = tokenise(before, 0, 0, len(before)), tokenise(text, 1, 0, len(text))
    period = period_for(sentence, 0, 1, PUBLISHED)
    assert scope_for(sentence, 0, 1, Setting(period, previous, story=True), "") == "part"
    assert scope_for(sentence, 0, 1, Setting(period, previous), "") == "incident"
    assert scope_for(sentence, 0, 1, Setting(period, story=True), "") == "cumulative"

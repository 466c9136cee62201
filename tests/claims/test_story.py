"""Story: what the report around a sentence tells of its claims."""

import datetime

import pytest

from pipeline.claims.story import carried_period, has_day
from pipeline.reading.tokens import Sentence, tokenise

PUBLISHED = datetime.date(2024, 5, 16)


def pair(before: str, text: str) -> tuple[Sentence, Sentence]:
    """Two sentences of one report."""
    whole = f"{before} {text}"
    start = len(before) + 1
    return tokenise(whole, 0, 0, start), tokenise(whole, 1, start, len(whole))


def test_that_day_is_the_day_just_spoken_of() -> None:
    """Fails when a toll of 1996, told in the sentence behind the year, counts for today's event."""
    previous, sentence = pair("In 1996 guards put down a riot in the jail.", "Monitors say 1,200 were killed that day.")
    period = carried_period(sentence, previous, PUBLISHED)
    assert (period.period_start, period.role) == ("1996-01-01", "past")


@pytest.mark.parametrize(("before", "text"), [
    ("In 1996 guards put down a riot.", "Monitors say 12 were killed."),
    ("It was the worst riot since 1996.", "Monitors say 12 were killed that day."),
    ("Guards put down a riot.", "Monitors say 12 were killed that day."),
])  # fmt: skip
def test_a_date_carries_over_only_where_the_text_points_back(before: str, text: str) -> None:
    """Fails when any date of the sentence before, or one of comparison, becomes the claim's."""
    previous, sentence = pair(before, text)
    assert carried_period(sentence, previous, PUBLISHED).role == "none"


def test_a_sentence_has_a_day_however_it_is_named() -> None:
    """Fails when "that began on Friday" or "yesterday" is no day."""
    told = ("The clashes that began on Friday went on.", "He left yesterday.", "He left in May.", "He left.")
    assert [has_day(tokenise(text, 0, 0, len(text))) for text in told] == [True, True, False, False]

"""Quantifiers and directions around a number."""

from collections.abc import Callable

import pytest

from pipeline.quantities import bounds
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import WORDS

Windows = Callable[[str], Window]


@pytest.mark.parametrize(
    ("group", "phrase"), [(group, phrase) for group, phrases in WORDS["before"].items() for phrase in phrases]
)
def test_every_phrase_before_a_number(window: Windows, group: str, phrase: str) -> None:
    """A phrase of the codebook is never found: its tokens are others than those of a text."""
    led = min(bounds.ONLY_BEHIND.get(phrase, {"saw"}))
    w = window(f"{led} {phrase} 17 men")
    found, start = bounds.before(w, w.words.index("17"), is_time=False)
    assert (found, start) == (group, 1)


@pytest.mark.parametrize("text", ["the top 17", "a pass 17"])
def test_some_verbs_bound_only_behind_their_subject(window: Windows, text: str) -> None:
    """ "The top 17 firms" are more than seventeen."""
    assert bounds.before(window(text), 2, is_time=False) == ("exact", 2)


@pytest.mark.parametrize(
    ("group", "phrase"), [(group, phrase) for group, phrases in WORDS["behind"].items() for phrase in phrases]
)
def test_every_phrase_behind_a_number(window: Windows, group: str, phrase: str) -> None:
    """A phrase behind a number is never found."""
    joint = "-" if phrase in bounds.HYPHEN_ONLY else " "
    found = bounds.behind(window(f"17{joint}{phrase}"), 1)
    assert found is not None and found[0] == group


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than about 20", "more_than"),
        ("about at least 20", "at_least"),
        ("at least some 20", "at_least"),
        ("just over 20", "more_than"),
        ("nearly a 20", "nearly"),
        ("a 20", "exact"),
    ],
)
def test_the_stronger_bound_wins(window: Windows, text: str, expected: str) -> None:
    """Of two quantifiers the weaker is believed."""
    w = window(text)
    assert bounds.before(w, w.words.index("20"), is_time=False)[0] == expected


def test_over_three_days_is_no_bound(window: Windows) -> None:
    """ "over three days" is more than three days."""
    assert bounds.before(window("over 3 days"), 1, is_time=True)[0] == "exact"
    assert bounds.before(window("well over 3 days"), 2, is_time=True)[0] == "more_than"


@pytest.mark.parametrize("text", ["17, at least 3 of them", "17 at least 3", "17 plus 3", "17 odd, he said"])
def test_a_bound_of_the_next_number(window: Windows, text: str) -> None:
    """The words that bound the next number bound this one."""
    assert bounds.behind(window(text), 1) is None


@pytest.mark.parametrize(
    ("text", "is_count", "expected"),
    [
        ("rose to 17", True, "up"),
        ("fell sharply by 17", True, "down"),
        ("climbed by a further 17", True, "up"),
        ("were up 17", False, "up"),
        ("dropped 17", False, "down"),
        ("lost 17", True, ""),
        ("blew up 17", True, ""),
        ("up to 17", True, ""),
        ("17", True, ""),
        ("rose from 17", True, ""),
    ],
)
def test_direction(window: Windows, text: str, is_count: bool, expected: str) -> None:
    """A change is missed, or every object of "lost" is a fall."""
    w = window(text)
    assert bounds.direction(w, w.words.index("17"), is_count) == expected

"""Two numbers of a change, told from ranges."""

from collections.abc import Callable

import pytest

from pipeline.quantities import changes
from pipeline.quantities.find import find_mentions
from pipeline.quantities.scan import Window

Windows = Callable[[str], Window]


def read(text: str) -> list[tuple[str, str, str]]:
    return [(m.surface, m.quantifier, m.direction) for m in find_mentions("text", text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("raised the toll by three to 41", [("three", "exact", "up"), ("41", "exact", "up")]),
        ("rose by 10 to 15", [("10", "exact", "up"), ("15", "exact", "up")]),
        (
            "cut the reward by $2 million to $3 million",
            [("$2 million", "exact", "down"), ("$3 million", "exact", "down")],
        ),
        (
            "doubled the bounty from $5 million to $10 million",
            [("$5 million", "exact", ""), ("$10 million", "exact", "up")],
        ),
        ("the count was revised from 52 to 47", [("52", "exact", ""), ("47", "exact", "down")]),
        ("the count was revised from 47 to 52", [("47", "exact", ""), ("52", "exact", "up")]),
        ("increased its patrols on the river from 10 to 15", [("10", "exact", ""), ("15", "exact", "up")]),
        ("rose from $1 to $2 to $3", [("$1", "exact", ""), ("$2", "exact", "up"), ("$3", "exact", "up")]),
        ("raised the death toll to 41", [("41", "exact", "up")]),
        ("increased aid to 41 villages", [("41", "exact", "")]),
    ],
)
def test_changes(text: str, expected: list[tuple[str, str, str]]) -> None:
    """What was and what is become one range, or the number lost the way it moved."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "surface", "direction"),
    [
        ("rose by 20 to 30 percent", "20 to 30", "up"),
        ("prices range from $5 to $10", "$5 to $10", ""),
        ("from 10 to 15 miners died", "10 to 15", ""),
        ("was attacked by 10 to 15 gunmen", "10 to 15", ""),
        ("a rise in raids, which killed from 10 to 15 men", "10 to 15", ""),
        ("the planes dropped from 10 to 15 bombs", "10 to 15", ""),
    ],
)
def test_ranges_stay(text: str, surface: str, direction: str) -> None:
    """A range behind "from" or "by" is torn in two."""
    assert read(text) == [(surface, "range", direction)]


@pytest.mark.parametrize(
    ("text", "quantifier", "direction"),
    [
        ("Death toll up to 24", "exact", "up"),
        ("Toll now up to 24", "exact", "up"),
        ("Deaths up to 24", "exact", "up"),
        ("The toll is now up to 24, police said", "exact", "up"),
        ("The count went up to 24", "exact", "up"),
        ("A toll of up to 24 was denied", "at_most", ""),
        ("Up to 24 were killed", "at_most", ""),
        ("The raid killed up to 24 men", "at_most", ""),
    ],
)
def test_up_to(text: str, quantifier: str, direction: str) -> None:
    """A toll that has risen to 24 is at most 24, or the other way round."""
    assert read(text) == [("24", quantifier, direction)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("raised the heavy toll by", "up"),
        ("revised the toll from", "either"),
        ("raised it, killed by", ""),
        ("raised 5 men by", ""),
        ("killed by", ""),
        ("climbed the hill followed by", ""),
    ],
)
def test_what_governs(window: Windows, text: str, found: str) -> None:
    """A word of change reaches across another verb, a mark or a number."""
    w = window(f"{text} 12")
    assert changes.governing(w, w.words.index("12") - 1) == found

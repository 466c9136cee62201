"""A quantity put together: what its parts make of each other."""

import pytest

from pipeline.quantities.find import find_mentions
from pipeline.quantities.mention import Mention


def only(text: str) -> Mention:
    found = find_mentions("text", text, [(0, len(text))])
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("17 died", (17, 17, 17)),
        ("at least 17 died", (17, 17, None)),
        ("more than 17 died", (17, 17, None)),
        ("up to 17 died", (None, None, 17)),
        ("under 17 died", (None, None, 17)),
        ("about 17 died", (None, 17, None)),
        ("nearly 17 died", (None, 17, 17)),
        ("15 to 17 died", (15, None, 17)),
        ("dozens died", (24, None, None)),
        ("-17 percent", (-17, -17, -17)),
    ],
)
def test_conventions(text: str, values: tuple[float | None, ...]) -> None:
    """Low, best or high are not what the tables promise for the quantifier."""
    m = only(text)
    assert (m.value_low, m.value_best, m.value_high) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sold 12m phones", 12e6),
        ("12m tonnes", 12e6),
        ("4.3M downloads", 4.3e6),
        ("$3m", 3e6),
        ("8 b people", 8e9),
        ("12m high", 12),
        ("a 12m wall", 12),
        ("12m away", 12),
    ],
)
def test_m_is_a_million_or_a_metre(text: str, value: float) -> None:
    """Metres become millions, or the other way round."""
    assert only(text).value_best == value


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("a five-year contract", "duration"),
        ("a five-day-old calf", "age"),
        ("two years ago", "duration"),
        ("two years later", "kept"),
        ("a 400-year-old oak", "kept"),
        ("a six-lane road", "designator"),
        ("a six-member crew", "kept"),
        ("a six-man patrol", "kept"),
        ("six-foot waves", "kept"),
        ("the 737s", "designator"),
        ("17people died", "kept"),
    ],
)
def test_what_a_hyphen_or_glue_makes_of_it(text: str, status: str) -> None:
    """Something that describes is counted, or a count thrown away."""
    assert only(text).status == status


def test_the_phrase_of_a_count_leaves_its_noun_to_the_grammar() -> None:
    """The grammar steps over the phrase and never sees the noun."""
    text = "at least 17 people"
    m = only(text)
    assert text[m.phrase_start : m.phrase_end] == "at least 17"


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("rose from 11 to 14", ["", "up"]),
        ("fell 8 percent to 99 yuan", ["down", "down"]),
        ("lost 190 points, or 0.6%", ["down", "down"]),
        ("up 3% with 5 deals", ["up", ""]),
    ],
)
def test_direction_goes_on(text: str, directions: list[str]) -> None:
    """The second number of a change has no direction."""
    assert [m.direction for m in find_mentions("text", text, [(0, len(text))])] == directions

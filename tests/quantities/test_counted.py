"""The counted noun."""

from collections.abc import Callable

import pytest

from pipeline.quantities.counted import is_plural, noun_at, singular
from pipeline.quantities.find import find_mentions
from pipeline.quantities.scan import Window

Windows = Callable[[str], Window]


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("3 naval ships left", 3, "naval ship"),
        ("3 armed men fled", 3, "armed man"),
        ("3 sports cars", 3, "sports car"),
        ("3 killed in raids", 3, ""),
        ("3, boats", 3, ""),
        ("3 of the victims", 3, "victim"),
        ("3 members of the crew", 3, "member"),
        ("3 coal-fired plants", 3, "coal-fired plant"),
        ("3-member crew", 3, "member"),
        ("3 U.N. diplomats", 3, "u.n. diplomat"),
        ("3 New York Times reporters", 3, "new york times reporter"),
        ("3 times", 3, ""),
        ("1 person remains", 1, "person"),
        ("1 police officer", 1, "police officer"),
        ("3-strong crew", 3, "crew"),
        ("1 man fled", 1, "man"),
        ("3 at the scenes", 3, ""),
        ("1 of his men", 1, "man"),
        ("1 of boats", 1, ""),
        ("3 of the smith's sons", 3, "smith son"),
        ("3 page document", 3, "page"),
        ("3 of the five men", 3, "man"),
        ("3 guards days later", 3, "guard"),
        ("3 member states", 3, "member state"),
        ("3 new 737 Max jets", 3, "new 737 max jet"),
        ("3 Model 4 sedans", 3, "model 4 sedan"),
        ("3 boats 12 of which", 3, "boat"),
        ("3 250ml bottles", 3, "bottle"),
        ("3 250 ml, bottles", 3, ""),
    ],
)
def test_nouns(window: Windows, text: str, value: float, noun: str) -> None:
    """The unit of a count is missed or is no noun."""
    assert noun_at(window(text), 1, value)[0] == noun


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("families", "family"),
        ("boxes", "box"),
        ("boats", "boat"),
        ("women", "woman"),
        ("people", "people"),
        ("buses", "bus"),
        ("crashes", "crash"),
        ("passes", "pass"),
        ("houses", "house"),
    ],
)
def test_singulars(plural: str, expected: str) -> None:
    """A unit is a plural or a stump."""
    assert is_plural(plural) and singular(plural) == expected


@pytest.mark.parametrize("word", ["gas", "across", "was", "news", "Hamas".lower(), "status", "crisis", "is"])
def test_no_plurals(word: str) -> None:
    """A singular that ends in s is counted."""
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They sold 435 homes by lot and 187 by tender", "home"),
        ("6 million homes, including 2 million in the hills", "home"),
        ("6 homes burned; and 2 in the hills", ""),
        ("12 boats sank and 30 drowned", ""),
        ("12 boats sank and killed 30 in the port", ""),
    ],
)
def test_a_noun_left_out(text: str, unit: str) -> None:
    """The second number of the same noun counts nothing; or one of something else takes the noun of its neighbour."""
    assert find_mentions("text", text, [(0, len(text))])[-1].unit == unit

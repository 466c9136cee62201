"""Ages: told from counts, which are worth more."""

from collections.abc import Callable

import pytest

from pipeline.quantities.ages import age, decade
from pipeline.quantities.scan import Window

Windows = Callable[[str], Window]


def number(w: Window) -> int:
    """The last token of digits."""
    return max(i for i, word in enumerate(w.words) if word[:1].isdecimal())


def is_age(w: Window) -> bool:
    i = number(w)
    return age(w, i, i + 1, float(w.words[i])) is not None


@pytest.mark.parametrize(
    "text",
    [
        "a 19-year-old",
        "a boy younger than 12",
        "two boys, both 12, were",
        "a 19 year old",
        "19-year-olds",
        "a 7-month-old baby",
        "he is 34 years old",
        "34 years of age",
        "34 y/o",
        "aged 34",
        "at the age of 34",
        "ages 15, 17 and 18",
        "aged between 5 and 12",
        "children aged 5 to 12",
        "Maria Lopez, 34, was found",
        "John A. Field, 34, of Bree",
        "the dead: Ann Wood, 31.",
        "Lopez, 34, who fled",
        "a woman, 34, fled",
        "a youth of 16 was shot",
        "children under 5 died",
        "nobody over 60",
        "her son, who was 10, fled",
        "the driver (34) died",
        "the child (4) died",
        "one of the alleged robbers, 34, was shot",
        "his wife Ann Wood (31) and",
        "Mr Lee (56) fled",
        "named as Ann Wood (31)",
        "Ann Wood (31) was killed",
        "Ann Wood (31), who fled",
        "Ann Wood (31) died",
    ],
)
def test_ages(window: Windows, text: str) -> None:
    """An age is counted as victims."""
    assert is_age(window(text))


@pytest.mark.parametrize(
    "text",
    [
        "killed, 34, including",
        "12 dead, 34 wounded",
        "In Larkton, 34, in Holm",
        "at Port Haven, 34, and",
        "Dead, 34, wounded",
        "Larkton, 34, Holm",
        "KILLED IN LARKTON TOWN, 34,",
        "34 people",
        "34 years",
        "a 300-year-old oak",
        "the men, 34, fled",
        "Soldiers, 34, fled",
        "a father of 4 was shot",
        "a man of 12 trades",
        "children under 12 tents",
        "people over 34 were",
        "Larkton (34)",
        "Port Haven (34), San Marco (12)",
        "in Port Haven (34) was hit",
        "Port Haven (34) was hit",
        "civilians (34)",
        "Dead: man (1)",
        "who was 10 miles off",
    ],
)
def test_counts_that_look_like_ages(window: Windows, text: str) -> None:
    """A casualty figure in a list is thrown away as an age."""
    assert not is_age(window(text))


@pytest.mark.parametrize(("text", "status"), [("in her 30s", "age"), ("the 1990s", "date"), ("the 80s", "date")])
def test_decades(window: Windows, text: str, status: str) -> None:
    """ "her 30s" counts thirty."""
    w = window(text)
    found = decade(w, number(w))
    assert found is not None and found.status == status


def test_plural_names_are_no_decades(window: Windows) -> None:
    """ "two 737s" is a decade."""
    assert decade(window("two 737s"), 1) is None


def test_a_list_of_people_goes_on(window: Windows) -> None:
    """In a list of names with ages, those without a word for a person are counted; or a list of places is not."""
    people = window("his son Carl Wood (9), Dana Wood (5) and Eva Wood (3) fled")
    places = window("In Holm (9), Port Haven (5) and San Marco (3) fled")
    for w, expected in ((people, True), (places, False)):
        digits = [i for i, word in enumerate(w.words) if word.isdecimal()]
        assert [age(w, i, i + 1, float(w.words[i])) is not None for i in digits] == [expected] * 3


def test_two_ages_are_one_span(window: Windows) -> None:
    """ "a boy of 13 or 14" leaves fourteen boys."""
    found = age(window("a boy of 13 or 14"), 3, 4, 13.0)
    assert found is not None and (found.start, found.end) == (3, 6)

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

"""Numbers that say which one is meant: rejected, alone and in lists, and never where something is counted."""

from collections.abc import Callable

import pytest

from pipeline.quantities.pointers import footnote, list_number, pointer
from pipeline.quantities.scan import Window

Windows = Callable[[str], Window]


def last_digits(w: Window) -> int:
    return max(i for i, word in enumerate(w.words) if word[:1].isdecimal())


@pytest.mark.parametrize(
    "text",
    [
        "Route 66",
        "resolution 1973",
        "No. 10 said",
        "Fig. 4",
        "see figs. 4",
        "Junction 9",
        "phase 3 trials",
        "Articles 5 and 6",
        "Articles 4, 5 and 6 of",
        "Resolutions 1970 and 1973",
        "Figures 3A and 3C",
        "phases 3, 5, and 7",
        "Routes 5 to 9",
    ],
)
def test_pointers(window: Windows, text: str) -> None:
    """The number of an article, road or picture is counted."""
    w = window(text)
    found = pointer(w, last_digits(w))
    assert found is not None and found.status == "designator"


@pytest.mark.parametrize(
    "text",
    [
        "Room 5 and 12 others",
        "Route 66 and 12 trucks",
        "Stoxx 50 -1.3%",
        "Phase 3, 40% of",
        "Unit 5, 12 km away",
        "no. 12 came",
        "killed 5 and 12",
        "in phase 3 people died",
        "a figure 12 percent higher",
    ],
)
def test_counts_beside_pointers(window: Windows, text: str) -> None:
    """A figure behind the number of a road or a room is thrown away with it."""
    w = window(text)
    found = pointer(w, last_digits(w)) if "people" not in text else pointer(w, 2)
    assert found is None


def test_the_letter_belongs_to_the_number(window: Windows) -> None:
    """ "Figure 3A" counts three amperes."""
    found = pointer(window("Figure 3A shows"), 1)
    assert found is not None and found.end == 3


@pytest.mark.parametrize("text", ["as said[12] before", "levels [7,8]", "levels [7, 8]", "speed [39–41]"])
def test_footnotes(window: Windows, text: str) -> None:
    """The numbers of sources are counted."""
    w = window(text)
    assert footnote(w, last_digits(w)) is not None


@pytest.mark.parametrize("text", ["[12 dead]", "(12)", "[sic] 12 dead"])
def test_no_footnotes(window: Windows, text: str) -> None:
    """A figure that an editor put in brackets is thrown away."""
    w = window(text)
    assert footnote(w, last_digits(w)) is None


def test_list_numbers(window: Windows) -> None:
    """ "2) The mayor" counts two mayors, or "2. 5 dead" loses its five."""
    w = window("2) The mayor met 5.")
    assert list_number(w, 0) is not None
    assert list_number(w, last_digits(w)) is None

"""Numbers that name: rejected with the right reason, and never where people or things are counted."""

from collections.abc import Callable

import pytest

from pipeline.quantities.names import name, ordinal_word
from pipeline.quantities.scan import Window

Windows = Callable[[str], Window]


def status(w: Window) -> str:
    i = next(i for i, word in enumerate(w.words) if word[:1].isdecimal())
    found = name(w, i)
    return found.status if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an F-35 jet", "designator"),
        ("the G20 summit", "designator"),
        ("Covid-19 tests", "designator"),
        ("Route 66", "designator"),
        ("route 66", "designator"),
        ("image 2 of", "designator"),
        ("Round 3", "designator"),
        ("Resolution 1973", "designator"),
        ("Article 5 of", "designator"),
        ("the S&P 500 fell", "designator"),
        ("No. 10 said", "designator"),
        ("a .45-calibre pistol", "designator"),
        ("a 787 Dreamliner", "designator"),
        ("after 9/11", "designator"),
        ("open 24/7", "designator"),
        ("the last-16 match", "designator"),
        ("the 101st Airborne", "ordinal"),
        ("on the 5th, he", "date"),
        ("as said[12] before", "footnote"),
        ("2) The mayor", "list_number"),
        ("won 3-1 there", "score"),
        ("a 2-2 draw", "score"),
        ("ruled 5-4 for", "score"),
        ("the 1400 block of Elm", "address"),
        ("at 24 Elm Street", "address"),
        ("at 22 Avenue Foch", "address"),
        ("Larkton, TX 77002", "address"),
        ("call 911, please", "phone"),
        ("She called 911 saying", "phone"),
        ("at 555-0143.", "phone"),
        ("at 202-555-0143", "phone"),
        ("at 36.1234, 14.5678", "coordinate"),
        ("at 36°12′ north", "coordinate"),
        ("agent 007 said", "identifier"),
        ("file 123456789012 of", "identifier"),
    ],
)
def test_names(window: Windows, text: str, expected: str) -> None:
    """A name's number is counted, or its reason is wrong."""
    assert status(window(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "12 people",
        "Flight 12 people died",
        "in photo 12 people stand",
        "Building 5 dead",
        "30-40 people",
        "12-24 casualties",
        "between 30-40",
        "killed-12 people",
        "least-17",
        "500-1000 soldiers",
        "blast: 12 killed",
        "He won 30 seats",
        "sent 12 Army officers",
        "saw 12 Red Cross staff",
        "call 20 people",
        "17 dead.",
        "(12)",
        "555-1000 people",
        "3/4 of",
        "OF 20000 MEN",
        "no. 12 were",
    ],
)
def test_counts_that_look_like_names(window: Windows, text: str) -> None:
    """A figure is thrown away as a name."""
    assert status(window(text)) == ""


@pytest.mark.parametrize(("text", "size"), [("third", 1), ("twenty-first of", 3), ("first aid", 1)])
def test_ordinal_words(window: Windows, text: str, size: int) -> None:
    """ "twenty-first" counts twenty."""
    found = ordinal_word(window(text), 0)
    assert found is not None and found.end == size


def test_the_last_of_a_series_of_pictures(window: Windows) -> None:
    """ "photo 3 of 12" counts twelve."""
    w = window("Photo 3 of 12")
    found = name(w, 3)
    assert found is not None and found.status == "designator"
    assert name(window("Raid 3 of 12"), 3) is None

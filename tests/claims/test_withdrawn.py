"""Numbers that their source takes back."""

import pytest

from pipeline.claims.withdrawn import is_withdrawn
from pipeline.reading.tokens import cut


@pytest.mark.parametrize(
    ("text", "number", "taken_back"),
    [
        ("The committee withdrew its figure of 21 dead.", "21", True),
        ("The ministry retracted a report that 21 people had died.", "21", True),
        ("Officials said 21 people had died, a claim they later withdrew.", "21", True),
        ("The mission put the toll at 98, a number it has since disowned.", "98", True),
        ("Police said 21 had died but later withdrew that figure.", "21", True),
        ("The army withdrew from the town after the toll reached 40.", "40", False),
        ("The party withdrew its candidate and reports said 12 people were killed.", "12", False),
        ("The fire killed 20 people, a number of licences were withdrawn.", "20", False),
        ("Officials withdrew a number of troops after 12 people were killed.", "12", False),
        ("Authorities lowered the toll to 26 from 40 on Monday.", "40", True),
        ("Police have revised the death toll down from 21 to 12.", "21", True),
        ("The army lowered its alert level as deaths rose from 12 to 15.", "12", False),
        ("The storm was downgraded; the death toll rose from 12 to 15.", "12", False),
        ("The shooting killed 4 people, which he admitted before he withdrew his plea.", "4", False),
    ],
)
def test_a_number_taken_back_is_told_from_other_things_withdrawn(text: str, number: str, taken_back: bool) -> None:
    """A retracted toll stands as if somebody still said it, or a true one goes with the troops."""
    lower = [word.lower() for word in cut(text)]
    at = lower.index(number)
    assert is_withdrawn(lower, at, at + 1) == taken_back

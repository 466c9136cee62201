"""Phrases that count by themselves: "himself", and crimes with the number of victims in their name: "triple homicide".

Here belongs where such a phrase stands. That a crime's name yields to the numbers of its article is settled in
discourse.py.
"""

from typing import Final

from pipeline import codebook
from pipeline.claims.noun_phrase import Heading

BOOK: Final = codebook.read("grammar")
KILLINGS: Final = frozenset(BOOK["multiple_killings"])
WOUNDINGS: Final = frozenset(BOOK["multiple_woundings"])
MULTIPLES: Final[dict[str, int]] = BOOK["multiples"]


def multiple(lower: list[str], at: int) -> Heading | None:
    """What "triple homicide" names: three dead; "a double shooting": two shot. "Double murder-suicide" is open."""
    noun = at + (2 if lower[at + 1 : at + 2] == ["-"] else 1)
    word = lower[noun] if noun < len(lower) else ""
    measure = "killed" if word in KILLINGS else "injured" if word in WOUNDINGS else ""
    if not measure or lower[noun + 1 : noun + 2] == ["-"]:
        return None
    head = Heading(f"{lower[at]} {word}", "outcome", "all", noun + 1, measure)
    head.value = MULTIPLES[lower[at]]
    return head


def is_reflexive(lower: list[str], at: int, before: str, is_title: bool) -> bool:
    """ "Killed his wife and himself"; in a title also "kills wife, self", but never "self-defence"."""
    plain = before != "," and lower[at] != "self"
    return before in "TGCD," and (plain or (is_title and lower[at + 1 : at + 2] != ["-"]))

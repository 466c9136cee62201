"""The letters that a pattern over chunks cannot do without, so that most patterns need not be tried on most sentences.

Here belongs the reading of a pattern's text, and the comparison of what it needs with a sentence. It may ask for too
little, never for too much: a pattern tried in vain costs time, one left out costs a claim.
"""

import re
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

CLASS: Final = re.compile(r"\[\^[^\]]*\]|\[([^\]]*)\]|\\(.)")
CONDITION: Final = re.compile(r"\(\?\(\w+\)")
GROUP: Final = re.compile(r"\((\?<?[=!]|\?:|\?P<\w+>)?([^()]*)\)(?:([?*]|\{0,\d+\})[?+]?)?")
ATOM: Final = re.compile(r"(.)([?*]|\{0,\d+\})?(\{\d+,\d+\}|\+)?[?+]?")
GAP: Final = "\ue000"
"""Stands in a pattern for what may be there or not."""
ANYTHING: Final = "\ue001"
EDGE: Final = "^$"
ANY: Final = ""


class Step(NamedTuple):
    """One letter of these, which stands right behind the step before (glued) or anywhere behind it; ANY: any letter."""

    letters: str
    glued: bool


OPEN: Final = Step(GAP, False)
"""At the end of a sequence that may go on, or before one that may begin sooner."""


def required(pattern: str) -> list[frozenset[str]]:
    """Sets of letters: whatever the pattern matches holds at least one letter of each."""
    return [frozenset(step.letters) for step in steps(pattern) if step.letters]


def steps(pattern: str) -> list[Step]:
    """The letters that whatever the pattern matches holds in this order. Conditions before and behind are left out."""
    sets: dict[str, str] = {GAP: OPEN.letters, ANYTHING: ANY}

    def symbol(letters: Collection[str]) -> str:
        """A single character that stands for any of these letters."""
        sign = chr(ord(GAP) + len(sets))
        sets[sign] = "".join(sorted(letters))
        return sign

    def of_class(found: re.Match[str]) -> str:
        letters = found[1] or found[2]
        return symbol(letters) if letters else ANYTHING

    def of_group(found: re.Match[str]) -> str:
        kind, inside, optional = found.groups()
        if (kind or "").endswith(("=", "!")):
            return ""
        if optional:
            return GAP
        choices = [_atoms(choice, sets) for choice in inside.split("|")]
        if len(choices) == 1:
            return inside
        if all(len(c) == 1 and c[0].letters for c in choices):
            return symbol({letter for c in choices for letter in c[0].letters})
        firsts = [next((step.letters for step in c if step.letters and step != OPEN), ANY) for c in choices]
        return GAP + (symbol(set().union(*firsts)) + GAP if all(firsts) else "")

    text, count = CLASS.sub(of_class, CONDITION.sub("(?:", pattern)), 1
    while count:
        text, count = GROUP.subn(of_group, text)
    return [step for step in _atoms(text, sets) if step != OPEN]


def _atoms(sequence: str, sets: dict[str, str]) -> list[Step]:
    """The steps of a sequence without groups; OPEN stands at an end where there may be more."""
    found, glued = list[Step](), True
    for sign, optional, more in ATOM.findall(sequence):
        if sign in EDGE:
            continue
        is_gap = sign == GAP or bool(optional)
        if not is_gap:
            found.append(Step(sets.get(sign, sign), glued and bool(found)))
        elif not found:
            found.append(OPEN)
        glued = not is_gap and not more
    return found if glued or not found else [*found, OPEN]


class Layout:
    """Where the letters of a sentence stand, each letter's places as the bits of a number."""

    __slots__ = ("_masks", "_places")

    def __init__(self, tags: str) -> None:
        places: dict[str, int] = {}
        bit = 1
        for letter in tags:
            places[letter] = places.get(letter, 0) | bit
            bit <<= 1
        self._places = places
        self._masks: dict[str, int] = {ANY: bit - 1}

    def fits(self, needed: Sequence[Step]) -> bool:
        """Whether the steps stand in the sentence in their order; where not, the pattern cannot match."""
        state = -1
        for step in needed:
            mask = self._masks.get(step.letters, -1)
            if mask < 0:
                mask = self._mask(step.letters)
            state = mask & (state << 1) if step.glued else mask & -((state & -state) << 1) if state > 0 else mask
            if not state:
                return False
        return True

    def _mask(self, letters: str) -> int:
        mask, places = 0, self._places
        for letter in letters:
            mask |= places.get(letter, 0)
        self._masks[letters] = mask
        return mask

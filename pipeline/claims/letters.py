"""The letters that a pattern over chunks cannot do without, so that most patterns need not be tried on most sentences.

Here belongs the reading of a pattern's text only. It may find too few letters, never too many: a pattern tried in vain
costs time, one left out costs a claim.
"""

import re
from collections.abc import Collection
from typing import Final

CLASS: Final = re.compile(r"\[\^[^\]]*\]|\[([^\]]*)\]|\\(.)")
CONDITION: Final = re.compile(r"\(\?\(\w+\)")
GROUP: Final = re.compile(r"\((\?<?[=!]|\?:|\?P<\w+>)?([^()]*)\)(?:([?*]|\{0,\d+\})[?+]?)?")
ATOM: Final = re.compile(r"(.)([?*]|\{0,\d+\})?(?:\{\d+,\d+\})?[?+]?")
ANYTHING: Final = "\ue000"
EDGE: Final = "^$"


def required(pattern: str) -> list[frozenset[str]]:
    """Sets of letters: whatever the pattern matches holds at least one letter of each."""
    sets: dict[str, frozenset[str]] = {ANYTHING: frozenset()}

    def symbol(letters: Collection[str]) -> str:
        """A single character that stands for any of these letters."""
        sign = chr(ord(ANYTHING) + len(sets))
        sets[sign] = frozenset(letters)
        return sign

    def of_class(found: re.Match[str]) -> str:
        letters = found[1] or found[2]
        return symbol(letters) if letters else ANYTHING

    def of_group(found: re.Match[str]) -> str:
        kind, inside, optional = found.groups()
        if optional or (kind or "").endswith(("=", "!")):
            return ""
        choices = [_atoms(choice, sets) for choice in inside.split("|")]
        if len(choices) == 1:
            return inside
        return symbol(frozenset().union(*(c[0] for c in choices))) if all(choices) else ""

    text, count = CLASS.sub(of_class, CONDITION.sub("(?:", pattern)), 1
    while count:
        text, count = GROUP.subn(of_group, text)
    return _atoms(text, sets)


def _atoms(sequence: str, sets: dict[str, frozenset[str]]) -> list[frozenset[str]]:
    """The letters of each part of a sequence without groups that must be there."""
    signs = [sign for sign, optional in ATOM.findall(sequence) if not optional and sign not in EDGE]
    return [letters for sign in signs if (letters := sets.get(sign, frozenset(sign)))]

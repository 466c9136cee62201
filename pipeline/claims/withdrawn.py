"""Numbers that their source takes back: "withdrew its figure of 21", "9,850, a number it has since disowned".

Here belongs that one judgement. What others call wrong is denied too, in assertion.py; that a later number of the same
source replaces its earlier one is for reconcile.
"""

from typing import Any, Final

from pipeline import codebook

BOOK: Final[dict[str, Any]] = codebook.read("assertion")
VERBS: Final = frozenset(BOOK["withdrawn"]["verbs"])
NUMBERS: Final = frozenset([*BOOK["refutable"], *BOOK["withdrawn"]["numbers"]])
OWNERS: Final = frozenset(BOOK["withdrawn"]["owners"])
PAPERS, SAID, WRONGLY, NOTICES, OURS = (
    frozenset(BOOK["withdrawn"][words]) for words in ("papers", "said", "wrongly", "notices", "ours"))
SAYING: Final = frozenset(("of", "that", "for"))
"""Behind the word for a number, before the number itself."""
OTHERS: Final = frozenset([*codebook.read("assertion")["breaks"], "of", "before", "after", "when", "as"])
"""None of these stands between the number as it is taken up and the verb: what is withdrawn there is something else."""
POINTING: Final = frozenset(("that", "this", "the"))
LOWERED: Final = frozenset(BOOK["withdrawn"]["lowered"])
REVISED: Final = frozenset(BOOK["withdrawn"]["revised"])
TOLLS, CLAUSES, DOWN = (frozenset(BOOK["withdrawn"][words]) for words in ("tolls", "clauses", "down"))
"""What is lowered; what opens a clause with a verb of its own; which way it was revised."""
FARTHEST_LOWERED: Final = 14
"""Tokens from "lowered" to the number that holds no more."""
NEAR, FAR = 3, 5
"""Tokens from the word for a number to the number; from there, taken up, to the verb."""


def is_withdrawn(lower: list[str], first: int, last: int) -> bool:
    """The sentence says that whoever gave the number at tokens first..last has taken it back."""
    if _is_corrected(lower, first) or _is_lowered(lower, first):
        return True
    if VERBS.isdisjoint(lower):
        return False
    verbs = [i for i, word in enumerate(lower) if word in VERBS]
    return any(_governs(lower, at, first) if at < first else _takes_up(lower, last, at) for at in verbs)


def _is_corrected(lower: list[str], first: int) -> bool:
    """ "Correction: our report on Monday gave »12«", "a previous version wrongly said »12«": of what is published."""
    begin = next((i + 1 for i in range(first - 1, -1, -1) if lower[i] == ";"), 0)
    before = lower[begin:first]
    if PAPERS.isdisjoint(before) or SAID.isdisjoint(before):
        return False
    said = next(i for i in range(len(before) - 1, -1, -1) if before[i] in SAID)
    notice = lower[0] in NOTICES and not lower[1][0].isalnum() and not OURS.isdisjoint(before)
    return notice or (said > 0 and before[said - 1] in WRONGLY)


def _is_lowered(lower: list[str], first: int) -> bool:
    """ "Lowered the toll to 12 from »33«", "revised the toll down from »33« to 12": what held before does not."""
    if lower[first - 1 : first] != ["from"]:
        return False
    verbs = (i for i in range(first - 1, max(0, first - FARTHEST_LOWERED) - 1, -1) if lower[i] in LOWERED | REVISED)
    verb = next(verbs, -1)
    between = lower[verb + 1 : first]
    if verb < 0 or TOLLS.isdisjoint(between) or not CLAUSES.isdisjoint(between):
        return False
    return lower[verb] in LOWERED or not DOWN.isdisjoint(between)


def _governs(lower: list[str], verb: int, first: int) -> bool:
    """ "Withdrew | its earlier figure of »21«", "retracted a report that »21«"; not "a number of troops after 21"."""
    at = next((k for k in range(verb + 1, first) if lower[k] not in OWNERS), first)
    if at + 1 >= first or lower[at] not in NUMBERS or lower[at + 1] not in SAYING:
        return False
    return first - at <= NEAR + 1 and not (lower[at - 1] == "a" and lower[at] == "number")


def _takes_up(lower: list[str], last: int, verb: int) -> bool:
    """ ", a number it has since | disowned", ", which it later | withdrew", "but later | withdrew that figure"."""
    behind = lower[verb + 1 : verb + 3]
    ends = lower[verb + 3 : verb + 4] == [] or not lower[verb + 3][0].isalpha()
    if len(behind) > 1 and behind[0] in POINTING and behind[1] in NUMBERS and ends:
        return True
    for mark in (i for i in range(last, verb) if lower[i] == ","):
        opened = lower[mark + 1 : mark + NEAR]
        at = next((mark + 1 + k for k, word in enumerate(opened) if word in NUMBERS or word == "which"), -1)
        between = lower[at + 1 : verb]
        if at > 0 and len(between) <= FAR and OTHERS.isdisjoint(between) and mark - last <= NEAR:
            return True
    return False

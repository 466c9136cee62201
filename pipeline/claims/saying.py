"""Which words report: verbs of saying, and the same words where they are nouns or nobody speaks.

Here belongs the judgement on one word. Who speaks, and which side the speech stands on, is settled in speech.py.
"""

from typing import Final

from pipeline.claims.sources import BOOK
from pipeline.claims.speakers import FINITE, VERBS, is_told

HEARD: Final = frozenset(BOOK["heard"])
NOUN_OR_VERB, VERB_BEFORE_THAT = frozenset(BOOK["noun_or_verb"]), frozenset(BOOK["verb_before_that"])
INVERTED, PERFECT, HAVE, SPEAKING, FINDINGS = (
    frozenset(BOOK[part]) for part in ("inverted_verbs", "perfect_verbs", "perfect", "speaking", "findings"))
WITHHELD, TAKING, TAKEN = (frozenset(BOOK[part]) for part in ("withheld", "taking", "taken"))
LIVES: Final = 8
"""Tokens from "claimed" to "lives"."""
TOLD_OF_WHOM: Final = frozenset(BOOK["told_of_whom"])
REPORTING: Final = VERBS | INVERTED | PERFECT | SPEAKING
"""Words that may report."""
BULLETINS: Final = frozenset(BOOK["counts"])
DETERMINERS: Final = frozenset(BOOK["determiners"])
BEFORE_INVERTED: Final = frozenset(BOOK["before_inverted"])
OWNERS: Final = frozenset(BOOK["owners"])
OWNED: Final = 3
"""Tokens before a noun in which "a" or "their" may stand."""
FAR: Final = 14
"""Tokens from "data" to the verb of which it is the subject."""
OUTLETS: Final = frozenset(("media", "news"))
"""Before "reports" these make a noun of it, before "reported" they are who did."""
PASSIVE: Final = frozenset(BOOK["passive"])


def reports(lower: list[str], i: int) -> bool:
    """A verb of saying, by itself or by what stands before it."""
    before = lower[i - 1] if i else ""
    return (lower[i] in VERBS or (lower[i] in INVERTED and before in BEFORE_INVERTED)
            or (lower[i] in PERFECT and before in HAVE) or (lower[i] in SPEAKING and lower[i + 1 : i + 2] == ["of"]))


def is_noun(lower: list[str], i: int) -> bool:
    """ "reports of", "the claims": a noun, no verb."""
    if lower[i] in FINDINGS:
        return lower[i + 1 : i + 2] != ["that"] and BULLETINS.isdisjoint(lower[max(0, i - FAR) : i])
    if lower[i] not in NOUN_OR_VERB:
        return False
    if lower[i] in VERB_BEFORE_THAT:
        return lower[i + 1 : i + 2] != ["that"]
    past = lower[i].endswith("ed")
    if not past and (is_told(lower, i) or _is_owned(lower, i)):
        return True
    return i > 0 and lower[i - 1] in DETERMINERS and not (past and lower[i - 1] in OUTLETS)


def _is_owned(lower: list[str], i: int) -> bool:
    """ "A police report", "their joint claim": one, so that no verb stands there."""
    before = lower[max(0, i - OWNED) : i]
    return not lower[i].endswith("s") and not OWNERS.isdisjoint(before) and all(w.isalpha() for w in before)


def is_silent(lower: list[str], i: int) -> bool:
    """ "12 people were reported killed", "a man accused of theft", "has not said": nobody speaks."""
    if " ".join(lower[i : i + 2]) in TOLD_OF_WHOM:
        return True
    if lower[i] in TAKING and _takes(lower, i):
        return True
    denied = i > 1 and lower[i - 1] == "not"
    if denied and lower[i] in WITHHELD:
        return True
    before = i - 2 if denied else i - 1
    return lower[i].endswith(("ed", "id")) and before >= 0 and lower[before] in PASSIVE


def _takes(lower: list[str], verb: int) -> bool:
    """ "Claimed 12 lives", but not "claimed 12 lives were lost"."""
    taken = next((k for k in range(verb + 1, min(len(lower), verb + LIVES)) if lower[k] in TAKEN), -1)
    return taken > 0 and (taken + 1 == len(lower) or lower[taken + 1] not in FINITE)

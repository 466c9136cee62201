"""Whether a figure is of one place of a story: "in X, where 12 have died", "two died in A, and one in B".

Here belong the tests of a sentence's places. Which scope a claim takes is settled in scope.py.
"""

from itertools import pairwise
from typing import Any, Final

from pipeline import codebook
from pipeline.claims.places import local_mentions
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("scope")
CLAUSE: Final = 16
AT_CLAIM: Final = 4
"""Tokens around a claim that count as its clause; at most between it and what stands at it."""
DISTANCES: Final = frozenset(BOOK["distances"])
JOINED: Final = frozenset(["and", ",", ";"])
SMALL: Final = frozenset(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
)  # fmt: skip


def at_place(sentence: Sentence, last: int) -> bool:
    """A place follows the claim ending before token `last`: "34 died in X"."""
    return any(last <= at <= last + AT_CLAIM * 2 for at in local_mentions(sentence))


def is_local(sentence: Sentence, start: int, first: int, end: int) -> bool:
    """The clause names a place smaller than a country, or hangs on one: "in X, in which 12 have died"."""
    lower = sentence.lower
    relative = "where" in lower[start:first] or ("which" in lower[start:first] and "in" in lower[start:first])
    return any(start - CLAUSE * relative <= at < end for at in local_mentions(sentence))


def is_listed(sentence: Sentence, first: int, last: int) -> bool:
    """One place of several that the sentence gives figures for: "two died in A, and one in B"."""
    places, lower = local_mentions(sentence), sentence.lower
    if len(places) < 2:
        return False
    after = [at for at in places if at >= last]
    if not after or after[0] - last > AT_CLAIM * 3:
        return False
    rest = lower[after[0] : after[1]] if len(after) > 1 else []
    numbers = (w.isdecimal() or w in SMALL for w, unit in pairwise([*rest, ""]) if unit not in DISTANCES)
    joined = not JOINED.isdisjoint(rest) and any(numbers)
    before = [at for at in places if at < first]
    return joined or bool(before and first - before[-1] <= AT_CLAIM)

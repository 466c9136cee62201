"""Whether a figure is of one place of a story: "in X, where 12 have died", "two died in A, and one in B".

Here belong the tests of a sentence's places. Which scope a claim takes is settled in scope.py.
"""

from itertools import pairwise
from typing import Any, Final

from pipeline import codebook
from pipeline.claims.clause import CLAUSE
from pipeline.claims.places import local_mentions
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("scope")
AT_CLAIM: Final = 4
"""Tokens between a claim and what stands at it, at most."""
DISTANCES: Final = frozenset(BOOK["distances"])
EVENTS: Final = frozenset([*BOOK["stories"], *BOOK["stories_weak"], *BOOK["incidents"]])
PREPOSITIONS: Final = frozenset(codebook.read("places")["prepositions"])
BEFORE_NAME: Final = frozenset(codebook.read("places")["before_name"])
SPEECH: Final = frozenset(codebook.read("grammar")["clause_speech"])
JOINED: Final = frozenset(["and", ",", ";"])
BEFORE_PLACE: Final = frozenset(("in", "at", "near"))
AT_PART: Final = 5
"""Tokens from a part to its place: "14 of them in A"."""
PARTING: Final = frozenset((",", ":", "-", "–", "—", "(", "including"))
"""Marks and words behind which the parts of a count may follow."""
SMALL: Final = frozenset(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
)  # fmt: skip


def at_place(sentence: Sentence, last: int) -> bool:
    """A place follows the claim ending before token `last`: "34 died in X"."""
    return any(last <= at <= last + AT_CLAIM * 2 for at in local_mentions(sentence))


NO_NAME: Final = PREPOSITIONS.union(
    *(codebook.read("grammar")[words] for words in ("have", "be", "breaks", "articles"))
)
"""What no name of an event holds: "12 died in Arvel since the unrest began"."""
LONGEST_NAME: Final = 4
"""Tokens from a place to the event that is named after it."""
FARTHEST_EVENT: Final = 16
"""Tokens from "clashes between" to the preposition behind the two sides."""
SIDES_END: Final = frozenset((",", ";", ":", "have", "has", "had", "were", "was", "that", "which"))


def is_local(sentence: Sentence, start: int, first: int, end: int, in_story: bool) -> bool:
    """The clause names a place smaller than a country, or hangs on one: "in X, in which 12 have died".

    Outside of a given story the place of the event itself is none: "the floods in X have killed 45 since Monday".
    """
    lower = sentence.lower
    relative = "where" in lower[start:first] or ("which" in lower[start:first] and "in" in lower[start:first])
    near = (at for at in local_mentions(sentence) if start - CLAUSE * relative <= at < end and not _speaks(lower, at))
    return any(in_story or not _is_of_event(lower, at) for at in near)


def _speaks(lower: list[str], at: int) -> bool:
    """ "The judiciary in X | said": the place is the speaker's."""
    return lower[at + 1 : at + 2] != [] and lower[at + 1] in SPEECH


def _is_of_event(lower: list[str], at: int) -> bool:
    """The place at this token says where the event was: "the outbreak in the northern district of X"."""
    if _names_event(lower, at):
        return True
    at -= 1
    while at > 1 and lower[at] in BEFORE_NAME and lower[at - 1] not in EVENTS:
        at -= 1
    if at <= 0 or lower[at] not in PREPOSITIONS:
        return False
    return lower[at - 1] in EVENTS or _is_between_sides(lower, at)


def _names_event(lower: list[str], at: int) -> bool:
    """ "The toll in the | Ondra bridge collapse": the place is a part of the event's name."""
    for word in lower[at + 1 : at + 1 + LONGEST_NAME]:
        if word in EVENTS:
            return True
        if word in NO_NAME or not (word[0].isalpha() or word == "-"):
            return False
    return False


def _is_between_sides(lower: list[str], at: int) -> bool:
    """ "Clashes between the army and the rebels | in X": the event stands before its two sides."""
    begin = max(0, at - FARTHEST_EVENT)
    words = lower[begin:at]
    between = len(words) - 1 - words[::-1].index("between") if "between" in words else 0
    return between > 0 and words[between - 1] in EVENTS and SIDES_END.isdisjoint(words[between:])


def is_listed(sentence: Sentence, first: int, last: int) -> bool:
    """One place of several that the sentence gives figures for: "two died in A, and one in B"."""
    lower = sentence.lower
    places = [at for at in local_mentions(sentence) if not _speaks(lower, at)]
    if len(places) < 2:
        return False
    after = [at for at in places if at >= last]
    if not after or after[0] - last > AT_CLAIM * 3 or ":" in lower[last : after[0]]:
        return False  # "11 died: four in A and seven in B" is the sum of both
    parts = (i + 1 for i in range(last, after[0]) if lower[i] in PARTING and _counts(lower, i + 1))
    if any(not BEFORE_PLACE.isdisjoint(lower[i + 1 : at]) for i in parts for at in places if 0 < at - i <= AT_PART):
        return False  # "36 died, 14 of them in A and 22 in B": so are all of them
    rest = lower[after[0] : after[1]] if len(after) > 1 else []
    numbers = (w.isdecimal() or w in SMALL for w, unit in pairwise([*rest, ""]) if unit not in DISTANCES)
    joined = not JOINED.isdisjoint(rest) and any(numbers)
    before = [at for at in places if at < first]
    beside = bool(before) and first - before[-1] <= AT_CLAIM and lower[first - 2 : first] != [",", "with"]
    return joined or beside


def _counts(lower: list[str], at: int) -> bool:
    """A number that is no day or distance stands at a token."""
    number = lower[at : at + 1]
    return number != [] and (number[0].isdecimal() or number[0] in SMALL) and lower[at + 1] not in DISTANCES

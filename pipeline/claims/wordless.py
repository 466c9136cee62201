"""Counts that no number says: "a triple homicide", "third victim dies", "two died at the scene and two in hospital".

Here belongs how many the words mean. One person without a number belongs in noun_phrase.py, several in unnumbered.py.
"""

from typing import Final

from pipeline import codebook
from pipeline.claims.chunks import Chunk
from pipeline.claims.claim import Claim
from pipeline.claims.lexicon import Lexicon

BOOK: Final = codebook.read("grammar")
ORDINALS: Final[dict[str, int]] = BOOK["ordinal_tolls"]
TOGETHER: Final[dict[str, int]] = BOOK["together"]
THERE: Final = frozenset(BOOK["died_there"])
LATER: Final = frozenset(BOOK["died_later"])
HAVE: Final = frozenset(BOOK["have"])
ENDS: Final = frozenset(["st", "nd", "rd", "th"])
TOLL: Final = "toll"
KILLED: Final = "killed"
WHERE_DIED: Final = "taken_where_died"
"""The construction that gives somebody the death that a pronoun tells of."""


def told(chunk: Chunk, trigger: Chunk, measure: str, lower: list[str]) -> int:
    """How many a phrase without a number means: one, or what its words say."""
    if chunk.many:
        return 2
    if chunk.head and chunk.head.value > 1:
        return chunk.head.value
    if chunk.tag == "X" and lower[chunk.last - 1] in TOGETHER:
        return TOGETHER[lower[chunk.last - 1]]  # "crash that killed couple"
    return _toll(chunk, trigger, lower) if measure == KILLED else 1


def _toll(chunk: Chunk, trigger: Chunk, lower: list[str]) -> int:
    """The dead so far: "third victim dies", "a girl becomes the fourth to die"; "a third man died" may be the first."""
    verb = trigger.first
    if chunk.first >= verb:
        return 1
    if lower[verb] == "die" and lower[verb - 1] == "to":
        return max((_ordinal(lower, at) for at in range(max(chunk.last, verb - 4), verb - 1)), default=1)
    news = lower[verb] == "dies" or lower[verb - 1] in HAVE
    return max(_ordinal(lower, at) for at in (chunk.first, chunk.first + 1)) if news else 1


def _ordinal(lower: list[str], at: int) -> int:
    word, behind = lower[at], "".join(lower[at + 1 : at + 2])
    return ORDINALS.get(word + behind if behind in ENDS else word, 1)


def without_pronouns(claims: list[Claim], lexicon: Lexicon) -> list[Claim]:
    """ "Ana Dol was taken to hospital, where she died": the claim is on her who is named, and not on "she" again."""
    if not any(claim.rule == WHERE_DIED for claim in claims):
        return claims
    return [claim for claim in claims if claim.counted not in lexicon.closed["pronouns"]]


def scattered(claims: list[Claim], lower: list[str]) -> list[Claim]:
    """The dead of one event who are told apart by where they died, if the sentence does so; their sum is the toll.

    Not where it gives a toll: "rose to 21 after six bodies were found at the scene".
    """
    if any(TOLL in c.rule.split("_") for c in claims) or THERE.isdisjoint(lower) or LATER.isdisjoint(lower):
        return []
    dead = [c for c in claims if c.measure == KILLED and c.scope != "subset" and c.parent is None and c.value_best]
    largest = max((c.value_best or 0 for c in dead), default=0)
    whole = len(dead) > 2 and sum(c.value_best or 0 for c in dead) == 2 * largest
    return [] if whole or len(dead) < 2 else sorted(dead, key=lambda c: c.first)

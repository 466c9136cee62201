"""That all who were hurt are in hospital: "the injured were taken to the district hospital".

Here belongs how many they are where the same article told before how many were injured. Numbers of patients belong to
the constructions; that everybody on board died, to all_aboard.py.
"""

from collections.abc import Sequence
from typing import Any, Final

from pipeline import codebook
from pipeline.claims.claim import Claim
from pipeline.claims.running import in_words
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("grammar")["all_hurt"]
WHO, PERSONS, HELPING, PLACES, SOME, AWAY = (
    frozenset(BOOK[words]) for words in ("who", "persons", "helping", "places", "some", "away"))
RULE: Final = "all_hurt"
INJURED, HOSPITALISED = "injured", "hospitalised"
TOTALS: Final = frozenset(("incident", "cumulative"))
FAR: Final = 12
"""Tokens from "the injured" to the hospital at most."""
CONFIDENCE: Final = 0.75


def words_of_all_hurt() -> list[tuple[str, str]]:
    """The words that a sentence which says so without a number must hold."""
    return [(who, place) for who in sorted(WHO) for place in sorted(PLACES)]


def all_hurt(sentence: Sentence, field: str, made: list[Claim], before: Sequence[Claim]) -> list[Claim]:
    """The claims of a sentence, with one on those in hospital where all the injured are.

    before: the claims of the sentences before. The number is that of the injured told there, if it is exact; where two
    numbers of them were told it is not known.
    """
    span = _in_hospital(sentence.lower)
    if span is None or any(claim.measure == HOSPITALISED for claim in made):
        return made
    hurt = [c for c in before if c.measure == INJURED and c.scope in TOTALS and c.mention.field == field]
    told = {claim.value_best for claim in hurt}
    number = told.pop() if len(told) == 1 and all(claim.quantifier == "exact" for claim in hurt) else None
    if not number or number < 2:
        return made
    mention = in_words(sentence, field, *span, number)
    return [*made, Claim(
        mention, HOSPITALISED, sentence.written(*span), "all", number, number, number, "exact", "person", RULE,
        CONFIDENCE, first=span[0], last=span[1])]  # fmt: skip


def _in_hospital(lower: list[str]) -> tuple[int, int] | None:
    """Where "the injured" stand, followed by a form of "be" and, within the clause, a hospital."""
    for at in (i for i in range(len(lower) - 2) if lower[i] == "the" and lower[i + 1] in WHO):
        last = at + 2 + (lower[at + 2] in PERSONS)
        some = at > 0 and lower[at - 1] in SOME
        if some or lower[last : last + 1] == [] or lower[last] not in HELPING:
            continue
        clause = lower[last : last + FAR]
        stop = next((k for k, word in enumerate(clause) if not word[0].isalnum() and word != "-"), len(clause))
        if not PLACES.isdisjoint(clause[:stop]) and AWAY.isdisjoint(clause[:stop]):
            return at, last
    return None

"""Ages that go with a person: "a man, 34, and his daughters", "Ana Dol, 34, Ravi Menn, 29", "18-year-old Ana Dol".

Here belongs where such an age ends, and whom it names. Which numbers are ages is decided in quantities/ages.py; a kept
number is none.
"""

from collections.abc import Container, Mapping, Sequence
from typing import Final

from pipeline import codebook
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.names import name_length
from pipeline.claims.noun_phrase import Heading, match_noun
from pipeline.claims.single import AGED, singular
from pipeline.reading.tokens import Sentence

NUMBERS: Final = frozenset(codebook.read("dates")["numbers"])
OLDEST_DIGITS: Final = 3
"""Digits of an age at most."""
FARTHEST_VERB: Final = 10
"""Tokens from an age to the verb of its person: "34, from the old town died"."""
YEARS_OLD: Final = ("-", "year", "-", "old")
FARTHEST_AGE: Final = len(YEARS_OLD) + 3
"""Tokens from "ages" to the last of two ages."""
AGES: Final = frozenset(("aged", "ages"))
AGE_OPENERS: Final = AGES | {","}
MONTHS: Final = (["months"], ["weeks"], ["days"])
AND: Final = (["and"], ["to"])
ENDS: Final = ("prepositions", "breaks", "and", "be", "have")
"""Classes of words at which a noun phrase has ended."""
ONE_MORE: Final = frozenset(("a", "an", "another", "his", "her", "their"))
"""Words that open the next person of a list."""


def past_age(
    lower: Sequence[str], at: int, kept: Container[int], closed: Mapping[str, frozenset[str]], verbs: Container[str]
) -> int:
    """The token behind ", 34", ", 12, 14 and 16" or "aged 7" that starts at a token; the token itself where none does.

    The comma behind the age goes too where nothing but words up to the verb follows: "a man, 34, from Leeds died".
    """
    comma = lower[at : at + 1] == [","]
    behind = _behind_ages(lower, at + comma, kept) if comma or lower[at : at + 1] in AGED else at
    if behind <= at + comma:
        return at
    closes = comma and lower[behind : behind + 1] == [","] and _verb_next(lower, behind + 1, kept, closed, verbs)
    return behind + 1 if closes else behind


def _behind_ages(lower: Sequence[str], first: int, kept: Container[int]) -> int:
    """The token behind the ages that begin at a token, joined by commas and "and"; that token where none do."""
    said = lower[first : first + 1] in AGED
    behind, at = first, first + said
    while at < len(lower) and at not in kept and _is_age(lower[at], said):
        if lower[at + 1 : at + 2] == ["-"]:  # "28-year-old Ana Dol"
            break
        behind = at + 1 + (lower[at + 1 : at + 2] in MONTHS)
        at = behind + (lower[behind : behind + 1] == [","])
        at += lower[at : at + 1] in AND
        if at == behind:
            break
    return behind


def _is_age(word: str, said: bool) -> bool:
    """Digits; behind "aged" also a number word."""
    return (word.isdecimal() and len(word) <= OLDEST_DIGITS) or (said and word in NUMBERS and word not in ONE_MORE)


def aged(sentence: Sentence, at: int, lexicon: Lexicon) -> Heading | None:
    """ "18-year-old Ana Dol", "6-year-old killed", "3-year-old girl": the age alone says that it is one person.

    So it does where the phrase ends with it: "kills 8-year-old in Orvel".
    """
    lower, last = sentence.lower, at + len(YEARS_OLD) + 1
    if not lower[at].isdecimal() or tuple(lower[at + 1 : last]) != YEARS_OLD:
        return None
    if last >= len(lower) or not lower[last][0].isalnum() or any(lower[last] in lexicon.closed[c] for c in ENDS):
        told = not AGES.isdisjoint(lower[max(0, at - FARTHEST_AGE) : at])  # "two women ages 17-year-old and"
        return None if told else Heading("year-old", "person", "all", last)
    length = name_length(sentence, last, lexicon)
    if length or any(t.tag in "TJI" for t in lexicon.triggers.get(lower[last], ())):
        head = Heading("year-old", "person", "all", last + length)
        head.named = length > 0
        return head
    noun = match_noun(lower, last, lexicon)
    return singular(sentence, last, lexicon) if noun is not None and noun.singular else None


def _verb_next(
    lower: Sequence[str], at: int, kept: Container[int], closed: Mapping[str, frozenset[str]], verbs: Container[str]
) -> bool:
    """A verb comes before any comma, and what comes first opens no further person of a list."""
    if at >= len(lower) or lower[at] in ONE_MORE or lower[at] in closed["and"] or at in kept:
        return False
    for word in lower[at : at + FARTHEST_VERB]:
        if word in verbs or word in closed["be"] or word in closed["have"] or word in closed["modal"]:
            return True
        if not word.isalpha():
            return False
    return False

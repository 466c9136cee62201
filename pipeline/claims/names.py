"""Names of persons without a word for who they are, and numbers that are a part of a word.

Here belongs how far a name goes. Whether somebody of that name is counted is settled in constructions.yml.
"""

from collections.abc import Sequence
from typing import Final, Protocol

from pipeline.claims.complement import is_whole
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.noun_phrase import BOOK, match_noun
from pipeline.claims.triggers import ACRONYMS
from pipeline.reading.tokens import Sentence

NAME_PARTS: Final = frozenset(BOOK["name_parts"])
RANKS: Final = frozenset(BOOK["ranked"])
OWNERS: Final = frozenset(BOOK["owners"])
MONTHS_AND_VERBS: Final = frozenset(BOOK["months_that_are_verbs"])
LONGEST_PREDICATE: Final = 6
"""Tokens of "was later pronounced dead" that are walked over at most."""


def name_length(sentence: Sentence, at: int, lexicon: Lexicon) -> int:
    """Tokens of a person's name that starts here ("Ana de la Cruz"), 0 where none does."""
    words, lower, k, capitals = sentence.words, sentence.lower, at, 0
    while k < len(words) and k < at + 8:
        if words[k][0].isupper() and words[k].isalpha() and lower[k] not in lexicon.closed["names_stop"]:
            if (lower[k] in lexicon.triggers and lower[k] not in ACRONYMS) or lower[k] in lexicon.closed["stops"]:
                break
            capitals += 1
        else:
            slug = lower[k] == "-" and len(words[k - 1]) > 1 and words[k - 1].isupper()  # "RPT-Nine killed"
            inside = capitals and lower[k] in NAME_PARTS and k + 1 < len(words) and not slug
            if not (inside and (words[k + 1][0].isupper() or lower[k + 1] in NAME_PARTS)):
                break
        k += 1
    noun = match_noun(lower, k, lexicon) if capitals >= 2 else None
    if noun is not None and noun.kind == "person" and not noun.singular and words[k].islower():
        return 0  # "African American women"
    return k - at if capitals >= 2 else 0


def behind_kin(sentence: Sentence, at: int, last: int, lexicon: Lexicon) -> int:
    """The token behind "his wife Hanan", "their son, Sam, 9" or "Colonel Tate": who begins at a token and the one name
    behind; else `last`."""
    words, lower, k = sentence.words, sentence.lower, last
    ranked = last - at == 1 and lower[at] in RANKS
    if not (lower[at] in OWNERS or ranked) or sentence.is_upper or k + 1 >= len(words):
        return last
    comma = lower[k] == ","
    k += comma
    length = name_length(sentence, k, lexicon) or (words[k][0].isupper() and words[k][1:].islower())
    behind = lower[k + length] if length and k + length < len(words) else ""
    if comma and behind == ",":
        closing = "".join(lower[k + length + 1 : k + length + 2])
        verb = closing in lexicon.closed["be"] or closing in lexicon.closed["have"] or closing in lexicon.triggers
        return k + length + verb
    if comma:
        return last
    ends = behind in (",", "and", ".", ";", "(") or behind in lexicon.closed["be"] or behind in lexicon.closed["have"]
    return k + length if length and ends and lower[k] not in lexicon.triggers else last


def is_late(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """The capitalised word at a token ended somebody's full name further up, who died of harm: "Ana Dol … Dol died".

    So did both of "Dol and Sel died".
    """
    closed, lower = lexicon.closed, sentence.lower
    names = [at]
    while lower[names[-1] + 1 : names[-1] + 2] == ["and"] and names[-1] + 2 < len(lower):
        names.append(names[-1] + 2)
    if not died(lower, names[-1] + 1, closed):
        return False
    if closed["harm"].isdisjoint(lower) or not closed["illness"].isdisjoint(lower):
        return False
    return all(sentence.words[name][0].isupper() and is_full(sentence, name) for name in names)


def is_full(sentence: Sentence, at: int) -> bool:
    """The capitalised word at a token ended somebody's full name further up: "Ana Dol … Dol"."""
    word = sentence.words[at]
    told = sentence.text.find(f" {word}", 0, sentence.start) if word.isalpha() and word[1:].islower() else -1
    while told > 0:
        first = sentence.text[:told].rsplit(None, 1)[-1]
        behind = sentence.text[told + 1 + len(word) : told + 2 + len(word)]
        if first.isalpha() and first[0].isupper() and not first.isupper() and not behind.isalpha():
            return True
        told = sentence.text.find(f" {word}", told + 1, sentence.start)
    return False


def is_name_part(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """ "Mother-of-three", "a mother of two"."""
    lower = sentence.lower
    if at < 2 or is_whole(sentence, at, lexicon):
        return at >= 2
    if lower[at - 1] not in ("-", "of"):
        return False
    if lower[at - 1] == "-":
        tag = sentence.words[at][0].isupper() and sentence.words[at - 2].isupper()  # "RPT-Two killed"
        slug = tag and not sentence.is_upper
        return not slug and sentence.text[sentence.starts[at - 1] - 1].isalpha()
    return lower[at - 2] in lexicon.closed["parents"]


class Tagged(Protocol):
    """A chunk, of which only its tag and where it begins matter here."""

    tag: str
    first: int


def is_owned(sentence: Sentence, last: int, before: Sequence[Tagged], lexicon: Lexicon) -> bool:
    """ "The killer of three women was jailed": the verb is one person's; the number ends before token `last`."""
    lower = sentence.lower
    if last >= len(lower) or lower[last] not in lexicon.closed["singular_verbs"] or len(before) < 2:
        return False
    owner, link = before[-2:] if before[-1].tag != "d" or len(before) == 2 else before[-3:-1]
    return owner.tag in "SR" and lower[link.first] == "of"


def died(lower: list[str], at: int, closed: dict[str, frozenset[str]]) -> bool:
    """What follows a pronoun tells of a death: "he died", "she was later pronounced dead"."""
    passive = False
    for word in lower[at : at + LONGEST_PREDICATE]:
        if word in closed["pronoun_deaths"] or (passive and word in closed["pronoun_deaths_passive"]):
            return True
        if word not in closed["be"] and word not in closed["have"] and word not in closed["adverbs"]:
            return False
        passive = passive or word in closed["be"]
    return False


def is_acronym(sentence: Sentence, at: int) -> bool:
    """ "IS", "WHO" and "May" among lower-case words are no function words."""
    word = sentence.words[at]
    month = at > 0 and word in MONTHS_AND_VERBS
    return not sentence.is_upper and len(word) > 1 and (word.isupper() or month)

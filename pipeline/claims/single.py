"""One person named by a singular noun: "a 19-year-old off-duty officer", "his wife", "father-of-five".

Here belongs the walk from an article to that noun. What a number counts belongs in noun_phrase.py, names in names.py.
"""

from typing import Final

from pipeline.claims.initials import past_dots
from pipeline.claims.lexicon import Lexicon, Noun
from pipeline.claims.noun_phrase import (
    AGE_UNITS,
    BOOK,
    LONGEST_PHRASE,
    Heading,
    is_adjective,
    is_demonym,
    match_noun,
)
from pipeline.quantities.vocabulary import CARDINALS
from pipeline.reading.tokens import Sentence

TOGETHER: Final[dict[str, int]] = BOOK["together"]
PAIRED: Final[dict[str, int]] = BOOK["paired"]
SEVERAL: Final = frozenset(BOOK["several_owners"])
ONE_OWNER: Final = frozenset(BOOK["one_owner"])
PAIRS: Final = frozenset(("pair", "duo"))
PARENTS: Final = frozenset(BOOK["parents"])
OF_HYPHENED: Final = ["-", "of", "-"]
HYPHENED_ON: Final = frozenset(BOOK["hyphened_on"])
DESIGNATED: Final = frozenset(BOOK["designated"])
FEW: Final = 9
OLDEST: Final = 99
PAIR: Final = 2
AGED: Final = (["aged"], ["ages"])
OTHER: Final = frozenset(("other",))
OTHER_OR_ONLY: Final = frozenset(("other", "only", "sole"))
"""Stop words that stand inside of a person's words: "his only passenger"; "the only person hurt" was told of before."""
NO_COUNTED: Final = frozenset(("something", "stone", "foot", "feet", "star", "time", "man", "storey"))
"""Behind a number word that counts nobody: "a twenty something man"; those up to `FEW` are often of such kind."""
AGE_SPANS: Final = AGE_UNITS | {f"{unit}s" for unit in AGE_UNITS} | {"st", "nd", "rd", "th"}
"""Behind digits that count nobody: "a 34 year old man", "a 3rd victim"."""


def singular(sentence: Sentence, at: int, lexicon: Lexicon) -> Heading | None:
    """One person named by a singular noun behind an article ("a 19-year-old off-duty officer"), or None."""
    lower, nouns, stops, aged = sentence.lower, lexicon.nouns, lexicon.closed["stops"], False
    k, limit = at, min(len(lower), at + LONGEST_PHRASE + 3)
    inside = OTHER if at and lower[at - 1] in ("the", "a") else OTHER_OR_ONLY
    while k < limit:
        word = lower[k]
        if lower[k + 1 : k + 2] == ["."] and (dotted := past_dots(sentence, k)) > k:
            k = dotted  # "a U.S. citizen"
            continue
        noun = match_noun(lower, k, lexicon) if word in nouns else None
        if noun is not None:
            behind = lower[k + 1] if k + 1 < len(lower) else ""
            if word in AGE_UNITS and ("-" in (lower[k - 1], behind) or behind == "old"):
                k += 1
                continue
            if _modifies(sentence, k + len(noun.words), lexicon):
                k += len(noun.words) + 1
                continue
            if not (is_demonym(sentence, k, noun) and is_adjective(sentence, k, lexicon)):
                return _one(sentence, k, noun, lexicon)
        aged = aged or (word == "old" and k > 0 and (lower[k - 1] == "-" or lower[k - 1] in AGE_SPANS))
        if word == "no" or (word in stops and word not in inside and lower[k + 1 : k + 2] != ["-"] != [lower[k - 1]]):
            break
        if not (word[0].isalnum() or word in ("-", "'")) or _counts(lower, k):
            break
        trigger = lexicon.triggers.get(word)
        if trigger and trigger[0].tag in "IKOL":
            break
        k += 1
    return Heading("year-old", "person", "all", k) if aged and lower[k - 1] == "old" else None


def _modifies(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """The hyphen at a token ties the person before it to what follows: "a twin-engine plane", not "a mother-to-be"."""
    lower = sentence.lower
    if lower[at : at + 1] != ["-"] or not sentence.joins(at) or lower[at + 1] in HYPHENED_ON:
        return False
    behind = match_noun(lower, at + 1, lexicon)
    return behind is None or behind.kind != "person"  # not "a mother-daughter pair"


def _counts(lower: list[str], at: int) -> bool:
    """A number that is no part of an age or a name ("the 12 civilian victims")."""
    behind = lower[at + 1] if at + 1 < len(lower) else ""
    if lower[at - 1] in DESIGNATED:
        return False
    number = lower[at][0].isdigit() or (CARDINALS.get(lower[at], 0) > FEW and behind not in NO_COUNTED)
    return number and "-" not in (lower[at - 1], behind) and behind not in AGE_SPANS


def _one(sentence: Sentence, at: int, noun: Noun, lexicon: Lexicon) -> Heading | None:
    lower, last, begin = sentence.lower, at + len(noun.words), at
    while True:
        more = match_noun(lower, last, lexicon)
        if more is None or more.measure or lower[last] in lexicon.triggers:
            break
        group = noun.group
        noun, at, last = more, last, last + len(more.words)
        if noun.group == "all" and group != "all":
            noun = Noun(noun.words, noun.kind, group, noun.singular)
    if last < len(lower) and lower[last].endswith("'s") and sentence.words[last][0].isupper() and not sentence.is_upper:
        return None  # "the Attorney General's Office"
    if (pair := _pair(sentence, last, lexicon)) is not None:
        return pair
    twins = TOGETHER.get(lower[at - 1], 0) if at else 0  # "twin girls"
    together = TOGETHER.get(lower[last - 1]) or (
        1 if noun.singular else twins or _of_one(lower, begin, last) or _by_ages(lower, begin, last, lexicon))
    if noun.kind != "person" or not together or noun.measure or lower[last - 1] in lexicon.closed["uncounted"]:
        return None
    if lower[last : last + 3] == OF_HYPHENED and lower[last - 1] in PARENTS and last + 3 < len(lower):
        last += 4  # "father-of-five"
    head = Heading(sentence.written(begin, last), "person", noun.group, last)
    head.value = together
    return head


def _of_one(lower: list[str], begin: int, last: int) -> int:
    """How many "his parents", "the boy's parents" are: two, where they are one person's; else 0."""
    owner = lower[begin - 1] if begin else ""
    owned = owner in ONE_OWNER or (owner.endswith("'s") and owner not in SEVERAL)
    return PAIRED.get(lower[last - 1], 0) if owned and lower[last : last + 1] != ["'"] else 0


def _by_ages(lower: list[str], begin: int, at: int, lexicon: Lexicon) -> int:
    """How many "boys, 5 and 7," or "sisters aged 4, 6 and 9" are, whose ages begin at a token: one for each; else 0.

    More than two numbers are ages only where a word says so, and two only before a mark or a verb. "The mother of the
    boys, 5 and 7, was" tells of her.
    """
    if "of" in lower[max(0, begin - 2) : begin]:
        return 0
    at += lower[at : at + 1] == [","]
    said = lower[at : at + 1] in AGED
    at += said
    found = 0
    while at < len(lower) and lower[at].isdecimal() and int(lower[at]) <= OLDEST:
        found, at = found + 1, at + 1
        at += lower[at : at + 1] == [","]
        at += lower[at : at + 1] == ["and"]
    ends = at >= len(lower) or lower[at - 1] == "," or not lower[at][0].isalnum() or lower[at] in lexicon.triggers
    if not ends and lower[at] not in lexicon.closed["be"] and lower[at] not in lexicon.closed["have"]:
        return 0
    return found if found == PAIR or (said and found > PAIR) else 0


def _pair(sentence: Sentence, at: int, lexicon: Lexicon) -> Heading | None:
    """ "A mother-daughter pair", "a father and son duo": two people; the first noun ends before token `at`."""
    lower = sentence.lower
    if lower[at : at + 1] not in (["-"], ["and"]) or lower[at + 2 : at + 3] == [] or lower[at + 2] not in PAIRS:
        return None
    behind = match_noun(lower, at + 1, lexicon)
    if behind is None or behind.kind != "person" or not behind.singular:
        return None
    head = Heading(sentence.written(at - 1, at + 3), "person", "all", at + 3)
    head.value = 2
    return head

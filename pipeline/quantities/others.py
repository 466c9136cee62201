"""What holds a number and is no quantity: ages, ordinals, scores, names of things, addresses, phone and list numbers.

Each recogniser looks at one token and its neighbours and answers with the tokens it covers and the status, or None.
Dates and times have a module of their own. The order in which recognisers are asked stands in `NUMERIC` and `WORDED`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.quantities.number import HYPHENS, touches
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import CARDINALS, NOUNS, ORDINAL_ENDINGS, ORDINALS, OTHERS, TENS


@dataclass(slots=True)
class Other:
    """Tokens [start, end) that hold a number, the reason why it is not a quantity, and its value where it has one."""

    start: int
    end: int
    status: str
    value: float | None = None


NOT_NAMES = frozenset(OTHERS["not_names"])
AGE_WORDS = frozenset(OTHERS["age_words"])
DESIGNATORS_ANY = frozenset(OTHERS["designators_any"])
DESIGNATORS_CAPITAL = frozenset(OTHERS["designators_capital"])
STREET_WORDS = frozenset(OTHERS["street_words"])
SCORE_WORDS = frozenset(OTHERS["score_words"])
PHONE_BEFORE = frozenset(OTHERS["phone_before"])
PEOPLE = frozenset(NOUNS["people"])
HYPHENED = frozenset({"mid", "minus", "pre", "post", "then", "now", "late", "early", "non", "to", "nearly", "another", "plus", "and", "least", "than", "about"})


def age(w: Window, i: int) -> Other | None:
    """ "a 19-year-old", "aged 34", "34 years old", "Ariel Gomez, 34, was"."""
    value = plain(w, i)
    if value is None or value > 120:
        return None
    k = i + 1
    while k < len(w.low) and w.low[k] in HYPHENS:
        k += 1
    if w.low[k : k + 1] and w.low[k] in ("year", "years", "month", "months", "week", "weeks", "day", "days"):
        k += 1
        while k < len(w.low) and w.low[k] in HYPHENS:
            k += 1
        if w.low[k : k + 1] in (["old"], ["olds"]) or w.low[k : k + 2] == ["of", "age"]:
            return Other(i, i + 1, "age", value)
    if i and w.low[i - 1] in AGE_WORDS or w.low[max(0, i - 2) : i] in (["age", "of"], ["ages", "of"]):
        return Other(i, i + 1, "age", value)
    return named_age(w, i, value)


def named_age(w: Window, i: int, value: float) -> Other | None:
    """ "Ariel Gomez, 34, was": between commas, behind a name."""
    if i < 2 or w.low[i - 1] != "," or not w.words[i].isdecimal() or i + 1 >= len(w.low) or w.low[i + 1] != ",":
        return None
    name = w.words[i - 2]
    if not name[0].isupper() or w.low[i - 2] in NOT_NAMES:
        return None
    return Other(i, i + 1, "age", value)


def plain(w: Window, i: int) -> float | None:
    """The value of a token of digits alone or of one number word."""
    if w.words[i].isdecimal():
        return float(w.words[i])
    return float(CARDINALS[w.low[i]]) if w.low[i] in CARDINALS else None


def ordinal(w: Window, i: int) -> Other | None:
    """ "5th", "third", "twenty-first"."""
    low = w.low
    if low[i][0].isdecimal():
        if touches(w, i + 1) and low[i + 1] in ORDINAL_ENDINGS:
            return Other(i, i + 2, "ordinal", plain(w, i))
        return None
    if low[i] in TENS and i + 2 < len(low) and low[i + 1] in HYPHENS and low[i + 2] in ORDINALS:
        return Other(i, i + 3, "ordinal")
    return Other(i, i + 1, "ordinal") if low[i] in ORDINALS else None


def designator(w: Window, i: int) -> Other | None:
    """ "F-35", "G20", "Route 66", "Resolution 1973", "9/11": digits that are part of a name."""
    if not w.words[i][0].isdecimal() or not i:
        return None
    before = w.words[i - 1]
    if touches(w, i) and before[-1].isalpha() and not before[-1].islower() and len(before) <= 5:
        return Other(i - 1, i + 1, "designator")
    if i > 1 and touches(w, i) and before in HYPHENS and touches(w, i - 1) and w.words[i - 2].isalpha():
        if w.words[i - 2][0].isupper() and w.low[i - 2] not in HYPHENED:
            return Other(i - 2, i + 1, "designator")
    if w.low[i - 1] in DESIGNATORS_ANY and w.low[i - 1] != "no" or (w.low[i - 1] in DESIGNATORS_CAPITAL and before[0].isupper()):
        return Other(i, i + 1, "designator") if not followed_by_people(w, i + 1) else None
    return None


def followed_by_people(w: Window, i: int) -> bool:
    """The next token is a noun for people: the number counts them, whatever stands before."""
    return i < len(w.low) and w.low[i] in PEOPLE


def slashed(w: Window, i: int) -> Other | None:
    """ "9/11", "7/7", "24/7": two numbers and a slash that are no fraction."""
    if i + 2 < len(w.low) and w.low[i + 1] == "/" and touches(w, i + 1) and touches(w, i + 2) and w.words[i].isdecimal() and w.words[i + 2].isdecimal():
        return Other(i, i + 3, "designator")
    return None


def score(w: Window, i: int) -> Other | None:
    """ "won 3-1": hyphened numbers that fall or are equal, or stand beside words of sport or a vote."""
    if i + 2 >= len(w.low) or w.low[i + 1] not in HYPHENS or not (touches(w, i + 1) and touches(w, i + 2)):
        return None
    if not (w.words[i].isdecimal() and w.words[i + 2].isdecimal()):
        return None
    a, b = int(w.words[i]), int(w.words[i + 2])
    if a > 300 or b > 300 or (a < b and not SCORE_WORDS.intersection(w.low[max(0, i - 4) : i] + w.low[i + 3 : i + 5])):
        return None
    return None if followed_by_people(w, i + 3) else Other(i, i + 3, "score")


def footnote(w: Window, i: int) -> Other | None:
    """ "[12]"."""
    if 0 < i < len(w.low) - 1 and w.low[i - 1] == "[" and w.low[i + 1] == "]":
        return Other(i, i + 1, "footnote", plain(w, i))
    return None


def list_number(w: Window, i: int) -> Other | None:
    """ "1. AT 0945", "2) The": at the start of a sentence, before a mark."""
    if not w.opens or i > 1 or (i == 1 and w.low[0] != "(") or i + 1 >= len(w.low) or not w.words[i].isdecimal() or len(w.words[i]) > 2:
        return None
    return Other(i, i + 1, "list_number", plain(w, i)) if w.low[i + 1] in (".", ")") and touches(w, i + 1) else None


def address(w: Window, i: int) -> Other | None:
    """ "1400 block of Main Street", "24 Elm St."."""
    if not w.words[i].isdecimal():
        return None
    if w.low[i + 1 : i + 2] == ["block"]:
        return Other(i, i + 1, "address")
    for k in range(i + 1, min(i + 5, len(w.low))):
        if not w.words[k][0].isupper():
            return None
        if k > i + 1 and w.low[k] in STREET_WORDS:
            return Other(i, i + 1, "address")
    return None


Recogniser = Callable[[Window, int], Other | None]
NUMERIC: tuple[Recogniser, ...] = (footnote, list_number, ordinal, age, slashed, designator, score, address)
WORDED: tuple[Recogniser, ...] = (age,)

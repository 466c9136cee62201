"""The noun that a number counts, as a cheap guess: "at least three naval ships" counts the "naval ship".

Here belongs the unit of a count and nothing that needs grammar: claims decide what is counted and of which event.
"""

from typing import Final

from pipeline.quantities import units
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import CARDINALS, NOUNS, OTHERS, WORDS

STOPS: Final = frozenset(NOUNS["stops"])
SINGULARS: Final[dict[str, str]] = NOUNS["irregular"]
PEOPLE: Final = frozenset(NOUNS["people"]) | frozenset(word.removesuffix("s") for word in NOUNS["people"])
UNCHANGED: Final = frozenset(NOUNS["unchanged"])
NOT_PLURAL: Final = frozenset(NOUNS["not_plural"])
HYPHENS: Final = frozenset("-‐‑–")
HYPHENED: Final = frozenset(WORDS["hyphen_only"])
DETERMINERS: Final = frozenset(NOUNS["determiners"])
NO_HEADS: Final = STOPS | frozenset(OTHERS["time_spans"])
"""Behind a plural these begin something new: "killed 12 guards days later"."""
COMPOUND_HEADS: Final = frozenset(NOUNS["compound_heads"])
ELLIPSIS_LINKS: Final = frozenset(NOUNS["ellipsis_links"])
ELLIPSIS_ENDS: Final = frozenset(NOUNS["ellipsis_ends"])
COUNT_WORDS: Final = frozenset(NOUNS["count_words"])
REACH: Final = 8


def noun_at(w: Window, i: int, value: float) -> tuple[str, int]:
    """The counted noun phrase from token i on, its head singular, and the token behind it; ("", i) for none."""
    if w.low[i] in HYPHENS and w.touches(i):
        return hyphened(w, i)
    if w.words[i].isdecimal() and value != 1:  # "eight million 250ml bottles"
        size, behind = units.unit_at(w, i + 1, behind_digits=True)
        return noun_at(w, behind, value) if size and w.words[behind].isalpha() else ("", i)
    words: list[str] = []
    begin = i + 1 + (w.low[i + 1] in DETERMINERS) if picks_out(w, i, value) else i
    if begin > i and (w.low[begin] in CARDINALS or w.words[begin].isdecimal()):
        begin += 1  # "two of the three men"
    for at in range(begin, min(begin + REACH, w.n)):
        word = w.low[at]
        if word == "and" and words and value != 1 and w.words[at + 1].isalpha() and w.low[at + 1] not in STOPS:
            continue
        if taken_whole(w, at, words):
            continue
        if word in STOPS or not (word[0].isalpha() or (word == "-" and words)):
            break
        words.append(word)
        if is_plural(word) and not goes_on(w, at + 1) and not of_one(w, at, value):
            return phrase([*words[:-1], singular(word)]), at + 1
    if value != 1 and words and words[0] in COMPOUND_HEADS and len(words) > 1:
        return words[0], i + 1
    if value == 1 and words and w.low[i] != "of":
        noun = words[:1] if words[0] in PEOPLE and words[1:2] != [] and words[1] not in PEOPLE else words[:2]
        return phrase(noun), i + len(noun)  # "one person remains", "one police officer"
    return "", i


def taken_whole(w: Window, at: int, words: list[str]) -> bool:
    """Adds token `at` where it is a part of a name: the number of "M-16 rifles", "U.N." and "Times" before a noun."""
    word = w.low[at]
    if named_number(w, at, words):
        joined = 2 if words[-1] == "-" and len(words) > 1 else 1
        words[-joined:] = ["".join([*words[-joined:], word])] if w.touches(at) else [*words[-joined:], word]
    elif words and ((word == "." and dotted(w, at)) or (words[-1][-1] == "." and w.touches(at) and word.isalpha())):
        words[-1] += word
    elif word == "times" and w.words[at] == "Times" and w.words[at - 1].istitle():
        words.append(word)
    else:
        return False
    return True


def dotted(w: Window, at: int) -> bool:
    """The mark at token `at` is inside an abbreviation of capitals: "U.S.", "U.N."."""
    return w.touches(at) and len(w.words[at - 1]) == 1 and w.words[at - 1].isupper() and w.words[at + 1].isalpha()


def named_number(w: Window, at: int, words: list[str]) -> bool:
    """The digits at token `at` belong to the name of what is counted: "two new 737 Max jets", "300 Model 4 sedans"."""
    if not w.words[at].isdecimal() or not words:
        return False
    return w.words[at - 1][0].isupper() or w.words[at + 1][:1].isupper()


def hyphened(w: Window, i: int) -> tuple[str, int]:
    """The noun of "a five-member crew": what the hyphen joins to the number."""
    noun = w.low[i + 1]
    if noun in HYPHENED:
        return noun_at(w, i + 2, 2.0)
    if not noun.isalpha() or noun in STOPS:
        return "", i
    return singular(noun), i + 2


def picks_out(w: Window, i: int, value: float) -> bool:
    """Token i is the "of" of "three of the boats", "one of his men"; not of "1 of 8"."""
    return w.low[i] == "of" and (value != 1 or w.low[i + 1] in DETERMINERS)


def left_out(w: Window, unit: str, after: int, start: int, end: int) -> str:
    """The unit of the number before, for one that a small word joins to it and that has no noun: "… and 187 by tender".

    `after` is behind the noun before, [start, end) the number without a noun.
    """
    joined = w.low[start - 1] in ELLIPSIS_LINKS and ("" not in w.low[after:start] and ";" not in w.low[after:start])
    return unit if joined and w.low[end] in ELLIPSIS_ENDS else ""


def goes_on(w: Window, at: int) -> bool:
    """The plural was only a modifier: "sports cars", "arms dealers"."""
    word = w.low[at]
    return word.isalpha() and word not in NO_HEADS and is_plural(word) and word not in UNCHANGED


def of_one(w: Window, at: int, value: float) -> bool:
    """The "police" of "one police officer" at token `at` only describes."""
    after = w.low[at + 1]
    return value == 1 and w.low[at] in UNCHANGED and after in PEOPLE and after not in STOPS


def phrase(words: list[str]) -> str:
    """The words as one unit name, hyphens closed up, owners without their mark ("johnson deputy")."""
    return " ".join(words).replace(" - ", "-").replace("'s ", " ")


def is_plural(word: str) -> bool:
    """Looks like a plural noun; "police" and "people" are, "gas" and "across" are not."""
    if word[-1:] != "s":
        return word in SINGULARS or word in UNCHANGED
    return (len(word) > 3 and word[-2] not in "sui'" and word not in NOT_PLURAL) or word in SINGULARS


def singular(word: str) -> str:
    """The singular of a plural noun, by ending."""
    if word in SINGULARS:
        return SINGULARS[word]
    if word in UNCHANGED or word[-1:] != "s" or word.endswith("ss"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes", "zzes")) else word[:-1]

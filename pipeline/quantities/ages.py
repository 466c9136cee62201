"""How old someone is: "a 19-year-old", "aged 34", "Ariel Gomez, 34, was", "in her thirties".

Here belong ages of people (up to 120) only; the age of a house or a fossil is a duration like any other.
"""

import re
from typing import Final

from pipeline.quantities.capitals import NOT_NAMES, PLACE_BEFORE, behind_capitals, upper
from pipeline.quantities.number import HYPHENS
from pipeline.quantities.other import Other, counts, plain
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import CARDINALS, NOUNS, OTHERS
from pipeline.quantities.words import FATES

OLDEST: Final = 120
ENTRIES: Final = 4
"""So many entries of a list tell whether it is one of places or of people."""
OLD: Final = re.compile(
    r"(?:\s?[-‐–]?\s?(?:to|and|or)?[-\s]{0,2}\d{1,3})?[-‐–\s]{0,2}"
    r"(?:(?:years?|yrs?|months?|weeks?|days?)[-‐–\s]{0,2}(?:olds?\b|of age\b)|y/?o\b|y\.o\b)",
    re.IGNORECASE,
)
"""Behind the number; a second number of an age range may stand between."""
AGE_VERBS: Final = frozenset(OTHERS["age_verbs"])
AGE_WORDS: Final = frozenset(OTHERS["age_words"])
ONE_PERSON: Final = frozenset(OTHERS["one_person"])
BEHIND_AGE: Final = frozenset(OTHERS["behind_age"])
BEHIND_AGE_WORD: Final = frozenset(OTHERS["behind_age_word"])
PERSON_OF_AGE: Final = frozenset(OTHERS["person_of_age"])
AGE_GROUP: Final = frozenset(OTHERS["age_group"])
AGE_SUBJECTS: Final = frozenset(OTHERS["age_subjects"])
YOUNG: Final = frozenset(OTHERS["young"])
YOUNGEST_ADULT: Final = float(OTHERS["youngest_adult"])
PERSON_WORDS: Final = ONE_PERSON | frozenset(OTHERS["titles"])
ABBREVIATED: Final = frozenset(OTHERS["abbreviated_titles"])
PERSONS: Final = frozenset(OTHERS["persons_of_age"])
NAMING: Final = frozenset(OTHERS["naming"])
PERSON_VERBS: Final = frozenset(OTHERS["person_verbs"])
AGE_ENDS: Final = frozenset(NOUNS["stops"]) - frozenset(OTHERS["not_behind_age"]) | frozenset('.,;:)!?"”–—')
LINKS: Final = frozenset({"and", "to", "or", "-", "–"})
DECADE_BEFORE: Final = frozenset(OTHERS["decade_before"])
APOSTROPHES: Final = ("'", "’")
BEFORE_LISTED: Final = frozenset((",", "(", "and"))
CLOSING: Final = {",": (",", ".", ""), "(": (")",)}
"""What ends a list of ages, by the mark that opens it."""
LONGEST_LIST: Final = 40
"""Tokens on either side over which a list of ages may go: a long table stays linear."""
NEAR: Final = 4
NEAR_OF: Final = 10
"""Tokens from "two of those" to the age."""
"""Tokens between a number and the noun that it counts."""


def age(w: Window, i: int, end: int, value: float) -> Other | None:
    """The number over tokens [i, end) as an age."""
    if value > OLDEST:
        return None
    follows = w.low[end]
    if follows in HYPHENS or follows in OLD_STARTS or follows in LINKS:
        old = OLD.match(w.text, w.ends[end - 1])
        if old is not None:
            ranged = follows in LINKS and any(w.low[k].isdecimal() for k in range(end, end + 3))
            return Other(i, end, "age", value, end if ranged else w.token_behind(end, old.end()))
    before = w.low[i - 1]
    if before in AGE_WORDS or (w.low[i - 2] in AGE_WORDS and before in BEHIND_AGE_WORD):
        return Other(i, end, "age", value)
    if before in AGE_VERBS and w.low[end] in AGE_ENDS and w.low[end] != "-":
        return Other(i, end, "age", value)
    if before in AGE_BELOW and w.low[i - 2] in BE and value <= GROWN_UP and w.low[end] in AGE_ENDS and some_of(w, i):
        return Other(i, end, "age", value)  # "two of those killed were under 18"
    if before in CLAUSE_AGE and w.low[end] in AGE_ENDS and w.low[i - 2] in CLAUSE_AGE[before]:
        ranged = w.low[end] in LINKS and w.words[end + 1].isdecimal()
        return Other(i, end + 2 if ranged else end, "age", value)
    if before == "both" and w.low[i - 2] == "," and w.low[end] in (",", "."):  # "two boys, both 12, were"
        return Other(i, end, "age", value)
    goes_on = before in LINKS or before == ","
    if goes_on and (not _counts_others(w, end) or _ends_list(w, i, end)) and listed(w, i - 1):
        # not "a boy aged nine and five women"
        return Other(i, end, "age", value)
    if before in BEFORE_LISTED and w.words[i].isdecimal() and ages_of_all(w, i):
        return Other(i, end, "age", value)
    if before == "," and w.words[i].isdecimal():
        return named(w, i, value)
    if before == "," and w.low[i - 2] in ONE_PERSON and w.low[end] == ",":
        return Other(i, end, "age", value)  # "her son, four, was"
    if before == "(" and w.low[end] == ")" and w.words[i].isdecimal() and value >= 1:
        return Other(i, end, "age", value) if person_in_bracket(w, i) else None
    return None


CLAUSE_AGE: Final = (
    {"of": PERSON_OF_AGE, "than": frozenset(OTHERS["age_compared"])}
    | dict.fromkeys(OTHERS["age_bounds"], AGE_GROUP)
    | dict.fromkeys(("was", "is"), AGE_SUBJECTS)
    | {"as": frozenset(OTHERS["age_as"])}
)
"""What must stand before a word for the bare number behind it to be an age: "a youth of 16", "anyone under 15"."""
AGE_BELOW, BE = frozenset(OTHERS["age_below"]), frozenset(OTHERS["be"])
GROWN_UP: Final = 18
OLD_STARTS: Final = frozenset(OTHERS["old_starts"])


NO_PLURALS: Final = frozenset(("was", "is", "has", "years", "months", "weeks", "days", "as", "dies"))


def _counts_others(w: Window, end: int) -> bool:
    """ "A boy aged 12 and two militants": behind the number stand others."""
    word = w.low[end]
    return word in PERSONS or counts(w, end) or (word.endswith("s") and word.isalpha() and word not in NO_PLURALS)


def some_of(w: Window, i: int) -> bool:
    """Before the number some people are picked out of more, and nothing is numbered: not "the number of dead was"."""
    before = w.low[max(0, i - NEAR_OF) : i]
    return "of" in before and "number" not in before and "toll" not in before


def _ends_list(w: Window, i: int, end: int) -> bool:
    """ "Aged 4, 6 and 9 died": the last of three or more, before what happened to them."""
    numbers = w.words[i].isdecimal() and w.words[i - 2].isdecimal() and w.words[i - 4].isdecimal()
    return numbers and w.low[i - 1] == "and" and w.low[i - 3] == "," and w.low[end] in FATES


def listed(w: Window, k: int) -> bool:
    """Back from token k, a list of numbers leads to a word for age: "ages 15, 17 and 18", "aged between 5 and 12"."""
    for at in range(k, max(-1, k - LONGEST_LIST), -1):
        if w.low[at] in AGE_WORDS:
            return True
        if not (
            w.low[at] in LINKS or w.low[at] == "," or w.low[at] in ("between", "of", "from") or w.low[at].isdecimal()
            or w.low[at] in CARDINALS
        ):
            return False
    return False


def named(w: Window, i: int, value: float) -> Other | None:
    """A number between a name and a mark: "Ariel Gomez, 34, was"; "Ariel Gomez, 34."; not "In Homs, 34, in Hama, 12".

    A lone name is believed only where a clause goes on behind the second comma, so that lists of places keep their
    counts.
    """
    follows = w.words[i + 1]
    if w.low[i - 2] in ONE_PERSON and follows in (",", ".", ")"):
        return Other(i, i + 1, "age", value)
    if follows == "," and one_of(w, i - 2):
        return Other(i, i + 1, "age", value)
    if follows == "," and upper(w) and behind_capitals(w, i, value):
        return Other(i, i + 1, "age", value)
    junior = w.low[i - 2] == "." and w.low[i - 3] in ABBREVIATED
    length, before = name_before(w, i - 3 if junior else i - 2)
    if (
        not length
        or before in PLACE_BEFORE
        or (before == ";" and counted_entry(w, i - 2 - length))
        or value < 1
        or (follows not in (",", ".", ";", ")", ":", "") and w.low[i + 1] not in BEHIND_AGE)
    ):
        return None
    clause = follows == "," and (w.words[i + 2][:1].islower() or w.low[i + 2] in BEHIND_AGE)
    return Other(i, i + 1, "age", value) if clause or (length > 1 and not upper(w)) else None


def ages_of_all(w: Window, i: int) -> bool:
    """ "The brothers, 9 and 11, drowned", "two sisters (9 and 11)", "three boys, 12, 14 and 16, were": an age for each.

    Numbers between marks behind persons: two, or as many as the persons are.
    """
    first = last = i
    while i - first < LONGEST_LIST and w.words[over_link(w, first, -1)].isdecimal():
        first = over_link(w, first, -1)
    while last - i < LONGEST_LIST and w.words[over_link(w, last, 1)].isdecimal():
        last = over_link(w, last, 1)
    ages = [float(word) for word in w.words[first : last + 1] if word.isdecimal()]
    if len(ages) < 2 or w.low[last + 1] not in CLOSING.get(w.low[first - 1], ()) or w.low[first - 2] not in PERSONS:
        return False
    return max(ages) <= OLDEST and (len(ages) == 2 or are_so_many(w, first - 2, len(ages)))


def over_link(w: Window, i: int, step: int) -> int:
    """The token before or behind token i in a list, over ",", "and" or both."""
    marks = (",", "and") if step > 0 else ("and", ",")
    at = i + step
    for mark in marks:
        at += step * (at > 0 and w.low[at] == mark)
    return at if abs(at - i) > 1 and at > 0 else -1


def are_so_many(w: Window, noun: int, n: int) -> bool:
    """A number close before the noun is n."""
    near = w.low[max(0, noun - NEAR) : noun]
    return any((int(word) if word.isdecimal() else CARDINALS.get(word)) == n for word in near)


def counted_entry(w: Window, k: int) -> bool:
    """A list of places goes on behind the mark at token k, as in "Arvel, 31; Tessano, 12; Upper Quill, 4"."""
    for _ in range(ENTRIES):
        if w.low[k - 2] != "," or not w.words[k - 1].isdecimal():
            return False
        length, before = name_before(w, k - 3)
        if length != 1 or before == ".":
            return False
        if before != ";":
            return True
        k -= 4
    return True


def one_of(w: Window, k: int) -> bool:
    """ "one of the alleged robbers" ends at token k: one person, though the noun is a plural."""
    for at in range(k, max(0, k - 6), -1):
        if not w.low[at].isalpha():
            return False
        if w.low[at] == "of":
            return w.low[at - 1] == "one"
    return False


def person_before(w: Window, k: int) -> bool:
    """A person ends at token k, before the bracket: "the driver (34)", "Mr Lee (34)", "named as Ann Wood (31)"."""
    if w.low[k] in ONE_PERSON:
        return w.low[k] in YOUNG or float(w.words[k + 2]) >= YOUNGEST_ADULT
    length, before = name_before(w, k)
    if not length or before in PLACE_BEFORE:
        return False
    if before in ONE_PERSON or not PERSON_WORDS.isdisjoint(w.low[max(0, k - length) : k]):
        return True
    return length > 1 and any(w.low[at] in NAMING and w.low[at + 1] == "as" for at in range(max(0, k - 40), k))


def person_listed(w: Window, k: int) -> bool:
    """The name that ends at token k follows another person's in a list: "his son Carl (9), Dana Wood (5) and …"."""
    for _ in range(ENTRIES):
        while k >= 0 and (w.words[k][:1].isupper() or inside_name(w, k)):
            k -= 1
        while w.low[k] in (",", ";", "and"):
            k -= 1
        if not (w.low[k] == ")" and w.words[k - 1].isdecimal() and w.low[k - 2] == "("):
            return False
        if person_before(w, k - 3) or person_behind(w, k - 1):
            return True
        k -= 3
    return False


def person_in_bracket(w: Window, i: int) -> bool:
    """The number at token i, alone between brackets, stands behind a person."""
    return person_before(w, i - 2) or person_behind(w, i) or person_listed(w, i - 2)


def person_behind(w: Window, i: int) -> bool:
    """What follows the bracket says that two or more capitalised words before it were a person's name."""
    length, before = name_before(w, i - 2)
    if length < 2 or before in PLACE_BEFORE:
        return False
    if w.low[i + 2] in ("was", "has"):
        return not PERSON_VERBS.isdisjoint(w.low[i + 3 : i + 6])
    return w.low[i + 2] == "died" or (w.low[i + 2] == "," and w.low[i + 3] in ("who", "whose"))


def name_before(w: Window, k: int) -> tuple[int, str]:
    """How many capitalised words end at token k, and the word before them; 0 where they are no name."""
    length = 0
    while length < 5 and k >= 0 and (w.words[k][:1].isupper() or (length and inside_name(w, k))):
        if w.low[k] in NOT_NAMES:
            return 0, ""
        if w.low[k] in PLACE_BEFORE:
            return length, w.low[k]
        length += w.words[k][:1].isupper()
        k -= 1
    if k >= 0 and length == 0:
        return 0, ""
    return length, w.low[k] if k >= 0 else ""


def inside_name(w: Window, k: int) -> bool:
    """A mark inside a name: behind an initial, or between the halves of a double name."""
    if w.low[k] == ".":
        return len(w.words[k - 1]) == 1 or w.low[k - 1] in ABBREVIATED
    return w.low[k] in ("-", '"', "”", "“")


def decade(w: Window, i: int) -> Other | None:
    """ "in her 30s", "in their 20's", "the 1990s", "the '80s"."""
    end = i + 1 + (w.low[i + 1] in APOSTROPHES and w.touches(i + 1))
    if w.low[end] != "s" or not w.touches(end) or not w.words[i].isdecimal() or not w.words[i].endswith("0"):
        return None
    if len(w.words[i]) == 4:
        return Other(i, end + 1, "date")
    return Other(i, end + 1, "age" if w.low[i - 1] in DECADE_BEFORE else "date") if len(w.words[i]) == 2 else None


__all__ = ["age", "decade", "plain"]

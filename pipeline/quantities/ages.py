"""How old someone is: "a 19-year-old", "aged 34", "Ariel Gomez, 34, was", "in her thirties".

Here belong ages of people (up to 120) only; the age of a house or a fossil is a duration like any other.
"""

import re

from pipeline.quantities.number import HYPHENS
from pipeline.quantities.other import Other, plain
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import OTHERS

OLDEST = 120
OLD = re.compile(
    r"(?:\s?[-‐–]?\s?(?:to|and|or)?[-\s]{0,2}\d{1,3})?[-‐–\s]{0,2}"
    r"(?:(?:years?|yrs?|months?|weeks?|days?)[-‐–\s]{0,2}(?:olds?\b|of age\b)|y/?o\b|y\.o\b)",
    re.IGNORECASE,
)
"""Behind the number; a second number of an age range may stand between."""
AGE_WORDS = frozenset(OTHERS["age_words"])
NOT_NAMES = frozenset(OTHERS["not_names"])
PLACE_BEFORE = frozenset(OTHERS["place_before"])
ONE_PERSON = frozenset(OTHERS["one_person"])
BEHIND_AGE = frozenset(OTHERS["behind_age"])
LINKS = frozenset({"and", "to", "or", "-", "–"})
DECADE_BEFORE = frozenset({"his", "her", "their", "mid", "late", "early", "-"})


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
    if before in AGE_WORDS or (
        w.low[i - 2] in AGE_WORDS and before in ("of", "between", "from", "over", "under", "about", "around")
    ):
        return Other(i, end, "age", value)
    if (before in LINKS or before == ",") and listed(w, i - 1):
        return Other(i, end, "age", value)
    if before == "," and w.words[i].isdecimal():
        return named(w, i, value)
    return None


OLD_STARTS = frozenset({"year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days", "y", "yo"})


def listed(w: Window, k: int) -> bool:
    """Back from token k, a list of numbers leads to a word for age: "ages 15, 17 and 18", "aged between 5 and 12"."""
    for at in range(k, max(-1, k - 8), -1):
        if w.low[at] in AGE_WORDS:
            return True
        if not (
            w.low[at] in LINKS or w.low[at] == "," or w.low[at] in ("between", "of", "from") or w.low[at].isdecimal()
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
    length, before = name_before(w, i - 2)
    if (
        not length
        or before in PLACE_BEFORE
        or value < 1
        or (follows not in (",", ".", ";", ")", ":", "") and w.low[i + 1] not in BEHIND_AGE)
    ):
        return None
    clause = follows == "," and (w.words[i + 2][:1].islower() or w.low[i + 2] in BEHIND_AGE)
    return Other(i, i + 1, "age", value) if clause or (length > 1 and not upper(w)) else None


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
        return len(w.words[k - 1]) == 1 or w.low[k - 1] in (
            "jr",
            "sr",
            "dr",
            "mr",
            "mrs",
            "ms",
            "lt",
            "sgt",
            "col",
            "gen",
            "capt",
        )
    return w.low[k] in ("-", '"', "”", "“")


def upper(w: Window) -> bool:
    """The window is written in capitals, which then say nothing about names."""
    return not any(word.islower() for word in w.words)


def decade(w: Window, i: int) -> Other | None:
    """ "in her 30s", "the 1990s", "the '80s"."""
    if w.low[i + 1] != "s" or not w.touches(i + 1) or not w.words[i].isdecimal() or not w.words[i].endswith("0"):
        return None
    if len(w.words[i]) == 4:
        return Other(i, i + 2, "date")
    return Other(i, i + 2, "age" if w.low[i - 1] in DECADE_BEFORE else "date") if len(w.words[i]) == 2 else None


__all__ = ["age", "decade", "plain", "upper"]

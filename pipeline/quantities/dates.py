"""Dates, years and times of day: numbers that place something in time and count nothing.

Here belongs recognising them. Which day they mean is worked out where claims are dated.
"""

import re
from typing import Final

from pipeline.quantities.number import HYPHENS
from pipeline.quantities.other import COUNTED, PEOPLE, Other
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import ORDINAL_ENDINGS, OTHERS

MONTHS: Final = frozenset(OTHERS["months"])
BEFORE_MONTH: Final = frozenset(OTHERS["before_month"])
BEFORE_MONTH_AND_VERB: Final = frozenset(OTHERS["before_month_and_verb"])
MONTHS_AND_VERBS: Final = frozenset(OTHERS["months_and_verbs"])
VERBS_BEHIND_MAY: Final = frozenset(OTHERS["behind_may"])
WEEKDAYS: Final = frozenset(OTHERS["weekdays"])
TIME_ZONES: Final = frozenset(OTHERS["time_zones"])
HOUR_WORDS: Final = frozenset(OTHERS["hour_words"])
AT: Final = frozenset(OTHERS["before_hours"])
CALENDAR: Final = frozenset(OTHERS["calendar"])
CALENDAR_BEFORE: Final = frozenset(OTHERS["calendar_before"])
TIME_SPANS: Final = frozenset(OTHERS["time_spans"])
ERAS: Final = frozenset(OTHERS["eras"])
CLOCK: Final = re.compile(
    r"(?::\d\d(?::\d\d)?(?:\.\d+)?)?(?:\s?(?:-|–|to|and|or|until)\s?\d{1,2}(?::\d\d)?)?\s?(?:[ap]\.\s?m\b\.?|[ap]m\b|o['’]clock\b)"
    r"|:\d\d(?::\d\d)?(?:\.\d+)?(?!\d)",
    re.IGNORECASE,
)
"""Behind the first digits of a time of day."""


def date(w: Window, i: int) -> Other | None:
    """A date that has its day in token i: "Sept. 2, 2025", "2nd of September", "12/03/2025", "2025-09-02"."""
    if w.low[i + 1] in NUMERIC_MARKS or "." in w.words[i]:
        found = numeric_date(w, i)
        if found is not None:
            return found
    if len(w.words[i]) > 2 or not w.words[i].isdecimal() or not 1 <= int(w.words[i]) <= 31:
        return None
    end = i + 2 if w.low[i + 1] in ORDINAL_ENDINGS and w.touches(i + 1) else i + 1
    return month_before(w, i, end) or month_behind(w, i, end)


NUMERIC_MARKS: Final = frozenset("/-‐‑–.")


def month_before(w: Window, i: int, end: int) -> Other | None:
    """ "Sept. 2", "May 3 and 4, 2020"; not "in May 17 people"."""
    before = i - 2 if w.low[i - 1] == "." else i - 1
    if w.low[before] not in MONTHS:
        return None
    leads = w.low[before - 1]
    if w.low[end] in COUNTED and leads not in BEFORE_MONTH:
        return None
    if w.low[end] in ("were", "was") and not (leads in BEFORE_MONTH or leads in BEFORE_MONTH_AND_VERB):
        return None
    if w.low[before] in MONTHS_AND_VERBS and w.words[before].islower():
        return None
    return Other(before, with_year(w, second_day(w, end)), "date")


def second_day(w: Window, end: int) -> int:
    """The end of "2-5" or "3 and 4" behind the first day."""
    if w.low[end] not in HYPHENS and w.low[end] not in ("and", "to", "&", "or"):
        return end
    day = w.words[end + 1]
    if (
        not day.isdecimal()
        or len(day) > 2
        or not 1 <= int(day) <= 31
        or w.low[end + 2] in COUNTED
        or w.low[end + 2] == "were"
    ):
        return end
    return end + 3 if w.low[end + 2] in ORDINAL_ENDINGS and w.touches(end + 2) else end + 2


def month_behind(w: Window, i: int, end: int) -> Other | None:
    """ "2 September 2025", "5th of May", "2-5 September"."""
    at = second_day(w, end)
    at = at + 1 if w.low[at] == "of" else at
    if w.low[at] not in MONTHS:
        return None
    if not w.words[at][0].isupper() and w.low[at] in MONTHS_AND_VERBS and w.low[i - 1] not in WEEKDAYS:
        return None
    if w.low[at] in MONTHS_AND_VERBS and w.low[at + 1] in VERBS_BEHIND_MAY:
        return None
    return Other(i, with_year(w, at + 1), "date")


def with_year(w: Window, end: int) -> int:
    """The end of a date that a year may close ("MAR 90", in capitals, too)."""
    at = end
    while w.low[at] in (",", ".") and at < end + 2:
        at += 1
    if looks_like_year(w.words[at]):
        opens = likely_year(w.words[at]) and w.words[at + 1][:1].isupper()  # "January 9, 2017 Man dead after raid"
        return at + 1 if opens or w.low[at + 1] not in PEOPLE else end
    if at == end and len(w.words[at]) == 2 and w.words[at].isdecimal() and w.words[at - 1].isupper():
        return at + 1 if w.low[at + 1] not in COUNTED else end
    return end


def looks_like_year(word: str) -> bool:
    """Four digits from 1000 to 2199."""
    return len(word) == 4 and word.isdecimal() and 1000 <= int(word) < 2200


def numeric_date(w: Window, i: int) -> Other | None:
    """Three groups of digits with the same mark between them; "12.03.2025" in one token; "2017-18"."""
    written = w.words[i].split(".")
    if len(written) == 3 and len(written[1]) != 3 and all(part.isdecimal() for part in written):
        return Other(
            i,
            i + 1,
            "date" if len(written[2]) in (2, 4) and len(written[0]) <= 2 and int(written[1]) <= 31 else "version",
        )
    parts = [w.words[i], w.words[i + 2], w.words[i + 4]]
    if not (parts[1].isdecimal() and w.touches(i + 1) and w.touches(i + 2)):
        return None
    if w.low[i + 3] == w.low[i + 1] and w.touches(i + 3) and parts[2].isdecimal() and w.touches(i + 4):
        a, b, c = map(len, parts)
        return Other(i, i + 5, "date") if b <= 2 and ((a <= 2 and c in (2, 4)) or (a == 4 and c <= 2)) else None
    if likely_year(parts[0]) and w.low[i + 1] in HYPHENS | {"/"} and (likely_year(parts[1]) or len(parts[1]) == 2):
        return None if w.low[i + 3] in PEOPLE else Other(i, i + 3, "date")
    return None


def likely_year(word: str) -> bool:
    """A year that news writes about: 1900 to 2050."""
    return looks_like_year(word) and 1900 <= int(word) <= 2050


def year(w: Window, i: int) -> Other | None:
    """ "2024": four digits that nothing behind them counts and no quantifier stands before.

    From 1900 to 2050 a bare number is a year unless what surrounds it says otherwise; outside, only where a word like
    "in" or "since" stands before it.
    """
    word = w.words[i]
    if not looks_like_year(word):
        return None
    before, after = w.low[i - 1], w.low[i + 1]
    if w.low[i + 1] in ERAS or before in ERAS or (before == "." and w.low[i - 2] == "d" and w.low[i - 4] == "a"):
        return Other(i, i + 1, "date")
    if before in ("and", "to") and looks_like_year(w.words[i - 2]) and (w.low[i - 3] in ERAS or w.low[i - 4] == "d"):
        return Other(i, i + 1, "date")  # "between A.D. 1000 and 1260"
    if (after in PEOPLE or after == "were") and not (before in ("in", "since", "month") or before in MONTHS):
        return None
    if after in COUNTED and before not in BEFORE_YEAR and before not in MONTHS:
        return None
    if likely_year(word):
        return Other(i, i + 1, "date") if bare_year(w, i) else None
    return (
        Other(i, i + 1, "date")
        if before in BEFORE_ANY_YEAR and not after.isalpha() | (after in UNITS_OF_YEARS)
        else None
    )


BEFORE_YEAR: Final = frozenset(OTHERS["before_year"])
BEFORE_ANY_YEAR: Final = frozenset(OTHERS["before_any_year"])
YEAR_LINKS: Final = frozenset(OTHERS["year_links"])
DATING_BACK: Final = frozenset(OTHERS["dating_back"])
UNITS_OF_YEARS: Final = frozenset({"%", "°"})
NOT_BEFORE_YEAR: Final = frozenset(OTHERS["not_before_year"])
NOT_BEHIND_YEAR: Final = frozenset(OTHERS["not_behind_year"])


def bare_year(w: Window, i: int) -> bool:
    """Nothing beside a number from 1900 to 2050 makes it a quantity."""
    before, after = w.low[i - 1], w.low[i + 1]
    if before in NOT_BEFORE_YEAR and not (before == "to" and likely_year(w.words[i - 2])):
        return before in YEAR_LINKS and w.low[i - 2] in DATING_BACK
    return after not in NOT_BEHIND_YEAR or (after == "or" and likely_year(w.words[i + 2]))


def time(w: Window, i: int) -> Other | None:
    """ "3 p.m.", "14:30 GMT", "0945", "at 1430 hours", "16.05 Two people are …"."""
    word, after = w.words[i], w.low[i + 1]
    if after in CLOCK_STARTS:
        match = CLOCK.match(w.text, w.ends[i])
        if match is not None:
            return Other(i, w.token_behind(i + 1, match.end()), "time")
    if len(word) == 4 and word.isdecimal() and int(word[:2]) < 24 and int(word[2:]) < 60:
        zone = after in TIME_ZONES and (after not in HOUR_WORDS or w.low[i - 1] in AT)
        if after == "(" and w.low[i + 3] in TIME_ZONES and w.low[i + 2].isdecimal() and len(w.low[i + 2]) == len(word):
            return Other(i, i + 1, "time")  # "at 1545 (2145 GMT)"
        if zone or (word[0] == "0" and w.low[i - 1] != "." and not phone_goes_on(w, i + 1)):
            return Other(i, i + 2 if zone else i + 1, "time")
    if i == 0 and w.opens and ENTRY.fullmatch(word) and w.words[1][:1].isupper():
        return Other(i, i + 1, "time")
    return None


def phone_goes_on(w: Window, i: int) -> bool:
    """ "0300 555 0199": groups of three digits and more follow."""
    return all(word.isdecimal() and len(word) > 2 for word in w.words[i : i + 2])


ENTRY: Final = re.compile(r"(?:[01]\d|2[0-3])\.[0-5]\d")
"""What opens an entry of a live page: "16.05 Two officers are among the injured"."""
CLOCK_STARTS: Final = frozenset({":", "a", "p", "am", "pm", "o'clock", "-", "–", "to", "and", "or", "until", "o"})


def calendar(w: Window, i: int) -> Other | None:
    """ "this month", "weeks", "years of": time without a number."""
    word = w.low[i]
    if word in CALENDAR:
        return Other(i - 1, i + 1, "date") if w.low[i - 1] in CALENDAR_BEFORE else None
    return Other(i, i + 1, "duration") if word in TIME_SPANS else None

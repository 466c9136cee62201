"""Dates, years and times of day: numbers that place something in time and count nothing.

Here belongs recognising them. Which day they mean is worked out where claims are dated.
"""

from pipeline.quantities.number import HYPHENS, touches
from pipeline.quantities.others import PEOPLE, Other, plain
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import ORDINAL_ENDINGS, OTHERS

MONTHS = frozenset(OTHERS["months"])
TIME_ZONES = frozenset(OTHERS["time_zones"])
YEAR_BEFORE = frozenset(OTHERS["year_before"])
CALENDAR = frozenset(OTHERS["calendar"])
CALENDAR_BEFORE = frozenset(OTHERS["calendar_before"])
TIME_SPANS = frozenset(OTHERS["time_spans"])


def date(w: Window, i: int) -> Other | None:
    """ "Sept. 2, 2025", "2nd of September", "12/03/2025", "2025-09-02"."""
    if not w.words[i][0].isdecimal():
        return None
    return day_month(w, i) or numeric_date(w, i)


def day_month(w: Window, i: int) -> Other | None:
    """A day beside the name of a month, with the year that may follow."""
    value = plain(w, i)
    if value is None or not 1 <= value <= 31:
        return None
    end = i + 2 if touches(w, i + 1) and w.low[i + 1 : i + 2] and w.low[i + 1] in ORDINAL_ENDINGS else i + 1
    before = i - 2 if i > 1 and w.low[i - 1] == "." else i - 1
    if before >= 0 and w.low[before] in MONTHS and (end >= len(w.low) or w.low[end] not in PEOPLE):
        return Other(before, with_year(w, end), "date")
    at = end + 1 if w.low[end : end + 1] == ["of"] else end
    if at < len(w.low) and w.low[at] in MONTHS and (w.low[at] not in ("may", "march") or w.words[at][0].isupper()):
        return Other(i, with_year(w, at + 1), "date")
    return None


def with_year(w: Window, end: int) -> int:
    """The end of a date that a year may close."""
    at = end
    while at < len(w.low) and w.low[at] in (",", ".") and at < end + 2:
        at += 1
    return at + 1 if at < len(w.low) and looks_like_year(w.words[at]) else end


def looks_like_year(word: str) -> bool:
    """Four digits from 1500 to 2100."""
    return len(word) == 4 and word.isdecimal() and 1500 <= int(word) <= 2100


def numeric_date(w: Window, i: int) -> Other | None:
    """Three groups of digits with the same mark between them; or "12.03.2025" in one token."""
    written = w.words[i].split(".")
    if len(written) == 3 and all(part.isdecimal() for part in written):
        return Other(i, i + 1, "date" if len(written[2]) in (2, 4) else "version")
    if i + 4 >= len(w.words) or w.words[i + 1] not in "/-‐‑.–" or w.words[i + 3] != w.words[i + 1]:
        return None
    parts = [w.words[i], w.words[i + 2], w.words[i + 4]]
    if not all(part.isdecimal() and touches(w, i + k) for part, k in zip(parts, (1, 2, 3), strict=True)):
        return None
    lengths = tuple(map(len, parts))
    if max(lengths) <= 4 and (lengths[0] in (1, 2) and lengths[2] in (2, 4) or lengths[0] == 4) and lengths[1] <= 2:
        return Other(i, i + 5, "date")
    return None


def year(w: Window, i: int) -> Other | None:
    """ "2024": four digits that no noun for people follows, nor a quantifier precedes."""
    if not looks_like_year(w.words[i]) or not i and len(w.words) < 2:
        return None
    if w.low[i + 1 : i + 2] == ["s"] and touches(w, i + 1):
        return Other(i, i + 2, "date")
    before = w.low[i - 1] if i else ""
    if i + 1 < len(w.low) and w.low[i + 1] in PEOPLE and before not in ("in", "since", "of"):
        return None
    return Other(i, i + 1, "date") if before in YEAR_BEFORE or before in MONTHS or not before.isalpha() and before not in "$€£" else None


def time(w: Window, i: int) -> Other | None:
    """ "3 p.m.", "14:30 GMT", "0945"."""
    word = w.words[i]
    if not word[0].isdecimal():
        return None
    end = i + 1
    if w.low[i + 1 : i + 2] == [":"] and touches(w, i + 2) and w.words[i + 2].isdecimal():
        end = i + 3
    rest = w.low[end : end + 4]
    if rest[:1] in (["am"], ["pm"]) or rest[:2] == ["o", "'"] or rest[:1] == ["o'clock"]:
        return Other(i, end + 1, "time")
    if len(rest) >= 3 and rest[0] in ("a", "p") and rest[1] == "." and rest[2] == "m":
        return Other(i, min(end + 4, len(w.low)) if rest[3:] == ["."] else end + 3, "time")
    if end == i + 3:
        return Other(i, end, "time")
    if len(word) == 4 and word.isdecimal() and (rest[:1] and rest[0] in TIME_ZONES or word[0] == "0"):
        return Other(i, end, "time")
    return None


def calendar(w: Window, i: int) -> Other | None:
    """ "this month", "weeks", "years of": time without a number."""
    word = w.low[i]
    if word in CALENDAR and i and w.low[i - 1] in CALENDAR_BEFORE:
        return Other(i - 1, i + 1, "date")
    if word in TIME_SPANS:
        return Other(i, i + 1, "duration")
    return None


def ago(w: Window, end: int) -> bool:
    """The duration before token `end` only says how long ago something was."""
    return w.low[end : end + 1] == ["ago"] or w.low[end : end + 2] in (["or", "so"],) and w.low[end + 2 : end + 3] == ["ago"]


__all__ = ["HYPHENS", "ago", "calendar", "date", "time", "year"]

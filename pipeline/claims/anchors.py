"""The simple date expressions of a sentence: "Sept. 2", "last Tuesday", "three days ago", "in 1985".

Here belongs what one such expression says. How they join ("between 3 and 5 May", "since Tuesday") stands in
date_spans.py; which days they mean, and which of them a claim belongs to, in dates.py.
"""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from pipeline import codebook
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("dates")


def with_possessive(names: Iterable[str]) -> frozenset[str]:
    """The words, and the words with 's: "Friday's" is one token."""
    names = list(names)
    return frozenset([*names, *(f"{name}'s" for name in names)])


MONTHS: Final[dict[str, int]] = {n: m for name, m in BOOK["months"].items() for n in (name, f"{name}'s")}
WEEKDAYS: Final[dict[str, int]] = {n: d for name, d in BOOK["weekdays"].items() for n in (name, f"{name}'s")}
SHORT_WEEKDAYS: Final = frozenset(BOOK["short_weekdays"])
AMBIGUOUS_MONTHS: Final = frozenset(BOOK["ambiguous_months"])
BEFORE_MONTH: Final = frozenset(BOOK["before_month"])
DAYS: Final[dict[str, int]] = {n: d for name, d in BOOK["days"].items() for n in (name, f"{name}'s")}
PARTS_OF_DAY: Final = with_possessive(BOOK["parts_of_day"])
UNITS: Final[dict[str, str]] = {n: u for name, u in BOOK["units"].items() for n in (name, f"{name}'s")}
NUMBERS: Final[dict[str, int]] = BOOK["numbers"]
LAST: Final = frozenset(BOOK["last"])
THIS: Final = frozenset(BOOK["this"])
NEXT: Final = frozenset(BOOK["next"])
OPENERS: Final = frozenset(BOOK["window_openers"])
AGO: Final = frozenset(BOOK["ago"])
CAMPAIGNS: Final = frozenset(BOOK["campaigns"])
BEFORE_YEAR: Final = frozenset(BOOK["before_year"])
AFTER_YEAR: Final = frozenset(BOOK["not_after_year"])
ORDINAL_ENDS: Final = frozenset(["st", "nd", "rd", "th"])
AFTER_ORDINAL: Final = frozenset([",", ".", ";", "and", "in", "near", "at", "when", "after", "as"])
AUXILIARY: Final = frozenset(["were", "have", "had"])
IN_YEAR: Final = frozenset(["in", "since", "during", "until"])
"""Before a number that is a year even where a verb follows, or what counts on."""
FOLLOWING_YEAR: Final = ("following", "year")
MORE_THAN: Final = ["more", "than"]
YEARS: Final = frozenset(str(year) for year in range(1900, 2100))
TRIGGERS: Final = frozenset([*MONTHS, *WEEKDAYS, *DAYS, *PARTS_OF_DAY, *UNITS, *YEARS, *ORDINAL_ENDS])
BEFORE_AFTER: Final = ([","], ["comes"], ["came"], ["come"])
"""Before "two days after the attack" where the report's own day is meant: "The visit comes …"."""
BREAKS: Final = frozenset([",", ";", ":", "(", ")", "."])
JOINS: Final = frozenset(["to", "and", "through", "until", "till", "-", "–", "—"])


class Anchor(NamedTuple):
    """A day, month, year, weekday, step from the publication day ("ago", "calendar") or stretch before it."""

    kind: str
    year: int | None = None
    month: int = 0
    day: int = 0
    number: int = 0
    unit: str = ""


class Read(NamedTuple):
    """An anchor at tokens first..last (end exclusive); of a range of days also its end."""

    first: int
    last: int
    anchor: Anchor
    until: Anchor | None = None


def number(word: str) -> int | None:
    """A small whole number in digits or words."""
    return int(word) if word.isdecimal() and len(word) <= 3 else NUMBERS.get(word)


def day_number(lower: list[str], i: int) -> int | None:
    """The day of the month at token i, if there is one."""
    if 0 <= i < len(lower) and lower[i].isdecimal() and 1 <= int(lower[i]) <= 31:
        return int(lower[i])
    return None


def year_number(lower: list[str], i: int) -> int | None:
    """The four-digit year at token i."""
    return int(lower[i]) if 0 <= i < len(lower) and lower[i] in YEARS else None


def _year_after(sentence: Sentence, i: int) -> tuple[int | None, int]:
    """A year at token i or behind a comma, and the token after it; of capitals also "JAN 90"."""
    lower = sentence.lower
    j = i + 1 if i < len(lower) and lower[i] == "," else i
    year = year_number(lower, j)
    if year is not None:
        return year, j + 1
    short = j == i and j < len(lower) and lower[j].isdecimal() and len(lower[j]) == 2 and int(lower[j]) >= 32
    if short and (sentence.is_upper or j + 1 == len(lower) or lower[j + 1] in BREAKS):
        return 1900 + int(lower[j]), j + 1
    return None, i


def _month(sentence: Sentence, i: int) -> Read | None:
    lower = sentence.lower
    month, end = MONTHS[lower[i]], i + 1
    if end < len(lower) and lower[end] == "." and len(lower[i]) <= 4:
        end += 1
    if not sentence.words[i][0].isupper():
        return None
    return _day_then_month(sentence, i, end, month) or _month_then_day(sentence, i, end, month) or _bare_month(
        sentence, i, end, month)


def _day_then_month(sentence: Sentence, i: int, end: int, month: int) -> Read | None:
    lower = sentence.lower
    at = i - 2 if i >= 2 and lower[i - 1] in ("of", "st", "nd", "rd", "th") else i - 1
    at = at - 1 if at >= 1 and lower[at] in ("st", "nd", "rd", "th") else at
    day = day_number(lower, at)
    if day is None:
        return None
    year, end = _year_after(sentence, end)
    if at >= 2 and lower[at - 1] in JOINS:
        start = day_number(lower, at - 2)
        if start is not None:
            return Read(at - 2, end, Anchor("day", year, month, start), Anchor("day", year, month, day))
    return Read(at, end, Anchor("day", year, month, day))


def _month_then_day(sentence: Sentence, i: int, end: int, month: int) -> Read | None:
    lower = sentence.lower
    day = day_number(lower, end)
    if day is None:
        return None
    end += 1
    if end < len(lower) and lower[end] in ("st", "nd", "rd", "th"):
        end += 1
    until = day_number(lower, end + 1) if end < len(lower) and lower[end] in JOINS else None
    if until is not None and (lower[end] != "and" or end + 2 == len(lower) or lower[end + 2] in BREAKS):
        year, end = _year_after(sentence, end + 2)
        return Read(i, end, Anchor("day", year, month, day), Anchor("day", year, month, until))
    year, end = _year_after(sentence, end)
    return Read(i, end, Anchor("day", year, month, day))


def _bare_month(sentence: Sentence, i: int, end: int, month: int) -> Read | None:
    lower = sentence.lower
    j = end + 1 if end < len(lower) and lower[end] in (",", "of") else end
    year = year_number(lower, j)
    before = lower[i - 2] if i >= 2 and lower[i - 1] == "-" else lower[i - 1] if i else ""
    if year is None and lower[i] in AMBIGUOUS_MONTHS and before not in BEFORE_MONTH:
        return None
    step = -1 if before in LAST else 1 if before in NEXT else 0
    return Read(i - bool(step), j + 1 if year else i + 1, Anchor("month", year, month, number=step))


def _weekday(sentence: Sentence, i: int) -> Read | None:
    lower, end = sentence.lower, i + 1
    if lower[i] in SHORT_WEEKDAYS:
        dotted = end < len(lower) and lower[end] == "."
        if not sentence.words[i][0].isupper() or not (dotted or _month_near(lower, end)):
            return None
        end += dotted
    before = lower[i - 1] if i else ""
    step = -1 if before in LAST else 1 if before in NEXT else 0
    if end < len(lower) and lower[end] in PARTS_OF_DAY:
        end += 1
    return Read(i - bool(step), end, Anchor("weekday", day=WEEKDAYS[lower[i]], number=step))


def _month_near(lower: list[str], i: int) -> bool:
    return any(w in MONTHS for w in lower[i : i + 3])


def _part_of_day(lower: list[str], i: int) -> Read | None:
    """ "this morning", "last night"; "Friday night" is read with its weekday."""
    before = lower[i - 1] if i else ""
    if before in THIS:
        return Read(i - 1, i + 1, Anchor("ago", number=0, unit="day"))
    if before in LAST and lower[i].startswith("night"):
        return Read(i - 1, i + 1, Anchor("ago", number=-1, unit="day"))
    return None


def _unit(lower: list[str], i: int) -> Read | None:
    """Expressions around a unit: "last month", "three days ago", "in the past 24 hours", "over five days"."""
    unit, before = UNITS[lower[i]], lower[i - 1] if i else ""
    after = lower[i + 1] if i + 1 < len(lower) else ""
    if before in NEXT:
        told = [int(word) for word in lower[: i - 1] if word in YEARS] if (before, unit) == FOLLOWING_YEAR else []
        after_told = Anchor("year", told[-1] + 1) if told else None  # "112 died in 2012, and the following year …"
        return Read(i - 1, i + 1, after_told or Anchor("calendar", number=1, unit=unit))
    if before in THIS:
        return Read(i - 1, i + 1, Anchor("calendar", number=0, unit=unit))
    if before in LAST:
        opened = i >= 2 and (lower[i - 2] == "the" or (before == "past" and lower[i - 2] in OPENERS))
        stretch = opened and unit != "weekend"  # "over past week" in a headline
        return Read(i - 1, i + 1, Anchor("window" if stretch else "calendar", number=1 if stretch else -1, unit=unit))
    if unit == "weekend":
        return Read(i, i + 1, Anchor("calendar", number=0, unit=unit)) if before == "the" else None
    if before == "the" and after == "before":
        return Read(i - 1, i + 2, Anchor("ago", number=-1, unit=unit))
    return _counted_unit(lower, i, unit, after)


def _counted_unit(lower: list[str], i: int, unit: str, after: str) -> Read | None:
    first = i - 2 if i >= 2 and lower[i - 1] in ("-", "of") else i - 1
    count = number(lower[first]) if first >= 0 else None
    if after in AGO:
        return None if count is None else Read(first, i + 2, Anchor("ago", number=-count, unit=unit))
    if after == "after" and count is not None and unit != "hour" and (lower[first - 1 : first] in BEFORE_AFTER):
        return Read(first, i + 2, Anchor("ago", number=-count, unit=unit))
    story = after == "of" and any(w in CAMPAIGNS for w in lower[i + 2 : i + 5])
    if story and unit != "hour":
        return Read(first if count is not None else i, i + 2, Anchor("story", number=count or 0, unit=unit))
    if count is None or first < 1:
        return None
    before = lower[first - 1]
    if before in LAST or (before in NEXT):
        sign = 1 if before in LAST else -1
        return Read(first - 1, i + 1, Anchor("window" if sign > 0 else "ago", number=count, unit=unit))
    if before in OPENERS and count > 1:
        return Read(first - 1, i + 1, Anchor("window", number=count, unit=unit))
    return None


def _year(lower: list[str], i: int) -> Read | None:
    """ "in 1985", "the 1985 attack", "the 1990s", "2025-09-02"."""
    year = int(lower[i])
    if lower[i + 1 : i + 2] == ["-"] and lower[i + 3 : i + 4] == ["-"]:
        month, day = lower[i + 2], lower[i + 4] if i + 4 < len(lower) else ""
        if month.isdecimal() and day.isdecimal() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
            return Read(i, i + 5, Anchor("day", year, int(month), int(day)))
    after = lower[i + 1] if i + 1 < len(lower) else ""
    if after == "s":
        return Read(i, i + 2, Anchor("year", year, number=9))
    told = after in AUXILIARY or lower[i + 1 : i + 3] == MORE_THAN  # "in 2019 had killed 12"
    if i and lower[i - 1] in BEFORE_YEAR and (after not in AFTER_YEAR or (told and lower[i - 1] in IN_YEAR)):
        return Read(i, i + 1, Anchor("year", year))
    return None


def _ordinal(lower: list[str], i: int) -> Read | None:
    """ "on the 28th", of this month or the last."""
    day = day_number(lower, i - 1)
    alone = lower[i - 3 : i - 1] == ["on", "the"] and (i + 1 == len(lower) or lower[i + 1] in AFTER_ORDINAL)
    return Read(i - 2, i + 1, Anchor("day", day=day)) if day and alone else None


def _read(sentence: Sentence, i: int) -> Read | None:
    word = sentence.lower[i]
    if word in ORDINAL_ENDS:
        return _ordinal(sentence.lower, i)
    if word in MONTHS:
        return _month(sentence, i)
    if word in WEEKDAYS:
        return _weekday(sentence, i)
    if word in DAYS:
        return Read(i, i + 1, Anchor("ago", number=DAYS[word], unit="day"))
    if word in PARTS_OF_DAY and word not in UNITS:
        return _part_of_day(sentence.lower, i)
    if word in UNITS:
        return (_part_of_day(sentence.lower, i) if word in PARTS_OF_DAY else None) or _unit(sentence.lower, i)
    return None


def anchors(sentence: Sentence) -> list[Read]:
    """The anchors of a sentence, left to right; a weekday beside its date gives way to the date."""
    lower, found = sentence.lower, list[Read]()
    if TRIGGERS.isdisjoint(lower):
        return found
    for i in [i for i, word in enumerate(lower) if word in TRIGGERS]:
        read = _year(lower, i) if lower[i] in YEARS else _read(sentence, i)
        if read is None:
            continue
        if found and _is_year_of(lower, found[-1], read):
            found[-1] = found[-1]._replace(last=read.last, anchor=found[-1].anchor._replace(number=-1))
            continue
        if found and read.first < found[-1].last:
            if read.anchor.kind != "day":
                continue
            found.pop()
        elif found and found[-1].anchor.kind == "weekday" and read.anchor.kind == "day" and _beside(
                lower, found[-1].last, read.first):
            read = read._replace(first=found.pop().first)
        found.append(read)
    return found


def _is_year_of(lower: list[str], before: Read, read: Read) -> bool:
    """The "last year" of "6 December last year"."""
    last_year = read.anchor.kind == "calendar" and read.anchor.unit == "year" and read.anchor.number == -1
    undated = before.anchor.kind in ("day", "month") and before.anchor.year is None and before.until is None
    return last_year and undated and lower[before.last : read.first] in ([], ["of"])


def _beside(lower: list[str], last: int, first: int) -> bool:
    return all(w in (",", "the", "(", ".") for w in lower[last:first]) and first - last <= 2

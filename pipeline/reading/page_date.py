"""The head of a page's text -> when it was published: date lines, age lines ("3 months ago") and wire datelines.

Here belongs which stamp counts. How a stamp is written belongs to stamps.py; dates of events belong to claims.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from pipeline import codebook
from pipeline.reading.stamps import DAY, MONTH, MONTHS, find_stamp

HEAD_LINES = 15
LONGEST_LINE = 120
BESIDE = frozenset(codebook.read("pages")["beside_date"])
PUBLISHED = tuple(codebook.read("pages")["published"])
UPDATED = tuple(codebook.read("pages")["updated"])
AGE = re.compile(r"\b(\d{1,3}|an?|one) (minute|min|hour|hr|day|week|month|year)s? ago\b", re.I)
WORD = re.compile(r"[^\W\d_]+")
DATELINE_DAYS = tuple(
    re.compile(rf"(?<!\w){day},?(?: (?P<year>\d{{4}}|'?\d\d))?(?!\d)\)?", re.I)
    for day in (rf"{MONTH} {DAY}", rf"{DAY} {MONTH}")
)
DATELINE_END = re.compile(r"\s*(?:[(\[][^)\]\n]{1,60}[)\]])?\s*(?:—|–|--?|\Z)")
DATELINE_REACH = 110


@dataclass(slots=True)
class _Head:
    """The stamps found in the head of a page."""

    published: datetime | None = None
    updated: datetime | None = None
    bare: datetime | None = None
    age: tuple[int, str] | None = None
    dateline: tuple[int, int, int | None] | None = None


def text_date(text: str) -> datetime | None:
    """When the page says that it was published, None where it does not say so.

    An age counts back from the page's own bare date, which is then the day when it was viewed.
    """
    head = _scan(text)
    if head.published:
        return head.published
    if head.bare and head.age:
        return minus(head.bare, *head.age)
    return _from_dateline(head) or head.bare or head.updated


def age_of(text: str) -> tuple[int, str] | None:
    """The age that the head of a page gives ("3 months ago" is 3, "month")."""
    return _scan(text).age


def minus(moment: datetime, count: int, unit: str) -> datetime:
    """The moment that much earlier, by the calendar. Hours before a bare day leave the day as it is."""
    if unit in ("month", "year"):
        months = moment.year * 12 + moment.month - 1 - count * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        if year < 1:
            return moment
        return moment.replace(year=year, month=month + 1, day=min(moment.day, calendar.monthrange(year, month + 1)[1]))
    if unit in ("day", "week"):
        return moment - timedelta(days=count * (7 if unit == "week" else 1))
    if (moment.hour, moment.minute) == (0, 0):
        return moment
    return moment - (timedelta(hours=count) if unit == "hour" else timedelta(minutes=count))


def _scan(text: str) -> _Head:
    """The first stamp of each sort in the head."""
    head = _Head()
    for line in _head_lines(text):
        stamp = find_stamp(line) if len(line) <= LONGEST_LINE else None
        if stamp and is_date_line(line):
            sort = _sort(line[: stamp[1]])
            if getattr(head, sort) is None:
                setattr(head, sort, stamp[0])
        elif head.age is None and is_age_line(line):
            head.age = _age(line)
        elif head.dateline is None:
            head.dateline = _dateline(line)
    return head


def _head_lines(text: str) -> list[str]:
    """The first lines that hold something."""
    return [line.strip() for line in text[:5000].splitlines() if line.strip()][:HEAD_LINES]


def is_date_line(line: str) -> bool:
    """Whether a line is there for its date: nothing but labels and names beside it."""
    stamp = find_stamp(line) if len(line) <= LONGEST_LINE else None
    return stamp is not None and _only_names(line[: stamp[1]] + " " + line[stamp[2] :])


def is_age_line(line: str) -> bool:
    """Whether a line is there for its age: "World 3 months ago"."""
    match = AGE.search(line) if len(line) <= LONGEST_LINE else None
    return match is not None and _only_names(line[: match.start()] + " " + line[match.end() :])


def _only_names(rest: str) -> bool:
    """Few words, none in small letters but those that stand beside dates."""
    words = WORD.findall(rest)
    return len(words) <= 10 and all(not w[0].islower() or w.lower() in BESIDE for w in words)


def _sort(label: str) -> str:
    """What the words before a stamp make of it: published, updated or bare."""
    words = " ".join(WORD.findall(label.lower()))
    if words.endswith(UPDATED):
        return "updated"
    return "published" if words.endswith(PUBLISHED) else "bare"


def _age(line: str) -> tuple[int, str] | None:
    match = AGE.search(line)
    if match is None:
        return None
    unit = {"min": "minute", "hr": "hour"}.get(match[2].lower(), match[2].lower())
    return int(match[1]) if match[1].isdigit() else 1, unit


def has_dateline(line: str) -> bool:
    """Whether a line begins with a wire dateline that names a day."""
    return _dateline(line) is not None


def _dateline(line: str) -> tuple[int, int, int | None] | None:
    """Month, day and year (where given) of a wire dateline: "GENEVA, March 3 (Agency) —"."""
    start = line[:DATELINE_REACH]
    for pattern in DATELINE_DAYS if any(map(str.isdigit, start)) else ():
        match = pattern.search(start)
        if match and _is_place(line[: match.start()]) and DATELINE_END.match(line, match.end()):
            year = match["year"]
            return MONTHS[match["month"].lower()], int(match["day"]), _full_year(year) if year else None
    return None


def _is_place(words: str) -> bool:
    """Whether a dateline may begin so: "KYIV, Ukraine, " in capitalised words, a comma or bracket last."""
    place = words.strip()
    return place[:1].isupper() and place[-1] in ",(" and _only_names(place)


def _full_year(year: str) -> int:
    """1990 of "90" and 2003 of "03": wires before this century wrote two digits."""
    number = int(year.strip("'"))
    return number if number > 99 else number + (1900 if number >= 50 else 2000)


def _from_dateline(head: _Head) -> datetime | None:
    """The dateline's day; without a year the last such day up to another date of the head."""
    if head.dateline is None:
        return None
    month, day, year = head.dateline
    other = head.bare or head.updated
    years = [year] if year else [other.year, other.year - 1] if other else []
    for candidate in years:
        try:
            moment = datetime(candidate, month, day, tzinfo=UTC)
        except ValueError:
            continue
        if year or (other and moment <= other + timedelta(days=1)):
            return moment
    return None

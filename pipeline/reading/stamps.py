"""Date and time expressions -> moments in UTC: what inputs, page metadata and date lines write.

Here belongs the form of one complete stamp. Which stamp of a page counts belongs to page_date.py; dates of events in
running text belong to claims.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from pipeline import codebook

MONTHS: dict[str, int] = codebook.read("dates")["months"]
ZONES: dict[str, int] = codebook.read("pages")["zones"]
US_ZONES: dict[str, int] = codebook.read("pages")["us_zones"]
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
ZONE = r"(?:GMT|UTC)?[+-]\d{1,2}:?\d{2}\b|\b(?:" + "|".join([*ZONES, *US_ZONES]) + r")\b"
TIME = (
    r"(?:(?:,|\s+at\b|\s*[|–—-]|\s+@)?\s*(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?::\d{2})?)?(?P<half>\s*[ap]\.?m\b\.?)?"
    rf"(?(minute)|(?(half)|(?!)))\s*\(?(?P<zone>{ZONE})?)?"
)
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
LONGEST = 80
ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:(?:T|\s+|,\s*)(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
WRITTEN = (
    re.compile(rf"(?<!\w){WEEKDAY}{MONTH}\s+{DAY},?\s+(?P<year>\d{{4}})(?!\d){TIME}", re.I),
    re.compile(rf"(?<!\w){WEEKDAY}{DAY}(?:\s+of)?[\s-]+{MONTH},?[\s-]+(?P<year>\d{{4}})(?!\d){TIME}", re.I),
)
EMAIL_DATE = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(:\d{2})? ([+-]\d{4}|[A-Z]{1,4})")


def parse_stamp(value: str) -> datetime | None:
    """The moment that a complete stamp names, in UTC; None where it names none. No zone is UTC, no time midnight."""
    text = value.strip()
    if len(text) > LONGEST:
        return None
    try:
        if EMAIL_DATE.fullmatch(text):
            return _in_utc(parsedate_to_datetime(text))
        if text[:4].isdigit() and len(text) > 7:
            return _in_utc(datetime.fromisoformat(text.replace(" UTC", "Z").replace(" GMT", "Z")))
    except (ValueError, OverflowError):
        pass
    found = find_stamp(text)
    return found[0] if found and not re.search(r"\w", text[: found[1]] + text[found[2] :]) else None


def find_stamp(line: str) -> tuple[datetime, int, int] | None:
    """The first complete stamp in a line with its start and end."""
    if not YEAR.search(line):
        return None
    found = [hit for pattern in (ISO, *WRITTEN) if (match := pattern.search(line)) and (hit := _moment(match))]
    return min(found, key=lambda hit: hit[1]) if found else None


def _moment(match: re.Match[str]) -> tuple[datetime, int, int] | None:
    """The moment of one match; None for a day or hour that does not exist."""
    try:
        moment = _iso_moment(match) if match.re is ISO else _written_moment(match)
        return moment.astimezone(UTC), match.start(), match.end()
    except (ValueError, OverflowError):
        return None


def _iso_moment(match: re.Match[str]) -> datetime:
    year, month, day, hour, minute, second, zone = match.groups()
    return datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0),
                    tzinfo=_zone(zone or "", int(month)))  # fmt: skip


def _written_moment(match: re.Match[str]) -> datetime:
    part = match.groupdict()
    month, hour = MONTHS[part["month"].lower()], int(part["hour"] or 0)
    if part["half"]:
        hour = hour % 12 + (12 if part["half"].strip()[0] in "pP" else 0)
    return datetime(int(part["year"]), month, int(part["day"]), hour, int(part["minute"] or 0),
                    tzinfo=_zone(part["zone"] or "", month))  # fmt: skip


def _zone(name: str, month: int) -> timezone:
    """The offset that a zone's name or number means; none is UTC."""
    number = re.search(r"([+-])(\d{1,2}):?(\d{2})$", name)
    if number:
        offset = timedelta(hours=int(number[2]), minutes=int(number[3]))
        return timezone(-offset if number[1] == "-" else offset)
    upper = name.upper()
    if upper in US_ZONES:
        return timezone(timedelta(hours=US_ZONES[upper] + (4 <= month <= 10)))
    return timezone(timedelta(hours=ZONES.get(upper, 0)))


def _in_utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)

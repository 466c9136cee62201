"""The dateline at the head of a report: "BOGOTA, Colombia, June 9 (Agency) -- ".

Here belongs how datelines are written. A report was written there and then; its sentences say what happened where.
"""

import re
from typing import Final, NamedTuple

from pipeline.claims.gazetteer import PLACES, cities, country_of
from pipeline.reading.stamps import MONTHS

LONGEST: Final = 200
WEEKDAY: Final = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
MONTH: Final = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
DATE: Final = rf"(?i:(?:{WEEKDAY},?\ )?(?:{MONTH}\ {DAY}|{DAY}\ {MONTH})(?:,?\ (?:\d{{4}}|'?\d\d))?(?!\w)|{WEEKDAY})"
AGENCY: Final = r"(?:\([^)\n]{2,30}\)|/[^/\n]{2,30}/|\[[^\]\n]{2,30}\])"
BARE_AGENCY: Final = re.compile(r"\s*\([A-Z][^)\n]{1,30}\) (?:--|—|–|-)\s")
DATELINE: Final = re.compile(rf"""
    \s* (?P<place>[A-Z][\w.’'\ -]{{2,40}}?)            # BOGOTA
    (?: ,\ (?!{DATE}) (?P<region>[A-Z][\w.\ ]{{2,30}}?) )?   # , Colombia
    (?: ,?\ (?P<date>{DATE}) )?                        # , June 9
    [.,]? [^\S\n]* (?P<agency>{AGENCY})? [^\S\n]*      # (Agency), on the place's line: a heading above a list is none
    (?P<end>--|—|–|-|:|(?<=[)/\]])\.) \s""", re.VERBOSE)
NAMELESS: Final = frozenset(PLACES["never"]) | frozenset(PLACES["no_datelines"])
SMALL: Final = frozenset(PLACES["joiners"])


class Dateline(NamedTuple):
    """The place as written, empty if none is named, and the offset behind the dateline, 0 where there is none."""

    place: str
    end: int


NONE: Final = Dateline("", 0)


def read_dateline(text: str) -> Dateline:
    """The dateline with which a report starts."""
    head = text[:LONGEST]
    match = DATELINE.match(head)
    if match is None or not _is_dateline(match):
        bare = BARE_AGENCY.match(head)
        return Dateline("", bare.end()) if bare else NONE
    return Dateline(", ".join(part.strip() for part in match.group("place", "region") if part), match.end())


def _is_dateline(match: re.Match[str]) -> bool:
    """Capitals, a region, a date or an agency tell a place from "The minister - a lawyer -" and "Update: "."""
    place, region, date, agency, end = match.group("place", "region", "date", "agency", "end")
    if not _is_name(place):
        return False
    if end in ":.":  # "ARVEL: ", "Arvel, August 27. /Agency/. "
        return bool(date or agency) or (place.isupper() and _is_known(place))
    return place.isupper() or bool(region or date or agency)


def _is_name(place: str) -> bool:
    words = place.split()
    named = all(word[0].isupper() or word in SMALL for word in words)
    return named and NAMELESS.isdisjoint(word.lower().strip(".") for word in words)


def _is_known(place: str) -> bool:
    return place.lower() in cities() or bool(country_of(place))

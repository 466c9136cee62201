"""Agency credits: "LISBON (Agency) —", "— Agency", "By A Writer, Agency". Whose words a report says it prints.

Only datelines, bylines and closing lines count; an agency quoted in running text is a source, not the author.
"""

import re
from functools import cache

from pipeline import codebook

HEAD_CHARS = 400
TAIL_CHARS = 250


@cache
def _names() -> dict[str, str]:
    """Credit as written -> agency."""
    agencies = codebook.read("source_agencies")["agencies"]
    return {credit: agency for agency, entry in agencies.items() for credit in [agency, *entry["credits"]]}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(sorted(map(re.escape, _names()), key=len, reverse=True))
    head = re.compile(
        rf"\((?P<dateline>{names})\)"
        rf"|^(?:By|Source:|From)[^\n]{{0,60}}?\b(?P<byline>{names})\s*$"
        rf"|^\W*(?P<alone>{names})\s*(?:[-–—:|]|$)"
        rf"|(?:^|\s)[-–—]\s?(?P<dash>{names})\s?[-–—]",
        re.MULTILINE,
    )
    tail = re.compile(
        rf"(?:[-–—(/]\s?(?P<closing>{names})\)?|(?:©|[Cc]opyright)[^\n]{{0,12}}(?P<owner>{names})[^\n]{{0,80}}"
        rf"|(?:Source|SOURCE):?\s(?P<source>{names}))\s*\.?\s*$"
    )
    return head, tail


def agency_of(publisher: str, text: str) -> str:
    """The agency that the report credits in its head or its closing line, or that published it; else empty."""
    if publisher in _names():
        return _names()[publisher]
    head, tail = _patterns()
    found = head.search(text[:HEAD_CHARS]) or tail.search(text[-TAIL_CHARS:].rstrip())
    credit = next((name for name in found.groupdict().values() if name), "") if found else ""
    return _names()[credit] if credit else ""

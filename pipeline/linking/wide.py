"""Whether a claim speaks of more than one incident: "since 2 September", "in 15 strikes", ships sent, a bounty.

Here belongs the test of one claim beside the others of its report.
"""

import re
from calendar import monthrange
from datetime import date
from functools import cache

from pipeline import codebook
from pipeline.linking.notes import Note, Report

HARMED = ("killed", "injured", "casualties", "missing")
COARSE = ("month", "year")
"""Precisions of a start from which a total may be counted."""


def covers_more(note: Note, incident_day: str, has_own: bool = False) -> bool:
    """The total starts well before the incident, or with a war, so it is the toll of a longer story.

    has_own: the report counts fewer for the incident itself, which then is no more than a part of the year so far.
    """
    if not incident_day:
        return False
    if _is_since_a_story(note.excerpt):
        return True
    if not note.start or note.precision not in ("day", *COARSE):
        return False
    if note.precision in COARSE and note.end == _last_day(note):
        return False  # "in June" is the time of the incident itself, "since June" is not …
    months = COARSE[:1] if has_own else COARSE
    if note.precision in months and note.start <= incident_day <= _last_day(note):
        return False  # … unless it happened in June
    lead = (date.fromisoformat(incident_day) - date.fromisoformat(note.start)).days
    return lead >= int(codebook.read("linking_stories")["campaign"]["least_lead_days"])


def _last_day(note: Note) -> str:
    """The end of the month or year in which a total starts."""
    first = date.fromisoformat(note.start)
    month = first.month if note.precision == "month" else 12
    return date(first.year, month, monthrange(first.year, month)[1]).isoformat()


def _is_since_a_story(excerpt: str) -> bool:
    """ "Since the war began", "the conflict's death toll"; but "the deadliest since the war" tells of the incident."""
    since, superlative = _patterns()
    return bool(since.search(excerpt)) and not superlative.search(excerpt)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    book = codebook.read("linking_stories")["campaign"]
    words, most = "|".join(book["long_stories"]), "|".join(book["superlatives"])
    since = rf"\bsince (?:\w+ ){{0,3}}?(?:{words})\b|\b(?:{words})['’]s (?:\w+ )?(?:death )?toll\b"
    return re.compile(since, re.I), re.compile(rf"\b(?:{most})\b[^.]*\bsince\b", re.I)


def is_wide(note: Note, report: Report, incident_day: str) -> bool:
    """A total that starts before the incident, or of a sentence that counts several strikes."""
    if note.scope != "cumulative":
        return False
    if note.start and note.precision == "day" and (not incident_day or note.start < incident_day):
        return note.end != note.start
    sentence = note.sentence
    return bool(sentence) and any(other.sentence == sentence for other in report.notes if _counts_strikes(other))


def counts_a_series(note: Note, report: Report) -> bool:
    """ "It was the ninth strike since May, bringing the dead to 43", in a report that counts those of this one too."""
    told = any(other.scope == "incident" and other.measure in HARMED and other.value for other in report.notes)
    series = [other for other in report.notes if other.sentence == note.sentence and _counts_strikes(other)]
    return told and bool(note.start) and any(other.scope == "cumulative" for other in series)


def counts_its_own(note: Note, report: Report) -> bool:
    """The report counts fewer of the same measure for its own incident: "7,400 fled. Since January 70,000 have"."""
    own = (o for o in report.notes if o.scope == "incident" and o.measure == note.measure and o.value)
    return any((other.value or 0) < (note.value or 0) for other in own)


def is_a_campaigns(note: Note) -> bool:
    """Two or more of what one incident rarely has (strikes, ships sent, money), without a day of their own."""
    return note.measure in codebook.read("linking_stories")["campaign"]["measures"] and (note.value or 0) >= 2


def _counts_strikes(note: Note) -> bool:
    return note.measure == "strikes" and (note.value or 0) >= 2

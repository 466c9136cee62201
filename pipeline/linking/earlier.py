"""Claims of what came long before: dated long before a given incident ("two blocks from where three died on 4 May"), or
of the older, larger story that a given campaign is a part of ("the decade-old conflict has killed 190,000").

Here belongs telling an event's own numbers from earlier ones by all its reports together; what is put in the background
here belongs to no event. Incidents without a given id are told apart by their days in assign.
"""

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache
from typing import Any

from pipeline import codebook
from pipeline.linking.abroad import BACKGROUND
from pipeline.linking.notes import Note, Report, by_given_campaign, by_given_incident, epoch_day

PRECISIONS = ("day", "week", "month", "year")
SCOPES = ("incident", "part", "subset")
SPAN = ("window",)
WHOLE = "cumulative"


def set_earlier_apart(reports: Iterable[Report]) -> None:
    """Puts claims on earlier incidents and older stories in the background, in place; a given campaign may hold the
    incidents."""
    reports = list(reports)
    for members in by_given_incident(reports):
        _set_apart(members)
    for members in by_given_campaign(reports):
        _set_older_apart([note for report in members for note in report.notes if note.scope == WHOLE and note.value])


def _set_older_apart(totals: list[Note]) -> None:
    """Totals of a story called old go, if they are far above all other totals of the campaign; a war's own are not."""
    old = [note for note in totals if _is_of_old(note)]
    for note in old:
        others = [other.value or 0 for other in totals if other.measure == note.measure and other not in old]
        if others and (note.value or 0) >= int(_book()["factor"]) * max(others):
            note.scope = BACKGROUND


def _is_of_old(note: Note) -> bool:
    return _called_old().search(note.sentence) is not None


@cache
def _called_old() -> re.Pattern[str]:
    stories = "|".join(codebook.read("linking_stories")["campaign"]["long_stories"])
    return re.compile(rf"\b(?:{'|'.join(_book()['words'])})\W+(?:\w+\W+){{0,2}}?(?:{stories})\b", re.I)


def _book() -> dict[str, Any]:
    book: dict[str, Any] = codebook.read("linking_stories")["older_stories"]
    return book


def _set_apart(reports: list[Report]) -> None:
    """The incident's first day is the first that one of its reports is fresh news of. What ended well before that, and
    was fresh in no report, is another incident's, and a number over a span that began well before it is of more than
    this one, unless nobody else counts its harm or another gives its number."""
    published = [report.day for report in reports if report.day is not None]
    dated = list(_dated(reports))
    first = min((start for note, start, _ in dated if note.day and _is_fresh(start, start, published)), default=None)
    if first is None:
        return
    earlier = [
        note for note, start, end in dated if end < first - _news_days() and not _is_fresh(start, end, published)
    ]
    earlier += [note for note, start, _ in _dated(reports, SPAN) if start <= first - _lead_days()]
    gone = {note.position for note in earlier}
    others = [note for report in reports for note in report.notes if note.position not in gone]
    counted = {note.measure for note in others if note.value}
    counted = _harms(counted) if len(reports) > 1 else counted
    numbers = {(note.measure, note.value) for note in others if (note.value or 0) > 1}
    for note in earlier:
        if note.measure in counted and (note.measure, note.value) not in numbers:
            note.scope = BACKGROUND


def _harms(counted: set[str]) -> set[str]:
    """The measures counted; where one kind of harm is, all: who counts the hurt and nobody dead knows of none."""
    harms = set(codebook.read("linking_stories")["harms"])
    return counted if harms.isdisjoint(counted) else counted | harms


def _dated(reports: Iterable[Report], scopes: Container[str] = SCOPES) -> Iterator[tuple[Note, int, int]]:
    """Claims on what happened within a known span, with its first and last day."""
    for report in reports:
        for note in report.notes:
            if note.start and note.precision in PRECISIONS and note.scope in scopes:
                yield note, epoch_day(note.start), epoch_day(note.end or note.start)


def _is_fresh(start: int, end: int, published: Iterable[int]) -> bool:
    """A report came out in that span or within some days after."""
    return any(start <= day <= end + _news_days() for day in published)


def _news_days() -> int:
    return int(codebook.read("linking_stories")["news_days"])


def _lead_days() -> int:
    return int(codebook.read("linking_stories")["campaign"]["least_lead_days"])

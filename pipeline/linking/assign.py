"""Which event each claim of a story is about: the incident, another day's incident, or the campaign around them.

Here belong the rules for one report once its story is known. Which reports share a story is settled in stories; what
the incidents of a campaign with a given id are, in known.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache

from pipeline import codebook
from pipeline.linking.known import Key, Known, know, most_named_day
from pipeline.linking.notes import Note, Report, iso_day
from pipeline.linking.wide import counts_a_series, counts_its_own, covers_more, is_a_campaigns, is_wide

Assignment = dict[int, Key | None]
"""Position of a claim -> its event, None for a background claim."""


def assign(story: str, reports: Iterable[Report], homes: dict[int, str]) -> tuple[Assignment, dict[Key, Key]]:
    """Events of the claims of one story's reports, and the campaign of each incident that has one.

    `homes`: position of a report -> given incident of the reports that it is most alike.
    """
    reports = list(reports)
    found: Assignment = {}
    parents: dict[Key, Key] = {}
    main_day = most_named_day(reports)
    known = know(reports)
    has_incident = any(note.scope == "incident" for report in reports for note in report.notes)
    first = min((day for report in reports if (day := _published(report))), default="")
    told = Counter(day for report in reports for day in {note.day for note in report.notes if _is_incident(note)})
    for report in reports:
        main, campaign = _frame(story, report, known, main_day, homes.get(report.position, ""))
        if campaign and main != campaign:
            parents[main] = campaign
        day = known.day_of(main) or (main.day if known.campaign else main_day)
        day = day or ("" if main.given or not has_incident else min(first, _published(report)))
        if not main.given and not known.campaign and told[main_day] > 1:
            others = {n for other in reports if other is not report for n in _numbers(other)}
            day = _own_day(report, day, told, others)
        for note in report.notes:
            key = _event_of(note, report, main, campaign, story, day, known)
            found[note.position] = key
            if key and key.kind == "incident" and campaign:
                parents[key] = campaign
            if key and key.kind == "campaign" and main.kind == "incident" and key != main:
                parents.setdefault(main, key)
    return _settle_places(found, parents)


def _own_day(report: Report, main_day: str, told: Counter[str], others: set[tuple[str, int]]) -> str:
    """The main day, or the day that only this report of the story names, and no other day: a court's day, or a death's.

    Reports are of one story by what they tell; one that nobody else dates so is of the incident all the same.
    """
    days = {note.day for note in report.notes if _is_incident(note)}
    alone = len(days) == 1 and all(told[day] == 1 for day in days)
    return next(iter(days)) if alone and not others.isdisjoint(_numbers(report)) else main_day


def _numbers(report: Report) -> set[tuple[str, int]]:
    return {(note.measure, note.value) for note in report.notes if note.value and note.scope != "background"}


def _published(report: Report) -> str:
    return "" if report.day is None else iso_day(report.day)


def _frame(story: str, report: Report, known: Known, main_day: str, home: str) -> tuple[Key, Key | None]:
    """The report's main event, and the campaign that its wider totals belong to, where the input names one.

    A report without any given id that joined a story with one belongs to that.
    """
    campaign = known.campaign
    if report.given_event:
        own = Key("campaign", report.given_campaign, f"campaign {report.given_campaign}")
        return Key("incident", report.given_event, "given"), own if report.given_campaign else campaign
    if report.given_campaign and campaign:
        return campaign, campaign
    if campaign:
        return _main_within(report, known, campaign, home), campaign
    return (Key("incident", home, "given") if home else Key("incident", "", story, main_day)), None


def _main_within(report: Report, known: Known, campaign: Key, home: str) -> Key:
    """What a report that carries no id is mainly about: the incident of its day, else the campaign of its totals."""
    day = most_named_day([report])
    if day:
        return known.at_day(day)
    if any(is_wide(note, report, "") for note in report.notes):
        return campaign
    fresh = known.latest_before(_published(report))
    return fresh or (Key("incident", home, "given") if home else campaign)


def _event_of(
    note: Note, report: Report, main: Key, campaign: Key | None, story: str, main_day: str, known: Known
) -> Key | None:
    if note.scope == "background":
        return None
    if note.scope == "cumulative":
        if campaign and (main == campaign or is_wide(note, report, main_day)):
            return campaign
        own = counts_its_own(note, report)
        day = main_day or (_published(report) if own else "")
        wider = not campaign and (covers_more(note, day, own) or counts_a_series(note, report))
        return Key("campaign", "", f"since {story}", note.start) if wider else main
    if report.given_event or (main.given and main.kind == "incident" and not campaign):
        return main
    if campaign:
        return _within(note, main, campaign, known)
    apart = _is_incident(note) and _far(note.day, main_day) and not _aftermath().search(note.sentence)
    return Key("incident", "", story, note.day) if apart else main


def _within(note: Note, main: Key, campaign: Key, known: Known) -> Key:
    """The incident of the claim's day, the campaign for what one incident can't have, else the report's main event."""
    if _is_incident(note):
        return known.at_day(note.day, note.place)
    return campaign if is_a_campaigns(note) else main


@cache
def _aftermath() -> re.Pattern[str]:
    """Words for deaths in hospital and bodies found: their day is not that of an incident of its own."""
    return re.compile(rf"\b(?:{'|'.join(codebook.read('linking_stories')['aftermath'])})", re.I)


def _is_incident(note: Note) -> bool:
    return note.scope in ("incident", "part", "subset") and bool(note.day)


def _far(day: str, main_day: str) -> bool:
    """Another incident's day; a day beside the main one is the same night, or a date read a little wrong."""
    if not main_day:
        return True
    apart = abs((date.fromisoformat(day) - date.fromisoformat(main_day)).days)
    return apart > int(codebook.read("linking_stories")["same_incident_days"])


def _settle_places(found: Assignment, parents: dict[Key, Key]) -> tuple[Assignment, dict[Key, Key]]:
    """A claim that knows the day but no place joins the one place of that day; several places: the most reported."""
    counts = Counter(key for key in found.values() if key and key.day and key.place)
    best: dict[tuple[str, str], Key] = {}
    for key in sorted(counts, key=lambda k: (-counts[k], k.place)):
        best.setdefault((key.within, key.day), key)
    moved = {
        k: best[k.within, k.day]
        for k in set(found.values())
        if k and k.day and not k.place and (k.within, k.day) in best
    }
    settled = {position: moved.get(key, key) if key else None for position, key in found.items()}
    return settled, {moved.get(child, child): parent for child, parent in parents.items()}

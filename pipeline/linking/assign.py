"""Which event each claim of a story is about: the incident, another day's incident, or the campaign around them.

Here belong the rules for one report once its story is known. Which reports share a story is settled in stories.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline import codebook
from pipeline.linking.notes import Note, Report


@dataclass(frozen=True, slots=True)
class Key:
    """What tells one event from another before it has an id. `within`: the story or campaign that it is part of."""

    kind: str
    given: str = ""
    within: str = ""
    day: str = ""
    place: str = ""


EPOCH_DAY = date(1970, 1, 1).toordinal()
Assignment = dict[int, Key | None]
"""Position of a claim -> its event, None for a background claim."""


def assign(story: str, reports: Iterable[Report]) -> tuple[Assignment, dict[Key, Key]]:
    """Events of the claims of one story's reports, and the campaign of each incident that has one."""
    reports = list(reports)
    found: Assignment = {}
    parents: dict[Key, Key] = {}
    main_day = _main_day(reports)
    for report in reports:
        main, campaign = _frame(story, report, reports, main_day)
        if campaign and main != campaign:
            parents[main] = campaign
        for note in report.notes:
            key = _event_of(note, main, campaign, story, main_day or ("" if main.given else _published(report)))
            found[note.position] = key
            if key and key.kind == "incident" and campaign:
                parents[key] = campaign
            if key and key.kind == "campaign" and main.kind == "incident" and key != main:
                parents.setdefault(main, key)
    return _settle_places(found, parents)


def _published(report: Report) -> str:
    return "" if report.day is None else date.fromordinal(EPOCH_DAY + report.day).isoformat()


def _main_day(reports: list[Report]) -> str:
    """The day that most claims on the incident name; ties go to the later day, which is the news."""
    days = Counter(note.day for report in reports for note in report.notes if note.day and note.scope != "background")
    return max(days, key=lambda day: (days[day], day), default="")


def _frame(story: str, report: Report, reports: list[Report], main_day: str) -> tuple[Key, Key | None]:
    """The report's main event, and the campaign that its wider totals belong to, where the input names one.

    A report without any given id that joined a story with one belongs to that.
    """
    loose = not (report.given_event or report.given_campaign)
    event = max((r.given_event for r in reports), default="") if loose else report.given_event
    story_line = max((r.given_campaign for r in reports), default="") if loose else report.given_campaign
    campaign = Key("campaign", story_line, f"campaign {story_line}") if story_line else None
    if event:
        return Key("incident", event, "given"), campaign
    if campaign:
        return campaign, campaign
    return Key("incident", "", story, main_day), None


def _event_of(note: Note, main: Key, campaign: Key | None, story: str, main_day: str) -> Key | None:
    if note.scope == "background":
        return None
    if note.scope == "cumulative":
        if campaign and (main == campaign or covers_more(note, main_day)):
            return campaign
        return (
            Key("campaign", "", f"since {story}", note.start) if covers_more(note, main_day) and not campaign else main
        )
    if main.given and main.kind == "incident":
        return main
    if main.kind == "campaign":
        return Key("incident", "", main.within, note.day, note.place.casefold()) if _is_incident(note) else main
    return Key("incident", "", story, note.day) if _is_incident(note) and _far(note.day, main_day) else main


def _is_incident(note: Note) -> bool:
    return note.scope in ("incident", "part", "subset") and bool(note.day)


def _far(day: str, main_day: str) -> bool:
    """Another incident's day; a day beside the main one is the same night, or a date read a little wrong."""
    if not main_day:
        return True
    apart = abs((date.fromisoformat(day) - date.fromisoformat(main_day)).days)
    return apart > int(codebook.read("linking_stories")["same_incident_days"])


def covers_more(note: Note, incident_day: str) -> bool:
    """The total starts well before the incident, so it is the toll of a longer story."""
    if not note.start or note.precision != "day" or not incident_day:
        return False
    lead = (date.fromisoformat(incident_day) - date.fromisoformat(note.start)).days
    return lead >= int(codebook.read("linking_stories")["campaign"]["least_lead_days"])


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

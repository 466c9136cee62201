"""Given campaigns that are the story of one event: an earthquake, a shipwreck, an outbreak, told day after day.

Here belongs telling such a campaign by all its reports together, and which of their claims then are its running total:
"the earthquake has killed 213" is the figure to date of a story that is about nothing else. In a war the same words
tell of one attack among many; of a campaign that holds several events only what is said of its own place, and how
things stand ("63 are in custody"), is its total.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from pipeline import codebook
from pipeline.claims.places import is_local
from pipeline.linking.known import apart, most_named_day
from pipeline.linking.notes import Note, Report, by_given_campaign, epoch_day

WHOLE = "cumulative"
LOCAL = "part"


def settle_totals(reports: Iterable[Report]) -> None:
    """Makes the claims on a given campaign's one event its totals, in place; a report with a given incident is left."""
    for members in by_given_campaign(reports):
        homes = _homes(members)
        town = bool(homes) and all(is_local(place) for place in homes)
        for note in (note for report in members for note in report.notes if note.scope == LOCAL and _counts(note)):
            here = note.place.casefold() in homes if note.place else town  # "140 were hurt in the city"
            if here and not _alone().search(note.sentence):
                note.scope = WHOLE
        for note in (note for report in members for note in report.notes if _stands(note)):
            note.scope = WHOLE
        words = _event_words(members)
        if words is not None:
            _settle(members, words, homes)


def _settle(reports: Sequence[Report], words: re.Pattern[str], homes: frozenset[str]) -> None:
    day = most_named_day(reports)
    for note in (note for report in reports for note in report.notes if _counts(note)):
        if note.scope == "incident" and _is_of_event(note, day, words):
            here = not note.place or note.place.casefold() in homes
            note.scope = WHOLE if here or not _is_fronted(note, words) else LOCAL


def _stands(note: Note) -> bool:
    """It says how things are and not what happened: "63 are in custody", "12 are still missing"."""
    book = _book()["standing"]
    if note.scope != "incident" or note.day or note.measure not in book["measures"]:
        return False
    reach = int(book["reach"])
    before, _, behind = note.excerpt.partition("»")
    return bool(_standing().search(f"{before[-reach:]} {behind[:reach]}"))


def _event_words(reports: Sequence[Report]) -> re.Pattern[str] | None:
    """The words of the one kind of event that most reports tell of, if that happens once.

    An attack may be one of many: it is the only one if hardly any victim is of another day.
    """
    return _told(reports, _kinds("kinds")) or (_told(reports, _kinds("repeated")) if _is_one_day(reports) else None)


def _is_one_day(reports: Sequence[Report]) -> bool:
    """Nearly all days that the reports name for victims are one, and reports still tell of it days later."""
    linking = codebook.read("linking_stories")
    notes = (note for report in reports for note in report.notes)
    days = [n.day for n in notes if n.scope == "incident" and n.day and n.measure in linking["harms"]]
    if len(days) < int(_book()["least_reports"]):
        return False
    most = most_named_day(reports)
    near = sum(apart(day, most) <= int(linking["same_incident_days"]) for day in days)
    later = sum(report.day is not None and report.day > epoch_day(most) + 1 for report in reports)
    return near >= float(_book()["day_share"]) * len(days) and later >= int(_book()["least_reports"])


def _told(reports: Sequence[Report], kinds: dict[str, re.Pattern[str]]) -> re.Pattern[str] | None:
    """The words of the kind that at least the codebook's share of the reports tell of."""
    book = _book()
    chars = codebook.read("linking_stories")["lead_chars"]
    leads = [f"{report.title} {report.text[:chars]}" for report in reports]
    told = {kind: sum(1 for lead in leads if words.search(lead)) for kind, words in kinds.items()}
    kind = max(told, key=lambda k: told[k])
    enough = told[kind] >= max(int(book["least_reports"]), float(book["share"]) * len(reports))
    return kinds[kind] if enough else None


def _counts(note: Note) -> bool:
    """It counts what the event did, and not what came on top of an earlier number: "26 more bodies"."""
    other = codebook.read("linking_stories")["campaign"]["measures"]
    adds = note.measure in codebook.read("reconcile_rules")["further"]["measures"] and _further().search(note.excerpt)
    return note.measure not in other and not adds


def _is_of_event(note: Note, day: str, words: re.Pattern[str]) -> bool:
    """It names no day, the event's, or the event: "On Thursday a girl was saved from the quake that killed 9"."""
    near = int(codebook.read("linking_stories")["same_incident_days"])
    return not note.day or (bool(day) and apart(note.day, day) <= near) or bool(words.search(note.sentence))


def _is_fronted(note: Note, words: re.Pattern[str]) -> bool:
    """The number follows its place, and not the event: "In Orvel 148 bodies were found" is of Orvel."""
    before = note.excerpt.partition("»")[0]
    place = re.search(rf"\bin (?:the )?(?:\w+ )?{re.escape(note.place)}\b", before, re.I)
    return place is not None and not words.search(before, place.end())


def _homes(reports: Sequence[Report]) -> frozenset[str]:
    """The places of the story: about as many titles and first lines name them as the one that most of them name.

    Where none names any, the place of most claims. One in capitals is that of a dateline, where a report was written.
    """
    book = _book()
    first = [f"{report.title} {report.text[: int(book['home_chars'])]}" for report in reports]
    claimed = Counter(note.place for report in reports for note in report.notes if not note.place.isupper())
    del claimed[""]
    named = {place: sum(_names(place, lines) for lines in first) for place in claimed}
    most = max(named.values(), default=0)
    if not most:
        return frozenset(place.casefold() for place, count in claimed.items() if count == max(claimed.values()))
    least = max(float(book["home_share"]) * most, int(book["least_reports"]))
    return frozenset(place.casefold() for place, count in named.items() if count >= least)


def _names(place: str, lines: str) -> bool:
    return re.search(rf"\b{re.escape(place)}\b", lines) is not None


def _book() -> dict[str, Any]:
    book: dict[str, Any] = codebook.read("linking_stories")["one_event"]
    return book


@cache
def _kinds(of: str) -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(rf"\b(?:{'|'.join(words)})\b", re.I) for kind, words in _book()[of].items()}


@cache
def _standing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_book()['standing']['words'])})\b", re.I)


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, codebook.read('scope')['part']))})\b", re.I)


@cache
def _further() -> re.Pattern[str]:
    told = codebook.read("reconcile_rules")["further"]
    before, behind = ("|".join(map(re.escape, told[name])) for name in ("before", "behind"))
    return re.compile(rf"»(?:{before})\b|\b(?:{before})\s+»|«\s+(?:{behind})\b", re.I)

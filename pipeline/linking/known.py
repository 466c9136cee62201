"""What the input itself says about the events of a story: the given incidents with their days, the given campaign.

Here belongs finding the incident of a day among them. Which claim is about which is settled in assign.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from pipeline import codebook
from pipeline.claims.date_spans import find_dates
from pipeline.claims.dates import resolve
from pipeline.linking.notes import Report
from pipeline.reading.sentences import split
from pipeline.reading.tokens import tokenise


@dataclass(frozen=True, slots=True)
class Key:
    """What tells one event from another before it has an id. `within`: the story or campaign that it is part of."""

    kind: str
    given: str = ""
    within: str = ""
    day: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """The given campaign of a story, and the days of its incidents (given id -> day)."""

    campaign: Key | None
    days: dict[str, str] = field(default_factory=dict)

    def day_of(self, key: Key) -> str:
        """The day of a given incident, empty where nobody says."""
        return self.days.get(key.given, "") if key.kind == "incident" else ""

    def at_day(self, day: str, place: str = "") -> Key:
        """The given incident of this day or the one beside it, else the campaign's incident of this day and place."""
        reach = int(codebook.read("linking_stories")["same_incident_days"])
        near = sorted((apart(day, known), event) for event, known in self.days.items() if apart(day, known) <= reach)
        if near:
            return Key("incident", near[0][1], "given")
        return Key("incident", "", self.campaign.within if self.campaign else "", day, place.casefold())

    def latest_before(self, day: str) -> Key | None:
        """The given incident that was fresh news on this day."""
        fresh = float(codebook.read("linking_stories")["campaign"]["fresh_days"])
        past = [(known, event) for event, known in self.days.items() if day and known <= day]
        past = [(known, event) for known, event in past if apart(day, known) <= fresh]
        return Key("incident", max(past)[1], "given") if past else None


def apart(day: str, other: str) -> int:
    """Days between two ISO dates, whichever is first."""
    return abs((date.fromisoformat(day) - date.fromisoformat(other)).days)


def most_named_day(reports: Sequence[Report]) -> str:
    """The day that most claims on the incident name; ties go to the later day, which is the news."""
    days = Counter(note.day for report in reports for note in report.notes if note.day and note.scope != "background")
    return max(days, key=lambda day: (days[day], day), default="")


def know(reports: Sequence[Report]) -> Known:
    """What the given ids of these reports say. Days of incidents only matter where a campaign holds several."""
    name = max((report.given_campaign for report in reports), default="")
    if not name:
        return Known(None)
    by_event: dict[str, list[Report]] = {}
    for report in reports:
        if report.given_event:
            by_event.setdefault(report.given_event, []).append(report)
    days = {event: most_named_day(some) or _written_day(some) for event, some in sorted(by_event.items())}
    return Known(Key("campaign", name, f"campaign {name}"), {event: day for event, day in days.items() if day})


def _written_day(reports: Sequence[Report]) -> str:
    """The first day that a lead names, where no claim has one ("The strike came on 15 September. Three died")."""
    lead = int(codebook.read("linking_stories")["lead_chars"])
    for report in sorted(reports, key=lambda r: r.age):
        published = None if report.day is None else date(1970, 1, 1) + timedelta(days=report.day)
        for no, (start, end) in enumerate(split(report.text[:lead])):
            for span in find_dates(tokenise(report.text[:lead], no, start, end)):
                period = resolve(span, published)
                if span.kind == "point" and period.precision == "day" and period.start:
                    return period.start.isoformat()
    return ""

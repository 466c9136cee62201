"""Whether a claim speaks of more than one incident: "since 2 September", "in 15 strikes", ships sent, a bounty.

Here belongs the test of one claim beside the others of its report.
"""

from datetime import date

from pipeline import codebook
from pipeline.linking.notes import Note, Report


def covers_more(note: Note, incident_day: str) -> bool:
    """The total starts well before the incident, so it is the toll of a longer story."""
    if not note.start or note.precision != "day" or not incident_day:
        return False
    lead = (date.fromisoformat(incident_day) - date.fromisoformat(note.start)).days
    return lead >= int(codebook.read("linking_stories")["campaign"]["least_lead_days"])


def is_wide(note: Note, report: Report, incident_day: str) -> bool:
    """A total that starts before the incident, or of a sentence that counts several strikes."""
    if note.scope != "cumulative":
        return False
    if note.start and note.precision == "day" and (not incident_day or note.start < incident_day):
        return note.end != note.start
    sentence = _bare(note.excerpt)
    return bool(sentence) and any(_bare(other.excerpt) == sentence for other in report.notes if _counts_strikes(other))


def is_a_campaigns(note: Note) -> bool:
    """Two or more of what one incident rarely has (strikes, ships sent, money), without a day of their own."""
    return note.measure in codebook.read("linking_stories")["campaign"]["measures"] and (note.value or 0) >= 2


def _counts_strikes(note: Note) -> bool:
    return note.measure == "strikes" and (note.value or 0) >= 2


def _bare(excerpt: str) -> str:
    return " ".join(excerpt.replace("»", "").replace("«", "").split())

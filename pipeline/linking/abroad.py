"""Claims of a given campaign's reports that are about another country's event: "in the neighbouring country, 100 died".

Here belongs telling a campaign's own country from others by all its reports together. Which country a claim is about is
settled in claims; what is put in the background here belongs to no event.
"""

from collections import Counter
from collections.abc import Iterable

from pipeline import codebook
from pipeline.claims.datelines import read_dateline
from pipeline.linking.notes import Note, Report, by_given_campaign

BACKGROUND = "background"


def set_apart(reports: Iterable[Report]) -> None:
    """Puts claims on victims in countries that the campaign hardly ever tells of in the background, in place.

    A given incident always wins, so reports that name one are left alone.
    """
    for members in by_given_campaign(reports):
        notes = [note for report in members for note in _at_scene(report) if _tells(note)]
        told = Counter(note.country for note in notes)
        most = max(told.values(), default=0)
        for note in notes:
            if told[note.country] * _ratio() <= most:
                note.scope = BACKGROUND


def _at_scene(report: Report) -> list[Note]:
    """Claims whose place the report tells. Where it was only written from may be the next safe country."""
    dateline = read_dateline(report.text).place
    return [note for note in report.notes if not (dateline and note.place == dateline)]


def _tells(note: Note) -> bool:
    """It counts what happened to people in a country that the claim knows; who fled may be counted abroad."""
    return bool(note.country) and note.measure in codebook.read("linking_stories")["campaign"]["at_home"]


def _ratio() -> float:
    return float(codebook.read("linking_stories")["campaign"]["home_ratio"])

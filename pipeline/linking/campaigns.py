"""Campaigns: totals over several incidents ("17 killed in three strikes since 2 September") and what they contain.

Here belong joining the totals of several stories into one campaign, and finding its incidents. Totals of a campaign
that the input names are settled in assign.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline import codebook
from pipeline.linking.assign import Assignment
from pipeline.linking.features import WORD
from pipeline.linking.known import Key
from pipeline.linking.notes import Note, Report

Words = frozenset[str]


def join_campaigns(
    reports: Sequence[Report], found: Assignment, parents: dict[Key, Key]
) -> tuple[Assignment, dict[Key, Key]]:
    """Campaigns without a given id that start on one day and share words become one; incidents get their parent."""
    words = _words(reports, found)
    notes = {note.position: note for report in reports for note in report.notes}
    loose = sorted({key for key in found.values() if key and key.kind == "campaign" and not key.given}, key=repr)
    if not loose:
        return found, parents
    merged = _merged(loose, words)
    settled = {position: merged.get(key, key) if key else None for position, key in found.items()}
    above = {child: merged.get(parent, parent) for child, parent in parents.items()}
    return settled, above | _adopted(settled, notes, words, set(merged.values()), above)


def _words(reports: Sequence[Report], found: Assignment) -> dict[Key, Words]:
    """The telling words of each event: those in its reports' titles and leads that few other reports hold."""
    lead = int(codebook.read("linking_stories")["lead_chars"])
    of_report = [frozenset(WORD.findall(f"{r.title} {r.text[:lead]}".lower())) for r in reports]
    spread = Counter(word for words in of_report for word in words)
    rare = {word for word, n in spread.items() if n <= max(20, 0.2 * len(reports)) and len(word) > 3}
    words: dict[Key, set[str]] = defaultdict(set)
    for report, told in zip(reports, of_report, strict=True):
        for note in report.notes:
            if key := found[note.position]:
                words[key] |= told & rare
    return {key: frozenset(some) for key, some in words.items()}


def _alike(a: Words, b: Words) -> bool:
    """Share of the smaller set's words that are common."""
    fewer = min(len(a), len(b))
    return bool(fewer) and len(a & b) / fewer >= float(codebook.read("linking_stories")["campaign"]["likeness"])


def _merged(loose: list[Key], words: dict[Key, Words]) -> dict[Key, Key]:
    """Campaign -> the first campaign that starts on the same day and is alike."""
    merged: dict[Key, Key] = {}
    for key in loose:
        same = (k for k in dict.fromkeys(merged.values()) if k.day == key.day and _alike(words[k], words[key]))
        merged[key] = next(same, key)
    return merged


def _adopted(
    found: Assignment, notes: dict[int, Note], words: dict[Key, Words], campaigns: set[Key], above: dict[Key, Key]
) -> dict[Key, Key]:
    """Incidents without a parent that happened after a campaign's start and share its words."""
    last: dict[Key, str] = {}
    for position, key in found.items():
        if key in campaigns:
            note = notes[position]
            last[key] = max(last.get(key, ""), note.end or "9999")
    incidents = sorted({k for k in found.values() if k and k.kind == "incident" and k.day and k not in above}, key=repr)
    adopted = {}
    for incident in incidents:
        fits = [c for c in campaigns if c.day <= incident.day <= last[c] and _alike(words[c], words[incident])]
        if fits:
            adopted[incident] = min(fits, key=lambda c: (-len(words[c] & words[incident]), repr(c)))
    return adopted

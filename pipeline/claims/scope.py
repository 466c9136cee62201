"""What a figure covers: one incident, the story to date, several days, one place, a subset, a change, another event.

Here belongs the order of the cues of codebook/scope.yml. The claim's period comes from dates.py; which event the claim
is about is settled in linking.
"""

from typing import Any, NamedTuple

from pipeline import codebook
from pipeline.claims.phrases import Found, OncePerSentence, Phrases
from pipeline.claims.places import is_local, named_places
from pipeline.claims.sentence import Sentence

BOOK: dict[str, Any] = codebook.read("scope")
LABELS = ("cumulative", "toll", "window", "subset_before", "change", "background", "part")
CUES = Phrases({label: BOOK[label] for label in LABELS})
SUBSET_AFTER = Phrases({"subset": BOOK["subset_after"]})
STORIES, INCIDENTS = Phrases({"story": BOOK["stories"]}), Phrases({"incident": BOOK["incidents"]})
PERFECT, PERFECT_VERBS = frozenset(BOOK["perfect"]), Phrases({"perfect": BOOK["perfect_verbs"]})
CLAUSE_BREAKS = frozenset([",", ";", ":", "(", ")", "but", "while", "–", "—"])
CLAUSE, AT_CLAIM = 16, 4
"""Tokens around a claim that count as its clause; before a claim in which "including" makes it a subset."""


class _Cues(NamedTuple):
    found: list[Found]
    stories: list[Found]
    incidents: list[Found]
    perfect: list[Found]
    subset_after: list[Found]


@OncePerSentence
def _cues(sentence: Sentence) -> _Cues:
    lower = sentence.lower
    perfect = [Found(i, hit.last, "perfect") for i, w in enumerate(lower) if w in PERFECT
               for j in (i + 1, i + 2) if j < len(lower) and (hit := PERFECT_VERBS.at(lower, j))]
    return _Cues(CUES.find(lower), STORIES.find(lower), INCIDENTS.find(lower), perfect, SUBSET_AFTER.find(lower))


def _clause(lower: list[str], first: int, last: int) -> tuple[int, int]:
    """The tokens around the claim up to the next mark of its clause."""
    start, end = first, last
    while start > 0 and first - start < CLAUSE and lower[start - 1] not in CLAUSE_BREAKS:
        start -= 1
    while end < len(lower) and end - last < CLAUSE and lower[end] not in CLAUSE_BREAKS:
        end += 1
    return start, end


def _within(hits: list[Found], start: int, end: int) -> list[Found]:
    return [hit for hit in hits if start <= hit.first and hit.last <= end]


def _is_subset(cues: _Cues, lower: list[str], first: int, last: int) -> bool:
    for hit in cues.found:
        if hit.label == "subset_before" and 0 <= first - hit.last <= AT_CLAIM and not any(
                w in CLAUSE_BREAKS for w in lower[hit.last : first]):
            return True
    return any(0 <= hit.first - last <= 1 for hit in cues.subset_after)


def scope_for(sentence: Sentence, first: int, last: int, period_role: str, title: bool, construction: str) -> str:
    """The scope of the claim at tokens first..last whose period plays `period_role`; of `construction`, the name of
    the grammar's rule, a toll counts to date; in a title the perfect is left out and tells nothing."""
    cues, lower = _cues(sentence), sentence.lower
    if _is_subset(cues, lower, first, last):
        return "subset"
    start, end = _clause(lower, first, last)
    labels = {hit.label for hit in _within(cues.found, start, end)}
    if "change" in labels:
        return "change"
    if period_role == "past" or "background" in labels:
        return "background"
    if period_role == "window" or "window" in labels:
        return "window"
    if _to_date(cues, labels, start, end, period_role, "toll" in construction):
        return "part" if "part" in labels or _local(sentence, start, end) else "cumulative"
    return "part" if "part" in labels else "incident"


def _to_date(cues: _Cues, labels: set[str], start: int, end: int, role: str, toll: bool) -> bool:
    """The figure counts everything up to now."""
    if role == "since" or "cumulative" in labels:
        return True
    story, incident = _within(cues.stories, start, end), _within(cues.incidents, start, end)
    if toll or "toll" in labels:
        return bool(story) or not incident
    return bool(_within(cues.perfect, start, end)) and not incident and role != "point"


def _local(sentence: Sentence, start: int, end: int) -> bool:
    """The clause names a place smaller than a country."""
    return any(is_local(p.name) for p in named_places(sentence) if start <= p.first < end)

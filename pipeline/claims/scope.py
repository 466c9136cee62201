"""What a figure covers: one incident, the story to date, several days, one place, a subset, a change, another event.

Here belongs the order of the cues of codebook/scope.yml. The claim's period comes from dates.py; which event the claim
is about is settled in linking.
"""

from typing import Any, NamedTuple

from pipeline import codebook
from pipeline.claims.phrases import Found, OncePerSentence, Phrases
from pipeline.claims.places import local_mentions
from pipeline.claims.sentence import Sentence

BOOK: dict[str, Any] = codebook.read("scope")
LABELS = ("cumulative", "cumulative_weak", "toll", "window", "window_vague", "change", "background", "part", "incident")
CUES = Phrases({label: BOOK[label] for label in LABELS})
STORIES = Phrases({label: BOOK[label] for label in ("stories", "stories_weak", "incidents")})
SUBSET_BEFORE, SUBSET_AFTER = Phrases({"": BOOK["subset_before"]}), Phrases({"": BOOK["subset_after"]})
PERFECT, PERFECT_VERBS = frozenset(BOOK["perfect"]), Phrases({"perfect": BOOK["perfect_verbs"]})
LARGE, LARGE_WORDS = int(BOOK["large"]), frozenset(BOOK["large_words"])
CLAUSE_BREAKS = frozenset([",", ";", ":", "(", ")", "but", "while", "–", "—"])
FRONTING = frozenset(["in", "on", "at", "during", "after", "since", "over", "by", "across", "throughout", "near"])
DEATH_WORDS = frozenset(["killed", "dead", "deaths", "died", "lives", "death", "kill", "killing", "killings"])
CLAUSE, AT_CLAIM, FRONTED = 16, 4, 12
"""Tokens around a claim that count as its clause; before a claim in which "including" makes it a subset; of a fronted
phrase."""


class _Cues(NamedTuple):
    found: list[Found]
    subset_before: list[Found]
    subset_after: list[Found]


@OncePerSentence
def _cues(sentence: Sentence) -> _Cues:
    lower = sentence.lower
    perfect = [Found(i, hit.last, "perfect") for i, w in enumerate(lower) if w in PERFECT
               for j in (i + 1, i + 2) if j < len(lower) and (hit := PERFECT_VERBS.at(lower, j))
               and (w != "had" or lower[j] in ("been", "died"))]
    return _Cues(CUES.find(lower) + STORIES.find(lower) + perfect, SUBSET_BEFORE.find(lower), SUBSET_AFTER.find(lower))


def _clause(lower: list[str], first: int, last: int) -> tuple[int, int]:
    """The tokens around the claim up to the next mark of its clause."""
    start, end = first, last
    while start > 0 and first - start < CLAUSE and lower[start - 1] not in CLAUSE_BREAKS:
        start -= 1
    while end < len(lower) and end - last < CLAUSE and lower[end] not in CLAUSE_BREAKS:
        end += 1
    if 0 < start <= FRONTED and lower[start - 1] == "," and lower[0] in FRONTING:  # "In the capital, 12 died"
        start = 0
    return start, end


def _is_subset(cues: _Cues, lower: list[str], first: int, last: int) -> bool:
    before = any(0 <= first - hit.last <= AT_CLAIM and not any(w in CLAUSE_BREAKS for w in lower[hit.last : first])
                 for hit in cues.subset_before)
    return before or any(0 <= hit.first - last <= 1 for hit in cues.subset_after)


def _is_change(lower: list[str], first: int, last: int) -> bool:
    """ "raised the toll by three to 41"; "two of the wounded have died": they were counted before as something else."""
    if lower[first - 1 : first] == ["by"] and lower[last : last + 1] == ["to"]:
        return True
    of_the_hurt = lower[last : last + 1] == ["of"] and not HURT.isdisjoint(lower[last : last + 4])
    return of_the_hurt and not DYING.isdisjoint(lower[last : last + CLAUSE])


HURT, DYING = frozenset(["injured", "wounded", "hurt"]), frozenset(["died", "die", "succumbed", "dies"])


def _is_large(lower: list[str], first: int, last: int) -> bool:
    plain = (word.replace(",", "") for word in lower[first:last])
    return any(word in LARGE_WORDS or (word.isdecimal() and int(word[:12]) >= LARGE) for word in plain)


def scope_for(sentence: Sentence, first: int, last: int, period_role: str, title: bool, construction: str) -> str:
    """The scope of the claim at tokens first..last whose period plays `period_role`.

    construction: the name of the grammar's rule; one with "toll" in it counts to date.
    title: titles leave the perfect and the date out, so that a large number alone says nothing there.
    """
    cues, lower = _cues(sentence), sentence.lower
    if _is_change(lower, first, last):
        return "change"
    if _is_subset(cues, lower, first, last):
        return "subset"
    start, end = _clause(lower, first, last)
    labels = {hit.label for hit in cues.found if start <= hit.first and hit.last <= end}
    if "toll" in construction:
        labels.add("toll")
    if not title and _is_large(lower, first, last) and not DEATH_WORDS.isdisjoint(lower[start:end]):
        labels.add("large")
    if labels & {"perfect", "large"} and any(hit.label == "incidents" and hit.last <= first for hit in cues.found):
        labels.add("incidents")  # "the quake, which …, has killed": the subject stands in another clause
    scope = _of(labels, period_role)
    if scope == "cumulative" and ("part" in labels or _is_local(sentence, start, first, end)):
        return "part"
    return "part" if scope == "incident" and _listed(sentence, first, last) else scope


def _is_local(sentence: Sentence, start: int, first: int, end: int) -> bool:
    """The clause names a place smaller than a country, or hangs on one: "in X, in which 12 have died"."""
    lower = sentence.lower
    relative = "where" in lower[start:first] or ("which" in lower[start:first] and "in" in lower[start:first])
    return any(start - CLAUSE * relative <= at < end for at in local_mentions(sentence))


def _of(labels: set[str], role: str) -> str:
    """The scope that the cues of the clause and the period's role make together, place aside."""
    if "change" in labels:
        return "change"
    if role == "past" or "background" in labels:
        return "background"
    if "cumulative" in labels or role == "since":
        return "cumulative"
    to_date = _to_date(labels, has_day=role in ("point", "future"))
    if (role == "window" or "window" in labels) and not (to_date and "window_vague" in labels):
        return "window"
    if "incident" in labels:
        return "incident"
    if to_date:
        return "cumulative"
    return "window" if "window_vague" in labels else "part" if "part" in labels else "incident"


def _to_date(labels: set[str], has_day: bool) -> bool:
    """The figure counts everything up to now."""
    story = "stories" in labels
    if "toll" in labels:
        return story or "stories_weak" in labels or "incidents" not in labels
    if has_day or "incidents" in labels:
        return False
    return story or bool(labels & {"cumulative_weak", "perfect", "large"})


def _listed(sentence: Sentence, first: int, last: int) -> bool:
    """One place of several that the sentence gives figures for: "two died in A, and one in B"."""
    places, lower = local_mentions(sentence), sentence.lower
    if len(places) < 2:
        return False
    after = [at for at in places if at >= last]
    if not after or after[0] - last > AT_CLAIM * 3:
        return False
    rest = lower[after[0] : after[1]] if len(after) > 1 else []
    joined = not JOINED.isdisjoint(rest) and any(w.isdecimal() or w in SMALL for w in rest)
    before = [at for at in places if at < first]
    return joined or bool(before and first - before[-1] <= AT_CLAIM)


JOINED = frozenset(["and", ",", ";"])
SMALL = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])

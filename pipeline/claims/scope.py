"""What a figure covers: one incident, the story to date, several days, one place, a subset, a change, another event.

Here belongs the order of the cues of codebook/scope.yml. The claim's period comes from dates.py; which event the claim
is about is settled in linking.
"""

from datetime import date
from typing import Any, Final, NamedTuple

from pipeline import codebook
from pipeline.claims.clause import CLAUSE, CLAUSE_BREAKS, behind_aside, clause_of
from pipeline.claims.earlier import is_of_earlier
from pipeline.claims.lasting import lasted
from pipeline.claims.local import AT_CLAIM, SMALL, at_place, is_listed, is_local
from pipeline.claims.long_spans import MANY, MANY_WORDS, MONEY, is_of_year, is_over_long, is_years_count, reaches
from pipeline.claims.one_side import is_of_one_side
from pipeline.claims.periods import ClaimPeriod
from pipeline.claims.phrases import Found, OncePerSentence, Phrases
from pipeline.claims.places import local_mentions
from pipeline.claims.story import about_story, has_day
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("scope")
LABELS: Final = (
    "cumulative", "cumulative_weak", "toll", "window", "window_vague", "change", "background", "part", "worst",
    "incident", "subset", "subset_before", "subset_after", "stories", "stories_weak", "incidents",
)  # fmt: skip
CUES: Final = Phrases({label: BOOK[label] for label in LABELS})
PERFECT: Final = frozenset(BOOK["perfect"])
PERFECT_VERBS: Final = Phrases({"perfect": BOOK["perfect_verbs"]})
LARGE: Final = int(BOOK["large"])
LARGE_WORDS: Final = frozenset(BOOK["large_words"])
DEATH_WORDS: Final = frozenset(["killed", "dead", "deaths", "died", "lives", "death", "kill", "killing", "killings"])
DEAD: Final = frozenset(["dead", "killed", "injured", "wounded", "missing", "displaced", "homeless", "detained"])
AFTERMATH: Final = frozenset(["after", "following"])
"""What a total rose after has places of its own: "rose to 98 after 31 more bodies were found in X"."""
OCCASION: Final = 6
"""Tokens behind a claim in which "when" opens what it happened in."""


class Setting(NamedTuple):
    """What is known of a claim beside its sentence.

    title: titles leave the perfect and the date out. apart: nothing else is counted of those of whom it tells.
    published: the day of a report of one event.
    """

    period: ClaimPeriod
    previous: Sentence | None = None
    title: bool = False
    story: bool = False
    apart: bool = False
    published: date | None = None


@OncePerSentence
def _cues(sentence: Sentence) -> list[Found]:
    """The cues of the sentence, left to right; at the end the verbs in the perfect."""
    lower = sentence.lower
    cues = CUES.find(lower)
    if PERFECT.isdisjoint(lower):
        return cues
    return cues + [
        Found(i, hit.last, "perfect" if w != "had" or lower[j] in ("been", "died") else "past_perfect")
        for i, w in enumerate(lower) if w in PERFECT
        for j in (i + 1, i + 2) if j < len(lower) and (hit := PERFECT_VERBS.at(lower, j))]


def _is_subset(cues: list[Found], lower: list[str], first: int, last: int) -> bool:
    if first > 0 and lower[0] in WHOLE and not WHOLE[lower[0]].isdisjoint(lower[1:first]):
        return lower[0] != "of" or not STRUCK.isdisjoint(lower[1 : lower.index(",")])  # not "of the 40 passengers"
    return any(_picks_out(hit, lower, first, last) for hit in cues if hit.label in SUBSETS)


def _picks_out(hit: Found, lower: list[str], first: int, last: int) -> bool:
    """The cue stands where it makes the claim one of some already counted."""
    if hit.first >= last:
        if lower[last] == "," and lower[hit.first] == "of":
            return False  # "14, of whom nine were …": the whole
        reach = CLAUSE if lower[hit.last - 1] == "among" else 1
        return hit.label != "subset_before" and hit.first - last <= reach
    if first < hit.first:  # the claim's tokens hold its noun phrase: "three of them"
        return hit.label != "subset_before"
    between = lower[hit.last : first]
    if hit.label == "subset" and _is_number(lower[hit.first - 1 : hit.first]):
        return False  # "50 dead, 20 of them on Friday; at least 20 were killed …"
    if not (DEAD.isdisjoint(between) or LEFT.isdisjoint(lower[: hit.first]) or _is_number(between[:1])):
        return False  # "left four, including the driver, dead and 16 others hurt"
    near = 0 <= first - hit.last <= AT_CLAIM and CLAUSE_BREAKS.isdisjoint(between) and "among" not in between
    return near and hit.label != "subset_after"


def _is_number(words: list[str]) -> bool:
    return any(word.isdecimal() or word in SMALL for word in words)


INDEFINITE: Final = frozenset(["a", "an", "fresh", "new", "another", "renewed"])
"""Before a story's noun: one bout of it ("a crackdown on a rally"), not the story."""
DAYS_OF_NOTE: Final = frozenset(["anniversary"])
"""Behind a claim the day on which it happened; before it what is remembered."""
STRUCK: Final = frozenset(BOOK["struck"])
LEFT: Final = frozenset(["left", "leaves", "leaving"])
SUBSETS: Final = frozenset(["subset", "subset_before", "subset_after"])


def _is_change(lower: list[str], first: int, last: int) -> bool:
    """ "raised the toll by three to 41"; "two of the wounded have died": they were counted before as something else."""
    if lower[first - 1 : first] == ["by"] and lower[last : last + 1] == ["to"]:
        return True
    of = next((i for i in range(first + 1, min(last + 1, len(lower))) if lower[i] == "of"), len(lower))
    of_the_hurt = not HURT.isdisjoint(lower[of : of + 4])
    return of_the_hurt and not DYING.isdisjoint(lower[last : last + CLAUSE])


WHOLE: Final = {"of": frozenset([","]), "among": frozenset(["are", "were", "is", "was"])}
"""How a sentence names the whole first: "Of the 90 killed, 34 …", "Among the dead were two …"."""
HURT: Final = frozenset(["injured", "wounded", "hurt"])
DYING: Final = frozenset(["died", "die", "succumbed", "dies"])


def _labels(
    sentence: Sentence, cues: list[Found], first: int, last: int, start: int, end: int, story: bool
) -> set[str]:
    """What the clause at tokens start..end says of the claim in it."""
    lower = sentence.lower
    labels = {hit.label for hit in cues if start <= hit.first and hit.last <= end and not (
        hit.label == "stories" and not INDEFINITE.isdisjoint(lower[max(0, hit.first - 2) : hit.first]))}
    many = reaches(lower[first:last], MANY, MANY_WORDS)
    if "perfect" in labels and not (many or story or about_story(sentence)):
        labels = (labels - {"perfect"}) | {"perfect_verb"}
    large = many and reaches(lower[first:last], LARGE, LARGE_WORDS)
    if large and ("past_perfect" in labels or not DEATH_WORDS.isdisjoint(lower[start:end])):
        labels.add("large")
    if lasted(lower, start, first) >= 0:
        labels = (labels - {"incidents"}) | {"cumulative"}
    if "when" in lower[last : last + OCCASION] and not labels & {"perfect", "toll"}:
        labels.add("incident")  # "12 were killed when a wall fell"
    if any(hit.label == "worst" and not {"where", "with"}.isdisjoint(lower[hit.last : first]) for hit in cues):
        labels.add("part")  # "the worst hit was Chipata, where 87 died"
    return labels


def _of_story(sentence: Sentence, labels: set[str], first: int, last: int, setting: Setting) -> set[str]:
    """What a report about a whole story makes of a claim: without a day or an occasion it is the story's.

    What the claim itself says is asked first: few claims need a look at the whole page.
    """
    lower = sentence.lower
    if _is_state(lower, first, last):
        found = {"perfect"}
    elif "incidents" in labels or DEATH_WORDS.isdisjoint(lower) or not reaches(lower[first:last], MANY, MANY_WORDS):
        return set()
    else:
        found = {"large"}
    if not (setting.story or about_story(sentence)):
        return set()
    return set() if "large" in found and setting.previous and has_day(setting.previous) else found


def _is_state(lower: list[str], first: int, last: int) -> bool:
    """ "With 12 dead, …": how things stand."""
    return "with" in lower[max(0, first - 4) : first] and not DEAD.isdisjoint(lower[first : last + 2])


def scope_for(sentence: Sentence, first: int, last: int, setting: Setting, construction: str) -> str:
    """The scope of the claim at tokens first..last.

    construction: the name of the grammar's rule; one with "toll" in it counts to date.
    """
    lower = sentence.lower
    cues = [hit for hit in _cues(sentence) if not (hit.first >= last and lower[hit.first] in DAYS_OF_NOTE)]
    if _is_change(lower, first, last):
        return "change"
    if not setting.apart and _is_subset(cues, lower, first, last):
        return "part" if lower[0] == "of" and at_place(sentence, last) else "subset"
    start, end = clause_of(lower, first, last)
    labels = _labels(sentence, cues, first, last, start, end, setting.story)
    further = behind_aside(lower, end)
    if further:
        labels |= _labels(sentence, cues, first, last, *further, setting.story)
    labels |= _of_story(sentence, labels, first, last, setting)
    if is_of_earlier(sentence, first, setting.period, setting.previous, setting.published):
        labels.add("background")
    if is_over_long(lower, first, last, start, end, setting.period, construction) and "incidents" not in labels:
        labels.add("window")
    year = setting.published.year if setting.published is not None and not setting.story else 0
    if is_years_count(lower, first, last, end, setting.period, year) and construction != MONEY:
        labels = labels - {"incidents", "incident"} | {"window"}
    if "toll" in construction:
        labels.add("toll")
    if setting.title:
        labels.discard("large")
    if labels & TO_DATE and any(hit.label == "incidents" and hit.last <= first for hit in cues):
        labels.add("incidents")  # "the quake, which …, has killed": the subject stands in another clause
    scope = _of(labels, _role(setting, labels))
    start = max(start, lasted(lower, start, first))  # "fled Orvel after a 10-day offensive that left 149 dead"
    end = next((i for i in range(last, end) if lower[i] in AFTERMATH), end)
    if scope == "cumulative" and "toll" in labels and not setting.story and is_of_year(setting.period):
        return "window"
    vague = setting.story and scope == "window" and "window_vague" in labels
    if (vague or scope == "cumulative") and ("part" in labels or is_local(sentence, start, first, end, setting.story)):
        return "part"
    if scope == "cumulative" and _told_of_a_place(labels, cues, setting):
        return "part"
    if setting.story and scope == "cumulative" and is_of_one_side(sentence, start, first, last, end):
        return "subset"
    return "part" if scope == "incident" and is_listed(sentence, first, last) else scope


def _role(setting: Setting, labels: set[str]) -> str:
    """What the period makes of the claim. With a perfect, "this week" is the time up to now and no occasion.

    In a report of a whole story "last week's unrest" is that story.
    """
    period = setting.period
    stretch = period.role == "point" and period.precision in STRETCHES
    whole = setting.story or not labels.isdisjoint(PERFECTS)
    return "none" if stretch and whole and not labels.isdisjoint(STORIES) else period.role


PERFECTS: Final = frozenset(["perfect", "perfect_verb"])
STORIES: Final = frozenset(["stories", "stories_weak"])
STRETCHES: Final = frozenset(["week", "month", "year"])
TO_DATE: Final = frozenset(["perfect", "large", "toll"])


def _told_of_a_place(labels: set[str], cues: list[Found], setting: Setting) -> bool:
    """Nothing but the perfect makes the claim a total of the story, and the sentence before it spoke of one place."""
    weak = setting.story and setting.period.role == "none" and labels.isdisjoint(FIRM)
    alone = weak and not any(hit.label in FIRM for hit in cues)
    return alone and setting.previous is not None and len(local_mentions(setting.previous)) == 1


FIRM: Final = frozenset(["large", "cumulative", "cumulative_weak", "toll", "stories", "stories_weak"])


def _of(labels: set[str], role: str) -> str:
    """The scope that the cues of the clause and the period's role make together, place aside."""
    if "change" in labels:
        return "change"
    if role == "past" or "background" in labels:
        return "background"
    if "cumulative" in labels or role == "since":
        return "cumulative"
    to_date = _to_date(labels, has_day=role in ("point", "future"))
    if "incident" in labels and role == "point":
        return "incident"
    if (role == "window" or "window" in labels) and not (to_date and "window_vague" in labels):
        return "window"
    if "incident" in labels:
        return "incident"
    if to_date:
        return "cumulative"
    if "part" in labels and role not in ("point", "future"):
        return "part"
    return "window" if "window_vague" in labels else "incident"


def _to_date(labels: set[str], has_day: bool) -> bool:
    """The figure counts everything up to now."""
    story = "stories" in labels
    if "toll" in labels:
        return "large" in labels or story or "stories_weak" in labels or "incidents" not in labels
    if has_day or "incidents" in labels:
        return False
    weak = "stories_weak" in labels and "perfect_verb" in labels
    return story or weak or bool(labels & {"cumulative_weak", "perfect", "large"})

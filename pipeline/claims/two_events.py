"""Two events told in one sentence: "Gunmen killed eight people, a day after a bomb killed 14 in the same town".

Here belongs which of the two the report is of: the one in the main clause. Words that make one claim an earlier event's
by themselves are in earlier.py.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from pipeline import codebook
from pipeline.claims.claim import Claim
from pipeline.claims.phrases import words as split_words
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("scope")
INCIDENTS: Final = frozenset(BOOK["incidents"])
SPANS: Final = frozenset(span for span in BOOK["spans"] if not span.startswith("hour"))
"""Hours after the first shots somebody may have died of the same attack."""
LATE: Final = frozenset(BOOK["late_deaths"])
FOLLOW_UPS: Final = frozenset([*BOOK["of_wounds"], *BOOK["follow_ups"]])
FEW: Final = 3
"""As many are more often the late or the named dead of what is told of next."""
DIED: Final = frozenset(("died", "dies", "dead", "succumbed"))
OF_EVENT: Final = ("", "incident", "part", "cumulative")
TOLL: Final = "toll"
MORE: Final = frozenset(("more", "another", "further"))
SUBORDINATE: Final = frozenset(("where", "which", "that", "following", "after", "when"))
PERSON, BACKGROUND = "person", "background"
TOLD: Final = (*OF_EVENT, BACKGROUND)
LONG_BEFORE: Final = timedelta(days=2)
"""A report of one event may tell of the days around it."""
FRONT: Final = 5
"""Tokens of "Less than two weeks after" at the start of a sentence."""


def span_after(lower: list[str]) -> int:
    """The token "after" of "two weeks after", -1 without one."""
    return next((i for i in range(1, len(lower)) if lower[i] == "after" and lower[i - 1] in SPANS), -1)


def is_of_main_clause(lower: list[str], first: int) -> bool:
    """The tokens from `first` stand in the main clause of a sentence that says "two weeks after" of another."""
    after = span_after(lower)
    if after < 0:
        return False
    if after > FRONT:
        return first < after
    comma = next((i for i in range(after, len(lower)) if lower[i] == ","), len(lower))
    return first > comma


def put_apart(claims: Sequence[Claim], sentence: Sentence) -> None:
    """Makes background, in place, of what a sentence tells of an earlier event beside the same of its own."""
    lower = sentence.lower
    counted = [c for c in claims if c.unit == PERSON and TOLL not in c.rule and c.scope in TOLD]
    if len(counted) < 2 or all(c.scope == BACKGROUND for c in counted):
        return
    main, others = _after_a_span(lower, counted) if span_after(lower) > 0 else _dated_before(lower, counted)
    for claim in others:
        claim.scope, claim.parent = BACKGROUND, None
    for claim in main if others else ():
        claim.scope = "incident" if claim.scope == "part" else claim.scope


def _after_a_span(lower: list[str], counted: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Those of the main clause, and those with the same measure behind "two weeks after".

    Late deaths of one event are none of another: "two more died in hospital, days after the bomb killed 14".
    """
    after = span_after(lower)
    main = [c for c in counted if is_of_main_clause(lower, c.first)]
    if not main or _are_late(lower, after, main):
        return main, []
    measures = {c.measure for c in main}
    return main, [c for c in counted if c.first > after and c not in main and c.measure in measures]


def _dated_before(lower: list[str], counted: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The first, and those behind "where", "that", "following" whose own day is over before the first one's begins."""
    lead = counted[0]
    if not LATE.isdisjoint(lower[: lead.last + FRONT]):
        return [lead], []  # "a fifth person died on Monday after a fire on Saturday that killed four"
    others = [
        c for c in counted[1:]
        if c.measure == lead.measure and "" < c.period_end < lead.period_start and _is_below(lower, lead, c)
    ]  # fmt: skip
    return [lead], others


def _is_below(lower: list[str], lead: Claim, claim: Claim) -> bool:
    return not SUBORDINATE.isdisjoint(lower[lead.last : claim.first])


def _are_late(lower: list[str], after: int, main: list[Claim]) -> bool:
    """ "One died of his wounds, days after …", "three died, days after the crash that killed 14": of the same event."""
    start, end = min(c.first for c in main), max(c.last for c in main) + FRONT
    told = lower[start : max(end, after)] if start < after else lower[start:]
    same = lower[after + 1 : after + 2] == ["the"] and not INCIDENTS.isdisjoint(lower[after + 2 : after + 5])
    more = not MORE.isdisjoint(told) and INCIDENTS.isdisjoint(told) and not DIED.isdisjoint(told)
    return same or more or not LATE.isdisjoint([*told, *lower[:start]])


EARLY: Final = 2
"""Up to this sentence a number without a day is of the report's own event."""
AGO: Final = "ago"


def put_back(claims: Sequence[Claim], published: date | None) -> None:
    """Makes background, in place, of what an article tells of days long before those of which it told the same first.

    "Eight people were killed on Tuesday … Two weeks ago 43 people died in the district." The first must not be what
    followed on the other: late deaths, bodies found, a trial. Where it is told without a day, early in the report, that
    of publication stands for it, and the other must be told as so long "ago".
    """
    for measure in {c.measure for c in claims}:
        told = [c for c in claims if c.measure == measure and c.unit == PERSON and c.scope in OF_EVENT[:2]]
        lead = next((c for c in told if c.mention.field == "text"), None)
        dated = lead is not None and lead.date_precision == "day"
        fresh = lead is not None and not lead.period_start and lead.mention.sentence_no <= EARLY
        own = _day(lead.period_start) if lead is not None and dated else published if fresh else None
        if lead is None or own is None or not FOLLOW_UPS.isdisjoint(split_words(lead.excerpt.lower())):
            continue
        for claim in told:
            end = _day(claim.period_end)
            later = claim.mention.field == "text" and claim.mention.sentence_no > lead.mention.sentence_no
            same = claim.value_best == lead.value_best or _is_of_the_incident(claim.excerpt)
            few = (lead.value_best or 0) <= FEW < (claim.value_best or 0)
            long_ago = dated or AGO in split_words(claim.excerpt.lower())
            if later and long_ago and not same and not few and end is not None and end < own - LONG_BEFORE:
                claim.scope, claim.parent = BACKGROUND, None


def _is_of_the_incident(excerpt: str) -> bool:
    """ "The crash on 2 May killed 14": what was told of before."""
    told = split_words(excerpt.lower())
    incidents = [i for i, word in enumerate(told) if word in INCIDENTS]
    return "others" in told or "other" in told or any("the" in told[max(0, i - 3) : i] for i in incidents)


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None

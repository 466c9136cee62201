"""What claims of one article say of one another's scope: parts of a total just given, one figure told twice.

Here belongs the comparison of values within an article. Who was counted already, and is dropped, is settled in
discourse.py; claims of different articles meet in reconcile.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from pipeline import codebook
from pipeline.claims.claim import Claim
from pipeline.claims.other_number import RESTATED
from pipeline.claims.two_events import put_back

NEXT: Final = 2
"""Sentences behind a total or part of it in which the next part follows."""
TELLING: Final = frozenset(["cumulative", "background", "window", "part"])
"""Scopes that need a cue in the text: an incident is what a claim is without one."""
WHOLES: Final = frozenset(("incident", "cumulative"))
COUNTING: Final = WHOLES | {"part"}
TELLTALE: Final = 20
"""A value from here on hardly stands twice in one report for different things."""


def agree(claims: list[Claim], story: bool, published: datetime.date | None = None) -> None:
    """Settles scopes in place, where claims shed light on one another. story: the article is known to be of one."""
    _widen(claims)
    _follow(claims)
    _go_on(claims)
    _share_place(claims)
    for group in _groups(claims):
        _break_down(group, story)
        _repeat(group)
    _house(claims)
    if not story:
        _alone(claims)
        put_back(claims, published)


def _groups(claims: Iterable[Claim]) -> Iterator[list[Claim]]:
    """The claims of each measure and field, in the order of the text."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.measure, claim.mention.field), []).append(claim)
    for group in groups.values():
        yield sorted(group, key=lambda claim: claim.mention.start)


def _break_down(claims: list[Claim], story: bool) -> None:
    """ "Seventeen were shot. Twelve died at the station in X. Another five …": what adds up to it is its part.

    Within a story a number over several places, without a day of its own, is the story's.
    """
    for at, total in enumerate(claims):
        whole = total.value_best or total.value_low
        if total.scope not in ("incident", "cumulative") or not whole:
            continue
        parts, left, near = list[Claim](), whole, total.mention.sentence_no
        for claim in claims[at + 1 :]:
            if claim.scope == "subset":
                continue
            if claim.mention.sentence_no - near > NEXT or claim.scope not in BROKEN or left <= 0:
                break
            parts.append(claim)
            near = claim.mention.sentence_no
            left -= claim.value_best or left + 1
        if left == 0 and len(parts) > 1 and parts[0].mention.sentence_no > total.mention.sentence_no:
            for part in parts:
                part.scope, part.parent = "part", total
            if story and not total.period_start and len({part.place for part in parts if part.place}) > 1:
                total.scope = "cumulative"


BROKEN: Final = ("incident", "part")
"""Scopes of what a total may be broken down into."""


def _repeat(claims: list[Claim]) -> None:
    """One figure told twice is one figure: the telling with a cue for its scope decides for the one without."""
    large = [c for c in claims if (c.value_best or c.value_low or 0) >= TELLTALE]
    told = {_figure(c): c.scope for c in large if c.scope in TELLING}
    for claim in claims:
        if claim.scope == "incident" and claim.parent is None and not claim.period_start:
            claim.scope = told.get(_figure(claim), claim.scope)


def _house(claims: list[Claim]) -> None:
    """What one hospital took in is a part of what the same article counts in all; alone it is all that is known."""
    for claim in claims:
        if claim.one_house and claim.scope == "incident":
            whole = (c for c in claims if c.measure == claim.measure and not c.one_house and c.scope in WHOLES)
            if any((c.value_best or c.value_low or 0) > (claim.value_best or claim.value_low or 0) for c in whole):
                claim.scope = "part"


def _alone(claims: list[Claim]) -> None:
    """ "67 had died in X": in a report that tells of no other place and no more dead it is all that is known."""
    for claim in claims:
        if claim.scope != "part" or claim.parent is not None or claim.one_house or not claim.place:
            continue
        beside = [c for c in claims if c is not claim and c.mention.field == claim.mention.field
                  and c.mention.sentence_no == claim.mention.sentence_no]  # fmt: skip
        if claim.rule.startswith(TABLE) or OF_A_PART.search(claim.excerpt):
            continue
        if any(c.measure == claim.measure or (c.scope == "part" and c.place != claim.place) for c in beside):
            continue
        others = [c for c in claims if c is not claim and c.measure == claim.measure and c.scope in COUNTING]
        number = claim.value_best or claim.value_low or 0
        if all(c.scope in WHOLES and (c.value_best or c.value_low or 0) < number for c in others):
            claim.scope = "cumulative"


def _figure(claim: Claim) -> tuple[int | None, str]:
    """Its number and who is counted: the second telling often leaves out "at least"."""
    return claim.value_best or claim.value_low or claim.value_high, claim.victim_group


def _follow(claims: list[Claim]) -> None:
    """ "31 have died since May, the group says; the government says 24": another voice's number is of the same."""
    told: dict[tuple[str, str, str], Claim] = {}
    for claim in sorted(claims, key=lambda c: c.mention.start):
        about = (claim.mention.field, claim.measure, claim.victim_group)
        first = told.get(about)
        if claim.rule == RESTATED and first is not None and claim.scope == "incident" and not claim.period_start:
            claim.scope, claim.period_start, claim.period_end = first.scope, first.period_start, first.period_end
            claim.date_precision = first.date_precision
        elif claim.parent is None:
            told[about] = claim


def _go_on(claims: list[Claim]) -> None:
    """ "Since May 700 have been killed. Another 4,000 were injured": the second goes on where the first stands."""
    told = [c for c in claims if c.parent is None]
    for before, claim in pairwise(sorted(told, key=lambda c: (c.mention.field, c.mention.start))):
        apart = claim.mention.sentence_no - before.mention.sentence_no
        beside = claim.mention.field == before.mention.field and 0 < apart <= 1
        open_to_it = claim.scope == "incident" and not claim.period_start and claim.measure != before.measure
        if beside and open_to_it and before.scope in GOING_ON and MORE.search(claim.excerpt):
            claim.scope, claim.period_start, claim.period_end = before.scope, before.period_start, before.period_end


def _share_place(claims: list[Claim]) -> None:
    """ "14 have died in X district alone, and 22 have been injured": both are of that district."""
    told = [c for c in claims if c.parent is None and c.scope != "subset"]
    for before, claim in pairwise(sorted(told, key=lambda c: (c.mention.field, c.mention.start))):
        beside = (before.mention.field, before.mention.sentence_no) == (claim.mention.field, claim.mention.sentence_no)
        here = before.scope == "part" and bool(before.place) and claim.place == before.place
        wide = WIDE.search(claim.excerpt.partition("»")[2])
        if beside and here and not wide and claim.scope in SHARING and claim.measure != before.measure:
            claim.scope = "part"


TABLE: Final = "table"
PART_CUES: Final = [cue for label in ("part", "worst") for cue in codebook.read("scope")[label]]
OF_A_PART: Final = re.compile(rf"\b(?:{'|'.join(map(re.escape, PART_CUES))}|where)\b", re.I)
"""What says by itself that the number is of one place."""
WIDE: Final = re.compile(rf"\b(?:{'|'.join(map(re.escape, codebook.read('scope')['cumulative_weak']))})\b", re.I)
SHARING: Final = ("incident", "cumulative")
GOING_ON: Final = ("cumulative", "window", "background")
MORE: Final = re.compile(
    r"\b(?:another|a further|an additional)\s+(?:[\w,]+\s+)?»|»(?:another|a further)\b|«\s+(?:others|more)\b", re.I)


def _widen(claims: list[Claim]) -> None:
    """Days counted from the one on which, says the article, it all began are no window of the story but all of it."""
    began = min((c for c in claims if c.scope == "cumulative" and c.period_start), key=_start, default=None)
    if began is None:
        return
    for claim in claims:
        whole = abs(_start(claim) - _start(began)) <= NEAR and claim.period_end >= began.period_end
        if claim.scope == "window" and claim.period_start and whole:
            claim.scope = "cumulative"


def _start(claim: Claim) -> datetime.date:
    return datetime.date.fromisoformat(claim.period_start or "0001-01-01")


NEAR: Final = datetime.timedelta(days=1)
"""How far "the past three days" may miss the day on which it began."""

"""The hurt and the dead: who was shot and died is no longer hurt, who lies in hospital after a shooting is.

Here belongs what one of the two numbers says of the other. The choice among numbers of one kind is settled in
statements.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from pipeline import codebook
from pipeline.reconcile.said import Said
from pipeline.reconcile.statement import EVERYBODY, LESS_THE_DEAD, Statement
from pipeline.reconcile.told import counts_the_dead, is_no_longer, is_of_others, is_of_the_hurt, tells_of_death

KILLED, INJURED, HOSPITALISED = "killed", "injured", "hospitalised"
HARMED = (KILLED, "rescued", "missing", "trapped")
"""What befell others of those who lie in hospital."""
WHOLE = ("incident", "cumulative")
ROUGH = ("more_than", "about")
"""Quantifiers of numbers that one death more or less does not change; nor does it a round one after "at least"."""
SOME = "a subset"
"""The basis of a number of the dead that were hurt at first: "one of the wounded has died"."""


def with_hospital(said: Sequence[Said]) -> list[Said]:
    """The claims, and where a report counts nobody hurt, those in hospital as hurt too; the dead may be among them.

    Not among "another 12", nor "17 survivors". Where something killed others, who is in hospital is hurt, if not ill.
    """
    counts, hit, ill = set[str](), set[str](), set[str]()
    for one in said:
        if _is_whole(one, INJURED) and one.point:
            counts.add(one.article_id)
        if _hurting().search(one.sentence):
            hit.add(one.article_id)
        if _sickening().search(one.sentence):
            ill.add(one.article_id)
    hit |= {one.article_id for one in said if any(_is_whole(one, m) for m in HARMED) and one.point} - ill
    dead = {one.article_id: one.point for one in sorted(said, key=lambda s: s.point or 0) if _is_whole(one, KILLED)}
    sick = (one for one in said if _is_whole(one, HOSPITALISED) and one.point and not _stays(one))
    hurt = (one for one in sick if one.article_id in hit - counts)
    return [*said, *(replace(one, measure=INJURED, weak=not _lives(one, dead.get(one.article_id))) for one in hurt)]


def _is_whole(one: Said, measure: str) -> bool:
    return one.measure == measure and one.scope in WHOLE and not one.denied and one.assertion != "planned"


def _stays(one: Said) -> bool:
    """ "Twenty-three are still in hospital": others may have left it."""
    return not set(codebook.read("reconcile_rules")["still"]).isdisjoint(one.marked.partition("«")[2].split()[:4])


def _lives(one: Said, dead: int | None) -> bool:
    """Those in hospital are told apart from the dead, or too few to be the same."""
    of_them = not set(codebook.read("reconcile_rules")["living"]).isdisjoint(re.findall(r"\w+", one.sentence.lower()))
    few = 1 < (one.point or 0) < (dead or 0) and not tells_of_death(one.marked)
    return of_them or is_of_others(one.marked) or few


@cache
def _sickening() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(codebook.read('reconcile_rules')['sickening'])})", re.I)


@cache
def _hurting() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(codebook.read('reconcile_rules')['hurting'])})", re.I)


# ------------------------------------------------------------------ in one report


def less_the_dead(found: list[Statement], dead: dict[str, int]) -> list[Statement]:
    """ "Six were shot, one died" leaves five injured: weak numbers of injured lose the dead of the same report.

    Where that tells of none, they lose the dead that a report of that day or before counts, if with its injured these
    make up the number: "one killed and six wounded", then "seven were shot".
    """
    found = [left for s in found if (left := _lessened(s, dead.get(s.article_id, 0))) is not None]
    firm = [s for s in found if _is_hurt(s) and not s.weak and s.article_id in dead]
    pairs = {(s.day, dead[s.article_id], s.point or 0) for s in firm}
    found = [left for s in found if (left := _lessened(s, _agreed(s, pairs))) is not None]
    gone = [s for s in found if _are_the_dead(s, found, dead)]
    of_groups = {s.article_id for s in gone}  # "a man was shot" counts no hurt man either
    return [s for s in found if s not in gone and not (s.article_id in of_groups and _is_hurt_group(s) and s.weak)]


def _are_the_dead(s: Statement, found: Sequence[Statement], dead: dict[str, int]) -> bool:
    """ "The boy was shot" in a report without deaths, where others count as many dead and nobody counts hurt."""
    if not (s.weak and _is_hurt(s)) or s.article_id in dead or s.basis == LESS_THE_DEAD:
        return False
    before = [o for o in found if o.day <= s.day]
    known = max((dead.get(o.article_id, 0) for o in before), default=0)
    return (s.point or 0) <= known and not any(_is_hurt(o) and not o.weak and o.point for o in before)


def most_dead(found: Sequence[Statement]) -> dict[str, int]:
    """The dead of each report, by the article's id."""
    return {article: max(s.point or 0 for s in some) for article, some in _deaths(found).items()}


def dead_among_hurt(said: Iterable[Said]) -> dict[str, int]:
    """Reports that count one of the dead among the hurt and nowhere else: "three were hurt, one of whom died"."""
    return {one.article_id: 1 for one in said if one.measure == INJURED and counts_the_dead(one.marked)}


def _agreed(s: Statement, pairs: Iterable[tuple[str, int, int]]) -> int:
    """The dead of a report up to that day that with its injured make up the number of those hit."""
    if s.basis == LESS_THE_DEAD:
        return 0
    return max((dead for day, dead, hurt in pairs if day <= s.day and dead + hurt == s.point and hurt), default=0)


def _deaths(found: Sequence[Statement]) -> dict[str, list[Statement]]:
    """What each report says of the dead."""
    deaths: dict[str, list[Statement]] = defaultdict(list)
    for s in found:
        firm = (s.standing == "counted" or s.basis == SOME) and not s.weak
        if s.key.measure == KILLED and s.key.group == EVERYBODY and firm:
            deaths[s.article_id].append(s)
    return deaths


def _is_hurt(s: Statement) -> bool:
    return s.key.measure == INJURED and s.key.group == EVERYBODY and s.point is not None


def _is_hurt_group(s: Statement) -> bool:
    return s.key.measure == INJURED and s.key.group != EVERYBODY


def _lessened(s: Statement, dead: int) -> Statement | None:
    if not (s.weak and dead and _is_hurt(s)):
        return s
    if (s.point or 0) <= dead:
        return None
    low, best, high = (None if value is None else max(value - dead, 0) for value in s.values)
    return replace(s, low=low, best=best, high=high, basis=LESS_THE_DEAD)


# ------------------------------------------------------------------ of later reports


def after_deaths(found: Sequence[Statement], said: Sequence[Said]) -> Iterator[Statement]:
    """What earlier numbers of hurt become when a later report tells of deaths since and counts no hurt itself.

    If it counts them, dead and hurt must make up the earlier number of those hit. That one of the hurt died is likely,
    not sure, where no words say so: then the earlier number remains the high end. "More than 180" stays what it is.
    """
    deaths = _deaths(found)
    hurt = [s for s in found if _is_hurt(s) and s.standing == "counted" and s.quantifier != "vague"]
    counting: dict[str, int] = defaultdict(int)
    for s in hurt:
        if not s.weak:
            counting[s.article_id] = max(counting[s.article_id], s.point or 0)
    later = {one.article_id for one in said if one.measure == KILLED and tells_of_later_death(one)}
    sure = {one.article_id for one in said if _died_of_it(one)}
    told_of = {one.article_id: one.point or 0 for one in said if _is_of_the_hurt(one)}
    for article, some in sorted(deaths.items()):
        dead = max(some, key=lambda s: s.order[:2])
        fewer = (dead.point or 0) < max((d.point or 0 for d in _flat(deaths) if d.day < dead.day), default=0)
        if fewer and article not in told_of:
            continue  # "the bodies of 40 of the 63 dead were brought up"
        before = [s for s in hurt if s.day < dead.day]
        newest = max((s.day for s in hurt if s.day <= dead.day), default="")
        last = {s.voice: s for s in sorted(before, key=lambda s: s.order) if s.day == newest or s.weak}
        for s in last.values():
            known = max((d.point or 0 for d in _flat(deaths) if d.day <= s.day), default=0)
            new = told_of.get(article, (dead.point or 0) - known)
            told = article in told_of or article in later or (s.weak and dead.lead)
            if article in counting:
                told = s.weak and counting[article] + new == s.point
            if told and 0 < new <= (s.point or 0) and not _is_rough(s):
                yield _since(s, dead, new, new if article in sure else 0)


def _flat(deaths: dict[str, list[Statement]]) -> list[Statement]:
    return [s for some in deaths.values() for s in some]


def _died_of_it(one: Said) -> bool:
    """The hurt are said to be those who died: "one of the wounded succumbed to his injuries"."""
    succumbed = codebook.read("reconcile_rules")["reasons"]["succumbed"]["words"]
    told = one.measure == KILLED and re.search(rf"\b(?:{'|'.join(succumbed)})\b", one.sentence)
    return bool(told) or (one.measure == INJURED and is_no_longer(INJURED, one.marked))


def _is_of_the_hurt(one: Said) -> bool:
    """ "One of the injured has died", whatever the toll says of others: this many of the hurt are dead."""
    return one.measure == KILLED and bool(one.point) and is_of_the_hurt(one.marked)


def _since(s: Statement, dead: Statement, new: int, surely: int) -> Statement:
    low, best = (None if value is None else value - new for value in (s.low, s.best))
    high = None if s.high is None else s.high - surely
    return replace(
        s, low=low, best=best, high=high, at_us=dead.at_us, day=dead.day, basis=LESS_THE_DEAD, corrects=True,
        article_id=dead.article_id, document_id=dead.document_id, report=dead.report,
        claim_ids=tuple(sorted({*s.claim_ids, *dead.claim_ids})), own=False,
    )  # fmt: skip


def tells_of_later_death(one: Said) -> bool:
    """Its sentence tells of a death after the event."""
    return bool(_later_deaths().search(one.sentence))


@cache
def _later_deaths() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(codebook.read('reconcile_rules')['later_deaths'])})", re.I)


def _is_rough(s: Statement) -> bool:
    return s.quantifier in ROUGH or (s.quantifier == "at_least" and (s.point or 0) % 10 == 0)

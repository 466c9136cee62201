"""The series of a figure in the order of publication: which statements hold, were replaced, came late or wait.

Here belongs time. Which number follows from the statements that hold is the policies' matter.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from pipeline import codebook
from pipeline.reconcile.statement import EARLIER, Statement
from pipeline.reconcile.trust import Trust

WIDER = "wider"
HOUR_US = 3_600_000_000
DAY_US = 24 * HOUR_US
SIDE = ("feared", "bounded", "distrusted", "denied", WIDER)
"""Standings that never set a figure; the last word of each voice is kept beside it."""


@dataclass(slots=True)
class Standing:
    """Where a figure stands on one day.

    current: a statement a voice; also: claims that repeat a voice's current number; aside: feared, distrusted and
    denied ones and upper bounds; held: numbers out of proportion or fallen without a correction, waiting for a second
    voice; stale: repeats of replaced numbers; replaced: claims that no longer count, stale ones included; trust: how
    reliable the voices have been before.
    """

    current: list[Statement] = field(default_factory=list)
    also: dict[str, list[Statement]] = field(default_factory=lambda: defaultdict(list))
    aside: list[Statement] = field(default_factory=list)
    held: list[Statement] = field(default_factory=list)
    stale: list[Statement] = field(default_factory=list)
    replaced: set[str] = field(default_factory=set)
    trust: Trust = field(default_factory=Trust)

    def claims_of(self, s: Statement) -> set[str]:
        """The claims behind a current statement: its own, and those of the same voice that said the same before."""
        same = set(s.claim_ids)
        for other in self.also.get(s.voice, []):
            same.update(other.claim_ids)
        return same


def stand(statements: Sequence[Statement], outdated: Mapping[str, str], day: str = "9999-12-31") -> Standing:
    """Where a figure stands at the end of `day`. `outdated`: article -> day on which a newer version of it appeared.

    Statements must be in order of publication; those after `day` must not be among them.
    """
    walk = _Walk()
    walk.told = {(s.article_id, s.point) for s in statements}
    own = max((s.point or 0 for s in statements if not s.several and s.standing == "counted"), default=0)
    for s in statements:
        if s.several and (own > 1 or (own and s.standing == "floor")):
            walk.take(replace(s, standing=WIDER))
        elif s.standing == EARLIER or (s.article_id in outdated and outdated[s.article_id] <= day):
            walk.standing.replaced.update(s.claim_ids)
        else:
            walk.take(s)
    return walk.finish()


@cache
def _rule(name: str) -> float:
    return float(codebook.read("reconcile_rules")[name])


@cache
def levels() -> frozenset[str]:
    """Measures that go up and down, so that a later number replaces an earlier one either way."""
    return frozenset(codebook.read("reconcile_rules")["levels"])


def _shrinks(s: Statement) -> bool:
    return s.key.measure in codebook.read("reconcile_rules")["shrinking"]


@cache
def days_between(earlier: str, later: str) -> int:
    """Whole days from one ISO date to another."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _is_later(s: Statement, old: Statement) -> bool:
    """It came out on a later day, or hours later on the same one, where both reports have an hour."""
    if old.day != s.day:
        return old.day < s.day
    timed = s.at_us % DAY_US and old.at_us % DAY_US
    return bool(timed) and s.at_us - old.at_us >= _rule("later_hours") * HOUR_US


def _bears_out(s: Statement, old: Statement) -> bool:
    """An estimate within what "more than" allows, of people who are not counted one by one: those who fled."""
    counted = s.key.measure in codebook.read("reconcile_rules")["happens_to_people"]
    known = old.point or 0
    return not counted and old.open_ended and known < (s.point or 0) <= known * _rule("floor_reach")


def _is_overtaken(old: Statement, s: Statement) -> bool:
    """Lower, and of the same day but not later."""
    return old.day == s.day and old.at_us <= s.at_us and (old.point or 0) < (s.point or 0)


class _Walk:
    """Takes the statements one by one."""

    def __init__(self) -> None:
        self.standing = Standing()
        self.voices: dict[str, Statement] = {}
        self.aside: dict[tuple[str, str], Statement] = {}
        self.held: list[Statement] = []
        self.heard: set[tuple[str, int]] = set()
        self.told: set[tuple[str, int | None]] = set()
        self.gone: dict[int, str] = {}
        self.withdrawn: dict[int, tuple[str, str]] = {}

    def take(self, s: Statement) -> None:
        """The next statement in time."""
        if s.standing in SIDE:
            earlier = self.aside.get((s.standing, s.voice))
            if earlier and earlier.values != s.values:
                self.standing.replaced.update(earlier.claim_ids)
            self.aside[s.standing, s.voice] = s
        elif self._is_stale(s):
            self.standing.stale.append(s)
            self.standing.replaced.update(s.claim_ids)
        elif self._is_out_of_proportion(s):
            self.held.append(s)
        else:
            self._accept(s)

    def _accept(self, s: Statement) -> None:
        freed = [h for h in self.held if self._confirms(s, h)]
        self.held = [h for h in self.held if h not in freed]
        for one in (*freed, s):
            self._withdraw(one)
            self.heard.add((one.day, one.point or 0))
            self.voices[one.voice] = self._replace_own(one)
        self._replace_lower(s)

    def _confirms(self, s: Statement, held: Statement) -> bool:
        """Another voice has the number that was held back, or after a jump one a little higher: tolls grow."""
        if held.voice == s.voice or held.point is None or s.point is None:
            return False
        own = self.voices.get(held.voice)
        jumped = own is None or held.point > (own.point or 0)
        return s.point == held.point or (jumped and held.point < s.point <= held.point * _rule("floor_reach"))

    def _withdraw(self, s: Statement) -> None:
        """The numbers that it says it replaces no longer hold, whoever gave them; one lowered does not come back."""
        if s.key.measure in levels() or s.point is None:
            return
        own = self.voices.get(s.voice)
        old = {*s.instead, *([own.point] if own and own.point and s.corrects else [])}
        for voice, other in list(self.voices.items()):
            if voice != s.voice and other.point in old and other.day <= s.day:
                self._retire(other)
                del self.voices[voice]
        self.withdrawn.update({n: (s.voice, s.day) for n in old if n > s.point})

    def _replace_own(self, s: Statement) -> Statement:
        """What the voice stands for from now on: the new number, unless that only repeats or details the old one."""
        old = self.voices.get(s.voice)
        if old is None:
            return s
        if old.values == s.values:
            self.standing.also[s.voice].append(old)
            firm = old.standing == "counted" and s.standing == "estimated" and s.quantifier == old.quantifier
            return replace(s, standing=old.standing) if firm else s
        if old.point is not None and old.point == s.point and old.standing == s.standing:
            self.standing.also[s.voice].append(old)  # "about 300", then "more than 300": one number in other words
            return s
        if s.partial and not s.corrects and (old.point or 0) > (s.point or 0) and s.key.measure not in levels():
            self.standing.also[s.voice].append(s)
            return old
        self._retire(old)
        return s

    def _retire(self, old: Statement) -> None:
        """A statement that no longer counts, with the same voice's equal ones before it."""
        self.standing.replaced.update(self.standing.claims_of(old))
        self.standing.also.pop(old.voice, None)
        if old.point is not None:
            self.gone[old.point] = max(self.gone.get(old.point, ""), old.day)

    def _replace_lower(self, s: Statement) -> None:
        """A toll that rose: older, lower numbers of others no longer hold; named voices that differ are a dispute.

        "At least 12" disputes no higher number, nor does an older count of people who are found day by day.
        """
        for voice, old in list(self.voices.items()):
            if voice == s.voice or not _is_later(s, old) or not self._outdoes(s, old):
                continue
            holds = old.named and s.named and not old.open_ended and not _shrinks(s) and not self._is_next(s, old)
            if holds and days_between(old.day, s.day) < _rule("frozen_after_days"):
                continue
            self._retire(old)
            del self.voices[voice]

    def _is_next(self, s: Statement, old: Statement) -> bool:
        """A toll said to have risen, after a number that was the highest on its day."""
        most = max((point for day, point in self.heard if day <= old.day and point != s.point), default=0)
        return s.rises and (old.point or 0) >= most

    def _outdoes(self, s: Statement, old: Statement) -> bool:
        guess = s.standing == "estimated" and old.standing == "counted" and not _bears_out(s, old)
        if guess and days_between(old.day, s.day) < _rule("frozen_after_days"):
            return False
        if s.quantifier == "vague":
            return old.quantifier == "vague" and (old.point or 0) < (s.point or 0)
        if s.standing == "floor":
            return old.standing == "floor" and s.standing == "floor" and (old.point or 0) < (s.point or 0)
        if s.key.measure in levels():
            return old.values != s.values
        return (old.point or 0) < (s.point or 0)

    def _is_stale(self, s: Statement) -> bool:
        """A number that was replaced before this report appeared, and that a higher one has overtaken.

        A source that keeps to its number in a report that knows the higher one disputes that.
        """
        voice, day = self.withdrawn.get(s.point or 0, (s.voice, ""))
        again = s.rises and s.lead and day < s.day  # "another body, bringing the toll back to nine"
        if voice != s.voice and not (s.corrects or again):
            return True
        if s.corrects or s.partial or s.key.measure in levels() or s.point is None:
            return False
        if self._is_late_repeat(s):
            return True
        if s.point not in self.gone:
            return False
        newer = [c for c in self.voices.values() if c.day < s.day and (c.point or 0) > s.point]
        if s.named and any((s.article_id, c.point) in self.told for c in newer):
            return False
        return bool(newer) and not any(c.point == s.point for c in self.voices.values())

    def _is_late_repeat(self, s: Statement) -> bool:
        """A report's own running total that another voice gave before a higher one appeared."""
        if s.key.scope != "cumulative" or s.named or s.voice in self.voices:
            return False
        old = max((c.day for c in self.voices.values() if c.point == s.point), default="")
        higher = (c.day for c in self.voices.values() if (c.point or 0) > (s.point or 0) and c.day < s.day)
        return bool(old) and any(old < day for day in higher)

    def _is_out_of_proportion(self, s: Statement) -> bool:
        """A lone jump, or a fall of one voice without a correction."""
        if s.corrects or s.point is None or s.key.measure in levels() or not self.voices:
            return False
        if any(self._confirms(s, h) for h in self.held):
            return False
        others = (c for c in self.voices.values() if c.own or c.article_id != s.article_id)
        known = max((c.point or 0 for c in others if c.standing != "floor"), default=0)
        own = self.voices.get(s.voice)
        fell = (
            own is not None and not s.partial and own.day < s.day and s.point < _rule("fall_share") * (own.point or 0)
        )
        where = "jump" if s.lead or own is not None or self._may_have_grown(s) else "lead"
        leapt = known > 0 and s.point >= _rule(f"{where}_factor") * known and s.point - known >= _rule(f"{where}_least")
        return fell or leapt

    def _may_have_grown(self, s: Statement) -> bool:
        """Houses and people who fled are counted for days: "at least 40" then "125" needs no second voice."""
        counted = s.key.measure in codebook.read("reconcile_rules")["happens_to_people"]
        return not counted and all(c.open_ended and c.day < s.day for c in self.voices.values())

    def _replace_lower_of_day(self) -> None:
        """ "Raises toll to 17" in a title or lead: lower numbers of that day, none of them later, hold no longer."""
        risen = [s for s in self.voices.values() if s.rises and s.lead and s.own and s.key.measure not in levels()]
        for voice, old in list(self.voices.items()):
            if not old.corrects and any(_is_overtaken(old, s) and self._outdoes(s, old) for s in risen):
                self._retire(old)
                del self.voices[voice]

    def finish(self) -> Standing:
        self._replace_lower_of_day()
        self.standing.current = sorted(self.voices.values(), key=lambda s: s.order)
        aside = sorted(self.aside.values(), key=lambda s: s.order)
        far = [s for s in aside if self._is_far_bound(s, aside)]
        self.standing.aside = [s for s in aside if s not in far]
        self.standing.held = [*self.held, *far]
        return self.standing

    def _is_far_bound(self, s: Statement, aside: Sequence[Statement]) -> bool:
        """ "Up to n" of one voice alone, far beyond all that is counted."""
        if s.standing != "bounded" or s.high is None or s.key.measure in levels():
            return False
        known = max((c.high if c.high is not None else c.point or 0 for c in self.voices.values()), default=0)
        alone = not any(o.voice != s.voice and o.high == s.high for o in aside)
        return alone and known > 0 and s.high >= _rule("jump_factor") * known and s.high - known >= _rule("jump_least")

"""Policies: named rules that turn the statements that hold into low, best and high. One small function each.

Descriptions and sources stand in codebook/policies.yml; a test keeps the two lists equal. Every policy gets the same
Standing and returns a Choice, so that a new one needs only a function and an entry.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from pipeline import codebook
from pipeline.reconcile.series import Standing, levels
from pipeline.reconcile.statement import Statement

DAY_US = 86_400_000_000


class Choice(NamedTuple):
    """What a policy makes of the statements that hold. supporting and dissenting are statements."""

    low: int | None
    best: int | None
    high: int | None
    supporting: tuple[Statement, ...]
    dissenting: tuple[Statement, ...]


Policy = Callable[[Standing], Choice]


def voting(standing: Standing) -> list[Statement]:
    """Statements that may set the value: the recent ones of the best kind there is.

    Numbers before vague words, totals before single victims, strong wording before weak, counts before estimates before
    parts. An older number still votes where it is higher than every recent one: tolls do not fall unsaid.
    """
    able = [s for s in standing.current if s.point is not None]
    for test in (_is_number, _is_whole, _is_total, _is_strong):
        able = [s for s in able if test(s)] or able
    able = _own_words(able)
    if not able:
        return []
    newest = max(s.at_us for s in able)
    recent = [s for s in able if newest - s.at_us <= float(codebook.read("reconcile_rules")["recent_days"]) * DAY_US]
    counted = [s for s in recent if s.standing == "counted"] or recent
    top = max(s.point or 0 for s in counted)
    rises = able[0].key.measure not in levels()
    return counted + [s for s in able if rises and s not in recent and s.standing == "counted" and (s.point or 0) > top]


def _own_words(able: list[Statement]) -> list[Statement]:
    """A report that gives a number of its own in title or lead votes with that; whom it quotes further down widens."""
    own = {s.article_id: s.point or 0 for s in able if s.lead and not s.named}
    return [s for s in able if s.article_id not in own or (s.lead and not s.named)]


def _is_number(s: Statement) -> bool:
    return s.quantifier != "vague"


def _is_whole(s: Statement) -> bool:
    return s.standing != "floor"


def _is_total(s: Statement) -> bool:
    return not s.partial


def _is_strong(s: Statement) -> bool:
    return not s.weak


def agrees(s: Statement, value: int) -> bool:
    """The statement's words allow the value: "at least 5" agrees with 7 but not with 70, "about 50" with 50 only."""
    if s.point == value:
        return True
    if s.partial or s.quantifier == "vague":
        return (s.point or 0) <= value
    if is_open(s):
        return (s.point or 0) <= value <= (s.point or 0) * float(codebook.read("reconcile_rules")["floor_reach"])
    return s.low is not None and s.high is not None and s.low <= value <= s.high


def is_open(s: Statement) -> bool:
    """The words set no upper bound."""
    return s.high is None and s.quantifier in ("at_least", "more_than", "vague")


def range_policy(standing: Standing) -> Choice:
    """Best: what most recent independent voices agree on. Low and high: the span of all current statements."""
    votes = voting(standing)
    if not votes:
        return _nothing(standing)
    best = max({s.point for s in votes if s.point is not None}, key=lambda value: _weight(value, votes))
    supporting = [s for s in standing.current if agrees(s, best) and s.standing != "floor"] or votes
    dissenting = [s for s in standing.current if not agrees(s, best)]
    return Choice(_low(votes, best), best, _high(standing, votes, best), tuple(supporting), tuple(dissenting))


def _weight(value: int, votes: Sequence[Statement]) -> tuple[int, int, int, int, int]:
    """Voices that allow it, voices that say exactly this, of them quoted ones, how new, how high."""
    same = [s for s in votes if s.point == value]
    firm = [s for s in same if s.quantifier != "range"]
    named = sum(s.named for s in same)
    return sum(agrees(s, value) for s in votes), len(firm), named, max(s.at_us for s in same), value


def _low(votes: Sequence[Statement], best: int) -> int:
    """The lowest value that a current statement names; single victims and parts say nothing against best."""
    firm = [s for s in votes if s.point == best or not (s.partial or s.quantifier == "vague")]
    return min([best, *(value for s in firm if (value := s.point if s.low is None else s.low) is not None)])


def _high(standing: Standing, votes: Sequence[Statement], best: int) -> int | None:
    """The highest value that anyone supports or fears; open where the voices for best only bound it from below."""
    beside = [s for s in (*standing.current, *standing.aside) if s.standing != "denied"]
    tops = [value for s in beside if (value := s.high if s.high is not None else s.point) is not None]
    ended = [s for s in (*votes, *_quoted(standing)) if not is_open(s)]
    closed = [s for s in ended if (s.high if s.high is not None else s.point or 0) >= best]
    bounds = [s for s in beside if s.standing == "feared" and s.high is not None and s.high >= best]
    return max(best, *tops) if closed or bounds else None


def _quoted(standing: Standing) -> list[Statement]:
    """Numbers of named voices: they close the interval, also where the report votes with its own."""
    return [s for s in standing.current if s.named and s.quantifier != "vague" and not s.partial]


def latest(standing: Standing) -> Choice:
    """The newest statement that holds, whoever makes it."""
    votes = voting(standing)
    if not votes:
        return _nothing(standing)
    newest = max(votes, key=lambda s: s.order)
    best = newest.point or 0
    others = tuple(s for s in standing.current if s is not newest and not agrees(s, best))
    same = tuple(s for s in standing.current if agrees(s, best))
    low = best if newest.low is None else newest.low
    return Choice(low, best, newest.high if newest.high is not None or is_open(newest) else best, same, others)


def _nothing(standing: Standing) -> Choice:
    """Nobody trusted speaks: the newest number of an interested party, else of those who fear it; never a denied one.

    The figure's status is then `discounted`. "Up to n" alone gives a high end and no value.
    """
    heard = [s for s in standing.aside if s.standing != "denied"]
    tops = [top for s in heard if (top := s.high if s.high is not None else s.point) is not None]
    able = [s for s in heard if s.point is not None]
    spoken = [s for s in able if s.standing == "distrusted"] or able
    if not spoken:
        return Choice(None, None, max(tops, default=None), (), tuple(standing.aside))
    newest = max(spoken, key=lambda s: s.order)
    best = newest.point or 0
    low = min([best, *(s.low for s in spoken if s.low is not None)])
    high = None if is_open(newest) else max([best, *tops])
    same = tuple(s for s in spoken if s.point == best)
    return Choice(low, best, high, same, tuple(s for s in standing.aside if s not in same))


POLICIES: dict[str, Policy] = {"range": range_policy, "latest": latest}


def default_policies() -> list[str]:
    """The policies that the codebook says to run, the default first."""
    return list(codebook.read("policies")["run"])


def policy(name: str) -> Policy:
    """The policy of this name. Raises ValueError for an unknown one."""
    if name not in POLICIES:
        raise ValueError(f"policy {name!r} is unknown; known are {', '.join(POLICIES)} (codebook/policies.yml)")
    return POLICIES[name]

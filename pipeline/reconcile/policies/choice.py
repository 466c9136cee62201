"""What every policy starts from and gives: which statements may set the value, which values their words allow.

Here belongs what policies share. Which value is best is each policy's own matter.
"""

from collections.abc import Callable
from typing import NamedTuple

from pipeline import codebook
from pipeline.reconcile.series import DAY_US, WIDER, Standing, levels
from pipeline.reconcile.statement import Statement


class Choice(NamedTuple):
    """What a policy makes of the statements that hold. supporting and dissenting are statements."""

    low: int | None
    best: int | None
    high: int | None
    supporting: tuple[Statement, ...]
    dissenting: tuple[Statement, ...]


Policy = Callable[[Standing], Choice]


def able(standing: Standing) -> list[Statement]:
    """Statements of the best kind that there is, new and old.

    Numbers before vague words, totals before single victims, strong wording before weak, wholes before parts.
    """
    found = [s for s in standing.current if s.point is not None]
    for test in (_is_number, _is_whole, _is_total, _is_strong):
        found = [s for s in found if test(s)] or found
    return _own_words(found)


def voting(standing: Standing) -> list[Statement]:
    """Statements that may set the value: the recent ones among the able, counts before estimates.

    An older number still votes where a recent one repeats it or it is higher than every recent one: tolls do not
    fall unsaid.
    """
    found = able(standing)
    if not found:
        return []
    newest = max(s.at_us for s in found)
    recent = [s for s in found if newest - s.at_us <= float(codebook.read("reconcile_rules")["recent_days"]) * DAY_US]
    counted = [s for s in recent if s.standing == "counted"] or recent
    top = max(s.point or 0 for s in counted)
    rises = found[0].key.measure not in levels()
    heard = {s.point for s in counted}
    older = [s for s in found if s not in recent and s.standing == "counted"]
    return counted + [s for s in older if s.point in heard or (rises and (s.point or 0) > top)]


def _own_words(found: list[Statement]) -> list[Statement]:
    """A report that gives a number of its own in title or lead votes with that; whom it quotes further down widens.

    "The toll passes 200" is the 213 of whom it quotes, rounded: that votes, and the round number does not.
    """
    told: dict[str, list[Statement]] = {}
    own: dict[str, list[Statement]] = {}
    for s in found:
        told.setdefault(s.article_id, []).append(s)
    for s in found:
        if s.own and not any(_overtakes(o, s) for o in told[s.article_id]):
            own.setdefault(s.article_id, []).append(s)
    exact = [s for s in found if any(_is_rounded(o, s) for o in own.get(s.article_id, ()))]
    rounded = {s.article_id for s in exact}
    votes = {article: exact if article in rounded else some for article, some in own.items()}
    return [s for s in found if s.article_id not in votes or s in votes[s.article_id]]


def _overtakes(other: Statement, own: Statement) -> bool:
    """A toll that the report's title or lead says has risen, beside a lower number: "two were identified".

    So does a total to date: "64 were arrested to date" beside the six in the title who were jailed.
    """
    if other.to_date and other.standing == "counted" and (other.point or 0) > (own.point or 0):
        return True
    return other.lead and other.rises and own.key.scope == "cumulative" and (other.point or 0) > (own.point or 0)


def _is_rounded(own: Statement, s: Statement) -> bool:
    """ "More than 200" and the exact number of a named source that begins with the same digit."""
    if own.quantifier != "more_than" or s.quantifier != "exact" or not s.named or s.own or not own.point or not s.point:
        return False
    step = int(10 ** (len(str(own.point)) - 1))
    return own.point % step == 0 and own.point < s.point < own.point + step


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
    if s.open_ended:
        return (s.point or 0) <= value <= (s.point or 0) * float(codebook.read("reconcile_rules")["floor_reach"])
    return s.low is not None and s.high is not None and s.low <= value <= s.high


def nothing(standing: Standing) -> Choice:
    """Nobody trusted speaks: the newest number of an interested party, else of those who fear it; never a denied one.

    The figure's status is then `discounted`. "Up to n" alone gives a high end and no value, or, of what happens to
    people, the fewest that the words allow: one.
    """
    heard = [s for s in standing.aside if s.standing not in ("denied", WIDER)]
    tops = [top for s in heard if (top := s.high if s.high is not None else s.point) is not None]
    firm = [s for s in heard if s.point is not None]
    spoken = [s for s in firm if s.standing == "distrusted"] or firm
    if not spoken:
        return _bounded(standing, max(tops, default=None))
    newest = max(spoken, key=lambda s: s.order)
    best = newest.point or 0
    low = min([best, *(s.low for s in spoken if s.low is not None)])
    high = None if newest.open_ended else max([best, *tops])
    same = tuple(s for s in spoken if s.point == best)
    return Choice(low, best, high, same, tuple(s for s in standing.aside if s not in same))


def _bounded(standing: Standing, high: int | None) -> Choice:
    """ "Up to 17 were killed": at least one, at most 17. Of other measures and of fears only the high end is known."""
    said = tuple(s for s in standing.aside if s.standing == "bounded")
    if said and said[0].key.measure in codebook.read("reconcile_rules")["happens_to_people"]:
        return Choice(1, 1, high, said, tuple(s for s in standing.aside if s not in said))
    return Choice(None, None, high, (), tuple(standing.aside))

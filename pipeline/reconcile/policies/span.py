"""The default policy `range`, and the span of the statements that hold, which other policies publish too.

Here belongs how low, best and high follow from agreement. Source: codebook/policies.yml.
"""

from collections.abc import Sequence

from pipeline import codebook
from pipeline.reconcile.policies.choice import Choice, agrees, nothing, voting
from pipeline.reconcile.series import WIDER, Standing
from pipeline.reconcile.statement import Statement
from pipeline.reconcile.voices import is_apart


def range_policy(standing: Standing) -> Choice:
    """Best: what most recent independent voices agree on. Low and high: the span of all current statements."""
    votes = voting(standing)
    if not votes:
        return nothing(standing)
    best = max({s.point for s in votes if s.point is not None}, key=lambda value: _weight(value, votes))
    return around(standing, votes, best)


def around(standing: Standing, votes: Sequence[Statement], best: int) -> Choice:
    """The best value with the span of what stands, and who agrees with it."""
    supporting = [s for s in standing.current if agrees(s, best) and s.standing != "floor"] or votes
    dissenting = [s for s in standing.current if not agrees(s, best)]
    low, high = lowest(standing, votes, best), highest_end(standing, votes, best)
    return Choice(low, best, high, tuple(supporting), tuple(dissenting))


def _weight(value: int, votes: Sequence[Statement]) -> tuple[int, int, int, int, int]:
    """Voices that allow it, voices that say exactly this, of them quoted ones, how new, how high."""
    same = [s for s in votes if s.point == value]
    firm = [s for s in same if s.quantifier != "range"]
    named = sum(s.named for s in same)
    return sum(agrees(s, value) for s in votes), len(firm), named, max(s.at_us for s in same), value


def lowest(standing: Standing, votes: Sequence[Statement], best: int) -> int:
    """The lowest value that a current statement names.

    Single victims and parts say nothing against a best that two voices give; against one voice alone those of another
    report do, unless they are far below: "a man was shot dead" there leaves it open whether two were killed here.
    """
    firm = [s for s in votes if s.point == best or _tells_of_all(s, best)]
    found = [best, *(value for s in firm if (value := s.point if s.low is None else s.low) is not None)]
    same = [s for s in standing.current if s.point == best]
    if len({s.voice for s in same}) == 1:
        told = {s.article_id for s in same}
        found += [s.point or 0 for s in standing.current if s.article_id not in told and _is_near(s, best)]
    return min(found)


def _tells_of_all(s: Statement, best: int) -> bool:
    """A number and no part; far below the best and on nobody's word, it tells of some of the victims."""
    if s.partial or s.quantifier == "vague":
        return False
    return s.named or best <= (s.point or 0) * _reach()


def _is_near(s: Statement, best: int) -> bool:
    point = s.point or 0
    return s.standing == "counted" and s.quantifier != "vague" and 0 < point <= best <= point * _reach()


def _reach() -> float:
    return float(codebook.read("reconcile_rules")["floor_reach"])


def highest_end(standing: Standing, votes: Sequence[Statement], best: int) -> int | None:
    """The highest value that anyone supports or fears; open where the voices for best only bound it from below."""
    beside = [s for s in (*standing.current, *standing.aside) if s.standing not in ("denied", WIDER)]
    tops = [value for s in beside if (value := s.top) is not None]
    ended = [s for s in (*votes, *_quoted(standing)) if not s.open_ended]
    closed = [s for s in ended if (s.high if s.high is not None else s.point or 0) >= best]
    bounds = [s for s in beside if s.standing in ("feared", "bounded") and s.high is not None and s.high >= best]
    return max(best, *tops) if closed or bounds else None


def _quoted(standing: Standing) -> list[Statement]:
    """Numbers of others than the report: they close the interval, also where it votes with its own."""
    quoted = [s for s in standing.current if s.named or is_apart(s.voice)]
    return [s for s in quoted if s.quantifier != "vague" and not s.partial]

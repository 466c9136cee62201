"""Simple policies: the baselines that a reader knows by name and that every other policy has to beat.

Here belong `latest`, `highest` and `majority`.
"""

from collections import Counter

from pipeline.reconcile.policies.choice import Choice, able, agrees, nothing, voting
from pipeline.reconcile.policies.span import around
from pipeline.reconcile.series import Standing


def latest(standing: Standing) -> Choice:
    """The newest statement that holds, whoever makes it."""
    votes = voting(standing)
    if not votes:
        return nothing(standing)
    newest = max(votes, key=lambda s: s.order)
    best = newest.point or 0
    others = tuple(s for s in standing.current if s is not newest and not agrees(s, best))
    same = tuple(s for s in standing.current if agrees(s, best))
    low = best if newest.low is None else newest.low
    return Choice(low, best, newest.high if newest.high is not None or newest.open_ended else best, same, others)


def highest(standing: Standing) -> Choice:
    """The highest number that still stands, however old."""
    votes = able(standing)
    return around(standing, votes, max(s.point or 0 for s in votes)) if votes else nothing(standing)


def majority(standing: Standing) -> Choice:
    """The number that most voices give, whenever they gave it; of equally frequent ones the newest."""
    votes = able(standing)
    if not votes:
        return nothing(standing)
    count = Counter(s.point or 0 for s in votes)
    newest = {s.point or 0: s.at_us for s in sorted(votes, key=lambda s: s.at_us)}
    return around(standing, votes, max(count, key=lambda value: (count[value], newest[value], value)))

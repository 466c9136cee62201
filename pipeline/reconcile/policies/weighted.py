"""The policy `weighted`: every voice counts by how often it was right before, copies of one another once.

Here belongs the vote. How reliable a voice is, is learned in reconcile/learning.py from earlier months alone.
"""

from collections.abc import Sequence
from math import fsum

from pipeline import codebook
from pipeline.reconcile.policies.choice import Choice, agrees, nothing, voting
from pipeline.reconcile.policies.span import around
from pipeline.reconcile.series import Standing
from pipeline.reconcile.statement import Statement
from pipeline.reconcile.trust import Trust, speaker


def weighted(standing: Standing) -> Choice:
    """The number with the greatest weight of voices; low and high leave out numbers with little of it."""
    votes = voting(standing)
    if not votes:
        return nothing(standing)
    support = {value: weight_of(value, votes, standing.trust) for value in sorted({s.point or 0 for s in votes})}
    newest = {s.point or 0: s.at_us for s in sorted(votes, key=lambda s: s.at_us)}
    best = max(support, key=lambda value: (support[value], newest[value], value))
    enough = float(codebook.read("policies")["policies"]["weighted"]["settings"]["least_share"]) * support[best][0]
    strong = [s for s in votes if support[s.point or 0][0] >= enough]
    choice = around(standing, strong, best)
    top = max(s.point or 0 if s.high is None else s.high for s in strong)
    return choice._replace(high=None if choice.high is None else max(best, top))


def weight_of(value: int, votes: Sequence[Statement], trust: Trust) -> tuple[float, float]:
    """The weight of the voices that allow the value, and of those that give exactly this number."""
    allow = [s for s in votes if agrees(s, value)]
    return _weight(allow, trust), _weight([s for s in allow if s.point == value and s.quantifier != "range"], trust)


def _weight(some: Sequence[Statement], trust: Trust) -> float:
    """Weights added up, the strongest first; one that may copy from those before it adds only what it may know itself.

    Rounded, so that the order of adding never decides.
    """
    ordered = sorted(some, key=lambda s: (-trust.weight(speaker(s)), s.voice))
    told = [speaker(s) for s in ordered]
    return round(fsum(trust.weight(one) * trust.independence(one, told[:i]) for i, one in enumerate(told)), 9)

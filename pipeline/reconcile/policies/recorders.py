"""Policies of recorders: how the codebooks of large datasets tell their coders to choose, as functions.

Here belong `gtd` and `conservative`. Their sources stand in codebook/policies.yml.
"""

import re
from collections import Counter
from functools import cache
from typing import Any

from pipeline import codebook
from pipeline.reconcile.policies.choice import Choice, nothing, voting
from pipeline.reconcile.policies.span import around
from pipeline.reconcile.series import DAY_US, Standing
from pipeline.reconcile.statement import Statement


def gtd(standing: Standing) -> Choice:
    """The most recent credible source; of several at about the same time their majority, without one the lowest."""
    votes = voting(standing)
    if not votes:
        return nothing(standing)
    newest = max(s.at_us for s in votes)
    together = [s for s in votes if newest - s.at_us < float(_settings("gtd")["same_time_days"]) * DAY_US]
    count = Counter(s.point or 0 for s in together)
    value, voices = max(count.items(), key=lambda item: item[1])
    return around(standing, votes, value if 2 * voices > len(together) else min(count))


def conservative(standing: Standing) -> Choice:
    """The lowest number that stands; a vague word counts as the table of its codebook says, which is low and best."""
    votes = voting(standing)
    if not votes:
        return nothing(standing)
    best = min(map(coded, votes))
    choice = around(standing, votes, best)
    return choice._replace(low=best, supporting=tuple(s for s in votes if coded(s) == best))


def coded(s: Statement) -> int:
    """The number that a statement counts as: "dozens" 12, "several" 3, "10 to 15" 10."""
    if s.quantifier == "vague":
        return vague_value(s.word)
    return min(value for value in (s.low, s.point) if value is not None)


def vague_value(word: str) -> int:
    """A vague wording by the table: the product of its terms, the number for "unknown" when it has none of them."""
    terms: dict[str, int] = _settings("conservative")["terms"]
    value = 1
    for one in (found := re.findall("|".join(terms), word)):
        value *= terms[one]
    return value if found else int(_settings("conservative")["unknown"])


@cache
def _settings(name: str) -> dict[str, Any]:
    return dict(codebook.read("policies")["policies"][name]["settings"])

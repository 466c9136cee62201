"""Parts of one group that a list tells by two nouns: of "20 men, 10 girls and four boys" the children are 14.

Here belongs that sum alone, of parts that stand side by side. Lists that make up a whole are added in build.py.
"""

from typing import Final

from pipeline.claims.claim import Claim
from pipeline.codebook import read

EVERYBODY: Final = "all"
WHOLES: Final = frozenset(read("grammar")["whole_groups"])
"""Nouns of a whole group: behind them several others may say who they were, "14 minors, eight girls and six boys"."""
JOINS: Final = ([","], ["and"], [",", "and"], ["&"], ["plus"])
"""All that may stand between two neighbours of a list."""


def runs(claims: list[Claim], lower: list[str]) -> list[list[Claim]]:
    """Neighbours in a sentence's lists that are parts of one measure and group and have nouns of their own."""
    parts = [c for c in claims if c.scope == "subset" and c.quantifier == "exact" and not c.negated]
    found: list[list[Claim]] = []
    for part in sorted(parts, key=lambda c: (c.first, c.last)):
        before = found[-1][-1] if found else None
        if before is not None and _is_kin(before, part) and lower[before.last : part.first] in JOINS:
            found[-1].append(part)
        else:
            found.append([part])
    return [run for run in found if len(run) > 1 and not (len(run) > 2 and run[0].counted.lower() in WHOLES)]


def _is_kin(a: Claim, b: Claim) -> bool:
    """ "Boys" and "girls" are children alike; two numbers of the same noun are of two things.

    A list of nothing else is added up as a whole.
    """
    named = bool(a.counted) and bool(b.counted) and a.counted.lower() != b.counted.lower()
    alike = (a.measure, a.victim_group, a.unit) == (b.measure, b.victim_group, b.unit)
    added = a.parent is not None and a.parent.victim_group == a.victim_group
    return named and alike and a.victim_group != EVERYBODY and a.parent is b.parent and not added

"""Numbers that a report gives as those of before: "police had earlier put the toll at 30".

Here belongs when such a number yields to the report's own. The words that mark it stand in reconcile_rules.yml and are
read in told.
"""

from collections import defaultdict
from dataclasses import replace

from pipeline.reconcile.said import Said

WHOLE = ("incident", "cumulative", "background")


def of_today(claims: list[Said]) -> list[Said]:
    """What somebody "had earlier put" at a number holds where the report has no newer one of the same group.

    A smaller number is none, unless the report corrects: "30 died, police had said; five died in a second blast".
    """
    newer: dict[str, int] = defaultdict(int)
    for one in claims:
        if not one.earlier and one.scope in WHOLE:
            newer[one.group] = max(newer[one.group], one.point or 0)
    lowered = any(one.corrects or one.lowers for one in claims)
    return [
        replace(one, earlier=one.earlier and newer[one.group] > 1 and (lowered or newer[one.group] >= (one.point or 0)))
        for one in claims
    ]

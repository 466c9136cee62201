"""What a bracket behind casualties says of them: "557 child casualties (139 deaths and 418 injured)".

Here belongs that those in the bracket are the casualties before it: of their group and scope.
"""

from collections.abc import Sequence
from typing import Final

from pipeline.claims.claim import Claim

CASUALTIES: Final = "casualties"
OUTCOMES: Final = frozenset(("killed", "injured"))
EVERYBODY: Final = "all"


def take_brackets(claims: Sequence[Claim], lower: list[str]) -> None:
    """Makes casualties the parents of the claims in a bracket right behind, which take their group, in place."""
    for whole in [c for c in claims if c.measure == CASUALTIES and lower[c.last : c.last + 1] == ["("]]:
        closed = lower.index(")", whole.last) if ")" in lower[whole.last :] else whole.last
        for part in claims:
            if whole.last < part.first < closed and part.measure in OUTCOMES and part.victim_group == EVERYBODY:
                part.victim_group, part.parent = whole.victim_group, whole


def take_scopes(claims: Sequence[Claim]) -> None:
    """Once scopes are known: those in a bracket are parts where the casualties before it are."""
    for part in claims:
        whole = part.parent
        if whole is not None and whole.measure == CASUALTIES and part.measure in OUTCOMES:
            part.scope = whole.scope if whole.scope == "subset" else part.scope
            part.parent = whole if whole.scope == "subset" else None

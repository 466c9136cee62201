"""What only the whole article shows: a person told of twice is one, "the victim" was counted before.

Here belongs what makes claims of one article depend on one another. Claims of different articles meet in reconcile.
"""

from collections.abc import Sequence, Set

from pipeline.claims.claim import Claim


def settle(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that stand, in order. A claim whose person was already counted is dropped; its parts go with it."""
    counted = {
        c.measure for c in claims if not c.named and not c.definite and c.scope not in ("background", "subset")
    }  # fmt: skip
    kept = _without_revived(_without_repeats([c for c in claims if not _is_echo(c, counted)]))
    standing = {id(c) for c in kept}
    return [c for c in kept if c.parent is None or id(c.parent) in standing]


def _is_echo(claim: Claim, counted: Set[str]) -> bool:
    """ "The victim died", or a bare name, where the same article counts the same measure in other words."""
    return claim.measure in counted and claim.scope != "subset" and (claim.definite or claim.named)


def _without_repeats(claims: list[Claim]) -> list[Claim]:
    """One claim for each wordless person: a report that says "a man was killed" three times tells of one man."""
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for claim in claims:
        wordless = claim.value_best == 1 and not claim.mention.surface[:1].isdigit() and claim.parent is None
        key = (claim.measure, claim.victim_group, claim.counted.lower())
        if wordless and key in seen:
            continue
        if wordless:
            seen.add(key)
        kept.append(claim)
    return kept


def _without_revived(claims: list[Claim]) -> list[Claim]:
    """Somebody shot who died is killed and not injured: "a man was shot … he died" is one death."""
    dead = any(c.measure == "killed" and c.value_best == 1 and c.scope == "incident" for c in claims)
    return [c for c in claims if not (dead and c.measure == "injured" and c.value_best == 1 and "manner" in c.rule)]

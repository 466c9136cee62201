"""The clause around a claim: how far the words reach that may say something of it.

Here belongs where a clause begins and ends. What its words say is settled in scope.py and local.py.
"""

from typing import Final

CLAUSE: Final = 16
"""Tokens on either side of a claim that may be its clause."""
CLAUSE_BREAKS: Final = frozenset([",", ";", ":", "(", ")", "but", "while", "–", "—"])
FRONTING: Final = frozenset(
    ["in", "on", "at", "during", "after", "since", "over", "by", "across", "throughout", "near"]
)  # fmt: skip
FRONTED: Final = 12
"""Tokens of a fronted phrase."""
AUXILIARIES: Final = frozenset(["have", "has", "had", "was", "were", "are"])
"""Behind an aside: the verb of the noun before it."""
JOINING: Final = frozenset(["and", "but", "or", "while"])
RELATIVES: Final = frozenset(["that", "which", "who", "when", "where"])
"""Where what is told of something else begins: "in fighting that erupted last year"."""


def clause_of(lower: list[str], first: int, last: int) -> tuple[int, int]:
    """The tokens around the claim up to the next mark of its clause."""
    start = first
    while start > 0 and first - start < CLAUSE and lower[start - 1] not in CLAUSE_BREAKS:
        start -= 1
    end = _clause_end(lower, last)
    if 0 < start <= FRONTED and lower[start - 1] == "," and _is_fronted(lower):
        start = 0
    return start, end


def behind_aside(lower: list[str], end: int) -> tuple[int, int] | None:
    """The tokens of "24 people, three of them officers, had been killed in the riots" from "had" on.

    end: where the clause ends, perhaps at the comma before the aside.
    """
    if lower[end : end + 1] != [","] or (end + 1 < len(lower) and lower[end + 1] in JOINING):
        return None
    close = next((i for i in range(end + 1, min(len(lower), end + CLAUSE)) if lower[i] == ","), len(lower))
    if close + 1 >= len(lower) or lower[close + 1] not in AUXILIARIES:
        return None
    last = _clause_end(lower, close + 1)
    return close + 1, next((i for i in range(close + 1, last) if lower[i] in RELATIVES), last)


def _clause_end(lower: list[str], last: int) -> int:
    """The next mark of a clause from a token on, not too far."""
    reach = min(len(lower), last + CLAUSE)
    return next((i for i in range(last, reach) if lower[i] in CLAUSE_BREAKS), reach)


def _is_fronted(lower: list[str]) -> bool:
    """ "In the capital, 12 died"; "Farther east, in X, 12 died"."""
    return lower[0] in FRONTING or lower[lower.index(",") + 1] in FRONTING

"""Numbers that spread over several incidents: "nine hurt in weekend shootings", "three shootings kill five".

Here belongs how the words around a number tell it. What follows for a report is settled in statements, between reports
in series.
"""

import re
from functools import cache, lru_cache

from pipeline import codebook


@lru_cache(maxsize=4096)
def spreads(marked: str) -> bool:
    """The words around the marked number say that it is one over several incidents, and not that they are one story."""
    return any(pattern.search(marked) for pattern in _patterns()) and not _one_story().search(marked)


@cache
def _one_story() -> re.Pattern[str]:
    """One attacker's way from place to place: "the same gun was used in three shootings"."""
    return re.compile(rf"\b(?:{'|'.join(codebook.read('reconcile_rules')['several_incidents']['one_story'])})\b", re.I)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    rules = codebook.read("reconcile_rules")["several_incidents"]
    nouns, counts, runs, spells = (
        "|".join(map(re.escape, rules[name])) for name in ("nouns", "counts", "runs", "spells")
    )
    hours = "|".join(rules["hours"])
    several = rf"(?:{counts})\s+(?:[\w’'-]+\s+){{0,2}}(?:{nouns})"
    run = rf"(?:{runs})\s+of\s+(?:[\w’'-]+,?\s+){{0,4}}(?:{nouns}|gunfire|violence)"
    return (
        re.compile(rf"«[^.;,]{{0,50}}\b(?:in|during|after|by|from)\s+(?:[\w’'-]+\s+){{0,4}}(?:{nouns})\b", re.I),
        re.compile(rf"«.{{0,90}}\b(?:in|during|after|by|from)\s+(?:an?\s+)?(?:{several}|{run})\b", re.I),
        re.compile(rf"\b(?:{several}|{run}|{spells})\b.{{0,90}}»", re.I),
        re.compile(rf"«[^.;]{{0,90}}\b(?:{hours})\b", re.I),
    )

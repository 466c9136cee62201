"""Some of the dead: "three died of their wounds since Sunday", "20 bodies were handed over" beside the number of all.

Here belongs which numbers of dead are parts by what befell them. The choice among rival numbers is settled in
statements.
"""

import re
from dataclasses import replace
from functools import cache

from pipeline import codebook
from pipeline.reconcile.said import TOLL, Said
from pipeline.reconcile.statement import EVERYBODY

KILLED = "killed"
WHOLE = ("incident", "cumulative")


def some_of_the_dead(claims: list[Said]) -> list[Said]:
    """The claims, those as parts that count bodies handed over, or those who died of their wounds beside more dead."""
    most = max((one.point or 0 for one in claims if _is_whole(one)), default=0)
    return [replace(one, scope="part") if _is_whole(one) and _is_some(one, most) else one for one in claims]


def _is_some(one: Said, most: int) -> bool:
    """More may lie in the morgue still, unless it is said of all; a toll is the number of all."""
    if TOLL in one.rule.split("_"):
        return False
    behind = one.marked.partition("«")[2]
    return bool(_settled().match(behind)) or ((one.point or 0) < most and bool(_succumbed().match(behind)))


@cache
def _settled() -> re.Pattern[str]:
    words = "|".join(codebook.read("reconcile_rules")["bodies_settled"])
    return re.compile(rf"\s+(?:[\w’'-]+ ){{0,4}}?(?:bodies|remains)\b[^.;«»]{{0,40}}?\b(?:{words})\b", re.I)


def _is_whole(one: Said) -> bool:
    counts = one.measure == KILLED and one.group == EVERYBODY and one.scope in WHOLE
    return counts and not one.denied and one.assertion != "planned"


@cache
def _succumbed() -> re.Pattern[str]:
    words = "|".join(codebook.read("reconcile_rules")["reasons"]["succumbed"]["words"])
    return re.compile(rf"[^.;«»]{{0,100}}?\b(?:{words})\b", re.I)

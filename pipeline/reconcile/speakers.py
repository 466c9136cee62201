"""Who speaks within one report: its claims by voice.

Here belongs which claims of a report are one voice. Who a voice is among reports is settled in voices.
"""

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache

from pipeline import codebook
from pipeline.reconcile.said import Said
from pipeline.reconcile.voices import apart

WITNESS = "witness"


def is_named(one: Said) -> bool:
    """Quoted by a name or an office."""
    return bool(one.source) and one.source_class in codebook.read("reconcile_rules")["quoted"]


def voices_of(claims: list[Said]) -> dict[str, list[Said]]:
    """Claims by voice. Who is told apart from the other sources of the report ("another witness") is a voice too."""
    others = [one for one in claims if _is_another(one, claims)]
    told = _by_source([one for one in claims if one not in others]) if others else _by_source(claims)
    for one in others:
        told.setdefault(_apart(one), []).append(replace(one, voice=_apart(one)))
    return told


def _is_another(one: Said, claims: list[Said]) -> bool:
    """Said by a source without a name, told apart from those before: "another source, in the town, said five"."""
    if not one.source or is_named(one) or not _other_sources().match(one.source):
        return False
    return any(o.point != one.point and (o.position or 0) < (one.position or 0) for o in claims)


@cache
def _other_sources() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(codebook.read('reconcile_rules')['other_sources'])})\b", re.I)


def _apart(one: Said) -> str:
    return apart(one.voice, one.source)


def _by_source(claims: list[Said]) -> dict[str, list[Said]]:
    """Claims by voice. What the report says on its own joins the only quoted source, or the one that it agrees with.

    Whom it quotes without a name does not: residents who insist on 21 are not the officials who have 17.
    """
    named: dict[str, list[Said]] = defaultdict(list)
    own: list[Said] = []
    for one in claims:
        (named[one.voice] if is_named(one) else own).append(one)
    if not named:
        return {claims[0].voice: claims}
    _join_short_names(named)
    if len(named) == 1 and min(max((c.point or 0 for c in some), default=0) for some in (own, *named.values())) < 2:
        return {next(iter(named)): claims}
    officials = set(named)
    points = {one.point: voice for voice in sorted(named) for one in named[voice]}
    rest = [one for one in own if one.point not in points]
    for one in own:
        if one.point in points:
            named[points[one.point]].append(one)
    if rest and max(one.point or 0 for one in rest) >= 2:
        for one in rest:
            beside = one.voice in officials and one.source_class == WITNESS and bool(one.source)
            named[_apart(one) if beside else rest[0].voice].append(replace(one, voice=_apart(one)) if beside else one)
    return dict(named)


def _join_short_names(named: dict[str, list[Said]]) -> None:
    """Within one report "the ministry" is the health ministry that it names elsewhere."""
    for short in sorted(named, key=lambda voice: (len(voice.split()), voice)):
        longer = [v for v in sorted(named) if v != short and set(short.split()) < set(v.split())]
        if len(longer) == 1:
            named[longer[0]] += [replace(one, voice=longer[0]) for one in named.pop(short)]

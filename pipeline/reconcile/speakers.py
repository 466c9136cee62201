"""Who speaks within one report: its claims by voice.

Here belongs which claims of a report are one voice. Who a voice is among reports is settled in voices.
"""

from collections import defaultdict
from dataclasses import replace

from pipeline import codebook
from pipeline.reconcile.said import Said


def is_named(one: Said) -> bool:
    return bool(one.source) and one.source_class in codebook.read("reconcile_rules")["quoted"]


def voices_of(claims: list[Said]) -> dict[str, list[Said]]:
    """Claims by voice. What the report says on its own joins the only quoted source, or the one that it agrees with."""
    named: dict[str, list[Said]] = defaultdict(list)
    own: list[Said] = []
    for one in claims:
        (named[one.voice] if is_named(one) else own).append(one)
    if not named:
        return {claims[0].voice: claims}
    _join_short_names(named)
    if len(named) == 1 and min(max((c.point or 0 for c in some), default=0) for some in (own, *named.values())) < 2:
        return {next(iter(named)): claims}
    points = {one.point: voice for voice in sorted(named) for one in named[voice]}
    rest = [one for one in own if one.point not in points]
    for one in own:
        if one.point in points:
            named[points[one.point]].append(one)
    if rest and max(one.point or 0 for one in rest) >= 2:
        named[rest[0].voice] += rest
    return dict(named)


def _join_short_names(named: dict[str, list[Said]]) -> None:
    """Within one report "the ministry" is the health ministry that it names elsewhere."""
    for short in sorted(named, key=lambda voice: (len(voice.split()), voice)):
        longer = [v for v in sorted(named) if v != short and set(short.split()) < set(v.split())]
        if len(longer) == 1:
            named[longer[0]] += [replace(one, voice=longer[0]) for one in named.pop(short)]

"""The chart of an event: the toll over time, each claim a mark, low–best–high of every policy as a band, revisions.

Here belongs where things lie in that chart. Which claims and figures it shows is decided by the event's page.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import escape

from pipeline.publishing.report import svg
from pipeline.publishing.report.words import KINDS, REASONS, bounds, claim_words, day, said, speaker

Row = Mapping[str, Any]
WIDTH, HEIGHT = 720, 330
LEFT, RIGHT, TOP, BOTTOM = 52, 700, 16, 292
OUTLIER = 3
"""What lies beyond so many times the highest best is drawn on the upper edge, so that the rest can be read."""
MARGIN = 0.06
ROLES = ("agrees", "disagrees", "replaced", "other")


def timeline(
    name: str, title: str, claims: Sequence[Row], lines: Mapping[str, Sequence[Row]], roles: Mapping[str, str]
) -> str:
    """The chart. `lines` are the revisions of a figure by policy, by day; `roles` say what a claim is to the figure."""
    moments = [svg.days_of(c["published_at"]) for c in claims if c["published_at"]]
    moments += [svg.days_of(row["as_of"]) for rows in lines.values() for row in rows]
    if not moments:
        return ""
    span = max(max(moments) - min(moments), 1.0)
    x = svg.Scale(min(moments) - span * MARGIN, max(moments) + span * MARGIN, LEFT, RIGHT)
    y = svg.Scale(0, _highest(claims, lines), BOTTOM, TOP)
    body = [*_axes(x, y)]
    for policy, rows in lines.items():
        parts = "".join([*_band(rows, x, y), _best(rows, x, y), *_revisions(rows, x, y)])
        body.append(f'<g class="p p-{policy}">{parts}</g>')
    body += _marks(claims, roles, x, y)
    return svg.document(WIDTH, HEIGHT, title, "".join(body), name)


def _highest(claims: Sequence[Row], lines: Mapping[str, Sequence[Row]]) -> float:
    """The upper end of the axis."""
    rows = [row for some in lines.values() for row in some]
    values = [v for c in claims for v in (c["value_best"], c["value_low"]) if v]
    best = max((row["new_best"] for row in rows if row["new_best"]), default=0)
    ends = [v for row in rows for v in (row["new_high"], row["new_low"]) if v]
    top = best or max(ends, default=0) or max(values, default=1)
    return float(max([top, *(v for v in (*values, *ends) if v <= top * OUTLIER)])) * 1.12 + 0.5


def _axes(x: svg.Scale, y: svg.Scale) -> Iterator[str]:
    for value in svg.value_ticks(y.high):
        yield svg.line(LEFT, y(value), RIGHT, y(value), "grid")
        yield svg.text(LEFT - 8, y(value) + 4, svg.short(value), "tick", "end")
    for place, label in svg.day_ticks(x.low, x.high):
        yield svg.line(x(place), BOTTOM, x(place), BOTTOM + 5, "axis")
        yield svg.text(x(place), BOTTOM + 20, label, "tick", "middle")
    yield svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "axis")


def _spans(rows: Sequence[Row], x: svg.Scale) -> Iterator[tuple[Row, float, float]]:
    """Each revision with the stretch on which it holds."""
    places = [x(svg.days_of(row["as_of"])) for row in rows] + [float(RIGHT)]
    yield from zip(rows, places, places[1:], strict=False)


def _band(rows: Sequence[Row], x: svg.Scale, y: svg.Scale) -> Iterator[str]:
    """Low to high; what is open above fades to the upper edge."""
    for row, start, end in _spans(rows, x):
        low, high = row["new_low"], row["new_high"]
        if low is None and high is None:
            continue
        open_high = high is None
        top, bottom = TOP if open_high else y(high), y(low or 0)
        told = f"{bounds(low, row['new_best'], high)} from {day(row['as_of'])}"
        yield svg.rect(start, top, end - start, bottom - top, "band open" if open_high else "band", told)


def _best(rows: Sequence[Row], x: svg.Scale, y: svg.Scale) -> str:
    """The line of best; it is broken where there is none."""
    pieces: list[str] = []
    run: list[tuple[float, float]] = []
    for row, start, end in _spans(rows, x):
        if row["new_best"] is not None:
            run.append((start, y(row["new_best"])))
        if run and (row["new_best"] is None or end == RIGHT):
            pieces.append(svg.steps(run, start if row["new_best"] is None else end, "best"))
            run = []
    return "".join(pieces)


def _revisions(rows: Sequence[Row], x: svg.Scale, y: svg.Scale) -> Iterator[str]:
    """A mark below the axis for each day on which the figure changed."""
    for row in rows:
        place = x(svg.days_of(row["as_of"]))
        told = (
            f"{day(row['as_of'])}: {bounds(row['new_low'], row['new_best'], row['new_high'])}, {REASONS[row['reason']]}"
        )
        yield (
            f'<path class="revision" transform="translate({svg.number(place)},{BOTTOM + 1})" d="M0,0L4,7H-4z">'
            f"<title>{escape(told)}</title></path>"
        )


def _marks(claims: Sequence[Row], roles: Mapping[str, str], x: svg.Scale, y: svg.Scale) -> Iterator[str]:
    """A mark a claim; claims that say the same on the same day share one."""
    same: dict[tuple[Any, ...], list[Row]] = {}
    for claim in claims:
        value = claim["value_best"] if claim["value_best"] is not None else claim["value_low"]
        value = claim["value_high"] if value is None else value
        if value is None or not claim["published_at"]:
            continue
        role = roles.get(claim["claim_id"], "other")
        place = x(svg.days_of(claim["published_at"])), y(value)
        same.setdefault((*place, claim["scope"], claim["attribution_class"], role), []).append(claim)
    order = {role: i for i, role in enumerate(reversed(ROLES))}
    for (px, py, scope, kind, role), some in sorted(same.items(), key=lambda item: order[item[0][4]]):
        first = some[0]
        told = f"{claim_words(first)} ({said(scope)}), {speaker(first)}, {day(first['published_at'])}"
        told += f" and {len(some) - 1} more the same" if len(some) > 1 else ""
        yield svg.mark(px, py, scope, f"dot k-{kind} r-{role}", told, first.get("href", ""))


def legend(claims: Sequence[Row]) -> dict[str, list[tuple[str, str]]]:
    """What colours and shapes of a chart mean, as far as they occur in it: code and words."""
    kinds = {c["attribution_class"] for c in claims}
    scopes = {c["scope"] for c in claims}
    return {
        "kinds": [(kind, words) for kind, words in KINDS.items() if kind in kinds],
        "scopes": [(scope, said(scope)) for scope in svg.SHAPES if scope in scopes],
    }

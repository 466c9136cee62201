"""Charts that compare events: the largest tolls, and the incidents of a campaign against its reported total.

Here belongs where things lie in these charts. Which events they show is decided by the pages.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import escape

from pipeline.publishing.report import svg
from pipeline.publishing.report.words import bounds, day

Row = Mapping[str, Any]
WIDTH, LEFT, ROW = 720, 12, 58
RIGHT, SUM_RIGHT = 560, 640
MAX_LABEL = 52
FAR_APART = 20
"""When the largest value is so many times the middle one, the axis goes by powers of ten."""
SUM_HEIGHT, SUM_LEFT, SUM_BOTTOM = 300, 52, 262


def largest(name: str, title: str, rows: Sequence[Row]) -> str:
    """Low to high as a bar and best as a mark, a line an event. A row is one of `listed_events`."""
    top = max((v for row in rows for v in (row["low"], row["best"], row["high"]) if v), default=1)
    tolls = sorted(row["toll"] for row in rows if row["toll"])
    far_apart = bool(tolls) and top > FAR_APART * tolls[len(tolls) // 2]
    x = (svg.PowerScale if far_apart else svg.Scale)(0, top, LEFT, RIGHT)
    height = len(rows) * ROW + 40
    body = [*_scale(x, svg.power_ticks(top) if far_apart else svg.value_ticks(top), height)]
    for i, row in enumerate(rows):
        body += _bar(row, x, i * ROW + 40)
    return svg.document(WIDTH, height, title, "".join(body), name)


def _scale(x: svg.Scale, ticks: Sequence[int], height: int) -> Iterator[str]:
    for value in ticks:
        yield svg.line(x(value), 6, x(value), height - 30, "grid")
        yield svg.text(x(value), height - 8, svg.short(value), "tick", "middle")


def _bar(row: Row, x: svg.Scale, y: float) -> Iterator[str]:
    """One event: its name, and the bar below it, so that a narrow screen shows both."""
    low, best, high = row["low"], row["best"], row["high"]
    ends = [v for v in (low, best, high) if v is not None]
    told = f"{row['label']}: {bounds(low, best, high)}, {str(row['status']).replace('_', ' ')}"
    label = row["label"] if len(row["label"]) <= MAX_LABEL else f"{row['label'][: MAX_LABEL - 1].rstrip()}…"
    words = svg.text(0, y - 18, label, "name")
    yield f'<a href="{escape(row["href"])}">{words}</a>' if row.get("href") else words
    yield svg.line(LEFT, y, x(max(ends)), y, "stem")
    yield svg.rect(x(min(ends)), y - 6, x(max(ends)) - x(min(ends)), 12, f"band s-{row['status']}", told)
    if best is not None:
        yield f'<circle cx="{svg.number(x(best))}" cy="{svg.number(y)}" r="5" class="point s-{row["status"]}"/>'
    yield svg.text(x(max(ends)) + 12, y + 8, bounds(low, best, high), "value")


def incidents_against_total(
    name: str, title: str, incidents: Sequence[tuple[str, int, str]], total: Sequence[Row]
) -> str:
    """The incidents added up by day, against the reported total by day. Incidents are day, number and label."""
    days = [svg.days_of(i[0]) for i in incidents] + [svg.days_of(row["as_of"]) for row in total]
    if not incidents or not total:
        return ""
    margin = max(max(days) - min(days), 1.0) * 0.06
    x = svg.Scale(min(days) - margin, max(days) + margin, SUM_LEFT, SUM_RIGHT)
    values = [row["new_best"] for row in total if row["new_best"] is not None]
    y = svg.Scale(0, max([sum(i[1] for i in incidents), *values]) * 1.12 + 0.5, SUM_BOTTOM, 16)
    body = [*_sum_axes(x, y), *_sum(incidents, x, y), *_total(total, x, y)]
    return svg.document(WIDTH, SUM_HEIGHT, title, "".join(body), name)


def _sum_axes(x: svg.Scale, y: svg.Scale) -> Iterator[str]:
    for value in svg.value_ticks(y.high):
        yield svg.line(SUM_LEFT, y(value), SUM_RIGHT, y(value), "grid")
        yield svg.text(SUM_LEFT - 8, y(value) + 4, svg.short(value), "tick", "end")
    for place, label in svg.day_ticks(x.low, x.high):
        yield svg.text(x(place), SUM_BOTTOM + 20, label, "tick", "middle")
    yield svg.line(SUM_LEFT, SUM_BOTTOM, SUM_RIGHT, SUM_BOTTOM, "axis")


def _sum(incidents: Sequence[tuple[str, int, str]], x: svg.Scale, y: svg.Scale) -> Iterator[str]:
    """Each incident as a block on top of those before it, and the line of their sum."""
    summed, points = 0, []
    for when, n, label in incidents:
        place = x(svg.days_of(when))
        top = y(summed + n)
        yield svg.rect(place - 3, top, 6, y(summed) - top, "block", f"{day(when)}: {label}, {n:,}")
        summed += n
        points.append((place, top))
    yield svg.steps(points, SUM_RIGHT, "sum")
    yield svg.text(SUM_RIGHT + 6, points[-1][1] + 4, f"{summed:,}", "value")


def _total(total: Sequence[Row], x: svg.Scale, y: svg.Scale) -> Iterator[str]:
    """The line of the reported total."""
    points = [(x(svg.days_of(r["as_of"])), y(r["new_best"])) for r in total if r["new_best"] is not None]
    if points:
        yield svg.steps(points, SUM_RIGHT, "best")
        last = next(r["new_best"] for r in reversed(total) if r["new_best"] is not None)
        yield svg.text(SUM_RIGHT + 6, points[-1][1] + 4, f"{last:,}", "value")

"""The toll over time of some events, one small chart below the other: the picture that stands beside `figures`.

Here belongs where things lie in it. Which events it shows, and their revisions, come from outside.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.publishing.report import svg
from pipeline.publishing.report.words import bounds, day

Row = Mapping[str, Any]
WIDTH, HEIGHT = 720, 104
LEFT, RIGHT, TOP, BOTTOM = 12, 560, 34, 80


def tolls(name: str, title: str, lines: Sequence[tuple[str, Sequence[Row]]]) -> str:
    """Label and revisions of each event, in order of days; every event has its own days and its own scale."""
    told = [(label, rows) for label, rows in lines if rows]
    if not told:
        return ""
    body = [part for i, (label, rows) in enumerate(told) for part in _event(label, rows, i * HEIGHT)]
    return svg.document(WIDTH, HEIGHT * len(told), title, "".join(body), name)


def _event(label: str, rows: Sequence[Row], top: int) -> Iterator[str]:
    """The line of best, the band from low to high, the days at both ends and the value of now."""
    days = [svg.days_of(row["as_of"]) for row in rows]
    x = svg.Scale(days[0], max(days[-1], days[0] + 1) + (days[-1] - days[0]) * 0.06, LEFT, RIGHT)
    ends = [row[f"new_{end}"] for row in rows for end in ("low", "best", "high") if row[f"new_{end}"] is not None]
    y = svg.Scale(0, max([*ends, 1]) * 1.1, top + BOTTOM, top + TOP)
    yield svg.text(0, top + 22, label, "name")
    yield svg.line(LEFT, top + BOTTOM, RIGHT, top + BOTTOM, "axis")
    for row, start, end in zip(rows, map(x, days), [*map(x, days[1:]), RIGHT], strict=True):
        low, high = row["new_low"], row["new_high"]
        upper = y(high) if high is not None else top + TOP
        kind = "band" if high is not None else "band open"
        if ends and (low is not None or high is not None):
            yield svg.rect(start, upper, end - start, y(low or 0) - upper, kind)
    best = [row["new_best"] for row in rows]
    known = [(x(place), y(value)) for place, value in zip(days, best, strict=True) if value is not None]
    yield svg.steps(known, RIGHT, "best")
    last = rows[-1]
    now = bounds(last["new_low"], last["new_best"], last["new_high"])
    yield svg.text(RIGHT + 12, (known[-1][1] if known else top + BOTTOM) + 5, now, "value")
    yield svg.text(LEFT, top + BOTTOM + 16, day(rows[0]["as_of"]), "tick")
    if len(rows) > 1:
        yield svg.text(RIGHT, top + BOTTOM + 16, day(last["as_of"]), "tick", "end")

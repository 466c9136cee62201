"""The parts of a chart: scales, axes, marks. SVG as text, with every foreign text escaped.

Here belongs drawing. What is drawn stands in timeline.py and bars.py, colours in the style sheet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import ceil, floor, log10

from markupsafe import escape

DAY = timedelta(days=1)
SHAPES = {
    "incident": "M-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0z",
    "cumulative": "M-4,-4h8v8h-8z",
    "window": "M0,-5.2L5,4H-5z",
    "part": "M0,-5.5L5.5,0L0,5.5L-5.5,0z",
    "change": "M-1.6,-5h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4v-3.2h3.4z",
    "subset": "M0,5.2L5,-4H-5z",
    "background": "M-4.5,-4.5L4.5,4.5M-4.5,4.5L4.5,-4.5",
}
"""The mark of each scope, around nought."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to places on one axis, in pixels."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The place of a value, to a tenth of a pixel; values outside lie on the edge."""
        inside = min(max(value, self.low), self.high)
        return round(self.start + self.share(inside) * (self.end - self.start), 1)

    def share(self, value: float) -> float:
        """How far along the axis a value lies, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class PowerScale(Scale):
    """An axis on which each power of ten has as much place as the one before: for values of very different size."""

    def share(self, value: float) -> float:
        """How far along the axis a value lies."""
        return log10(1 + value) / log10(1 + self.high)


def number(value: float) -> str:
    """A coordinate without a needless fraction."""
    return f"{value:g}"


def days_of(day: str | date | datetime) -> float:
    """A moment as days since 1970, UTC."""
    if isinstance(day, str):
        day = date.fromisoformat(day)
    if isinstance(day, datetime):
        return day.astimezone(UTC).timestamp() / 86400
    return float((day - date(1970, 1, 1)).days)


def nice_step(span: float, wanted: int) -> int:
    """A whole step of 1, 2 or 5 times a power of ten that cuts the span into about so many parts."""
    rough = max(span / wanted, 1)
    power = 10 ** floor(log10(rough))
    return int(next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough))


def value_ticks(high: float, wanted: int = 4) -> list[int]:
    """Round values from nought to a value."""
    step = nice_step(high, wanted)
    return list(range(0, int(high) + 1, step))


def power_ticks(high: float) -> list[int]:
    """Nought, and the powers of ten up to a value."""
    return [0, *(10**n for n in range(int(log10(max(high, 1))) + 1))]


def short(value: int) -> str:
    """A value as an axis has place for it: 20, 5,000, 500k, 2m."""
    for size, sign in ((10**9, "bn"), (10**6, "m"), (10**3, "k")):
        if value >= 10 * size or (value >= size > 10**3):
            return f"{value / size:g}{sign}"
    return f"{value:,}"


def day_ticks(low: float, high: float, wanted: int = 5) -> Iterator[tuple[float, str]]:
    """Days of a span with their labels, as many as there is place for."""
    span = max(int(ceil(high) - floor(low)), 1)
    step = max(ceil(span / wanted), 1)
    first = date(1970, 1, 1) + timedelta(days=ceil(low))
    for i in range(0, span + 1, step):
        day = first + timedelta(days=i)
        if days_of(day) <= high:
            label = f"{day:%b %Y}" if step > 200 else f"{day.day} {day:%b}" if step > 1 or span < 200 else f"{day}"
            yield days_of(day), label


def text(x: float, y: float, words: object, kind: str = "", anchor: str = "start") -> str:
    """A label."""
    named = f' class="{kind}"' if kind else ""
    placed = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{number(x)}" y="{number(y)}"{named}{placed}>{escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    """A straight line."""
    a, b, c, d = map(number, (x1, y1, x2, y2))
    return f'<line x1="{a}" y1="{b}" x2="{c}" y2="{d}" class="{kind}"/>'


def rect(x: float, y: float, width: float, height: float, kind: str, title: str = "") -> str:
    """A rectangle, at least a pixel high, with what a pointer is told."""
    a, b, c, d = map(number, (x, y, round(max(width, 0), 1), round(max(height, 1), 1)))
    shape = f'<rect x="{a}" y="{b}" width="{c}" height="{d}" class="{kind}"'
    return f"{shape}><title>{escape(title)}</title></rect>" if title else f"{shape}/>"


def steps(points: Sequence[tuple[float, float]], end: float, kind: str) -> str:
    """A line that keeps each height until the next point."""
    if not points:
        return ""
    (x, y), *later = points
    path = f"M{number(x)},{number(y)}" + "".join(f"H{number(px)}V{number(py)}" for px, py in later)
    return f'<path d="{path}H{number(end)}" class="{kind}"/>'


def mark(x: float, y: float, scope: str, kind: str, title: str, href: str = "") -> str:
    """The mark of a claim; with an address it leads there."""
    shape = (
        f'<path transform="translate({number(x)},{number(y)})" d="{SHAPES.get(scope, SHAPES["incident"])}"'
        f' class="{kind}"><title>{escape(title)}</title></path>'
    )
    return f'<a href="{escape(href)}" tabindex="-1">{shape}</a>' if href else shape


def document(width: int, height: int, title: str, body: str, name: str) -> str:
    """A whole chart. `name` is an id that is unique in its page."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" class="chart" role="group" '
        f'aria-labelledby="{name}"><title id="{name}">{escape(title)}</title>{body}</svg>'
    )

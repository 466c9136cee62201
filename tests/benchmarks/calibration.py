"""How far confidence can be believed: bands of confidence beside the share that was right.

Here belong the table and the expected calibration error. Which claims are judged stands in judged.py, the fit in
calibrate.py.
"""

import collections
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tests.benchmarks.judged import Judged

SURE = 0.9
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


def table(judged: Sequence[Judged]) -> Iterator[str]:
    """Bands of confidence, then sources with their sure claims: how many, mean confidence, share right."""
    yield f"{'calibration':20} {'claims':>6} {'confidence':>10} {'right':>6}"
    for low, high in pairwise(BANDS):
        yield from _line(f"{low:.2f} to {min(high, 1):.2f}", [j for j in judged if low <= j.confidence < high])
    for source in sorted({j.source for j in judged}):
        own = [j for j in judged if j.source == source]
        yield from _line(source, own)
        yield from _line(f"  {SURE:.1f} and more", [j for j in own if j.confidence >= SURE])
    yield f"expected calibration error {expected_error(judged):.3f} over {len(judged)} judged claims"


def _line(name: str, some: Sequence[Judged]) -> Iterator[str]:
    if some:
        mean, right = sum(j.confidence for j in some) / len(some), sum(j.right for j in some) / len(some)
        yield f"{name:20} {len(some):6} {mean:10.3f} {right:6.3f}"


def expected_error(judged: Sequence[Judged]) -> float:
    """Mean distance between confidence and the share right over bands of equal width, weighted by their claims."""
    bands: dict[int, list[Judged]] = collections.defaultdict(list)
    for one in judged:
        bands[min(int(one.confidence * 20), 19)].append(one)
    gaps = (abs(sum(j.confidence for j in some) - sum(j.right for j in some)) for some in bands.values())
    return sum(gaps) / len(judged) if judged else 0.0

"""Honest intervals: how often the final number lies inside [low, high], and how wide those are.

Here belong incidents with one known final number and a published figure. The other count of a registry, without its
suspects, counts as final too, since reports differ in whether they count the attackers.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.corpora import Corpus
from tests.benchmarks.items import MEASURES, POINTS, scorer_module

SETS = ("gva", "wad", "wikipedia_terror")
OTHER_COUNT = {"killed": "killed_minus_dead_suspects", "injured": "injured_minus_hurt_suspects"}


class Interval(NamedTuple):
    """A published interval and the final numbers of its incident; an open end is None."""

    low: float
    high: float | None
    finals: tuple[int, ...]

    @property
    def inside(self) -> bool:
        """One of the final numbers lies in it."""
        return any(self.low <= n and (self.high is None or n <= self.high) for n in self.finals)


def intervals(root: Path, corpus: Corpus, tables: Path, measure: str) -> Iterator[Interval]:
    """The intervals of a corpus's incidents with at least one victim."""
    kit = scorer_module(root, "score")
    index = kit.figure_index(kit.Tables(tables))
    for gold in kit.read_gold(corpus.folder):
        counts = [int(gold[name]) for name in (measure, OTHER_COUNT[measure]) if gold.get(name, "") != ""]
        figure = kit.figure(index, gold["event_id"], measure, POINTS) if counts and counts[0] else None
        low, best, high = (kit.num(figure[end]) if figure else None for end in ("low", "best", "high"))
        if best is not None:
            yield Interval(best if low is None else low, high, tuple(counts))


def rows(name: str, measure: str, found: list[Interval]) -> list[dict[str, Any]]:
    """Rows of the scoreboard: the share inside, the mean width of closed intervals, the share of open ones."""
    closed = [one.high - one.low for one in found if one.high is not None]
    values = {
        "inside": sum(one.inside for one in found) / len(found) if found else None,
        "inside_first_count": sum(one._replace(finals=one.finals[:1]).inside for one in found) / len(found)
        if found else None,
        "width": sum(closed) / len(closed) if closed else None,
        "open": 1 - len(closed) / len(found) if found else None,
    }  # fmt: skip
    return [
        {"set": name, "metric": f"{measure}_{metric}", "measure": "*", "n": len(found), "score": value, "floor": None,
         "ceiling": None, "peer": ""}
        for metric, value in values.items()
    ]  # fmt: skip


def interval_scores(root: Path, corpus: Corpus, tables: Path) -> list[dict[str, Any]]:
    """The rows of a corpus; none for one without final numbers."""
    if corpus.name not in SETS:
        return []
    return [row for m in MEASURES for row in rows(corpus.name, m, list(intervals(root, corpus, tables, m)))]

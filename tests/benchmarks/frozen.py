"""The frozen run: scores and items of an earlier run, and what changed since.

Here belong its files and the comparison. What is right or wrong is decided in items.py and golden.py.
"""

import csv
import gzip
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.items import Item

FOLDER = Path(__file__).parent / "frozen"
SCORES, ITEMS = "scores.csv", "items.csv.gz"
SCORE_COLUMNS = ("set", "metric", "measure", "n", "score")
SHOWN = 15
"""Items of a kind that are named before the rest is counted."""

Score = tuple[str, str, str]
"""Set, metric and measure."""


class Frozen(NamedTuple):
    """An earlier run."""

    scores: dict[Score, tuple[int, float]]
    items: dict[tuple[str, str], Item]


def load(folder: Path = FOLDER) -> Frozen:
    """The frozen run; an empty one when nothing was frozen yet."""
    scores, items = {}, {}
    if (folder / SCORES).is_file():
        with (folder / SCORES).open(newline="", encoding="utf-8") as file:
            rows = csv.DictReader(file)
            scores = {(r["set"], r["metric"], r["measure"]): (int(r["n"]), float(r["score"])) for r in rows}
    if (folder / ITEMS).is_file():
        text = gzip.decompress((folder / ITEMS).read_bytes()).decode()
        for row in csv.reader(io.StringIO(text)):
            items[row[0], row[1]] = Item(row[0], row[1], row[2], row[3], row[4] == "1")
    return Frozen(scores, items)


def freeze(scores: Iterable[dict[str, Any]], items: Iterable[Item], folder: Path = FOLDER) -> None:
    """Writes a run over the frozen one; sets that were not run keep their rows."""
    scores, items, before = list(scores), list(items), load(folder)
    done = {row["set"] for row in scores} | {item.set for item in items}
    kept = [(*key, *value) for key, value in before.scores.items() if key[0] not in done]
    known = [row for row in scores if row["score"] is not None]
    fresh = [(r["set"], r["metric"], r["measure"], r["n"], round(r["score"], 4)) for r in known]
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / SCORES).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(SCORE_COLUMNS)
        writer.writerows(sorted([*kept, *fresh], key=lambda row: row[:3]))
    rest = [item for item in before.items.values() if item.set not in done]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([*item[:4], int(item.right)] for item in sorted([*rest, *items]))
    (folder / ITEMS).write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))


def compare(before: Frozen, items: Sequence[Item]) -> list[str]:
    """What changed, item by item: newly right and newly wrong of each set, in lines to print."""
    lines = []
    for name in dict.fromkeys(item.set for item in items):
        known = [(before.items[name, i.item], i) for i in items if i.set == name and (name, i.item) in before.items]
        for title, now_right in (("newly right", True), ("newly wrong", False)):
            moved = [(old, new) for old, new in known if old.right != new.right == now_right]
            lines += _listed(f"{name}: {title}", moved)
    return lines


def _listed(title: str, moved: Sequence[tuple[Item, Item]]) -> list[str]:
    if not moved:
        return []
    lines = [f"{title} ({len(moved)})"]
    for old, new in moved[:SHOWN]:
        lines.append(f"    {new.item}: gold {new.gold or 'none'}, was {old.ours or 'none'}, is {new.ours or 'none'}")
    if len(moved) > SHOWN:
        lines.append(f"    and {len(moved) - SHOWN} more")
    return lines

"""The scoreboard: the pipeline over annotated corpora and our golden set, and what changed since the frozen run.

Here belong the command, the two processes and the printing. What is scored, and how, stands in corpora.py, items.py and
golden.py.

    python -m tests.benchmarks.accuracy [--eval FOLDER] [--sets "wad gva"] [--out FOLDER] [--all] [--freeze]
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.benchmarks import calibration, frozen, golden
from tests.benchmarks.corpora import Corpus, NoCorpora, corpora, evaluation_root, make_drop, scores
from tests.benchmarks.intervals import interval_scores
from tests.benchmarks.items import Item, items
from tests.benchmarks.judged import Judged, from_corpus, from_golden
from tests.benchmarks.tables import make_tables, write_tables

GOLDEN_SETS = ("golden_sentences", "golden_reports")
SAME = 0.0005
"""Scores are frozen with four decimals; what moves less did not move."""
COLUMNS = ("set", "metric", "n", "score", "aim", "floor", "ceiling", "change", "best published")


class Run(NamedTuple):
    """One set run and scored."""

    name: str
    scores: list[dict[str, Any]]
    items: list[Item]
    judged: list[Judged]
    seconds: float


def run_corpus(root: Path, corpus: Corpus, out: Path) -> Run:
    """Makes the raw folder and the tables of one corpus below `out`, and scores them."""
    start = time.perf_counter()
    drop, tables = out / "_raw" / corpus.name, out / corpus.name
    make_drop(root, corpus, drop)
    write_tables(make_tables(drop).tables, tables)
    numbers = scores(root, corpus, tables) + interval_scores(root, corpus, tables)
    found = numbers, items(root, corpus, tables), from_corpus(root, corpus, tables)
    return Run(corpus.name, *found, time.perf_counter() - start)


def run_golden() -> list[Run]:
    """Our golden set, sentences and reports apart."""
    start, runs = time.perf_counter(), []
    for name, complete in zip(GOLDEN_SETS, (True, False), strict=True):
        some = [o for o in golden.outcomes() if o.entry.complete == complete]
        found = [Item(name, o.entry.id, "right", ", ".join(o.errors()) or "right", not o.errors()) for o in some]
        claims = from_golden() if complete else []
        runs.append(Run(name, golden.scores(some, name), found, claims, time.perf_counter() - start))
    return runs


def run_all(root: Path, chosen: Sequence[Corpus], out: Path, jobs: int) -> list[Run]:
    """All corpora in processes of their own, the largest first."""
    ordered = sorted(chosen, key=lambda c: -sum(p.stat().st_size for p in c.folder.iterdir()))
    done: dict[str, Run] = {}
    with ProcessPoolExecutor(jobs) as pool:
        for future in as_completed([pool.submit(run_corpus, root, corpus, out) for corpus in ordered]):
            run = future.result()
            done[run.name] = run
            print(f"  {run.name}: {run.seconds:.0f} s", file=sys.stderr, flush=True)
    return [done[corpus.name] for corpus in chosen]


@cache
def headline() -> dict[str, dict[str, float | None]]:
    """Metrics to show by set, with the score to reach."""
    read: dict[str, dict[str, float | None]] = yaml.safe_load(
        Path(__file__).with_name("headline.yml").read_text(encoding="utf-8")
    )
    return read


def shown(rows: Iterable[dict[str, Any]], everything: bool) -> list[dict[str, Any]]:
    """The rows of the table: headline metrics over all measures, or all."""
    return [r for r in rows if everything or (r["measure"] == "*" and _is_headline(r["set"], r["metric"]))]


def _is_headline(name: str, metric: str) -> bool:
    return name not in headline() or metric in headline()[name]


def table(rows: Sequence[dict[str, Any]], before: frozen.Frozen) -> Iterator[str]:
    """The scoreboard in lines."""
    body = [_cells(row, before) for row in rows]
    widths = [max(len(line[k]) for line in [COLUMNS, *body]) for k in range(len(COLUMNS))]
    for line in [COLUMNS, tuple("-" * w for w in widths), *body]:
        cells = enumerate(zip(line, widths, strict=True))
        yield "  ".join(c.rjust(w) if 2 <= k <= 7 else c.ljust(w) for k, (c, w) in cells).rstrip()


def _cells(row: dict[str, Any], before: frozen.Frozen) -> tuple[str, ...]:
    number = "{:.3f}".format
    metric = row["metric"] if row["measure"] == "*" else f"{row['metric']} {row['measure']}"
    aim = headline().get(row["set"], {}).get(row["metric"])
    old = before.scores.get((row["set"], row["metric"], row["measure"]))
    moved = 0.0 if old is None or row["score"] is None else row["score"] - old[1]
    change = "" if old is None else "=" if abs(moved) < SAME else f"{moved:+.3f}"
    values = (row["score"], aim, row["floor"], row["ceiling"])
    score, *others = ("" if v is None else number(v) for v in values)
    mark = "" if aim is None or row["score"] is None else "*" if row["score"] >= aim else " "
    return row["set"], metric, str(row["n"]), score + mark, *others, change, row["peer"] or ""


def main() -> int:
    """Runs and prints; 2 when there is nothing to score."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.accuracy")
    parser.add_argument("--eval", help="folder of annotated corpora (default ../shared/eval)")
    parser.add_argument("--sets", default="", help="names of sets, all without it; golden: only our own")
    parser.add_argument("--out", help="folder for the raw folders and tables (default: thrown away)")
    parser.add_argument("--all", action="store_true", help="show every metric")
    parser.add_argument("--freeze", action="store_true", help="make this the run that later ones are compared with")
    parser.add_argument("--jobs", type=int, default=2)
    chosen = parser.parse_args()
    names = chosen.sets.split()
    runs = run_golden() if not names or "golden" in names else []
    try:
        if names != ["golden"]:
            root = evaluation_root(chosen.eval)
            wanted = corpora(root, [name for name in names if name != "golden"])
            with tempfile.TemporaryDirectory() as temporary:
                runs += run_all(root, wanted, Path(chosen.out or temporary).resolve(), chosen.jobs)
    except NoCorpora as nothing:
        print(nothing, file=sys.stderr)
        if not runs:
            return 2
    report(runs, chosen.all, chosen.freeze)
    return 0


def report(runs: Sequence[Run], everything: bool, freeze: bool) -> None:
    """Prints the table and the changes; freezes the run when asked to."""
    before = frozen.load()
    rows, found = [r for run in runs for r in run.scores], [i for run in runs for i in run.items]
    print("\n".join(table(shown(rows, everything), before)))
    print("(* reaches its aim; change: against the frozen run)\n")
    judged = [j for run in runs for j in run.judged]
    if judged:
        print("\n".join([*calibration.table(judged), ""]))
    print("\n".join(frozen.compare(before, found) or ["No item changed against the frozen run."]))
    if freeze:
        frozen.freeze(rows, found)
        print(f"Frozen: {len(rows)} scores, {len(found)} items.")


if __name__ == "__main__":
    sys.exit(main())

"""The speed benchmark: text → claims beside quantulum3, sentence by sentence on the same articles, one core, one run.

Here belong the measuring and the printing. All times are CPU seconds of one process, so that other work on the machine
counts little. Ours starts with one article (what is loaded and built once), then reads the articles that are not in the
sample (cold), then the sample, which it has not seen (warm: what real use is like). quantulum3 keeps its own units and
is warmed up before its clock starts. Where the extraction is compiled (`make compiled`), both ways are measured.

    python -m tests.benchmarks.speed [--eval FOLDER] [--sample 60] [--sets "gva timeline17"] [--profile]
"""

import argparse
import cProfile
import os
import pstats
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import wraps
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from pipeline import compiled
from pipeline.reading.article import Article
from tests.benchmarks.corpora import NoCorpora, corpora, evaluation_root, make_drop

SETS = "gva timeline17"
SAMPLE, SEED, MADE = 60, 7, 2500
STAGES = {
    "split": "sentences", "mentions_of": "mentions", "attach": "constructions",
    "build": "values", "contextualise": "context", "settle": "whole article", "read_dateline": "context",
}  # fmt: skip
"""Functions that extract.py calls, and the stage that each one is."""
MILESTONES = (100, 500, 1000, 2000)
STAGED = 200
"""Articles besides the sample over which the stages are timed."""


class Pace(NamedTuple):
    """Articles read, their characters, and the seconds that it took."""

    articles: int
    chars: int
    seconds: float

    def __str__(self) -> str:
        return (f"{self.articles / self.seconds:8.1f} articles/s {self.chars / self.seconds / 1000:9.0f} kB/s"
                f"   ({self.articles} articles, {self.seconds:.2f} s)")  # fmt: skip


class Ours(NamedTuple):
    """What was measured of this pipeline on a corpus; the stages only of plain Python."""

    compiled: bool
    start: float
    cold: Pace
    warm: Pace
    peak_mb: float
    rss_mb: dict[int, float]
    stages: dict[str, float]


def pace(work: Callable[[Article], Any], articles: Sequence[Article]) -> Pace:
    """Does the work on each article and keeps nothing."""
    begun = time.process_time()
    for article in articles:
        work(article)
    return Pace(len(articles), sum(len(a.text) + len(a.title) for a in articles), time.process_time() - begun)


def measure_ours(others: Sequence[Article], sample: Sequence[Article]) -> Ours:
    """Throughput, memory and stages of this pipeline. Runs in a process of its own, where nothing is loaded yet."""
    one_core()
    begun = time.process_time()
    from pipeline.claims.extract import extract

    extract(others[0])
    start = time.process_time() - begun
    memory: dict[int, float] = {}
    counter = iter(range(2, len(others) + 1))

    def watched(article: Article) -> None:
        extract(article)
        if (done := next(counter)) in MILESTONES:
            memory[done] = rss_mb()

    cold = pace(watched, others[1:])
    warm = pace(extract, sample)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spent = {} if compiled.in_use() else stages([*others[:STAGED], *sample])
    return Ours(compiled.in_use(), start, cold, warm, peak, memory, spent)


def stages(articles: Sequence[Article]) -> dict[str, float]:
    """Seconds of each stage from text to frames, by timers around the functions that extraction calls."""
    from pipeline.claims import extract as module
    from pipeline.claims.chunks import Chunker
    from pipeline.claims.frames import extract_frames

    spent = dict.fromkeys([*STAGES.values(), "chunks"], 0.0)
    with ExitStack() as timers:
        for name, stage in STAGES.items():
            timers.enter_context(patch.object(module, name, timed(getattr(module, name), stage, spent)))
        timers.enter_context(patch.object(Chunker, "chunks", timed(Chunker.chunks, "chunks", spent)))
        begun = time.process_time()
        for article in articles:
            module.extract(article)
        total = time.process_time() - begun
    extract_frames(articles[:1])  # the first frame of all builds the schemas
    begun = time.process_time()
    extract_frames(articles)
    framed = time.process_time() - begun
    untimed = pace(module.extract, articles).seconds
    return spent | {"the rest of extraction": total - sum(spent.values()), "frames": max(0.0, framed - untimed)}


def profile(articles: Sequence[Article]) -> None:
    """Prints the functions in which extraction spends its time, after one pass to warm up."""
    from pipeline.claims.extract import extract

    pace(extract, articles)
    profiler = cProfile.Profile()
    profiler.runcall(pace, extract, articles)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(30)


def timed(function: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    """The function with a timer around it."""

    @wraps(function)
    def run(*arguments: Any, **options: Any) -> Any:
        begun = time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            spent[stage] += time.process_time() - begun

    return run


def measure_quantulum3(sample: Sequence[Article]) -> Pace:
    """quantulum3.parser.parse over the same articles, sentence by sentence. Runs in a process of its own."""
    one_core()
    import warnings

    warnings.simplefilter("ignore")
    from quantulum3 import parser

    from pipeline.reading.sentences import split

    parser.parse("It took three weeks and cost $5 million.")

    def parse(article: Article) -> None:
        for text in (article.title, article.text):
            for start, end in split(text):
                parser.parse(text[start:end])

    return pace(parse, sample)


def one_core() -> None:
    """Keeps this process on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def rss_mb() -> float:
    """Memory that this process holds now, in megabytes; the peak where the system does not say."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def read_sets(given: str | None, names: Sequence[str]) -> dict[str, list[Article]]:
    """The articles of each corpus; generated ones when there is no corpus."""
    from tests.benchmarks.synthetic_news import articles
    from tests.benchmarks.tables import read_folder

    try:
        root = evaluation_root(given)
        found = {}
        with tempfile.TemporaryDirectory() as drop:
            for corpus in corpora(root, names):
                make_drop(root, corpus, Path(drop) / corpus.name)
                found[corpus.name] = read_folder(Path(drop) / corpus.name)
        return found
    except NoCorpora as nothing:
        print(f"{nothing}\nMeasured on {MADE} made-up articles instead.", file=sys.stderr)
        return {"made-up": articles(MADE)}


def in_own_process(work: Callable[..., Any], *arguments: Any, machine_code: bool = False) -> Any:
    """Runs the work in a fresh interpreter, with the compiled modules (where they were built) or without."""
    with patch.dict(os.environ, {compiled.SWITCH: str(int(machine_code))}), get_context("spawn").Pool(1) as pool:
        return pool.apply(work, arguments)


def table(ours: Ours, theirs: Pace) -> Iterator[str]:
    """The figures of a corpus in lines."""
    yield "  ours, compiled" if ours.compiled else "  ours, plain Python"
    yield f"    start           {ours.start:8.1f} s for the first article"
    yield f"    cold            {ours.cold}"
    yield f"    warm            {ours.warm}"
    yield f"    ratio           {theirs.seconds / ours.warm.seconds:8.0f} ×  on the same {theirs.articles} articles"
    grown = ", ".join(f"{mb:.0f} MB after {n}" for n, mb in ours.rss_mb.items())
    yield f"    memory          peak {ours.peak_mb:.0f} MB; {grown} articles"
    total = sum(ours.stages.values())
    shares = sorted(ours.stages.items(), key=lambda stage: -stage[1])
    if shares:
        yield "    time            " + ", ".join(f"{name} {seconds / total:.0%}" for name, seconds in shares)


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks.speed")
    options.add_argument("--eval", help="folder of annotated corpora (default ../shared/eval)")
    options.add_argument("--sets", default=SETS)
    options.add_argument("--profile", action="store_true", help="show the functions that take most time")
    options.add_argument("--sample", type=int, default=SAMPLE, help="articles that both read")
    chosen = options.parse_args()
    for name, articles in read_sets(chosen.eval, chosen.sets.split()).items():
        mixed = random.Random(SEED).sample(articles, len(articles))
        sample, others = mixed[: chosen.sample], mixed[chosen.sample :]
        theirs = in_own_process(measure_quantulum3, sample)
        print(f"{name}: {len(articles)} articles\n  quantulum3        {theirs}", flush=True)
        for machine_code in (False, True) if compiled.is_built() else (False,):
            ours = in_own_process(measure_ours, others, sample, machine_code=machine_code)
            print("\n".join(table(ours, theirs)), flush=True)
        if chosen.profile:
            in_own_process(profile, others[:STAGED])


if __name__ == "__main__":
    main()

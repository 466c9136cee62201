"""How long linking and reconciling take on many claims, how much memory, and how much of the known truth comes back.

python -m tests.benchmarks.scale [--claims 100000]
"""

import argparse
import resource
import sys
import time
from collections import Counter, defaultdict
from typing import NamedTuple

import pandas as pd

from pipeline import codebook
from pipeline.linking.link import Linked, link
from pipeline.reconcile.figures import reconcile
from tests.benchmarks.made_stories import Made, make

MOST_SECONDS, MOST_BYTES = 300, 2 * 1024**3


class Recovered(NamedTuple):
    """Shares of the truth that came back."""

    b_cubed: float
    whole_stories: float
    tolls: float


def recovered(made: Made, linked: Linked, figures: pd.DataFrame) -> Recovered:
    """B-cubed F1 of reports; stories that are one event and nothing else; of those, how many have the last toll."""
    main = linked.claims.dropna(subset=["event_id"]).groupby("article_id")["event_id"].agg(lambda e: e.mode().iloc[0])
    pairs = [(made.story_of[article], event) for article, event in main.items()]
    both, stories, events = Counter(pairs), Counter(s for s, _ in pairs), Counter(e for _, e in pairs)
    precision = sum(n * n / events[e] for (_, e), n in both.items()) / len(pairs)
    recall = sum(n * n / stories[s] for (s, _), n in both.items()) / len(made.story_of)
    told: dict[int, set[str]] = defaultdict(set)
    for story, event in pairs:
        told[story].add(event)
    whole = {s: next(iter(e)) for s, e in told.items() if len(e) == 1 and events[next(iter(e))] == stories[s]}
    killed = figures[(figures["measure"] == "killed") & (figures["victim_group"] == "all")]
    best = dict(zip(killed["event_id"], killed["best"], strict=True))
    right = sum(best.get(event) == made.toll_of[story] for story, event in whole.items())
    f1 = 2 * precision * recall / (precision + recall)
    return Recovered(f1, len(whole) / len(made.toll_of), right / max(len(whole), 1))


def main() -> int:
    """Makes, links, reconciles and prints; 1 when it took longer or more memory than it may."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.scale")
    parser.add_argument("--claims", type=int, default=100_000)
    wanted = parser.parse_args().claims
    made = make(wanted)
    start = time.perf_counter()
    linked = link(made.articles, made.claims)
    between = time.perf_counter()
    policies = codebook.read("policies")["run"]
    figures = reconcile(linked.claims, linked.articles, linked.events, policies)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    found = recovered(made, linked, figures[figures["policy"] == policies[0]])
    print(f"{len(made.claims):,} claims in {len(made.articles):,} reports on {len(made.toll_of):,} stories")
    print(f"link {between - start:.0f} s, reconcile under {len(policies)} policies {seconds - between + start:.0f} s")
    print(f"all {seconds:.0f} of {MOST_SECONDS} s, peak memory {peak / 1024**3:.2f} of {MOST_BYTES / 1024**3:.0f} GiB")
    print(
        f"recovered: B-cubed F1 {found.b_cubed:.3f}, whole stories {found.whole_stories:.3f}, tolls {found.tolls:.3f}"
    )
    return int(seconds > MOST_SECONDS or peak > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())

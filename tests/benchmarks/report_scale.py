"""How long the report of many events takes: `python -m tests.benchmarks.report_scale [--events N] [--claims N]`.

Made tables with generated stories, every page built and dropped again; printed are seconds (of the clock, and of this
process), megabytes of pages and the peak of memory. The first line is of one event with five thousand claims.
"""

import argparse
import random
import resource
import time
from typing import Any

import pandas as pd

from pipeline.publishing.report.build import report
from pipeline.tables.registry import TABLES, conform, empty, make_id

POLICIES = ["range", "gtd", "conservative", "majority", "latest", "highest", "weighted"]
KINDS = ["official", "medical", "witness", "media", "ngo", "unknown"]
DAYS = pd.date_range("2024-01-01", "2025-12-31", tz="UTC")
MEASURES = ["killed", "killed", "injured"]


def tables(n_events: int, n_claims: int, seed: int = 7) -> dict[str, pd.DataFrame]:
    """Tables of generated events with their claims spread evenly."""
    chance = random.Random(seed)
    rows: dict[str, list[dict[str, Any]]] = {"events": [], "articles": [], "claims": [], "figures": [], "revisions": []}
    each = n_claims // n_events
    for number in range(n_events):
        _story(rows, number, each, chance)
    found = {name: empty(model) for name, model in TABLES.items()}
    return found | {name: conform(TABLES[name], pd.DataFrame(some)) for name, some in rows.items()}


def _story(rows: dict[str, list[dict[str, Any]]], number: int, n_claims: int, chance: random.Random) -> None:
    """One event whose toll grows."""
    event_id, first = make_id("evt", number), chance.randrange(len(DAYS) - 12)
    start, end = DAYS[first], DAYS[first + 10]
    rows["events"].append({
        "event_id": event_id, "kind": "incident", "label": f"Fire in Town {number}", "event_type": "fire",
        "date_start": f"{start:%Y-%m-%d}", "date_end": f"{start:%Y-%m-%d}", "date_precision": "day",
        "place": f"Town {number}",
        "n_articles": n_claims, "n_origins": 5, "first_reported": start, "last_reported": end,
    })  # fmt: skip
    ids: dict[str, list[str]] = {"killed": [], "injured": []}
    for i in range(n_claims):
        key, measure, value = f"{number}-{i}", MEASURES[i % 3], 10 + i % 17
        rows["articles"].append({
            "article_id": make_id("art", key), "document_id": key, "raw_path": key, "publisher": f"Paper {i % 40}",
            "url": f"https://paper{i % 40}.example/{key}", "title": f"Fire in Town {number} kills {value}",
            "published_at": DAYS[first + i % 10], "n_chars": 900, "text_sha256": "0",
        })  # fmt: skip
        rows["claims"].append({
            "claim_id": make_id("clm", key), "mention_id": make_id("men", key), "article_id": make_id("art", key),
            "event_id": event_id, "measure": measure, "victim_group": "all", "value_low": value, "value_best": value,
            "value_high": value, "quantifier": "exact", "unit": "person", "scope": "incident",
            "attributed_to": f"the fire service of Town {number}", "attribution_class": chance.choice(KINDS),
            "assertion": "asserted", "negated": False, "confidence": 0.9, "rule": "active",
            "excerpt": f"The fire in a warehouse of Town {number} on Friday left »{value}« people {measure}.",
        })  # fmt: skip
        ids[measure].append(make_id("clm", key))
    for measure, claims in ids.items():
        for policy in POLICIES:
            _figure(rows, event_id, measure, policy, claims, (start, end))


def _figure(rows: dict[str, list[dict[str, Any]]], event_id: str, measure: str, policy: str, claims: list[str],
            days: tuple[pd.Timestamp, pd.Timestamp]) -> None:  # fmt: skip
    """One figure and its history."""
    facts = {"event_id": event_id, "measure": measure, "victim_group": "all", "scope": "incident", "policy": policy}
    figure_id, half = make_id("fig", *facts.values()), len(claims) // 2
    rows["figures"].append({
        **facts, "figure_id": figure_id, "unit": "person", "low": 10, "best": 20, "high": 26, "status": "contested",
        "n_claims": max(len(claims), 1), "n_articles": max(len(claims), 1), "n_origins": 5, "as_of": days[1],
        "first_reported": days[0], "last_reported": days[1], "supporting_claim_ids": ";".join(claims[:half]),
        "superseded_claim_ids": ";".join(claims[half:]), "reason": "20 on the word of 2 voices; against 26 of others.",
    })  # fmt: skip
    for step in range(4):
        day = days[0] + pd.Timedelta(days=step * 2)
        rows["revisions"].append({
            **facts, "figure_id": figure_id, "revision_id": make_id("rev", figure_id, step), "as_of": f"{day:%Y-%m-%d}",
            "recorded_at": days[1], "new_low": 8 + step, "new_best": 12 + step, "new_high": 20 + step,
            "reason": "new_report", "run_id": "made",
        })  # fmt: skip


def measure(n_events: int, n_claims: int) -> tuple[float, float, float, int]:
    """Seconds to build all pages, by the clock and of this process; their megabytes, and how many there are."""
    made = tables(n_events, n_claims)
    at_work = time.process_time()
    begun, size, count = time.perf_counter(), 0, 0
    for page in report(made, POLICIES):
        size += len(page.data)
        count += 1
    return time.perf_counter() - begun, time.process_time() - at_work, size / 1e6, count


def main() -> None:
    """Prints both measurements."""
    parser = argparse.ArgumentParser(description="Times the report.")
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--claims", type=int, default=200_000)
    chosen = parser.parse_args()
    for n_events, n_claims in ((1, 5_000), (chosen.events, chosen.claims)):
        seconds, at_work, size, count = measure(n_events, n_claims)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{n_events:,} events, {n_claims:,} claims: {seconds:.1f} s ({at_work:.1f} s at work), "
              f"{count:,} files, {size:.0f} MB, peak {peak:,.0f} MiB with the making of the tables")  # fmt: skip


if __name__ == "__main__":
    main()

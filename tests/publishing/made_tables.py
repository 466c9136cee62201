"""Small tables that tests of publishing share: one incident in one campaign, three reports, two policies."""

from typing import Any

import pandas as pd

from pipeline.tables.registry import TABLES, conform, empty, make_id

CAMPAIGN, INCIDENT = make_id("evt", "campaign"), make_id("evt", "incident")
FIRST, SECOND = "2025-03-04T08:00:00Z", "2025-03-05T08:00:00Z"
RECORDED = "2025-03-10T06:00:00Z"


def event(event_id: str, **changes: Any) -> dict[str, Any]:
    """A row of events."""
    row = {"event_id": event_id, "kind": "incident", "label": "ferry fire", "event_type": "fire",
           "date_start": "2025-03-04", "date_end": "2025-03-04", "date_precision": "day", "n_articles": 2,
           "n_origins": 2, "first_reported": FIRST, "last_reported": SECOND}  # fmt: skip
    return {**row, **changes}


def article(number: int, **changes: Any) -> dict[str, Any]:
    """A row of articles."""
    row = {"article_id": make_id("art", number), "document_id": f"doc-{number}", "raw_path": f"{number}.txt",
           "url": f"https://paper{number}.example/fire", "publisher": f"Paper {number}", "title": f"Fire {number}",
           "published_at": FIRST, "n_chars": 10, "text_sha256": "0"}  # fmt: skip
    return {**row, **changes}


def claim(number: int, value: int, **changes: Any) -> dict[str, Any]:
    """A row of claims of the article with the same number."""
    row = {"claim_id": make_id("clm", number), "mention_id": make_id("men", number), "measure": "killed",
           "article_id": make_id("art", number), "event_id": INCIDENT, "victim_group": "all", "value_low": value,
           "value_best": value, "value_high": value, "quantifier": "exact", "unit": "person", "scope": "incident",
           "attribution_class": "official", "attributed_to": "the ministry", "assertion": "asserted",
           "negated": False, "confidence": 0.9, "rule": "passive",
           "excerpt": f"»{value}« people were killed in the fire."}  # fmt: skip
    return {**row, **changes}


def figure(policy: str, low: Any, best: Any, high: Any, **changes: Any) -> dict[str, Any]:
    """A row of figures of the incident."""
    facts = {"event_id": INCIDENT, "measure": "killed", "victim_group": "all", "scope": "incident", **changes}
    row = {"figure_id": make_id("fig", *facts.values(), policy), "unit": "person", "policy": policy, "low": low,
           "best": best, "high": high, "status": "contested", "n_claims": 3, "n_articles": 3, "n_origins": 3,
           "as_of": SECOND, "first_reported": FIRST, "last_reported": SECOND,
           "supporting_claim_ids": make_id("clm", 2), "dissenting_claim_ids": make_id("clm", 3),
           "superseded_claim_ids": make_id("clm", 1), "reason": "19 on the word of one; 23 of another."}  # fmt: skip
    return {**row, **facts}


def revision(policy: str, as_of: str, old: int | None, new: int | None, **changes: Any) -> dict[str, Any]:
    """A row of revisions of the incident's figure."""
    facts = {"event_id": INCIDENT, "measure": "killed", "victim_group": "all", "scope": "incident"}
    recorded = changes.get("recorded_at", RECORDED)
    ends = {f"{side}_{end}": value for side, value in (("old", old), ("new", new)) for end in ("low", "best", "high")}
    row = {"revision_id": make_id("rev", policy, as_of, recorded, new), "policy": policy, "as_of": as_of,
           "figure_id": make_id("fig", *facts.values(), policy), "recorded_at": recorded, "reason": "new_report",
           "run_id": "run", **ends}  # fmt: skip
    return {**row, **facts, **changes}


def made(**rows: list[dict[str, Any]]) -> dict[str, pd.DataFrame]:
    """All tables, those that are named with rows."""
    tables = {name: empty(model) for name, model in TABLES.items()}
    return tables | {name: conform(TABLES[name], pd.DataFrame(some)) for name, some in rows.items()}


def a_fire() -> dict[str, pd.DataFrame]:
    """An incident with three reports, which disagree, in a campaign with a total of its own."""
    total = {"event_id": CAMPAIGN, "scope": "cumulative"}
    return made(
        events=[
            event(INCIDENT, parent_event_id=CAMPAIGN),
            event(CAMPAIGN, kind="campaign", label="fires since March", given_event_id="fires"),
        ],
        articles=[article(1), article(2, published_at=SECOND), article(3, published_at=SECOND, publisher="Zeitung")],
        claims=[claim(1, 17), claim(2, 19), claim(3, 23, attribution_class="medical", scope="part")],
        figures=[figure("range", 19, 19, 23), figure("highest", 23, 23, 23), figure("range", 40, 40, 40, **total)],
        revisions=[
            revision(policy, day, old, new)
            for policy, last in (("range", 19), ("highest", 23))
            for day, old, new in (("2025-03-04", None, 17), ("2025-03-05", 17, last))
        ],
    )

"""What an output folder holds, as the simulations compare it.

Here belongs what must be equal between two ways of coming to the same day, and what may differ.
"""

import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from pipeline.defs.store.publish import PUBLISHED, STAGING, UNDER_WAY
from pipeline.defs.store.revisions import KEPT

SAME = ("articles", "mentions", "claims", "events", "figures", "anomalies")
"""Tables that follow from the raw files alone."""
OF_A_RUN = ["revision_id", "recorded_at", "run_id", "reason"]
"""Columns of a revision that say when and by which run it was recorded."""


def tables(out: Path) -> dict[str, pd.DataFrame]:
    """The published tables that follow from the raw files alone; when a file was fetched or copied is left out."""
    found = {name: pd.read_parquet(out / f"{name}.parquet") for name in SAME}
    found["articles"] = found["articles"].drop(columns="retrieved_at")
    return found


def whole(out: Path) -> bool:
    """Whether the published files are those of one run: the last one's, or of one that is being finished."""
    if not (out / PUBLISHED).exists():
        return not any(out.glob("*.csv")) or (out / UNDER_WAY).exists()
    record = json.loads((out / PUBLISHED).read_text())["outputs"]
    if (out / UNDER_WAY).exists():
        note = json.loads((out / UNDER_WAY).read_text())
        coming = note["record"]["outputs"]
        return all(digest(_found(out, name)) in (about["sha256"], record.get(name, {}).get("sha256"))
                   for name, about in coming.items())  # fmt: skip
    return all(digest(out / name) == about["sha256"] for name, about in record.items())


def _found(out: Path, name: str) -> Path:
    staged = out / STAGING / name
    return staged if staged.exists() else out / name


def digest(file: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def revisions(out: Path) -> pd.DataFrame:
    """All revisions that were ever recorded below an output folder, published or not yet."""
    kept = out / KEPT
    return pd.read_parquet(io.BytesIO(kept.read_bytes())) if kept.exists() else pd.DataFrame({"revision_id": []})


def leftovers(out: Path) -> Iterator[Path]:
    """Files that a killed run left half written."""
    yield from out.rglob(".*.tmp")

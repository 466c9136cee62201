"""A small raw folder, and runs over it in a Dagster instance of their own."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import pandas as pd
import pytest

from pipeline.defs.automation import REBUILD
from pipeline.defs.command_run import QUIET
from pipeline.defs.settings import COMPUTE, PROCESSED, RAW

BRIDGE = """Bridge collapse kills 12

A footbridge in the market town of Ostrel gave way on 4 March 2025, killing 12 people and injuring 30, police said.
"""
FLOOD = {
    "id": "flood-1",
    "title": "Floods displace hundreds in Varn valley",
    "text": "Floods in the Varn valley displaced 450 people on 10 April 2025. Three people were killed, police said.",
    "source": "Valley Herald",
    "published_at": "2025-04-11T08:00:00Z",
}
STORM = {**FLOOD, "id": "storm-1", "title": "Storm leaves 5 dead", "published_at": "2025-05-02T08:00:00Z",
         "text": "A storm killed 5 people in the port of Lunde on 1 May 2025, police said. Boats sank."}  # fmt: skip

Run = Callable[..., "Outcome"]


class Outcome:
    """What a run did: its result, and the tables as they lie in the output folder."""

    def __init__(self, result: dg.ExecuteInProcessResult, out: Path) -> None:
        self.result = result
        self.success = result.success
        self.out = out

    def metadata(self, asset: str) -> dict[str, Any]:
        """Metadata of an asset's materialization, as plain values."""
        [event] = [e for e in self.result.get_asset_materialization_events() if e.asset_key == dg.AssetKey(asset)]
        return {name: value.value for name, value in event.materialization.metadata.items()}

    def counts(self, asset: str) -> dict[str, Any]:
        """New, changed, kept and withdrawn articles."""
        found = self.metadata(asset)
        return {name: found[f"{name} articles"] for name in ("new", "changed", "kept", "withdrawn")}

    def table(self, name: str) -> pd.DataFrame:
        """A published table."""
        return pd.read_parquet(self.out / f"{name}.parquet")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A raw folder with three articles in two files, and one file that is broken."""
    folder = tmp_path / "raw"
    (folder / "valley").mkdir(parents=True)
    (folder / "bridge.txt").write_text(BRIDGE)
    (folder / "valley" / "reports.jsonl").write_text(f"{json.dumps(FLOOD)}\n{json.dumps(STORM)}\n")
    (folder / "valley" / "broken.json").write_text('{"title": "Unfinished')
    (folder / "README.md").write_text("Says what lies here.")
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where tables go."""
    return tmp_path / "out"


@pytest.fixture
def settings(raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment names the two folders."""
    monkeypatch.setenv(RAW, str(raw))
    monkeypatch.setenv(PROCESSED, str(out))
    monkeypatch.setenv(COMPUTE, "inline")


@pytest.fixture
def definitions(settings: None) -> dg.Definitions:
    """All definitions."""
    from pipeline.definitions import defs

    return defs()


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[dg.DagsterInstance]:
    """An instance on disk, of this test's own."""
    home = tmp_path / "instance"
    home.mkdir()
    with dg.DagsterInstance.local_temp(str(home), overrides={"telemetry": {"enabled": False}}) as found:
        yield found


@pytest.fixture
def run(definitions: dg.Definitions, instance: dg.DagsterInstance, out: Path) -> Run:
    """Materializes all assets, or some of them."""

    def go(rebuild: bool = False, assets: list[str] | None = None) -> Outcome:
        job = definitions.resolve_job_def("only_new")
        keys = [dg.AssetKey(name) for name in assets] if assets else None
        config = QUIET | (REBUILD if rebuild else {})
        return Outcome(
            job.execute_in_process(config, instance=instance, raise_on_error=False, asset_selection=keys), out
        )

    return go

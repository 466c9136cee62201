"""What the definitions promise a newcomer in the UI, and that loading them costs nothing."""

from pathlib import Path

import dagster as dg
import pytest

from pipeline.defs.settings import PROCESSED, RAW
from pipeline.defs.working_tables import MODELS
from pipeline.tables.registry import columns

GROUPS = {
    "raw": {"fetched_pages", "raw_files", "articles", "quarantine", "review"},
    "extracted": {"mentions", "claims"},
    "reconciled": {"linked_articles", "linked_claims", "events", "linked_decisions", "figures", "decisions",
                   "revisions", "anomalies"},
    "published": {"events_wide", "daily", "changes", "published_tables", "report"},
}
ASSETS = sorted(asset for assets in GROUPS.values() for asset in assets)


def spec_of(definitions: dg.Definitions, asset: str) -> dg.AssetSpec:
    """The specification of an asset."""
    return next(spec for spec in definitions.resolve_all_asset_specs() if spec.key == dg.AssetKey(asset))


def test_loading_touches_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Definitions that need the data could not be loaded on a machine without it."""
    from pipeline.definitions import defs

    monkeypatch.setenv(RAW, str(tmp_path / "absent"))
    monkeypatch.setenv(PROCESSED, str(tmp_path / "nowhere"))
    dg.Definitions.validate_loadable(defs())
    assert list(tmp_path.iterdir()) == []


def test_assets_lie_in_their_groups(definitions: dg.Definitions) -> None:
    """An asset in no group, or a new one that nobody placed, would stand apart in the graph."""
    found: dict[str, set[str]] = {}
    for spec in definitions.resolve_all_asset_specs():
        found.setdefault(spec.group_name or "", set()).add(spec.key.to_user_string())
    assert found == GROUPS


@pytest.mark.parametrize("asset", ASSETS)
def test_an_asset_introduces_itself(definitions: dg.Definitions, asset: str) -> None:
    """Without description, owner, kinds or code version the UI leaves a newcomer to guess."""
    spec = spec_of(definitions, asset)
    assert spec.description and len(spec.description) > 60
    assert spec.owners and spec.kinds and spec.code_version


@pytest.mark.parametrize("asset", sorted(MODELS))
def test_the_column_schema_is_the_model(definitions: dg.Definitions, asset: str) -> None:
    """A column schema that differs from the model would describe columns that are not there."""
    if asset not in ASSETS:
        pytest.fail(f"{asset} has a model and is no asset")
    schema = spec_of(definitions, asset).metadata["dagster/column_schema"]
    assert [column.name for column in schema.columns] == [spec.name for spec in columns(MODELS[asset])]
    assert all(column.description for column in schema.columns)


@pytest.mark.parametrize("asset", sorted(MODELS))
def test_every_table_has_a_blocking_check(definitions: dg.Definitions, asset: str) -> None:
    """A table without a blocking check could hand wrong cells to everything downstream."""
    graph = definitions.resolve_asset_graph()
    [check] = graph.get_check_keys_for_assets({dg.AssetKey(asset)})
    assert graph.get_check_spec(check).blocking

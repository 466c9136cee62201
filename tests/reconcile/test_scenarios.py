"""Golden stories: what a careful recorder would publish, and what the pipeline publishes."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

from pipeline.reconcile.anomalies import find_anomalies
from pipeline.reconcile.figures import reconcile
from pipeline.reconcile.history import history
from pipeline.reconcile.policies import default_policies
from pipeline.tables.registry import make_id
from tests.reconcile.by_hand import event_id, frames

SCENARIOS = yaml.safe_load((Path(__file__).parents[1] / "golden" / "reconcile_scenarios.yml").read_text("utf-8"))


def having(field: str) -> list[Any]:
    """The stories that say something about this."""
    return [pytest.param(s, id=s["name"].replace(" ", "_")) for s in SCENARIOS if field in s]


POLICIES = default_policies()
COUNTS = ("n_articles", "n_origins", "n_claims")


def cell(value: Any) -> Any:
    return None if pd.isna(value) else value


def find(figures: pd.DataFrame, kind: str, want: dict[str, Any]) -> dict[str, Any]:
    scope = want.get("scope", "cumulative" if kind == "campaign" else "incident")
    wanted = {
        "event_id": event_id(want.get("event", 0)), "measure": want.get("measure", "killed"),
        "victim_group": want.get("group", "all"), "policy": want.get("policy", "range"), "scope": scope,
    }  # fmt: skip
    rows = figures[(figures[list(wanted)] == pd.Series(wanted)).all(axis=1)]
    assert len(rows) == 1, f"{len(rows)} figures for {wanted}"
    return {str(k): cell(v) for k, v in rows.iloc[0].items()}


def ids(names: list[str]) -> set[str]:
    return {make_id("clm", name) for name in names}


@pytest.mark.parametrize("scenario", having("expect"))
def test_figures(scenario: dict[str, Any]) -> None:
    """A wrong number here is a wrong number in the published table."""
    kind = scenario.get("kind", "incident")
    figures = reconcile(*frames(scenario["reports"], kind), POLICIES)
    for want in scenario["expect"]:
        got = find(figures, kind, want)
        for name in ("low", "best", "high", "status", *COUNTS):
            if name in want:
                assert got[name] == want[name], f"{name}: {got['reason']}"
        for name in ("superseded", "dissenting"):
            if name in want:
                assert set((got[f"{name}_claim_ids"] or "").split(";")) - {""} == ids(want[name])


@pytest.mark.parametrize("scenario", having("revisions"))
def test_revisions(scenario: dict[str, Any]) -> None:
    """What was believed on a day must be what the reports up to that day support."""
    rows = history(*frames(scenario["reports"], scenario.get("kind", "incident")), ["range"])
    rows = rows[(rows["measure"] == "killed") & (rows["victim_group"] == "all")].sort_values("as_of")
    names = ["as_of", "new_low", "new_best", "new_high"]
    got = [[cell(v) for v in row] for row in rows[names].itertuples(index=False)]
    assert got == [[str(day), *numbers] for day, *numbers in scenario["revisions"]]
    if "reasons" in scenario:
        assert rows["reason"].tolist() == scenario["reasons"]


@pytest.mark.parametrize("scenario", having("anomalies"))
def test_anomalies(scenario: dict[str, Any]) -> None:
    """A doubt that is not found is published as if it were certain."""
    claims, articles, events = frames(scenario["reports"], scenario.get("kind", "incident"))
    found = find_anomalies(claims, articles, events, reconcile(claims, articles, events, POLICIES))
    assert sorted(set(found["check"])) == sorted(scenario["anomalies"])

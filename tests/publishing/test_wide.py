"""events_wide: each event once, its figures of the default policy and of the scope that covers all of it."""

import pandas as pd

from pipeline.publishing.wide import events_wide
from tests.publishing.made_tables import CAMPAIGN, INCIDENT, a_fire, figure, made


def wide(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The wide table under the default policy, by event."""
    parts = (tables[name] for name in ("events", "figures", "claims", "articles"))
    return events_wide(*parts, policy="range").set_index("event_id")


def test_figures_stand_side_by_side() -> None:
    """A value of another policy or measure in a column would be cited as what it is not."""
    row = wide(a_fire()).loc[INCIDENT]
    assert [row[f"killed_{end}"] for end in ("low", "best", "high", "status")] == [19, 19, 23, "contested"]
    assert row["status"] == "contested"
    assert pd.isna(row["injured_best"])


def test_an_event_without_figures_keeps_its_row() -> None:
    """Events that vanish from the sheet look as if they had not been reported."""
    rows = wide(a_fire() | {"figures": made()["figures"]})
    assert set(rows.index) == {INCIDENT, CAMPAIGN}
    assert rows["status"].isna().all()


def test_publishers_are_named_once() -> None:
    """Who reported is what people check first."""
    assert wide(a_fire()).loc[INCIDENT, "publishers"] == "Paper 1;Paper 2;Zeitung"


def test_a_part_does_not_stand_for_the_whole_beside_a_figure_of_the_whole() -> None:
    """The toll of one hospital must not stand where the toll of the event belongs."""
    tables = a_fire()
    part = made(figures=[figure("range", 5, 5, 5, scope="part"), figure("range", 19, 19, 23)])["figures"]
    assert wide(tables | {"figures": part}).loc[INCIDENT, "killed_best"] == 19


def test_one_group_has_columns_of_its_own() -> None:
    """Children among the dead must not be taken for all the dead, nor all for children."""
    children = made(figures=[figure("range", 3, 3, 3, victim_group="children")])["figures"]
    row = wide(a_fire() | {"figures": children}).loc[INCIDENT]
    assert row["killed_children_best"] == 3
    assert pd.isna(row["killed_best"])

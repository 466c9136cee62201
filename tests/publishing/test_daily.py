"""daily: what was known at the end of each day, and which part of a change came late."""

import pandas as pd

from pipeline.publishing.daily import daily
from tests.publishing.made_tables import made, revision

LATER = "2025-03-20T06:00:00Z"
COLUMNS = ["day", "cumulative_best", "change", "change_own", "change_late"]


def by_day(*rows: dict[str, object]) -> list[list[object]]:
    """The table of these revisions as rows in order of days."""
    table = daily(made(revisions=list(rows))["revisions"]).sort_values("day")[COLUMNS]
    return table.astype(object).where(table.notna(), None).to_numpy().tolist()


def test_days_of_one_run() -> None:
    """A change that is not the difference of two days would not add up to the total."""
    rows = by_day(revision("range", "2025-03-04", None, 17), revision("range", "2025-03-05", 17, 19))
    assert rows == [["2025-03-04", 17, 17, 17, 0], ["2025-03-05", 19, 2, 2, 0]]


def test_what_came_late_is_told_apart() -> None:
    """A report that arrived late would look like deaths of the day on which it is counted."""
    late = revision("range", "2025-03-05", 19, 24, reason="retroactive", recorded_at=LATER)
    rows = by_day(revision("range", "2025-03-04", None, 17), revision("range", "2025-03-05", 17, 19), late)
    assert rows == [["2025-03-04", 17, 17, 17, 0], ["2025-03-05", 24, 7, 2, 5]]


def test_a_day_that_only_late_reports_made_is_late() -> None:
    """A day that nobody had before has no change of its own."""
    late = revision("range", "2025-03-05", 17, 20, reason="retroactive", recorded_at=LATER)
    assert by_day(revision("range", "2025-03-04", None, 17), late)[1] == ["2025-03-05", 20, 3, 0, 3]


def test_own_and_late_add_up() -> None:
    """Two columns that do not add up to the third can't be stacked in a chart."""
    rows = [revision("range", f"2025-03-0{day}", None, day * 3) for day in range(1, 8)]
    late = [revision("range", f"2025-03-0{day}", 1, day * 4, reason="code", recorded_at=LATER) for day in (2, 5)]
    table = daily(made(revisions=rows + late)["revisions"])
    assert (table["change_own"] + table["change_late"] == table["change"]).all()
    assert table["change"].sum() == 21


def test_a_figure_that_was_withdrawn_is_empty_and_not_zero() -> None:
    """A withdrawn figure shown as nought says that nobody died."""
    gone = revision("range", "2025-03-05", 17, None, reason="retracted", recorded_at=LATER)
    row = by_day(revision("range", "2025-03-04", None, 17), gone)[1]
    assert row == ["2025-03-05", None, None, None, None]


def test_policies_and_empty_tables_are_kept_apart() -> None:
    """Days of two policies in one series would show changes that nobody reported."""
    both = [revision(policy, "2025-03-04", None, 17) for policy in ("range", "highest")]
    assert daily(made(revisions=both)["revisions"])["change"].tolist() == [17, 17]
    assert daily(made()["revisions"]).empty
    assert isinstance(daily(made()["revisions"]), pd.DataFrame)

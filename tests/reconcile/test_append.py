"""The revisions table grows and never changes: reruns, late reports, withdrawn reports, other code."""

from typing import Any

import pandas as pd

from pipeline.reconcile.appending import append
from pipeline.reconcile.history import history
from tests.reconcile.by_hand import frames

FIRST = {"id": "a", "day": "2031-05-01", "from": "Harbour Post", "claims": [{"n": 5}]}
LATER = {"id": "b", "day": "2031-05-03", "from": "Hill Courier", "claims": [{"n": 9}]}
BETWEEN = {"id": "c", "day": "2031-05-02", "from": "Valley News", "claims": [{"n": 7}]}


def run(old: pd.DataFrame, number: int, cause: str, *reports: dict[str, Any]) -> pd.DataFrame:
    at = pd.Timestamp("2032-01-01", tz="UTC") + pd.Timedelta(days=number)
    return append(old, history(*frames(list(reports)), ["range"]), at, f"run-{number}", cause)


def told(revisions: pd.DataFrame, number: int) -> list[tuple[Any, ...]]:
    rows = revisions[revisions["run_id"] == f"run-{number}"].sort_values("as_of")
    names = ["as_of", "old_best", "new_best", "reason"]
    cells = rows[names].astype(object)
    return [tuple(row) for row in cells.where(cells.notna(), None).itertuples(index=False)]


def test_a_new_report_appends_one_row_with_its_own_reason() -> None:
    """The everyday case: yesterday's rows stay, today's report adds one."""
    one = run(pd.DataFrame(), 1, "retroactive", FIRST)
    two = run(one, 2, "retroactive", FIRST, LATER)
    assert told(two, 1) == [("2031-05-01", None, 5, "first_report")]
    assert told(two, 2) == [("2031-05-03", 5, 9, "new_report")]


def test_a_report_that_comes_late_is_retroactive_and_says_what_was_believed() -> None:
    """Without the old value nobody can see that the past was rewritten."""
    one = run(pd.DataFrame(), 1, "retroactive", FIRST, LATER)
    two = run(one, 2, "retroactive", FIRST, BETWEEN, LATER)
    assert ("2031-05-02", 5, 7, "retroactive") in told(two, 2)
    assert len(two) > len(one)


def test_a_withdrawn_report_is_retracted_and_its_rows_stay() -> None:
    """A deleted raw file must not delete what was published."""
    one = run(pd.DataFrame(), 1, "retroactive", FIRST, LATER)
    two = run(one, 2, "retroactive", FIRST)
    assert told(two, 1) == told(one, 1)
    assert told(two, 2) == [("2031-05-03", 9, 5, "retroactive")]
    gone = run(one, 3, "retroactive", {"id": "z", "day": "2031-05-01"})
    assert {(new, reason) for _, _, new, reason in told(gone, 3)} == {(None, "retracted")}


def test_other_code_gives_its_cause() -> None:
    """A number that changed because the program changed is not news."""
    one = run(pd.DataFrame(), 1, "code", FIRST)
    two = run(one, 2, "code", FIRST | {"claims": [{"n": 6}]})
    assert told(two, 2) == [("2031-05-01", 5, 6, "code")]


def test_a_rerun_adds_nothing() -> None:
    """A table that grows with every run is no history."""
    one = run(pd.DataFrame(), 1, "retroactive", FIRST, LATER)
    pd.testing.assert_frame_equal(run(one, 2, "retroactive", FIRST, LATER), one)

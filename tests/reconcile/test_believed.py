"""Reading the history: what was believed on a day, then and as known now, and what a run published."""

from typing import Any

import pandas as pd
import pytest

from pipeline.reconcile.appending import append
from pipeline.reconcile.believed import UnknownRun, believed_on, published_in
from pipeline.reconcile.figures import reconcile
from pipeline.reconcile.history import history
from tests.reconcile.by_hand import frames

FIRST = {"id": "a", "day": "2031-05-01", "from": "Harbour Post", "claims": [{"n": 5}]}
BETWEEN = {"id": "c", "day": "2031-05-02", "from": "Valley News", "claims": [{"n": 7}]}
LATER = {"id": "b", "day": "2031-05-03", "from": "Hill Courier", "claims": [{"n": 9}]}
NOON = pd.Timestamp("2032-01-01T12:00", tz="UTC")


def run(old: pd.DataFrame, number: int, *reports: dict[str, Any]) -> pd.DataFrame:
    """A run a day."""
    return append(old, history(*frames(list(reports)), ["range"]), NOON + pd.Timedelta(days=number), f"run-{number}")


@pytest.fixture
def revisions() -> pd.DataFrame:
    """Two reports, a third that comes late, and a run in which the first is gone."""
    one = run(pd.DataFrame(), 1, FIRST, LATER)
    two = run(one, 2, FIRST, BETWEEN, LATER)
    return run(two, 3, BETWEEN, LATER)


def best(rows: pd.DataFrame) -> list[int]:
    """The best values."""
    return [int(value) for value in rows["new_best"]]


@pytest.mark.parametrize(
    ("day", "known_now", "known_after_run_1"),
    [("2031-04-30", [], []), ("2031-05-01", [], [5]), ("2031-05-02", [7], [5]), ("2031-05-03", [9], [9]),
     ("2039-01-01", [9], [9])],
)  # fmt: skip
def test_what_was_believed_on_a_day(
    revisions: pd.DataFrame, day: str, known_now: list[int], known_after_run_1: list[int]
) -> None:
    """The question that history is kept for, with both of its times."""
    assert best(believed_on(revisions, day)) == known_now
    assert best(believed_on(revisions, day, NOON + pd.Timedelta(days=1))) == known_after_run_1


def test_what_a_run_published_is_its_figures_table(revisions: pd.DataFrame) -> None:
    """What stood in the table must be told from the revisions alone, when the reports are long deleted."""
    for number, reports in ((1, [FIRST, LATER]), (2, [FIRST, BETWEEN, LATER]), (3, [BETWEEN, LATER])):
        figures = reconcile(*frames(reports), ["range"])
        told = published_in(revisions, f"run-{number}")
        assert told[["figure_id", "new_best"]].to_numpy().tolist() == figures[["figure_id", "best"]].to_numpy().tolist()


def test_a_run_that_recorded_nothing_is_a_sentence(revisions: pd.DataFrame) -> None:
    """An empty table would read as: nothing was published."""
    with pytest.raises(UnknownRun, match="the latest last: run-1, run-2"):
        published_in(revisions, "run-9")
    with pytest.raises(UnknownRun, match="Several runs begin with run-"):
        published_in(revisions, "run-")

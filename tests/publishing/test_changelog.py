"""The changelog of the data: rows added, changed, withdrawn and returned, each with its reason, none forgotten."""

import pandas as pd

from pipeline.publishing.changelog import Run, append_changes, changelog_page
from pipeline.tables.registry import make_id
from tests.publishing.made_tables import INCIDENT, a_fire, claim, made

NO_LOG = made()["changes"]
FIRST = Run("run-1", pd.Timestamp("2025-03-10T06:00Z").as_unit("us"), "reports")
SECOND = Run("run-2", pd.Timestamp("2025-03-11T06:00Z").as_unit("us"), "code")
THIRD = Run("run-3", pd.Timestamp("2025-03-12T06:00Z").as_unit("us"), "reports")


def claims(*values: int) -> dict[str, pd.DataFrame]:
    """The claims table with one claim a value."""
    return {"claims": made(claims=[claim(n, value) for n, value in enumerate(values)])["claims"]}


def entries(log: pd.DataFrame, run: Run) -> list[tuple[str, str, int, str]]:
    """What a run changed: change, columns, rows, reason."""
    rows = log[log["run_id"] == run.run_id].fillna({"columns": ""})
    return sorted(zip(rows["change"], rows["columns"], rows["n_rows"], rows["reason"], strict=True))


def test_the_first_publication_is_counted_and_not_listed() -> None:
    """A list of everything on the first day would be as large as the data and say nothing."""
    log = append_changes(NO_LOG, {"claims": None}, claims(17, 19), FIRST)
    assert entries(log, FIRST) == [("added", "", 2, "reports")]


def test_a_changed_row_names_its_columns_and_the_reason() -> None:
    """Whoever cited the row must see what is different and whether the reports or the code did it."""
    log = append_changes(NO_LOG, claims(17, 19), claims(17, 20, 5), SECOND)
    assert entries(log, SECOND) == [
        ("added", "", 1, "reports"),
        ("changed", "value_low;value_best;value_high;excerpt", 1, "code"),
    ]


def test_rows_that_a_decision_adds_are_not_laid_to_the_reports() -> None:
    """Whoever looks for the report behind a new event finds none."""
    decided = Run("run-2", SECOND.recorded_at, "review", "review")
    assert {reason for *_, reason in entries(append_changes(NO_LOG, claims(17), claims(20, 5), decided), decided)} == {
        "review"
    }


def test_an_id_that_two_tables_withdraw_is_named_once() -> None:
    """An event stands in events and in events_wide; its id twice in one list looks like a mistake."""
    old, gone = ({name: rows.head(n) for name, rows in a_fire().items() if name.startswith("events")} for n in (9, 0))
    page = changelog_page(append_changes(NO_LOG, old, gone, SECOND))
    assert page.count(INCIDENT) == 1


def test_a_withdrawn_id_stays_listed_and_returns_under_its_name() -> None:
    """An id that vanishes without a word leaves whoever cited it with a dead end."""
    log = append_changes(NO_LOG, claims(17, 19), claims(17), SECOND)
    assert entries(log, SECOND) == [("withdrawn", "", 1, "reports")]
    back = append_changes(log, claims(17), claims(17, 19), THIRD)
    assert entries(back, THIRD) == [("returned", "", 1, "reports")]
    assert len(back) == len(log) + 1
    assert make_id("clm", 1) in changelog_page(back)


def test_nothing_new_adds_nothing() -> None:
    """A rerun that adds lines would change published bytes each day."""
    tables = a_fire()
    log = append_changes(NO_LOG, dict.fromkeys(tables), tables, FIRST)
    pd.testing.assert_frame_equal(append_changes(log, tables, tables, SECOND), log)


def test_an_unknown_cell_that_becomes_known_is_a_change() -> None:
    """Comparing with nothing is never true by itself; such a change would go unseen."""
    tables = {"events": a_fire()["events"]}
    later = {"events": tables["events"].assign(place="Port Velmar")}
    log = append_changes(NO_LOG, tables, later, SECOND)
    assert set(log["columns"]) == {"place"}
    assert INCIDENT in set(log["row_id"])


def test_the_page_tells_the_runs_newest_first() -> None:
    """People look for what changed last."""
    log = append_changes(NO_LOG, {"claims": None}, claims(17, 19), FIRST)
    page = changelog_page(append_changes(log, claims(17, 19), claims(20, 19), SECOND))
    assert page.index("2025-03-11") < page.index("2025-03-10")
    assert "| `claims` | changed | 1 | code |" in page

"""The scoreboard's own parts: frozen run, comparison item by item, matching of labels, calibration error."""

from pathlib import Path

import pytest

from pipeline.claims.confidence import Told
from tests.benchmarks import frozen
from tests.benchmarks.calibration import expected_error
from tests.benchmarks.corpora import NoCorpora, evaluation_root
from tests.benchmarks.golden import EXTRA, MISSED, Entry, judge
from tests.benchmarks.intervals import Interval, rows
from tests.benchmarks.items import Item, short
from tests.benchmarks.judged import Judged
from tests.benchmarks.synthetic_news import articles

LABEL = {"number": "12", "measure": "killed", "low": 12, "best": 12, "high": 12, "quantifier": "exact"}


def score(name: str, value: float) -> dict[str, object]:
    return {"set": name, "metric": "recall", "measure": "*", "n": 4, "score": value}


def test_a_frozen_run_comes_back_and_keeps_sets_that_were_not_run(tmp_path: Path) -> None:
    """A run over one set that wiped the others would leave nothing to compare with."""
    frozen.freeze([score("a", 0.5), score("b", 0.25)], [Item("a", "1", "3", "4", False)], tmp_path)
    frozen.freeze([score("b", 0.75)], [Item("b", "1", "2", "2", True)], tmp_path)
    found = frozen.load(tmp_path)
    assert found.scores == {("a", "recall", "*"): (4, 0.5), ("b", "recall", "*"): (4, 0.75)}
    assert found.items["a", "1"] == Item("a", "1", "3", "4", False)


def test_the_frozen_file_is_the_same_for_the_same_run(tmp_path: Path) -> None:
    """A time inside the packed file would show a change where there is none."""
    for folder in ("x", "y"):
        frozen.freeze([score("a", 0.5)], [Item("a", "1", "3", "4", False)], tmp_path / folder)
    assert (tmp_path / "x" / frozen.ITEMS).read_bytes() == (tmp_path / "y" / frozen.ITEMS).read_bytes()


def test_changes_are_named_item_by_item() -> None:
    """A score that stays the same can hide as many regressions as improvements."""
    before = frozen.Frozen({}, {("a", k): Item("a", k, "3", "4", k == "2") for k in "12"})
    lines = frozen.compare(before, [Item("a", "1", "3", "3", True), Item("a", "2", "3", "", False)])
    assert lines == [
        "a: newly right (1)", "    1: gold 3, was 4, is 3",
        "a: newly wrong (1)", "    2: gold 3, was 4, is none",
    ]  # fmt: skip


def test_many_changes_are_counted() -> None:
    """A list of a thousand ids hides the score above it."""
    before = frozen.Frozen({}, {("a", str(k)): Item("a", str(k), "3", "4", False) for k in range(40)})
    lines = frozen.compare(before, [Item("a", str(k), "3", "3", True) for k in range(40)])
    assert len(lines) == frozen.SHOWN + 2
    assert lines[-1].endswith(f"and {40 - frozen.SHOWN} more")


def test_an_absent_folder_of_corpora_is_a_sentence() -> None:
    """Who has no corpora sees a traceback instead of what to do."""
    with pytest.raises(NoCorpora, match="make accuracy EVAL=folder"):
        evaluation_root("/no/such/folder")


@pytest.mark.parametrize(
    ("claims", "errors"),
    [
        ([LABEL], []),
        ([], [EXTRA]),
        ([{**LABEL, "best": 13}], [MISSED, EXTRA]),
        ([{**LABEL, "scope": "subset"}], ["scope"]),
    ],
    ids=["right", "extra", "other value", "other scope"],
)
def test_labels_and_claims_are_matched(claims: list[dict[str, object]], errors: list[str]) -> None:
    """A matcher that forgives, or counts one slip twice, makes the scoreboard worthless."""
    entry = Entry("made", "made-1", "2025-03-14", "", "The blast killed 12 people.", claims, [], True)
    assert judge(entry).errors() == errors


def test_a_calibrated_set_has_no_error_and_a_boastful_one_has() -> None:
    """A calibration error that does not see boasting would pass any confidence."""
    one = Told("active", "killed", "incident", 3, 3, 3, "", "", False, False, 0)
    fair = [Judged("a", one, (), 0.75, right) for right in (True, True, True, False)]
    assert expected_error(fair) == 0
    assert expected_error([j._replace(confidence=0.95) for j in fair]) == pytest.approx(0.2)


def test_intervals_are_counted_with_their_width() -> None:
    """An interval that is always right because it is endless would look honest."""
    found = [Interval(1, 3, (2,)), Interval(5, 5, (6, 5)), Interval(4, None, (9,)), Interval(7, 8, (9,))]
    told = {row["metric"]: row["score"] for row in rows("gva", "killed", found)}
    assert told["killed_inside"] == pytest.approx(0.75) and told["killed_inside_first_count"] == pytest.approx(0.5)
    assert told["killed_width"] == pytest.approx(1) and told["killed_open"] == pytest.approx(0.25)


def test_made_up_news_is_the_same_for_the_same_seed() -> None:
    """Two runs of the speed benchmark would read different texts."""
    assert [a.text for a in articles(3)] == [a.text for a in articles(3)]
    assert articles(1, seed=1)[0].text != articles(1, seed=2)[0].text


@pytest.mark.parametrize(("values", "text"), [((3, 3, 3), "3"), ((2, None, 5), "2//5"), ((1.5e6,), "1500000")])
def test_values_are_short(values: tuple[float | None, ...], text: str) -> None:
    """1e+06 in a frozen run could be either of two numbers."""
    assert short(*values) == text

"""Runs over real files: all assets, nothing new, one change, a withdrawal, a broken file, a run that is stopped."""

import json
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from pipeline.defs.store import publish as publishing
from pipeline.defs.store.folder import LocalFolder, open_folder
from pipeline.defs.store.news import up_to_date
from pipeline.tables.registry import TABLES, conform
from tests.defs.conftest import FLOOD, STORM, Run


def contents(folder: Path) -> dict[str, bytes]:
    """Every published file."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_materialize_all_publishes_every_table(run: Run, out: Path) -> None:
    """A fresh install whose first run does not end in tables is of no use to anybody."""
    outcome = run()
    assert outcome.success
    pages = {"README.md", "codebook.md", "CHANGES.md", "datapackage.json"}
    assert set(contents(out)) == pages | {f"{name}.{kind}" for name in TABLES for kind in ("csv", "parquet")}
    assert outcome.counts("articles") == {"new": 3, "changed": 0, "kept": 0, "withdrawn": 0}
    killed = outcome.table("claims").query("measure == 'killed'")["value_best"]
    assert set(killed) == {3, 5, 12}
    assert all(check.passed for check in outcome.result.get_asset_check_evaluations())


def test_tables_keep_their_types(run: Run) -> None:
    """A count that comes back as 17.0, or a timestamp without its zone, breaks other people's scripts."""
    outcome = run()
    for name, model in TABLES.items():
        table = outcome.table(name)
        assert (table.dtypes == conform(model, table).dtypes).all(), name


def test_a_second_run_does_nothing_again(run: Run, raw: Path, out: Path) -> None:
    """A rerun that works on what it already knows costs hours on a large folder."""
    run()
    before = contents(out)
    assert up_to_date(open_folder(str(raw)), open_folder(str(out)))
    outcome = run()
    assert outcome.counts("claims") == {"new": 0, "changed": 0, "kept": 3, "withdrawn": 0}
    assert outcome.metadata("revisions")["appended rows"] == 0
    assert contents(out) == before


def test_a_touched_file_is_nothing_new(run: Run, raw: Path, out: Path) -> None:
    """Copying a folder changes times, not reports; it must not cost a run."""
    run()
    (raw / "bridge.txt").touch()
    assert up_to_date(open_folder(str(raw)), open_folder(str(out)))


def test_a_changed_file_costs_its_own_articles(run: Run, raw: Path) -> None:
    """If one changed report made all be extracted again, a daily run would grow with the years."""
    run()
    changed = STORM | {"text": STORM["text"].replace("killed 5", "killed 7")}
    (raw / "valley" / "reports.jsonl").write_text(f"{json.dumps(FLOOD)}\n{json.dumps(changed)}\n")
    outcome = run()
    assert outcome.counts("claims") == {"new": 0, "changed": 1, "kept": 2, "withdrawn": 0}
    in_texts = outcome.table("claims").merge(outcome.table("mentions").query("field == 'text'"), on="mention_id")
    assert set(in_texts.query("measure == 'killed'")["value_best_x"]) == {3, 7, 12}


def test_a_new_file_costs_its_own_articles(run: Run, raw: Path) -> None:
    """A report that arrives late is read beside the others, which stay as they are."""
    run()
    (raw / "late.json").write_text(json.dumps(STORM | {"id": "storm-2", "source": "Harbour Post"}))
    assert run().counts("claims") == {"new": 1, "changed": 0, "kept": 3, "withdrawn": 0}


def test_a_removed_file_withdraws_its_articles(run: Run, raw: Path) -> None:
    """Claims of a withdrawn report that stay in the tables would go on counting."""
    run()
    (raw / "bridge.txt").unlink()
    outcome = run()
    assert outcome.counts("claims") == {"new": 0, "changed": 0, "kept": 2, "withdrawn": 1}
    assert "bridge.txt" not in set(outcome.table("articles")["raw_path"])
    assert 12 not in set(outcome.table("claims")["value_best"].dropna())


def test_a_month_may_lose_all_its_articles_while_a_later_one_gains_some(run: Run, raw: Path) -> None:
    """The run looks for the file of a month that is rightly gone, and fails until somebody runs it again."""
    run()
    other = STORM | {"id": "storm-2", "source": "Harbour Post"}
    (raw / "valley" / "reports.jsonl").write_text(f"{json.dumps(STORM)}\n{json.dumps(other)}\n")
    outcome = run()
    assert outcome.success
    assert outcome.counts("claims") == {"new": 1, "changed": 0, "kept": 2, "withdrawn": 1}


def test_a_renamed_file_keeps_its_articles(run: Run, raw: Path) -> None:
    """An id that changed with a file's name would break every reference to its claims."""
    before = set(run().table("claims")["claim_id"])
    (raw / "valley" / "reports.jsonl").rename(raw / "archive.jsonl")
    outcome = run()
    assert outcome.counts("claims") == {"new": 0, "changed": 0, "kept": 3, "withdrawn": 0}
    assert set(outcome.table("claims")["claim_id"]) == before
    assert "archive.jsonl" in set(outcome.table("articles")["raw_path"])


def test_the_same_article_in_two_files_counts_once(run: Run, raw: Path) -> None:
    """A report that was saved twice would be counted as two voices, and its id would not be unique."""
    (raw / "again.jsonl").write_text(json.dumps(FLOOD) + "\n")
    outcome = run()
    assert outcome.success
    assert len(outcome.table("articles")) == 3
    assert "double" in set(outcome.table("anomalies")["check"])
    (raw / "again.jsonl").unlink()
    assert len(run().table("articles")) == 3


def test_a_broken_file_becomes_an_anomaly(run: Run) -> None:
    """A file that vanishes without a word, or stops the run, would cost reports."""
    anomalies = run().table("anomalies").query("table == 'raw'")
    assert anomalies["row_id"].str.startswith("valley/broken.json").any()
    assert anomalies["message"].str.len().min() > 20


def test_a_lost_month_is_made_again(run: Run, out: Path) -> None:
    """A file of the store that someone deleted or a disk lost would silently thin the tables out."""
    before = run().table("claims")
    (out / "_store" / "articles" / "2025-04.parquet").unlink()
    (out / "_store" / "claims" / "2025-05.parquet").unlink()
    after = run().table("claims")
    pd.testing.assert_frame_equal(after, before)


def test_a_damaged_month_is_made_again(run: Run, out: Path) -> None:
    """Half a Parquet file must not stop all runs to come."""
    before = run().table("claims")
    (out / "_store" / "claims" / "2025-05.parquet").write_bytes(b"PAR1 torn")
    first = run()
    after = first if first.success else run()
    pd.testing.assert_frame_equal(after.table("claims"), before)


def test_rebuild_gives_the_same_tables(run: Run) -> None:
    """What incremental runs built must be what one clean run builds."""
    before = run()
    tables = {name: before.table(name) for name in ("articles", "mentions", "claims", "events", "figures")}
    after = run(rebuild=True)
    assert after.counts("claims")["changed"] == 3
    for name, table in tables.items():
        pd.testing.assert_frame_equal(after.table(name), table)


def test_one_asset_can_be_materialized_alone(run: Run) -> None:
    """In the UI people press the button of one asset; it must find what the others left."""
    before = run().table("figures")
    outcome = run(assets=["figures"])
    assert outcome.success
    pd.testing.assert_frame_equal(outcome.table("figures"), before)


def test_a_run_stopped_while_writing_leaves_the_last_tables(
    run: Run, raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk or a kill in the middle of publishing must not leave half of the tables new."""
    run()
    before = contents(out)
    (raw / "late.json").write_text(json.dumps(STORM | {"id": "storm-2", "source": "Harbour Post"}))
    write = LocalFolder.write

    def full_disk(folder: LocalFolder, path: str, data: bytes) -> None:
        if path == f"{publishing.STAGING}/events.csv":
            raise OSError(28, "No space left on device")
        write(folder, path, data)

    monkeypatch.setattr(LocalFolder, "write", full_disk)
    assert not run().success
    assert contents(out) == before
    monkeypatch.setattr(LocalFolder, "write", write)
    assert len(run().table("articles")) == 4


def test_a_run_stopped_between_moves_is_finished_by_the_next(
    run: Run, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables of two runs beside one another would disagree until somebody noticed."""
    run()
    (raw / "late.json").write_text(json.dumps(STORM | {"id": "storm-2", "source": "Harbour Post"}))
    move_all = LocalFolder.move_all

    def stopped(folder: LocalFolder, moves: Mapping[str, str]) -> None:
        move_all(folder, dict(list(moves.items())[:3]))
        raise RuntimeError("stopped")

    monkeypatch.setattr(LocalFolder, "move_all", stopped)
    assert not run().success
    monkeypatch.setattr(LocalFolder, "move_all", move_all)
    outcome = run(assets=["raw_files"])
    assert len(outcome.table("articles")) == 4
    assert set(outcome.table("claims")["article_id"]) <= set(outcome.table("articles")["article_id"])


def test_a_missing_raw_folder_is_named(run: Run, raw: Path) -> None:
    """A run over a folder that is not there must not publish empty tables."""
    raw.rename(raw.with_name("moved"))
    outcome = run()
    assert not outcome.success

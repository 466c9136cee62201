"""Damage of the store: a wrong bit, an older layout, a torn note, what a killed run left, a link that leads out."""

import json
import random
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from pipeline.defs.store.folder import LocalFolder
from pipeline.defs.store.months import parquet_bytes, read_table
from pipeline.defs.store.publish import PUBLISHED, UNDER_WAY, finish, publish
from pipeline.defs.store.revisions import KEPT, PUBLISHED_COPIES, load_revisions
from pipeline.publishing.encode import to_csv
from pipeline.tables.registry import conform
from pipeline.tables.revisions import Revisions

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def revisions(n_rows: int) -> pd.DataFrame:
    """Some revisions."""
    rows = [
        {"revision_id": f"rev-{n:016x}", "figure_id": f"fig-{n:016x}", "event_id": "evt-0000000000000001",
         "measure": "killed", "victim_group": "all", "scope": "incident", "policy": "range", "as_of": "2025-03-01",
         "recorded_at": NOW, "new_low": n, "new_best": n, "new_high": n, "reason": "first_report", "run_id": "r"}
        for n in range(n_rows)
    ]  # fmt: skip
    return conform(Revisions, pd.DataFrame(rows))


def test_a_wrong_bit_is_noticed(tmp_path: Path) -> None:
    """A disk that changes one bit must not change a figure: the file counts as damaged, or reads as it was."""
    folder, rows = LocalFolder(tmp_path), revisions(50)
    data = parquet_bytes(rows)
    chance = random.Random(7)
    for _ in range(300):
        place = chance.randrange(len(data))
        flipped = data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]
        (tmp_path / "table.parquet").write_bytes(flipped)
        found = read_table(folder, "table.parquet", Revisions)
        if found is not None:
            pd.testing.assert_frame_equal(found, rows)


def test_revisions_of_an_older_layout_are_kept(tmp_path: Path) -> None:
    """Columns are appended over the years: history written without the newest one must not count as damaged."""
    folder, rows = LocalFolder(tmp_path), revisions(3)
    folder.write(KEPT, parquet_bytes(rows.drop(columns="superseded_claim_ids").assign(dropped_since="x")))
    assert load_revisions(folder)["revision_id"].to_list() == rows["revision_id"].to_list()


def test_revisions_are_taken_from_the_last_copy_that_can_be_read(tmp_path: Path) -> None:
    """History is in three files; two of them may be damaged."""
    folder, rows = LocalFolder(tmp_path), revisions(3)
    for path in (KEPT, PUBLISHED_COPIES[0]):
        folder.write(path, b"PAR1 torn")
    folder.write(PUBLISHED_COPIES[1], to_csv(Revisions, rows))
    pd.testing.assert_frame_equal(load_revisions(folder), rows)


def test_a_damaged_note_blocks_no_run(tmp_path: Path) -> None:
    """A note of a publication that cannot be read would otherwise stand there for ever."""
    folder = LocalFolder(tmp_path)
    publish(folder, {"a.csv": b"1"}, "stamp", NOW)
    folder.write(UNDER_WAY, b'{"changed": ["a.')
    finish(folder)
    assert not folder.exists(UNDER_WAY)
    publish(folder, {"a.csv": b"2"}, "stamp", NOW)
    assert folder.read("a.csv") == b"2" and json.loads(folder.read(PUBLISHED))["stamp"] == "stamp"


def test_the_same_content_is_not_written_again(tmp_path: Path) -> None:
    """A run with nothing new must leave every file as it lies there."""
    folder = LocalFolder(tmp_path)
    folder.write("a.csv", b"1")
    before = _written(tmp_path / "a.csv")
    folder.write("a.csv", b"1")
    assert _written(tmp_path / "a.csv") == before
    folder.write("a.csv", b"2")
    assert _written(tmp_path / "a.csv") != before


def _written(path: Path) -> tuple[int, int]:
    """Which file lies there and when it was written; not when it was last read, which comparing it changes."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    """Half-written files of years of kills would fill the disk."""
    folder = LocalFolder(tmp_path)
    folder.write("_store/.claims.parquet.4711.tmp", b"half")
    folder.write("_store/kept.parquet", b"whole")
    folder.sweep()
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["kept.parquet"]


def test_a_link_that_leads_out_of_the_raw_folder_is_not_read(tmp_path: Path) -> None:
    """A link planted below the raw folder must not bring other files of the machine into the tables."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "raw" / "own.txt").write_text("own")
    (tmp_path / "raw" / "out.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "raw" / "in.txt").symlink_to(tmp_path / "raw" / "own.txt")
    folder = LocalFolder(tmp_path / "raw")
    assert folder.read("in.txt") == b"own"
    with pytest.raises(PermissionError, match="leads out"):
        folder.read("out.txt")

"""Faults of the machine, for real: a full disk, a folder that only reads, damaged files, a clock that jumps.

The disk is a small one in memory that only the test's processes see (user namespaces of Linux); where these are not
allowed, that test is skipped.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pandas as pd
import pytest

from pipeline.defs.instance import HOME
from pipeline.defs.settings import PROJECT
from pipeline.defs.store.revisions import KEPT
from tests.soak.conftest import drop
from tests.soak.month import report
from tests.soak.runner import runner
from tests.soak.state import OF_A_RUN, digest, leftovers, revisions, tables, whole

pytestmark = pytest.mark.slow
OWN_MOUNTS = ["unshare", "--user", "--map-root-user", "--mount"]


def can_mount() -> bool:
    """Whether this machine lets a process mount a disk of its own."""
    if not shutil.which("unshare"):
        return False
    command = [*OWN_MOUNTS, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_full_and_read_only_disk(place: Path) -> None:
    """A disk that is full, or mounted read-only, costs the run and nothing that was published; later all goes on."""
    if not can_mount():
        pytest.skip("this machine allows no mounts of a process's own")
    (place / "out").mkdir()
    command = [*OWN_MOUNTS, sys.executable, "-m", "tests.soak.test_faults", str(place)]
    found = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=400, check=False)
    assert found.returncode == 0, found.stdout[-3000:] + found.stderr[-3000:]


def live_on_a_small_disk(place: Path) -> None:
    """What the test above does, in a process that has mounts of its own."""
    out = place / "out"
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(out)], check=True)
    arguments = ("run", "--raw", str(place / "raw"), "--out", str(out))
    with runner(place / "log", **{HOME: str(place / "home")}) as process:
        drop(place / "raw", 0)
        assert process.run(*arguments).code == 0
        before = {path.name: digest(path) for path in out.iterdir() if path.is_file()}
        drop(place / "raw", 1)

        free = shutil.disk_usage(out).free
        (out / "filler").write_bytes(b"x" * (free - 20_000))
        full = process.run(*arguments)
        assert full.code in (1, 2) and "No space left" in full.output, full.output
        assert str(out) in full.output and "Check disk space" in full.output
        assert {name: digest(out / name) for name in before} == before and whole(out)
        (out / "filler").unlink()

        subprocess.run(["mount", "-o", "remount,ro", str(out)], check=True)
        locked = process.run(*arguments)
        assert locked.code in (1, 2) and "Read-only" in locked.output and "Traceback" not in locked.output
        assert {name: digest(out / name) for name in before} == before
        subprocess.run(["mount", "-o", "remount,rw", str(out)], check=True)

        assert process.run(*arguments).code == 0
        assert whole(out) and not list(leftovers(out))
        assert len(pd.read_parquet(out / "articles.parquet")) == 3


def test_only_its_own_folders_are_written_and_nobody_is_called(place: Path) -> None:
    """A pipeline that calls home, or writes beside its folders, could not be trusted with a researcher's sources."""
    drop(place / "raw", 0)
    (place / "raw" / "page.html").write_text(f"<html><body><p>{report('Lunde', 5)}</p></body></html>")
    with runner(place / "log", **{HOME: str(place / "home")}) as process:
        arguments = ("run", "--raw", str(place / "raw"), "--out", str(place / "out"))
        ended = process.run(*arguments, SOAK_AUDIT=str(place / "audit"))
    assert ended.code == 0, ended.output
    seen = (place / "audit").read_text().splitlines()
    own = tuple(f"write {folder}" for folder in (place / "out", place / "home", "/dev/", tempfile.gettempdir()))
    assert [line for line in seen if not line.startswith(own)] == []
    assert any(line.startswith(f"write {place / 'out'}") for line in seen)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_damaged_files_and_a_jumping_clock(place: Path) -> None:
    """Each file of the store may be torn, and times may lie in the future or in 1970: the next run puts all right."""
    out = place / "out"
    arguments = ("run", "--raw", str(place / "raw"), "--out", str(out))
    with runner(place / "log", **{HOME: str(place / "home")}) as process:
        drop(place / "raw", 0)
        assert process.run(*arguments).code == 0
        told = revisions(out)
        torn = [KEPT, "figures.csv", "claims.parquet", "_store/manifest.json", "_store/published.json"]
        for path in torn:
            (out / path).write_bytes((out / path).read_bytes()[:40])
        for month in (out / "_store" / "mentions").glob("*.parquet"):
            month.write_bytes(month.read_bytes()[:-30])
        for number, file in enumerate((place / "raw").rglob("*.json*")):
            moment = (0, 4_000_000_000)[number % 2]
            os.utime(file, (moment, moment))
        ended = process.run(*arguments)
        again = ended if ended.code == 0 else process.run(*arguments)
        assert again.code == 0, again.output
        assert process.run("run", "--raw", str(place / "raw"), "--out", str(place / "clean")).code == 0
    assert whole(out)
    for name, table in tables(place / "clean").items():
        pd.testing.assert_frame_equal(tables(out)[name], table, obj=name)
    now = revisions(out)
    assert set(told["revision_id"]) <= set(now["revision_id"])
    assert not now.drop(columns=OF_A_RUN).duplicated().any()


if __name__ == "__main__":
    live_on_a_small_disk(Path(sys.argv[1]))

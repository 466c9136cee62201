"""The command line as people use it: a run, a rerun with nothing new, and sentences for what is wrong."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.defs.command_ui import serve_ui
from pipeline.defs.instance import HOME
from pipeline.defs.settings import COMPUTE, PROCESSED, PROJECT, RAW
from pipeline.defs.store.folder import open_folder
from pipeline.defs.store.lock import sole_writer


def reckoner(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the command over an instance of this test's own."""
    environment = {k: v for k, v in os.environ.items() if k not in (RAW, PROCESSED, COMPUTE)}
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *arguments], cwd=PROJECT, capture_output=True, text=True, timeout=300,
        env=environment | {HOME: str(tmp_path / "home")}, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_run_then_nothing_new(tmp_path: Path, raw: Path, out: Path) -> None:
    """The two ends of the command: a summary after work, and no work when there is none."""
    folders = ("--raw", str(raw), "--out", str(out))
    first = reckoner(tmp_path, "run", *folders)
    assert first.returncode == 0, first.stderr
    assert "DEBUG" not in first.stdout + first.stderr and "Traceback" not in first.stderr
    assert "3 articles" in first.stdout and "killed" in first.stdout and str(out) in first.stdout
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file() and path.suffix != ".lock"}
    again = reckoner(tmp_path, "run", *folders)
    assert again.returncode == 0
    assert again.stdout.startswith("Nothing new since ") and "--rebuild" in again.stdout and "killed" in again.stdout
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_nothing_is_imported_that_a_rerun_does_not_need() -> None:
    """Dagster and pandas cost seconds; a rerun with nothing new answers before they are imported."""
    code = "import sys, pipeline.__main__; print(sorted({'dagster', 'pandas', 'trafilatura'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands in this process leave the project's own instance alone."""
    for name in (RAW, PROCESSED):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv(HOME, str(tmp_path / "home"))


@pytest.mark.usefixtures("at_home")
def test_a_missing_raw_folder_is_said(tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A typing error in a path must not look like an empty result."""
    assert main(["run", "--raw", str(tmp_path / "rwa"), "--out", str(out)]) == 2
    assert f"The raw folder {tmp_path / 'rwa'} does not exist." in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.usefixtures("at_home")
def test_an_unknown_engine_is_said(raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch,
                                   capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    """A misspelt setting is told before any work."""
    monkeypatch.setenv(COMPUTE, "pol")
    assert main(["run", "--raw", str(raw), "--out", str(out)]) == 2
    assert "RECKONER_COMPUTE=pol is not a compute engine" in capsys.readouterr().err


@pytest.mark.usefixtures("at_home")
def test_a_second_run_is_kept_apart(tmp_path: Path, raw: Path, out: Path) -> None:
    """Two runs that write the same tables at once would mix them."""
    with sole_writer(open_folder(str(out))):
        second = reckoner(tmp_path, "run", "--raw", str(raw), "--out", str(out))
    assert second.returncode == 2
    assert f"Another run is writing to {out}" in second.stderr and "Traceback" not in second.stderr


@pytest.mark.usefixtures("at_home")
def test_a_taken_port_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """A second UI on a taken port would say that it serves, and show somebody else's pages."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["ui", "--port", str(port)]) == 2
    assert f"Port {port} is taken" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "65536", "80x"])
def test_a_wrong_port_is_said(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A number that is no port ends in a traceback."""
    with pytest.raises(SystemExit):
        main(["ui", "--port", port])
    assert f"{port} is no port" in capsys.readouterr().err


@pytest.mark.usefixtures("at_home")
def test_a_ui_that_a_script_starts_in_the_background_can_be_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would outlive its script, and a second one would start runs beside it."""
    heeded = []
    monkeypatch.setattr("os.execv", lambda *_: heeded.append(signal.getsignal(signal.SIGINT)))
    monkeypatch.setattr("os.chdir", lambda _: None)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        serve_ui(find_port(), tmp_path)
    finally:
        signal.signal(signal.SIGINT, before)
    assert heeded == [signal.SIG_DFL]


def find_port() -> int:
    """A port that is free."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])

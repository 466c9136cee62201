"""A real Chromium, and a real UI over an instance of its own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium import webdriver

from pipeline.defs.instance import HOME
from pipeline.defs.settings import PROCESSED, PROJECT, RAW, WATCH

REPORT = """<b>Ferry</b> fire <script>window.marked = 1</script> kills 9

A fire on a ferry off Port Alder killed nine people and injured 14 on 2 May 2025, the coastguard said.
"""
ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--window-size=1600,1300",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
SECONDS_TO_START = 180


def find_program(name: str) -> str:
    """Path of a program of the browser; without it the test is skipped, in CI it fails."""
    path = shutil.which(name)
    if path:
        return path
    message = f"{name} is missing: apt-get install chromium chromium-driver"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[webdriver.Chrome]:
    """Chromium with a fresh profile."""
    options = webdriver.ChromeOptions()
    options.binary_location = find_program("chromium")
    for argument in (*ARGUMENTS, f"--user-data-dir={tmp_path / 'profile'}"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options, webdriver.ChromeService(find_program("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture
def ui(tmp_path: Path) -> Iterator[str]:
    """The address of a UI in which nothing runs by itself."""
    with served(tmp_path, watch="") as address:
        yield address


@contextmanager
def served(tmp_path: Path, watch: str) -> Iterator[str]:
    """The address of a UI that `reckoner ui` serves over a raw folder with one report."""
    find_program("chromium")
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "ferry.txt").write_text(REPORT)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folders = {RAW: str(raw), PROCESSED: str(tmp_path / "out"), HOME: str(tmp_path / "home"), WATCH: watch}
    log = (tmp_path / "ui.log").open("wb")
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "ui", "--port", str(port)],
        cwd=PROJECT, env={**os.environ, **folders}, stdout=log, stderr=log, start_new_session=True,
    )  # fmt: skip
    try:
        wait_until_served(f"http://127.0.0.1:{port}", process, tmp_path / "ui.log")
        print(f"The UI answers after {time.monotonic() - started:.1f} seconds")
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        log.close()


def wait_until_served(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Returns when the UI answers; fails with its log when it does not."""
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/server_info", timeout=5)
        except OSError:
            time.sleep(0.5)
        else:
            return
    pytest.fail(f"The UI did not come up: {log.read_text()[-2000:]}")

"""Nobody at the keys: a file dropped into the raw folder becomes figures, and the UI shows them."""

import time
from pathlib import Path

import pandas as pd
import pytest

from tests.browser.conftest import served
from tests.browser.test_ui import SECONDS_TO_RUN, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SECOND = """Ferry fire toll rises to 11

The toll of the fire on a ferry off Port Alder on 2 May 2025 rose to 11 killed, the coastguard said on 4 May 2025.
"""


def killed(out: Path) -> set[int]:
    """The numbers of killed that are published."""
    file = out / "figures.parquet"
    if not file.exists():
        return set()
    return set(pd.read_parquet(file).query("measure == 'killed'")["best"].dropna())


def wait_for(out: Path, number: int) -> None:
    """Returns when a number is published."""
    end = time.monotonic() + SECONDS_TO_RUN
    while number not in killed(out):
        assert time.monotonic() < end, f"{number} killed was not published; there are {killed(out)}"
        time.sleep(1)


def test_a_dropped_file_becomes_figures(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The promise of `make ui`: no button is pressed between the file and its figures."""
    with served(tmp_path, watch="1") as address:
        wait_for(tmp_path / "out", 9)
        (tmp_path / "raw" / "second.txt").write_text(SECOND)
        wait_for(tmp_path / "out", 11)
        (tmp_path / "screenshots").mkdir()
        visitor = Visitor(request.getfixturevalue("browser"), address, tmp_path / "screenshots")
        visitor.open("/runs", "raw_folder_sensor", "Success")
        visitor.keep("7-by-itself")
        visitor.open("/assets/mentions?view=events", "kept and rejected", "dagster/row_count")
        visitor.open("/automation", "raw_folder_sensor", "daily", "tell_of_failures")
        visitor.keep("8-automation")

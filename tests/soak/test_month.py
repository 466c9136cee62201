"""A month left alone: reports that come late and twice, corrections, broken files, kills, restarts, other code.

SOAK_DAYS says how many days (`make soak` takes 30). At the end the tables are those of one clean run over everything,
and the revisions tell the story of the month.
"""

import os
import random
import shutil
from pathlib import Path

import pandas as pd
import pytest

from pipeline.defs.instance import HOME
from pipeline.defs.settings import KEEP_RUNS
from tests.soak.conftest import drop
from tests.soak.month import EVENT_DAYS, toll
from tests.soak.runner import KILLED, Ended, Runner, runner
from tests.soak.state import OF_A_RUN, revisions, tables, whole

DAYS = int(os.environ.get("SOAK_DAYS", "4"))
KEPT_RUNS = max(3, DAYS // 4)
SLACK = 1.5
"""How much larger or slower the last days may be than the ones after the beginning: the tables do grow a little."""

pytestmark = pytest.mark.slow


class Diary:
    """What a simulated month writes down each day."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.seconds: list[float] = []
        self.home_bytes: list[int] = []
        self.recorded: set[str] = set()
        self.n_killed = 0

    def note(self, day: int, ended: Ended) -> None:
        """One good run."""
        assert ended.code == 0, ended.output
        out = self.place / "out"
        now = set(revisions(out)["revision_id"])
        assert whole(out) and self.recorded <= now
        self.recorded = now
        self.seconds.append(ended.seconds)
        self.home_bytes.append(sum(f.stat().st_size for f in (self.place / "home").rglob("*") if f.is_file()))
        print(f"day {day + 1}: {ended.seconds:.1f} s, instance {self.home_bytes[-1] / 1e6:.1f} MB, "
              f"{len(now)} revisions")  # fmt: skip


def live(process: Runner, diary: Diary) -> None:
    """The days one after the other."""
    chance = random.Random(30)
    folders = ("run", "--raw", str(diary.place / "raw"), "--out", str(diary.place / "out"))
    for day in range(DAYS):
        drop(diary.place / "raw", day)
        # Other code from the middle of the month on: everything is read and extracted again, once.
        version = {"SOAK_CODE": "other"} if day >= DAYS // 2 else {}
        if day % 3 == 1:
            ended = process.run(*folders, kill_at_write=chance.randint(1, 100), **version)
            diary.n_killed += ended.code == KILLED
            assert whole(diary.place / "out")
        diary.note(day, process.run(*folders, **version))


def test_a_month_left_alone(place: Path) -> None:
    """Whatever goes wrong only after days, or only together, goes wrong here first."""
    diary = Diary(place)
    environment = {HOME: str(place / "home"), KEEP_RUNS: str(KEPT_RUNS)}
    middle = DAYS // 2
    with runner(place / "log", **environment) as process:
        live(process, diary)
        idle = process.run("run", "--raw", str(place / "raw"), "--out", str(place / "out"), SOAK_CODE="other")
        assert idle.code == 0 and idle.output.startswith("Nothing new"), idle.output
        clean = process.run("run", "--raw", str(place / "raw"), "--out", str(place / "clean"), SOAK_CODE="other")
        assert clean.code == 0, clean.output
    for name, table in tables(place / "clean").items():
        pd.testing.assert_frame_equal(tables(place / "out")[name], table, obj=name)
    tell_the_story(place / "out")
    print(f"{DAYS} days, {diary.n_killed} runs killed; first days {diary.seconds[:3]}, last days {diary.seconds[-3:]}")
    usual = diary.home_bytes[min(KEPT_RUNS, middle)]
    assert diary.home_bytes[-1] < usual * SLACK + 500_000
    shutil.rmtree(place / "out")


def tell_the_story(out: Path) -> None:
    """The revisions of the first fire follow its toll from day to day, each told once."""
    told = revisions(out)
    assert not told.drop(columns=OF_A_RUN).duplicated().any()
    first = told.query("given_event_id == 'fire-Sarvo-0' and measure == 'killed' and policy == 'range'")
    first = first[first["victim_group"] == "all"]
    bests = first.sort_values(["as_of", "recorded_at"])["new_best"].dropna().to_list()
    days = min(DAYS, EVENT_DAYS)
    assert set(bests) >= {toll(day) for day in range(days) if day % 6 != 4}
    assert "first_report" in set(first["reason"])
    if DAYS > 8:
        assert {"source_correction", "superseded"} & set(told["reason"])

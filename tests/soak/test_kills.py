"""`kill -9` at random moments and at chosen writes: the last tables stay whole, the next run completes, no revision is
lost or doubled.

SOAK_KILLS says how many (`make soak` takes 60).
"""

import json
import os
import random
from pathlib import Path

import pandas as pd
import pytest

from pipeline.defs.instance import HOME
from tests.soak.conftest import drop
from tests.soak.month import record
from tests.soak.runner import KILLED, Ended, Runner, runner
from tests.soak.state import OF_A_RUN, leftovers, revisions, tables, whole

KILLS = int(os.environ.get("SOAK_KILLS", "6"))
DAYS = 3

pytestmark = pytest.mark.slow


def run(process: Runner, place: Path, out: str, kill_after: float = 0, kill_at_write: int = 0) -> Ended:
    """A run over the raw folder of the place."""
    arguments = ("run", "--raw", str(place / "raw"), "--out", str(place / out))
    return process.run(*arguments, kill_after=kill_after, kill_at_write=kill_at_write)


def test_killed_runs_lose_and_double_nothing(place: Path) -> None:
    """A kill that leaves half of a table, blocks the next run or forgets a revision would be found years later."""
    chance = random.Random(20251125)
    out = place / "out"
    recorded: set[str] = set()
    n_killed = 0
    with runner(place / "log", **{HOME: str(place / "home")}) as process:
        drop(place / "raw", 0)
        seconds = run(process, place, "out").seconds
        for number in range(KILLS):
            if number % max(1, KILLS // DAYS) == 0:
                drop(place / "raw", 1 + number // max(1, KILLS // DAYS))
            # Each run has something to do, else it would end before it can be killed.
            one = record(number % DAYS, number % 4, 5 + number, number)
            (place / "raw" / f"killed-{number}.json").write_text(json.dumps(one))
            at_write, after = (chance.randint(1, 90), 0.0) if number % 2 else (0, seconds * chance.random())
            ended = run(process, place, "out", kill_after=after, kill_at_write=at_write)
            assert ended.code in (0, KILLED), ended.output
            n_killed += ended.code == KILLED
            assert whole(out)
            now = set(revisions(out)["revision_id"])
            assert recorded <= now
            recorded = now
            if number % 4 == 3:
                assert run(process, place, "out").code == 0
        last = run(process, place, "out")
        assert last.code == 0, last.output
        assert run(process, place, "clean").code == 0
    assert n_killed > KILLS // 3
    assert not list(leftovers(out))
    assert recorded <= set(revisions(out)["revision_id"])
    told = revisions(out).drop(columns=OF_A_RUN)
    assert not told.duplicated().any()
    for name, table in tables(place / "clean").items():
        pd.testing.assert_frame_equal(tables(out)[name], table, obj=name)
    print(f"{n_killed} of {KILLS} runs killed, {len(told)} revisions, none lost, none doubled")

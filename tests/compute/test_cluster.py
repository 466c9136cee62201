"""A Dask cluster on this machine: the same answers, also when a worker is killed in the middle."""

import os
import signal
import time
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

from pipeline.compute.chunks import RawPiece, extract_chunk, read_raw_piece
from pipeline.compute.engines import Inline, engine
from pipeline.reading.piece import Piece
from tests.compute.test_chunks import TEXTS, WRITTEN

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two workers in processes of their own."""
    settings = {"distributed.scheduler.allowed-failures": 5, "distributed.comm.timeouts.connect": "60s"}
    with distributed.LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, config=settings
    ) as found:
        yield found


def slow_square(number: int) -> int:
    """A piece of work that takes a moment."""
    time.sleep(0.05)
    return number * number


def test_the_cluster_finds_the_same(cluster: Any) -> None:
    """Tables that depend on where they were made could not be compared; a worker runs work in a thread."""
    raw = [RawPiece(f"{n}.txt", WRITTEN, Piece("", f"{n}.txt", text.encode())) for n, text in enumerate(TEXTS)]
    found = []
    for where in (Inline(), engine(cluster.scheduler_address)):
        articles = [answer.reading.articles for answer in where.map(read_raw_piece, raw)]
        found.append([part.claims for part in where.map(extract_chunk, articles)])
    for alone, together in zip(*found, strict=True):
        pd.testing.assert_frame_equal(alone, together)


def test_a_killed_worker_costs_time_only(cluster: Any) -> None:
    """A machine of a cluster that dies in the night must cost no article and change no order."""
    victim = next(iter(cluster.workers.values())).pid
    answers = []
    for number, answer in enumerate(engine(cluster.scheduler_address).map(slow_square, range(60))):
        answers.append(answer)
        if number == 10:
            os.kill(victim, signal.SIGKILL)
    assert answers == [number * number for number in range(60)]

"""The engines: same answers in the same order, errors that say what to do, memory that does not grow."""

import math
import socket
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

import dask
import pytest

from pipeline.compute.engines import Dask, Engine, EngineError, Inline, Pool, engine, in_order

NUMBERS = list(range(50, 0, -1))


@pytest.mark.parametrize("where", [Inline(), Pool(2)], ids=["inline", "pool"])
def test_answers_come_in_the_order_of_the_items(where: Engine) -> None:
    """Answers in another order would be written to other articles' rows."""
    assert list(where.map(math.factorial, NUMBERS)) == [math.factorial(n) for n in NUMBERS]


@pytest.mark.parametrize("where", [Inline(), Pool(1)], ids=["inline", "pool"])
def test_an_error_reaches_the_caller(where: Engine) -> None:
    """An error that an engine swallows would end as missing rows."""
    with pytest.raises(ValueError):
        list(where.map(math.sqrt, [1.0, -1.0]))


def test_items_are_taken_as_they_are_needed() -> None:
    """An engine that takes all items first holds every article in memory."""
    taken = 0
    most_ahead = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(20):
            taken += 1
            yield number

    def submit(function: Any, item: int) -> Future[int]:
        future: Future[int] = Future()
        future.set_result(function(item))
        return future

    for done, answer in enumerate(in_order(submit, abs, items(), limit=3)):
        assert answer == done
        most_ahead = max(most_ahead, taken - done)
    assert most_ahead <= 3


@pytest.mark.parametrize("name", ["", "threads", "tcp://", "pool:", "inline "])
def test_an_unknown_engine_is_refused(name: str) -> None:
    """A misspelt engine that silently ran inline would keep a cluster idle."""
    with pytest.raises(EngineError, match="inline"):
        engine(name)


@pytest.mark.parametrize("address", ["tcp://10.0.0.5:8786", "tls://scheduler.local:8786", "scheduler:8786"])
def test_a_scheduler_without_dask_says_what_to_install(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Dask is not a dependency; who asks for it must learn how to get it."""

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("pipeline.compute.engines.importlib.import_module", missing)
    with pytest.raises(EngineError, match=r"pip install 'dask\[distributed\]'"):
        engine(address)


def test_names_lead_to_their_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads to another engine would run work where nobody wanted it."""
    monkeypatch.setattr("pipeline.compute.engines.importlib.import_module", lambda name: name)
    found = {name: type(engine(name)) for name in ("inline", "pool", "tcp://127.0.0.1:8786")}
    assert found == {"inline": Inline, "pool": Pool, "tcp://127.0.0.1:8786": Dask}


def test_a_scheduler_that_does_not_answer_is_named() -> None:
    """'Connection refused' alone tells nobody which setting to mend."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
    with pytest.raises(EngineError, match=f"RECKONER_COMPUTE={address}"), dask.config.set(
        {"distributed.comm.timeouts.connect": "1s"}
    ):
        list(Dask(address).map(abs, [1]))

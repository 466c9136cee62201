"""The engines: each maps a pure function over items and gives the answers in the order of the items.

Here belongs where a function runs. Every engine gives the same answers in the same order; they differ in time only.
"""

import importlib
import multiprocessing
import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

AHEAD = 4
"""Items under way for each worker: enough to keep it busy, few enough that memory does not grow with the work."""

DASK_ADDRESS = re.compile(r"^(?:[a-z]+://)?[\w.\-\[\]:]+:\d+$")
"""tcp://10.0.0.5:8786, tls://host:8786 or host:8786."""


class EngineError(ValueError):
    """A compute setting that cannot be honoured; the message says why and what to do."""


class Engine(Protocol):
    """Runs one function over many items."""

    def map(self, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """The function's answers in the order of the items; items are taken as they are needed."""
        ...


class Inline:
    """Runs in this process, one item after the other."""

    def map(self, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        return map(function, items)


class Pool:
    """Runs in one process a core of this machine."""

    def __init__(self, n_workers: int | None = None) -> None:
        self.n_workers = n_workers or usable_cores()

    def map(self, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        # Forking a process that has threads (the Dagster daemon, Arrow) may deadlock; spawning never does.
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(self.n_workers, mp_context=context) as executor:
            yield from in_order(executor.submit, function, items, self.n_workers * AHEAD)


class Dask:
    """Runs on the Dask cluster whose scheduler listens at an address."""

    def __init__(self, address: str) -> None:
        self.address = address
        try:
            self.distributed = importlib.import_module("distributed")
        except ImportError as missing:
            raise EngineError(
                f"RECKONER_COMPUTE={address} names a Dask scheduler, and the package distributed is not installed. "
                "Install it with: .venv/bin/pip install 'dask[distributed]'"
            ) from missing

    def map(self, function: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        with self._client() as client:
            n_workers = max(1, sum(client.nthreads().values()))
            yield from in_order(client.submit, function, items, n_workers * AHEAD)


    def _client(self) -> Any:
        try:
            return self.distributed.Client(self.address)
        except OSError as away:  # the time-out of a connection is one too
            raise EngineError(
                f"No Dask scheduler answers at RECKONER_COMPUTE={self.address} ({away}). "
                "Start it with: dask scheduler; or set RECKONER_COMPUTE=inline."
            ) from None  # what a failed run shows is the last cause of its error


def engine(name: str) -> Engine:
    """The engine that a setting names: inline, pool, or the address of a Dask scheduler. Raises EngineError."""
    if name == "inline":
        return Inline()
    if name == "pool":
        return Pool()
    if DASK_ADDRESS.match(name):
        return Dask(name)
    raise EngineError(
        f"RECKONER_COMPUTE={name} is not a compute engine. Use inline (this process), pool (all cores of this machine) "
        "or the address of a Dask scheduler, such as tcp://10.0.0.5:8786."
    )


def usable_cores() -> int:
    """Cores that this process may use; a container often has fewer than the machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    submit: Callable[..., Any], function: Callable[[In], Out], items: Iterable[In], limit: int
) -> Iterator[Out]:
    """Answers in the order of the items, with at most `limit` items under way."""
    waiting: deque[Any] = deque()
    for item in items:
        waiting.append(submit(function, item))
        if len(waiting) >= limit:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()

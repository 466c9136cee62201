"""Progress: what assets tell while they work, and who listens.

Here belongs the line from a running asset to the terminal and to Dagster's log. How it looks belongs to the listeners.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import dagster as dg

from pipeline.defs.store.changes import Note

SECONDS_BETWEEN_LOG_LINES = 10.0


class Watcher(Protocol):
    """Someone who looks on while a run works in this process."""

    started: float
    """When the command began, on the monotonic clock."""

    def note(self, asset: str, done: int, total: int, of_what: str) -> None:
        """So much of an asset's work is done."""

    def conclude(self, summary: Any) -> None:
        """The run's summary, as rich renders it."""


WATCHERS: list[Watcher] = []


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Tells a watcher of everything that runs inside."""
    WATCHERS.append(watcher)
    try:
        yield
    finally:
        WATCHERS.remove(watcher)


def note_for(context: dg.AssetExecutionContext, asset: str) -> Note:
    """The line for one asset: every step to the watchers, one every few seconds to Dagster's log."""
    last = time.monotonic()

    def note(done: int, total: int, of_what: str) -> None:
        nonlocal last
        for watcher in WATCHERS:
            watcher.note(asset, done, total, of_what)
        if time.monotonic() - last > SECONDS_BETWEEN_LOG_LINES:
            last = time.monotonic()
            context.log.info(f"{done:,} of {total:,} {of_what}")

    return note


def conclude(summary: Any) -> None:
    """Hands the run's summary to the watchers."""
    for watcher in WATCHERS:
        watcher.conclude(summary)


def seconds_since(run_started: float) -> float:
    """Seconds since the command began, or where no command looks on, since a moment on the monotonic clock."""
    return time.monotonic() - min([run_started, *(watcher.started for watcher in WATCHERS)])

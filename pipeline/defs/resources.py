"""The resources: the two folders and the compute engine, from the environment.

Here belongs what a run is given from outside. Defining them opens nothing; a run opens them, and holds the output
folder's lock until it ends.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import dagster as dg
from pydantic import Field, PrivateAttr

from pipeline.compute.engines import Engine, engine
from pipeline.defs.io_manager import ParquetIOManager
from pipeline.defs.settings import COMPUTE, PROCESSED, RAW, SETTINGS, SettingError, review_address
from pipeline.defs.store.folder import Folder, open_folder
from pipeline.defs.store.lock import sole_writer
from pipeline.defs.store.publish import finish


class Folders(dg.ConfigurableResource[Any]):
    """The raw folder, which is only read, and the output folder, which this run alone writes."""

    raw: str = Field(description="Folder or fsspec address that reports are read from (RECKONER_RAW)")
    processed: str = Field(description="Folder or fsspec address that tables are written to (RECKONER_PROCESSED)")
    _started: float = PrivateAttr(default=0.0)

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Iterator["Folders"]:
        """Takes the lock for the time of the run, and ends or removes what a killed run began."""
        if not self.raw_folder.exists():
            raise SettingError(f"The raw folder {self.raw} does not exist. Set RECKONER_RAW to a folder with reports.")
        self._started = time.monotonic()
        with sole_writer(self.store):
            self.store.sweep()
            finish(self.store)
            yield self

    @property
    def raw_folder(self) -> Folder:
        """Where reports are read from."""
        return open_folder(self.raw)

    @property
    def review_folder(self) -> Folder:
        """Where people's decisions lie (RECKONER_REVIEW)."""
        return open_folder(review_address(self.raw))

    @property
    def store(self) -> Folder:
        """Where tables and state are written."""
        return open_folder(self.processed)

    @property
    def started(self) -> float:
        """When the run began, on the monotonic clock."""
        return self._started


class Web(dg.ConfigurableResource[Any]):
    """The raw folder, where the list of sources lies and fetched pages go. Unlike a run it locks no output."""

    raw: str = Field(description="Folder or fsspec address that fetched pages are written to (RECKONER_RAW)")


class Compute(dg.ConfigurableResource[Any]):
    """Where reading and extraction run."""

    engine: str = Field(description="inline, pool, or the address of a Dask scheduler (RECKONER_COMPUTE)")

    def open(self) -> Engine:
        """The engine. Raises EngineError for one that cannot be had."""
        return engine(self.engine)


def from_environment(name: str) -> str:
    """The setting as the UI shows it: the variable where it is set, else the default."""
    return dg.EnvVar(name) if os.environ.get(name) else SETTINGS[name].default


@dg.definitions
def resources() -> dg.Definitions:
    """The resources of every job. Steps run in one process: a process of its own costs a step some four seconds."""
    processed = from_environment(PROCESSED)
    return dg.Definitions(
        resources={
            "folders": Folders(raw=from_environment(RAW), processed=processed),
            "web": Web(raw=from_environment(RAW)),
            "compute": Compute(engine=from_environment(COMPUTE)),
            "io_manager": ParquetIOManager(processed=processed),
        },
        executor=dg.in_process_executor,
    )

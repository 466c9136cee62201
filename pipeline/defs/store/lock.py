"""One writer an output folder: the lock, and what a second run is told.

Here belongs who may write. The lock is the operating system's, so a killed run leaves none behind.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline.defs.instance import home_folder
from pipeline.defs.store.folder import Folder, LocalFolder


class Busy(RuntimeError):
    """Another run writes to the same output folder."""


def lock_path(folder: Folder) -> Path:
    """Where the lock of an output folder lies; that of an object store in the instance's folder on this machine."""
    if isinstance(folder, LocalFolder):
        return folder.root / "_store" / "run.lock"
    return home_folder() / "locks" / f"{hashlib.sha256(folder.url.encode()).hexdigest()[:16]}.lock"


def is_busy(folder: Folder) -> bool:
    """Whether another process holds the lock of an output folder just now."""
    path = lock_path(folder)
    if not path.exists():
        return False
    lock = FileLock(path, timeout=0, is_singleton=False)
    try:
        with lock:
            return False
    except Timeout:
        return True


@contextmanager
def sole_writer(folder: Folder) -> Iterator[None]:
    """Holds the lock of an output folder; the same process may take it again. Raises Busy."""
    path = lock_path(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path, timeout=0, is_singleton=True, thread_local=False)
    try:
        lock.acquire()
    except Timeout as held:
        raise Busy(
            f"Another run is writing to {folder.url} and holds {path}. "
            "Wait until it has ended, or choose another output folder with OUT=…"
        ) from held
    try:
        yield
    finally:
        lock.release()

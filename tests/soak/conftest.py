"""A folder for simulations, and what arrives there."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.soak.month import arrivals

SHARED_MEMORY = Path("/dev/shm")


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder in memory where there is one: hundreds of flushes to a disk would be most of the test's time."""
    folder = Path(tempfile.mkdtemp(dir=SHARED_MEMORY if SHARED_MEMORY.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


def drop(raw: Path, day: int) -> None:
    """Puts what arrives on a day below the raw folder."""
    for path, content in arrivals(day).items():
        file = raw / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(content)

"""The settings: which folders, which compute engine. Read from the environment, nowhere else.

Here belong names, defaults and what a wrong value is told. No folder is touched here.
"""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
"""The project's folder: pyproject.toml, dagster.yaml, data/ and .dagster/ lie in it."""

RAW = "RECKONER_RAW"
PROCESSED = "RECKONER_PROCESSED"
COMPUTE = "RECKONER_COMPUTE"
TIMEZONE = "RECKONER_TIMEZONE"
WATCH = "RECKONER_WATCH"
"""Set by `reckoner ui`: the sensor on the raw folder is on from the start."""

DEFAULTS = {
    RAW: str(PROJECT / "data" / "raw"),
    PROCESSED: str(PROJECT / "data" / "processed"),
    COMPUTE: "inline",
    TIMEZONE: "UTC",
    WATCH: "",
}


class SettingError(ValueError):
    """A setting that cannot be honoured; the message says which, why and what to do."""


def setting(name: str) -> str:
    """The value of a setting: the environment's, else its default."""
    return os.environ.get(name) or DEFAULTS[name]


def absolute(folder: str) -> str:
    """A folder as given on the command line, counted from the current folder; addresses (s3://…) stay as they are."""
    return folder if "://" in folder else str(Path(folder).expanduser().resolve())

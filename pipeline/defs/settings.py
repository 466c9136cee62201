"""The settings: what each means, its default, and a sentence for each mistake. Read from the environment, nowhere else.

Here belong names, defaults and what a wrong value is told. A file .env in the project's folder may set them too; what
the environment says wins. docs/operations.md shows this list.
"""

import difflib
import io
import os
import zoneinfo
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

PROJECT = Path(__file__).resolve().parents[2]
"""The project's folder: pyproject.toml, dagster.yaml, data/ and .dagster/ lie in it."""

PREFIX = "RECKONER_"
RAW = "RECKONER_RAW"
PROCESSED = "RECKONER_PROCESSED"
REVIEW = "RECKONER_REVIEW"
"""The folder with decisions.csv; without it the folder `review` beside the raw folder."""
COMPUTE = "RECKONER_COMPUTE"
TIMEZONE = "RECKONER_TIMEZONE"
DAILY_AT = "RECKONER_DAILY_AT"
POLL_MINUTES = "RECKONER_POLL_MINUTES"
ON_FAILURE = "RECKONER_ON_FAILURE"
KEEP_RUNS = "RECKONER_KEEP_RUNS"
WATCH = "RECKONER_WATCH"
"""Set by `reckoner ui`: what runs by itself is on from the start."""


class Meaning(NamedTuple):
    """What a setting means and what it is when nobody sets it."""

    default: str
    meaning: str


SETTINGS = {
    RAW: Meaning(str(PROJECT / "data" / "raw"), "folder or fsspec address with the reports"),
    PROCESSED: Meaning(str(PROJECT / "data" / "processed"), "folder or fsspec address for the tables"),
    REVIEW: Meaning("", "folder with people's decisions.csv; without it the folder review beside the raw folder"),
    COMPUTE: Meaning("inline", "where work runs: inline, pool, or the address of a Dask scheduler"),
    TIMEZONE: Meaning("UTC", "time zone of the daily schedule, such as Europe/Berlin"),
    DAILY_AT: Meaning("06:00", "time of day of the daily schedule"),
    POLL_MINUTES: Meaning("30", "minutes between two looks at the sources of sources.yml"),
    ON_FAILURE: Meaning("", "command that is given each failed run as JSON on its standard input"),
    KEEP_RUNS: Meaning("200", "runs that Dagster remembers; older ones are forgotten, the tables forget nothing"),
    WATCH: Meaning("", "1: sensors and schedules are on from the start; `make ui` sets it"),
}


class SettingError(ValueError):
    """A setting that cannot be honoured; the message says which, why and what to do."""


def setting(name: str) -> str:
    """The value of a setting: the environment's, else its default."""
    return os.environ.get(name) or SETTINGS[name].default


def review_address(raw: str) -> str:
    """The folder of people's decisions: the setting's, else the one beside the raw folder."""
    return setting(REVIEW) or f"{raw.rstrip('/').rpartition('/')[0]}/review"


def absolute(folder: str) -> str:
    """A folder as given on the command line, counted from the current folder; addresses (s3://…) stay as they are."""
    return folder if "://" in folder else str(Path(folder).expanduser().resolve())


def load_env_file(file: Path = PROJECT / ".env") -> None:
    """Takes settings from a file where the environment has none."""
    if not file.is_file():
        return
    from dotenv.parser import parse_stream

    try:
        lines = [*parse_stream(io.StringIO(file.read_text(encoding="utf-8")))]
    except UnicodeDecodeError as broken:
        raise SettingError(f"{file} is no UTF-8 text ({broken.reason}); save it as UTF-8.") from None
    unread = [line for line in lines if line.error or (line.key and line.value is None)]
    if unread:
        raise SettingError("\n".join(
            f"{file}, line {line.original.line}: {line.original.string.strip()} is no setting; "
            "write NAME=value, or put # before a remark."
            for line in unread
        ))  # fmt: skip
    for line in lines:
        if line.key:
            os.environ.setdefault(line.key, line.value or "")


def check_settings() -> None:
    """Raises SettingError with a sentence for each mistake."""
    found = [*_unknown(), *_folders(), *_clock()]
    if found:
        raise SettingError("\n".join(found))


def _unknown() -> Iterator[str]:
    """Names that mean nothing, with the one that may have been meant."""
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in SETTINGS:
            [*near] = difflib.get_close_matches(name, SETTINGS, 1)
            yield f"{name} is no setting" + (f"; did you mean {near[0]}?" if near else f" ({', '.join(SETTINGS)} are).")


def _folders() -> Iterator[str]:
    """Folders that lie in one another, and addresses of a kind that nobody knows."""
    raw, out = absolute(setting(RAW)), absolute(setting(PROCESSED))
    if f"{out}/".startswith(f"{raw}/"):
        yield f"{PROCESSED}={out} lies in the raw folder {raw}: its tables would be read as reports."
    elif f"{raw}/".startswith(f"{out}/_store/"):
        yield f"{RAW}={raw} lies in the store of the output folder {out}. Choose another one."
    for name, folder in ((RAW, raw), (PROCESSED, out)):
        scheme = urlsplit(folder).scheme if "://" in folder else "file"
        if scheme == "file" and Path(folder.removeprefix("file://")).is_file():
            yield f"{name}={folder} is a file; name the folder that it lies in, or another folder."
        if scheme not in _protocols():
            yield f"{name}={folder} has the unknown kind {scheme}://; known are s3://, gs://, abfs:// and more."


def _protocols() -> frozenset[str]:
    """Kinds of addresses that fsspec knows."""
    if not any("://" in setting(name) for name in (RAW, PROCESSED)):
        return frozenset(["file"])
    from fsspec.registry import known_implementations

    return frozenset(known_implementations)


def _clock() -> Iterator[str]:
    """Times and numbers."""
    try:
        zoneinfo.ZoneInfo(setting(TIMEZONE))
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        yield f"{TIMEZONE}={setting(TIMEZONE)} is no time zone; write one such as UTC or Europe/Berlin."
    hour, _, minute = setting(DAILY_AT).partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and int(hour) < 24 and int(minute) < 60):
        yield f"{DAILY_AT}={setting(DAILY_AT)} is no time of day; write one such as 06:00."
    if not (setting(KEEP_RUNS).isdecimal() and int(setting(KEEP_RUNS)) > 0):
        yield f"{KEEP_RUNS}={setting(KEEP_RUNS)} should be a whole number of runs from 1."
    minutes = setting(POLL_MINUTES)
    if not (minutes.isdecimal() and 1 <= int(minutes) <= 60):
        yield f"{POLL_MINUTES}={minutes} should be a whole number of minutes from 1 to 60."

"""Settings: one place, a sentence for each mistake, .env behind the environment."""

import os
import re
from pathlib import Path

import pytest

from pipeline.defs.settings import (
    COMPUTE,
    DAILY_AT,
    POLL_MINUTES,
    PREFIX,
    PROCESSED,
    PROJECT,
    RAW,
    SETTINGS,
    TIMEZONE,
    SettingError,
    check_settings,
    load_env_file,
    setting,
)


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("RECKONER_RWA", "x", "did you mean RECKONER_RAW"),
        (TIMEZONE, "Berlin", "is no time zone"),
        (DAILY_AT, "6 am", "is no time of day"),
        (POLL_MINUTES, "0", "whole number of minutes"),
        (PROCESSED, str(PROJECT / "data" / "raw" / "out"), "lies in the raw folder"),
        (PROCESSED, str(PROJECT / "data" / "raw"), "lies in the raw folder"),
        (RAW, str(PROJECT / "data" / "processed" / "_store" / "x"), "lies in the store"),
        (RAW, __file__, "is a file; name the folder"),
        (PROCESSED, f"file://{__file__}", "is a file; name the folder"),
        (RAW, "s4://bucket/x", "unknown kind s4://"),
    ],
)
def test_a_mistake_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str) -> None:
    """A setting that is wrong and silently ignored is found out when the tables are missing."""
    check_settings()
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError, match=re.escape(words)):
        check_settings()


def test_all_mistakes_are_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One at a time would take as many starts as there are mistakes."""
    monkeypatch.setenv(TIMEZONE, "nowhere")
    monkeypatch.setenv(DAILY_AT, "25:00")
    with pytest.raises(SettingError) as found:
        check_settings()
    assert len(str(found.value).splitlines()) == 2


def test_a_file_sets_what_the_environment_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment wins, so that one run can differ."""
    file = tmp_path / ".env"
    file.write_text(f"# a remark\n{COMPUTE}=pool\n{TIMEZONE}='Europe/Berlin'\n")
    monkeypatch.setenv(COMPUTE, "inline")
    monkeypatch.setenv(TIMEZONE, "")
    monkeypatch.delenv(TIMEZONE)
    load_env_file(file)
    assert (setting(COMPUTE), setting(TIMEZONE)) == ("inline", "Europe/Berlin")
    os.environ.pop(TIMEZONE)
    load_env_file(tmp_path / "absent")


@pytest.mark.parametrize(
    ("line", "told"),
    [(b"no assignment", "line 2: no assignment"), (COMPUTE.encode(), f"line 2: {COMPUTE}"), (b"A=\xff", "UTF-8")],
)
def test_a_line_that_cannot_be_read_is_said(line: bytes, told: str, tmp_path: Path) -> None:
    """A setting with a slip in its line is passed over, and the run writes elsewhere."""
    file = tmp_path / ".env"
    file.write_bytes(b"# mine\n" + line + b"\n")
    with pytest.raises(SettingError, match=told) as found:
        load_env_file(file)
    assert str(file) in str(found.value)


def test_the_documentation_lists_every_setting() -> None:
    """A setting that nobody can find is not there."""
    page = (PROJECT / "docs" / "operations.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `(RECKONER_\w+)` \| (.+?) \|", page, re.MULTILINE))
    assert listed == {name: about.meaning for name, about in SETTINGS.items()}

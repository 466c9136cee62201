"""`reckoner explain` over published tables: the claim is found with its text; what is missing is said in a sentence."""

import contextlib
import os
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.defs.settings import PROCESSED
from tests.defs.conftest import Run


def test_a_published_claim_is_explained(run: Run, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The way from a published number back to its sentence and rule is broken."""
    claims = run().table("claims")
    row = claims[(claims["measure"] == "killed") & (claims["value_best"] == 12)].iloc[0]
    assert main(["explain", row["claim_id"], "--out", str(out)]) == 0
    printed = capsys.readouterr().out
    assert "»12«" in printed and row["rule"] in printed and "It supports fig-" in printed


def test_an_unknown_claim_is_a_sentence(run: Run, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped id ends in a traceback or in silence."""
    run()
    assert main(["explain", "clm-0000000000000000", "--out", str(out)]) == 2
    assert "No claim clm-0000000000000000" in capsys.readouterr().err


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("question", ["explain", "history"])
def test_a_folder_without_tables_is_a_sentence(
    question: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody who asks before the first run sees a traceback, or reads that nothing is known of the event."""
    assert main([question, "clm-0000000000000000", "--out", str(tmp_path)]) == 2
    assert f"There are no tables below {tmp_path}" in capsys.readouterr().err


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("question", ["explain", "history"])
def test_questions_take_the_folder_from_the_settings_too(
    question: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tables that a .env names are made there and looked for elsewhere."""
    monkeypatch.setattr("pipeline.__main__.load_env_file", lambda: os.environ.update({PROCESSED: str(tmp_path / "x")}))
    assert main([question, "clm-0000000000000000"]) == 2
    assert str(tmp_path / "x") in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "told"), [(["--day", "soon"], "soon is no day; write it like"), (["--policy", "mine"], "no policy mine")]
)
def test_a_wrong_day_or_policy_is_a_sentence(
    given: list[str], told: str, run: Run, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt day is compared as a text, and what was believed today is told as the answer."""
    event = run().table("events")["event_id"].iloc[0]
    with contextlib.suppress(SystemExit):
        assert main(["history", event, "--out", str(out), *given]) == 2
    assert told in capsys.readouterr().err

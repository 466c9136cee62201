"""`reckoner explain` over published tables: the claim is found with its text; what is missing is said in a sentence."""

from pathlib import Path

import pytest

from pipeline.__main__ import main
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


def test_a_folder_without_tables_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody who explains before the first run sees a traceback."""
    assert main(["explain", "clm-0000000000000000", "--out", str(tmp_path)]) == 2
    assert "no tables" in capsys.readouterr().err

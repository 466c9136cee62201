"""Assertion: how firmly a figure is said, and whether it is negated."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.claims.assertion import BOOK, STRENGTH, assess
from pipeline.reading.tokens import tokenise
from pipeline.tables.vocabulary import ASSERTIONS

GOLDEN: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "golden" / "assertion.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: f"{case['text']} [{case['number']}]")
def test_a_cue_governs_its_own_claim_only(case: dict[str, Any]) -> None:
    """Fails when "may" elsewhere in the sentence weakens a count, or a fear passes as a count."""
    sentence = tokenise(case["text"], 0, 0, len(case["text"]))
    at = sentence.words.index(case["number"])
    assert assess(sentence, at, at + 1) == (case["is"], case.get("negated", False))


def test_assertions_are_those_of_the_table() -> None:
    """Fails when the codebook invents an assertion that the claims table refuses."""
    used = set(STRENGTH).union(*(BOOK[part] for part in ("before_or_verb", "before_only", "near", "over")))
    assert used <= set(ASSERTIONS)

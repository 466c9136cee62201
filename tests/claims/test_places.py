"""Places: the place of a claim and its country."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.claims.places import place_for
from pipeline.reading.tokens import tokenise

GOLDEN: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "golden" / "places.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["text"] + case.get("dateline", ""))
def test_the_place_as_written_and_its_country(case: dict[str, Any]) -> None:
    """Fails when an event is put in the wrong place, or a people's name is taken for a place."""
    sentence = tokenise(case["text"], 0, 0, len(case["text"]))
    at = sentence.words.index(case["number"])
    assert place_for(sentence, at, at + 1, case.get("dateline", "")) == (case["place"], case["country"])

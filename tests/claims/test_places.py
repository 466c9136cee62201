"""Places: the place of a claim, its country, and a report's dateline."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.claims.places import find_dateline, place_for
from pipeline.reading.tokens import tokenise

GOLDEN: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "golden" / "places.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["text"] + case.get("dateline", ""))
def test_the_place_as_written_and_its_country(case: dict[str, Any]) -> None:
    """Fails when an event is put in the wrong place, or a people's name is taken for a place."""
    sentence = tokenise(case["text"], 0, 0, len(case["text"]))
    at = sentence.words.index(case["number"])
    assert place_for(sentence, at, at + 1, case.get("dateline", "")) == (case["place"], case["country"])


@pytest.mark.parametrize(("text", "dateline"), [
    ("NAIROBI, Kenya (Agency) -- Twelve people died.", "NAIROBI, Kenya"),
    ("NAIROBI — Twelve people died.", "NAIROBI"),
    ("Arvel (Agency) - Twelve people died.", "Arvel"),
    ("Twelve people died. It was late.", ""),
    ("The minister - a lawyer - resigned.", ""),
    ("", ""),
])  # fmt: skip
def test_a_dateline_is_the_place_before_the_dash(text: str, dateline: str) -> None:
    """Fails when reports lose their country, or an aside becomes a dateline."""
    assert find_dateline(text) == dateline

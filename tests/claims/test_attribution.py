"""Attribution: who says so, and of what kind the source is."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.claims.attribution import attribute
from pipeline.claims.sources import CLASSES, class_of
from pipeline.reading.tokens import tokenise
from pipeline.tables.vocabulary import ATTRIBUTION_CLASSES

GOLDEN: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "golden" / "attribution.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: f"{case['text']} [{case['number']}]")
def test_the_source_is_named_and_classed(case: dict[str, Any]) -> None:
    """Fails when a figure is laid at the wrong door."""
    before = case.get("before", "")
    text = f"{before} {case['text']}" if before else case["text"]
    start = len(text) - len(case["text"])
    sentence = tokenise(text, 1, start, len(text))
    previous = tokenise(text, 0, 0, len(before)) if before else None
    at = sentence.words.index(case["number"])
    assert attribute(sentence, at, at + 1, previous) == (case["who"], case["kind"])


def test_classes_are_those_of_the_table() -> None:
    """Fails when the codebook invents a class that the claims table refuses."""
    assert set(CLASSES) <= set(ATTRIBUTION_CLASSES)


@pytest.mark.parametrize(("phrase", "kind"), [
    ("a spokesman", "official"), ("a spokesman for the rebels", "armed_group"), ("the head of the clinic", "medical"),
    ("a former neighbour", "witness"), ("the official news agency", "official"), ("the news agency", "media"),
    ("sources", "unknown"), ("the ministry of health", "official"), ("a un human rights expert", "un"),
])  # fmt: skip
def test_the_head_of_a_name_decides(phrase: str, kind: str) -> None:
    """Fails when a word of rank beats the body that it serves."""
    assert class_of(phrase.split()) == kind

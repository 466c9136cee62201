"""Languages: given codes and detection."""

import pytest

from pipeline.reading.language import detect_language, given_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nine people died when a wall fell in the harbour, the mayor said on Monday.", "en"),
        ("NINE PEOPLE DIED WHEN A WALL FELL IN THE HARBOUR, THE MAYOR SAID ON MONDAY.", "en"),
        ("Nueve personas murieron cuando cayó un muro en el puerto, dijo el alcalde el lunes.", "es"),
        ("Neun Menschen starben, als im Hafen eine Mauer einstürzte, sagte der Bürgermeister.", "de"),
        ("9 dead", ""),
        ("", ""),
        ("12 34 56 78 90 12 34 56 78 90", ""),
    ],
)
def test_detect(text: str, language: str) -> None:
    """Breaks when capitals look foreign or a language is guessed from next to nothing."""
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("value", "language"), [("en", "en"), ("EN-gb", "en"), ("pt_BR", "pt"), ("English", ""), ("", "")]
)
def test_given(value: str, language: str) -> None:
    """Breaks when a code with a country is refused or a name is taken for a code."""
    assert given_language(value) == language

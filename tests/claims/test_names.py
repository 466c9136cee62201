"""Names of persons, and numbers inside words."""

import pytest

from pipeline.claims.lexicon import lexicon
from pipeline.claims.names import is_late, is_name_part, name_length
from pipeline.reading.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "length"),
    [("Ana de la Cruz died", 4), ("Police said", 0), ("Marko Veldin was shot", 2), ("Monday Morning", 0)],
)
def test_names_are_two_capitalised_words_at_least(text: str, length: int) -> None:
    """A weekday or an institution taken for a name becomes a victim."""
    assert name_length(tokenise(text, 0, 0, len(text)), 0, lexicon()) == length


@pytest.mark.parametrize(
    ("text", "at", "part"),
    [
        ("a mother of two died", 3, True),
        ("the father-of-three died", 5, True),
        ("RPT-Two killed in raid", 2, False),
        ("two of two boats", 3, False),
    ],
)
def test_a_number_inside_a_word_counts_nobody(text: str, at: int, part: bool) -> None:
    """A mother of two becomes two dead, or the slug of a wire headline hides its number."""
    assert is_name_part(tokenise(text, 0, 0, len(text)), at, lexicon()) is part


@pytest.mark.parametrize(
    ("behind", "late"),
    [
        ("Veldin died at the scene.", True),
        ("Veldin and Orsk were pronounced dead at the scene.", True),
        ("Veldin and Tarn were pronounced dead at the scene.", False),
        ("Veldin and others died at the scene.", False),
        ("Veldin and Orsk were taken to hospital.", False),
        ("Veldin and", False),
    ],
)
def test_surnames_stand_for_those_named_in_full_further_up(behind: str, late: bool) -> None:
    """Two who are named in full and then died by their surnames are nobody, or somebody never named is one of them."""
    before = "Marko Veldin met Ana Orsk."
    text = f"{before} {behind}"
    assert is_late(tokenise(text, 1, len(before) + 1, len(text)), 0, lexicon()) is late

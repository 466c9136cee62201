"""The codebook's words as look-up tables."""

import pytest

from pipeline.claims.word_forms import phrases_of


def test_a_part_is_a_list_or_all_countries() -> None:
    """Fails when a misspelt part silently stands for every country."""
    assert phrases_of({"all_of": [["left", "quit"], ["home"]]}) == ["left home", "quit home"]
    assert len(phrases_of({"all_of": [["left"], "countries"]})) > 100
    with pytest.raises(ValueError, match="'home'"):
        phrases_of({"all_of": [["left"], "home"]})

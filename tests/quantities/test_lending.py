"""What one number takes from another: scale, unit and bounds that stand once for two."""

import pytest

from pipeline.quantities.find import find_mentions


def read(text: str) -> list[tuple[float | None, str, str]]:
    found = find_mentions("text", text, [(0, len(text))])
    return [(m.value_best if m.value_best is not None else m.value_high, m.unit, m.quantifier) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("grew from 24.2 to 33 billion euros", [(24.2e9, "euro", "exact"), (33e9, "euro", "exact")]),
        ("fell from 3 to 2 million dollars", [(3e6, "dollar", "exact"), (2e6, "dollar", "exact")]),
        ("rose from 600 to 2 million dollars", [(600, "dollar", "exact"), (2e6, "dollar", "exact")]),
        ("cut from 9 to 7 percent", [(9, "percent", "exact"), (7, "percent", "exact")]),
        ("rose from 14 mpg to 24 for vans", [(14, "mile per gallon", "exact"), (24, "mile per gallon", "exact")]),
        ("rose from 5% to 24 firms", [(5, "percent", "exact"), (24, "firm", "exact")]),
    ],
)
def test_changes_share_scale_and_unit(text: str, expected: list[tuple[float, str, str]]) -> None:
    """ "from 24.2 to 33 billion euros" begins at twenty-four, or a count becomes a percentage."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "quantifiers"),
    [
        ("just under 296 hp (224 kW / 300 PS)", ["less_than", "less_than", "less_than"]),
        ("more than £1bn ($1.3bn)", ["more_than", "more_than"]),
        ("more than 40 km (of 90 km)", ["more_than", "exact"]),
        ("more than 40 men (12 women)", ["more_than", "exact"]),
        ("some seven miles (11 km)", ["about", "exact"]),
    ],
)
def test_a_conversion_keeps_the_bound(text: str, quantifiers: list[str]) -> None:
    """ "under 296 hp (224 kW)" is exactly 224 kW, or a subset in brackets takes the bound of the whole."""
    assert [quantifier for _, _, quantifier in read(text)] == quantifiers

"""A number in a table counts what its heading says."""

import pytest

from pipeline.claims.extract import extract
from tests.claims.test_extract import article

TABLE = """District{0}Dead{0}People injured{0}Houses destroyed
Lower Quill{0}14{0}35{0}220
Tessano{0}9{0}2{0}187
Total{0}23{0}37{0}407
Updates follow."""


@pytest.mark.parametrize("separator", [" | ", "|", "\t"], ids=["bars", "bare_bars", "tabs"])
def test_cells_take_the_measure_of_their_heading(separator: str) -> None:
    """Breaks when situation reports, which say most in tables, lose their figures."""
    claims = extract(article(TABLE.format(separator))).claims
    found = {(c.measure, c.value_best, c.scope) for c in claims}
    assert {("killed", 14, "part"), ("injured", 2, "part"), ("housing_destroyed", 407, "incident")} <= found
    assert len(claims) == 9


@pytest.mark.parametrize(
    "text", ["12 comments | 340 shares | 4 min read", "Home | News | Sport\nMon | 3 | 4", "Dead | end\nA street"]
)
def test_bars_alone_make_no_table(text: str) -> None:
    """Breaks when menus and counters of a page become victims."""
    assert extract(article(text)).claims == []


def test_spans_match_the_text() -> None:
    """Breaks when a cell is found beside its number."""
    text = TABLE.format(" | ")
    for claim in extract(article(text)).claims:
        assert text[claim.mention.start : claim.mention.end] == claim.mention.surface

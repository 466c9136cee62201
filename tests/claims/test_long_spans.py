"""Long spans: numbers of a year are no incident's."""

import pytest

from pipeline.claims.long_spans import is_of_year, is_years_count
from pipeline.claims.periods import ClaimPeriod

YEAR = ClaimPeriod("2016-01-01", "2016-12-31", "year", "point")
DAY = ClaimPeriod("2016-07-29", "2016-07-29", "day", "point")


@pytest.mark.parametrize(
    ("text", "period", "year", "counts"),
    [("34 had died from shootings in 2016", YEAR, 2016, True), ("34 had died from shootings in 2016", YEAR, 0, False),
     ("34 had died from shootings in 2016", YEAR, 2017, False), ("34 had died in a fire in 2016", YEAR, 2016, False),
     ("4 had died from shootings in 2016", YEAR, 2016, False),
     ("34 had died from shootings in 2016", DAY, 2016, False)],
)  # fmt: skip
def test_a_years_count_is_told_from_an_incident(text: str, period: ClaimPeriod, year: int, counts: bool) -> None:
    """Fails when a year's dead become those of the event that a report is about; or an incident's dead are lost."""
    words = text.split()
    assert is_years_count(words, 0, 1, len(words), period, year) is counts


def test_a_count_since_a_day_is_of_no_year() -> None:
    """Fails when a total since a day of the year is dropped as the whole year's."""
    assert is_of_year(YEAR) and not is_of_year(YEAR._replace(role="since")) and not is_of_year(DAY)

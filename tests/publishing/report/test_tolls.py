"""The picture beside the figures: the tolls of the largest events over time."""

import re

from pipeline.publishing.report.first_page import largest_events, tolls_over_time
from pipeline.publishing.report.tolls import tolls
from tests.publishing.made_tables import INCIDENT, a_fire

ROWS = [
    {"as_of": "2025-03-04", "new_low": 9, "new_best": 9, "new_high": None},
    {"as_of": "2025-03-06", "new_low": 17, "new_best": 19, "new_high": 23},
]


def test_each_event_has_its_line_and_its_number_of_now() -> None:
    """A picture without the number of now, or with one event drawn over another, tells nothing."""
    chart = tolls("t", "Tolls", [("Ferry <fire>", ROWS), ("Flood", ROWS[:1]), ("Nothing known", [])])
    assert chart.count('class="best"') == 2 and chart.count('class="band open"') == 2
    assert "19 (17–23)" in chart and "9+" in chart and "6 March 2025" in chart
    assert "Ferry &lt;fire&gt;" in chart and "Nothing known" not in chart
    heights = [float(y) for y in re.findall(r'y="([\d.]+)" class="name"', chart)]
    assert heights == [22, 126]


def test_an_event_without_a_best_has_a_band_and_no_line() -> None:
    """Dozens have no best; a line would invent one."""
    chart = tolls("t", "Tolls", [("Fire", [{**ROWS[0], "new_best": None}])])
    assert 'class="best"' not in chart and 'class="band open"' in chart


def test_no_event_is_no_picture() -> None:
    """An empty frame is worse than a sentence."""
    assert tolls("t", "Tolls", []) == ""


def test_the_largest_events_come_with_the_revisions_of_their_figure() -> None:
    """The line of another policy, or of another event, under an event's name."""
    tables = a_fire()
    assert INCIDENT in largest_events(tables["events"], tables["figures"], "range")
    replayed = tables["revisions"].astype({"new_high": "float64"})  # as a replay gives it where some ends are open
    chart = tolls_over_time(tables["events"], tables["figures"], replayed, "range")
    assert ">19</text>" in chart and "23</text>" not in chart and "19.0" not in chart

"""Ages in text written in capitals."""

import pytest

from pipeline.quantities.find import find_mentions


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("OLAN MARKO, 55, CIVIL ENGINEER, WAS SHOT.", "age"),
        ("THE POLICE KILLED OLAN MARKO, 34, AND LEFT.", "age"),
        ("IN THE RAID ON SARVO, 34, MOSTLY WOMEN, DIED.", "kept"),
        ("IN ORVEL, 34, IN SARVO, 12 DIED.", "kept"),
    ],
)
def test_an_age_between_commas_behind_capitals(text: str, status: str) -> None:
    """A victim's age becomes a toll, or a toll an age."""
    numbers = [mention for mention in find_mentions("text", text, [(0, len(text))]) if mention.surface in ("55", "34")]
    assert [mention.status for mention in numbers] == [status]

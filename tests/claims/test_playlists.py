"""Lists of a page's videos beside its story."""

import pytest

from pipeline.claims.playlists import outside_playlists
from pipeline.reading.sentences import split
from pipeline.reading.tokens import tokenise

STORY = "A man shot himself in the leg on Friday."


def read(text: str) -> list[str]:
    """The sentences that are no titles of videos."""
    sentences = [tokenise(text, no, start, end) for no, (start, end) in enumerate(split(text))]
    return [text[one.start : one.end].strip() for one in outside_playlists(text, sentences)]


def test_titles_of_videos_are_other_stories() -> None:
    """Fails when the dead of another story's video are the report's own."""
    assert read(f"1:25 Two killed in Arvel crash. Watch it.\n\n0:40 Fair opens\n\n{STORY}") == [STORY]


@pytest.mark.parametrize(
    "text",
    [
        "9:15 Two people were killed.\n\n9:40 Police closed the road.",
        "0:40 Two people were killed.",
        "The walls fell at 0:40 Friday.\n\nAt 1:25 Ana Dol was found.",
    ],
    ids=["hours of a day", "one line", "times within sentences"],
)
def test_times_of_events_are_told(text: str) -> None:
    """Fails when an entry of a running report is taken for a video."""
    assert len(read(text)) == len(split(text))

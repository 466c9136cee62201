"""Titles of other stories within a text."""

import pytest

from pipeline.claims.teasers import of_the_story
from pipeline.reading.sentences import split
from pipeline.reading.tokens import tokenise

STORY = "A man shot himself in the leg on Friday."


def read(text: str) -> list[str]:
    """The sentences that are no titles of other stories."""
    sentences = [tokenise(text, no, start, end) for no, (start, end) in enumerate(split(text))]
    return [text[one.start : one.end].strip() for one in of_the_story(text, sentences)]


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


@pytest.mark.parametrize("words", ["RELATED: Two killed in Arvel crash", "Read also: Two killed in Arvel crash"])
def test_related_titles_are_other_stories(words: str) -> None:
    """Fails when the dead of a story that the page only points to are the report's own."""
    assert read(f"{STORY}\n\n{words}\n\n{STORY}") == [STORY, STORY]


@pytest.mark.parametrize(
    "text", ["In a related case, two men were killed.", f"RELATED: {'He and they went on and on, ' * 9}two died."]
)
def test_what_only_begins_alike_is_told(text: str) -> None:
    """Fails when a related case, or a whole text on one line behind such a title, is passed over."""
    assert len(read(text)) == 1

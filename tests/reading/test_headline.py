"""Headlines: the first lines of a plain text as title and masthead, where they look so."""

import pytest

from pipeline.reading.headline import find_masthead, find_title

BODY = "Nine people died when a wall fell in Orvin on Monday, the mayor said. Four more were hurt.\n"
TITLES = {
    "first line": ("Wall falls in Orvin\n\n", "Wall falls in Orvin"),
    "one newline": ("Wall falls in Orvin\n", "Wall falls in Orvin"),
    "below furniture": (
        "orvin gazette logo\nThe Orvin Gazette\nMonday, May 5, 2025\n\nWall falls in Orvin\n\n",
        "Wall falls in Orvin",
    ),
    "below menu and byline": ("Menu\nHome\nBy Anna Lind\nWall falls in Orvin\n\n", "Wall falls in Orvin"),
    "question": ("Why did the wall fall?\n\n", "Why did the wall fall?"),
    "Markdown": ("# Wall falls in Orvin\n\n", "Wall falls in Orvin"),
    "label": ("Headline: Wall falls in Orvin\n\n", "Wall falls in Orvin"),
    "below an age": ("World 3 months ago\nWall falls in Orvin\n\n", "Wall falls in Orvin"),
    "below a caption and a button": (
        "Please enable Javascript\nThe wall (Photo: A. Lind)\n\nWall falls in Orvin\n\n",
        "Wall falls in Orvin",
    ),
    "behind a mark": ("× Wall falls in Orvin\n\n", "Wall falls in Orvin"),
    "in a header": (
        "---\npublisher: Harbour Watch\ntitle: Wall falls in Orvin\ndate: 2025-03-12\n---\n",
        "Wall falls in Orvin",
    ),
    "with a figure and abbreviation": ("U.S. sends 40 to Orvin\n\n", "U.S. sends 40 to Orvin"),
}
UNTITLED = {
    "sentence": "The wall fell.\n\n",
    "nothing above the body": "",
    "dateline": "ORVIN, March 3, 2025 (Agency) —\n\n",
    "wrapped text": "Nine people died when a wall fell in the old harbour town of far\nOrvin on Monday, it said.\n",
    "dateline without a day": "ORVIN (Agency) — Nine people died in the harbour\n\n",
    "two sentences": "Nine died. The wall fell on Monday\n\n",
    "one word": "Orvin\n\n",
    "too long": "Wall " * 60 + "\n\n",
}


@pytest.mark.parametrize(("head", "title"), TITLES.values(), ids=TITLES)
def test_title(head: str, title: str) -> None:
    """Breaks when a headline is missed or furniture is taken for it."""
    assert find_title(head + BODY) == title


@pytest.mark.parametrize("head", UNTITLED.values(), ids=UNTITLED)
def test_no_title(head: str) -> None:
    """Breaks when running text is taken for a headline."""
    assert find_title(head + BODY) == ""


def test_title_needs_a_text() -> None:
    """Breaks when a file of one line, which is its whole text, becomes its own headline."""
    assert find_title("Wall falls in Orvin") == ""


@pytest.mark.parametrize(
    ("head", "masthead"),
    [
        ("The Orvin Gazette\nWall falls\n\n", "The Orvin Gazette"),
        ("Orvin Daily News\n\n", "Orvin Daily News"),
        ("The Times of Orvin\n\n", "The Times of Orvin"),
        ('---\ntitle: Wall falls\npublisher: "Harbour Watch"\n---\n', "Harbour Watch"),
        ("# Wall falls\n\n*The Orvin Observer, published 16 September 2025*\n\n", "The Orvin Observer"),
        ("Wall falls\n\nOrvin Weekly, 5 March 2025\n\n", "Orvin Weekly"),
        ("Wall falls\n\nOrvin, 5 March 2025\n\n", ""),
        ("Times change for farmers\n\n", ""),
        ("By Anna Lind, Orvin Press\n\n", ""),
        ("Nine died, said the Press.\n\n", ""),
        ("Breaking News\n\n", ""),
        ("Wall falls\n\n", ""),
    ],
)
def test_masthead(head: str, masthead: str) -> None:
    """Breaks when a newspaper's name is missed or a headline is taken for one."""
    assert find_masthead(head + BODY) == masthead

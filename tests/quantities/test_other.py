"""Nouns that are counted whatever stands before the number."""

from collections.abc import Callable

import pytest

from pipeline.quantities.other import counts, plain
from pipeline.quantities.scan import Window

Windows = Callable[[str], Window]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("people", True), ("armed men", True), ("missiles", True), ("in men", False), ("bridges", False), ("", False)],
)
def test_counts(window: Windows, text: str, expected: bool) -> None:
    """A recogniser of names throws away a count of people or weapons."""
    assert counts(window(text), 0) == expected


def test_plain(window: Windows) -> None:
    """A single digit token or number word has no value."""
    w = window("17 seventeen 1,700 x")
    assert [plain(w, i) for i in range(4)] == [17.0, 17.0, None, None]

"""Small words: one, no one, both, the two, a strike."""

from collections.abc import Callable

import pytest

from pipeline.quantities import words
from pipeline.quantities.scan import Window

Windows = Callable[[str], Window]


def at(w: Window, word: str) -> int:
    return w.low.index(word)


@pytest.mark.parametrize(
    "text",
    [
        "one man died",
        "one was killed",
        "one died and one fled",
        "one of whom died",
        "one of them",
        "one of the victims",
        "one or more men",
        "just one soldier",
        "the one survivor",
        "one wounded",
        "in one day",
        "or one per cent",
        "one of the students spoke several times",
        "one of the oldest mills",
        "one house",
    ],
)
def test_one_counts(window: Windows, text: str) -> None:
    """A single victim is lost as a pronoun."""
    w = window(text)
    assert words.one(w, at(w, "one")) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("one of the boats", "partitive"),
        ("one of the biggest ships", "partitive"),
        ("each one of you", "partitive"),
        ("one of respect", "partitive"),
        ("one of the deadliest attacks", "partitive"),
        ("one of the best officers", "partitive"),
        ("one of the most feared smugglers was killed", "partitive"),
        ("one another", "idiom"),
        ("the one who called", "idiom"),
        ("one day he left", "idiom"),
        ("this one is blue", "idiom"),
        ("on one hand", "idiom"),
        ("at one point", "idiom"),
        ("number one", "idiom"),
        ("as one would", "idiom"),
    ],
)
def test_one_counts_nothing(window: Windows, text: str, status: str) -> None:
    """A pronoun is counted."""
    w = window(text)
    found = words.one(w, at(w, "one"))
    assert found is not None and found.status == status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("no one was hurt", "no", "kept"),
        ("no-one was hurt", "no", "kept"),
        ("no casualties", "no", "kept"),
        ("no immediate reports of casualties", "no", "kept"),
        ("none were killed", "none", "kept"),
        ("nobody was injured", "nobody", "kept"),
        ("no one knows why", "no", "idiom"),
        ("none of it matters", "none", "idiom"),
    ],
)
def test_zero(window: Windows, text: str, word: str, status: str) -> None:
    """A report of no victims is lost, or "no one knows" is one."""
    w = window(text)
    found = words.zero(w, at(w, word))
    assert found is not None and (found.status, found.value) == (status, 0.0)


@pytest.mark.parametrize("text", ["no longer missing", "no comment", "no, people said", "no way to rescue people"])
def test_no_without_a_count(window: Windows, text: str) -> None:
    """Every "no" becomes a zero."""
    assert words.zero(window(text), 0) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the two governments", True),
        ("both two sides", True),
        ("the two victims", False),
        ("the two ships", False),
        ("two sides", False),
        ("the two days", False),
        ("the two wounded men", False),
        ("the two", False),
    ],
)
def test_reference(window: Windows, text: str, found: bool) -> None:
    """Victims that "the two" counts are lost, or governments counted."""
    w = window(text)
    assert (words.reference(w, at(w, "two")) is not None) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("both men died", True), ("both of them", True), ("both sides", False), ("both here and there", False)],
)
def test_both(window: Windows, text: str, found: bool) -> None:
    """ "both men" is lost, or every "both" counted."""
    assert (words.both(window(text), 0) is not None) == found


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("after a strike", 1),
        ("an air strike", 0),
        ("a suspected drug boat", 0),
        ("the strike", None),
        ("a raid and a strike", 3),
    ],
)
def test_indefinite(window: Windows, text: str, start: int | None) -> None:
    """ "a strike" is added to the strikes counted."""
    w = window(text)
    last = max(i for i, word in enumerate(w.low) if word in ("strike", "boat"))
    found = words.indefinite(w, last)
    assert (found and found.start) == start


def test_names_of_numbers(window: Windows) -> None:
    """ "Channel Four" counts four; or a headline's figure is thrown away."""
    assert words.name_of_number(window("He told Channel Four about plans"), 3) is not None
    assert words.name_of_number(window("Strike Kills Three In Harbour"), 2) is None
    assert words.name_of_number(window("In Larkton Three people were seen"), 2) is None


def test_zero_idioms(window: Windows) -> None:
    """ "ground zero" is a count of nought."""
    assert words.zero_idiom(window("ground zero"), 1) is not None
    assert words.zero_idiom(window("zero casualties"), 0) is None

"""The fast pass: nothing that may be a number is passed over, and windows stay small."""

from collections.abc import Callable

import pytest

from pipeline.quantities.find import TRIGGERS_IN_LATIN
from pipeline.quantities.scan import Window, candidates, windows
from pipeline.reading.tokens import tokenise


def found(text: str) -> list[str]:
    """The words at the candidates' positions."""
    return [text[at:].split()[0] for at in candidates(text, TRIGGERS_IN_LATIN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men, three boats", ["Two", "three"]),
        ("someone phoned often", []),
        ("one one one", ["one", "one", "one"]),
        ("(seventeen) “forty”", ["seventeen)", "forty”"]),
        ("café 12 naïve", ["12"]),
        ("a1b22", ["1b22", "22"]),
        ("⅓ of it", ["⅓"]),
        ("", []),
    ],
)
def test_candidates(text: str, expected: list[str]) -> None:
    """A number word is missed beside a mark, or found inside another word."""
    assert found(text) == expected


def test_letters_that_change_length_in_lower_case_keep_offsets() -> None:
    """Offsets slip behind a letter like İ, whose lower case has two characters."""
    text = "İİİ saw 17 men"
    assert [text[at : at + 2] for at in candidates(text, TRIGGERS_IN_LATIN)] == ["17"]


def test_a_long_sentence_is_not_tokenised_whole() -> None:
    """A table without full stops makes each number look at the whole text."""
    text = "word " * 2000 + "17 people " + "word " * 2000
    (only,) = windows(text, [tokenise(text, 0, 0, len(text))], TRIGGERS_IN_LATIN)
    assert 20 < only.n < 60


@pytest.mark.parametrize("piece", ["1 ", "one ", "1,", "half a ", "$", "Mr. A. 3, ", "\u00a012"])
def test_windows_do_not_overlap(piece: str) -> None:
    """Numbers in a row make windows that each hold all the others: quadratic time."""
    text = piece * 3000
    tokens = sum(w.n for w in windows(text, [tokenise(text, 0, 0, len(text))], TRIGGERS_IN_LATIN))
    assert tokens <= 3 * len(text)


def test_a_number_outside_every_sentence_is_not_read() -> None:
    """Sentence spans that leave gaps break the scan."""
    assert list(windows("17 or 18", [tokenise("17 or 18", 0, 3, 5)], TRIGGERS_IN_LATIN)) == []


def test_tokens(window: Callable[[str], Window]) -> None:
    """Tokens or their offsets differ from the text."""
    text = "The crew’s  3,200 €5.5m boats,\n(F-35) don’t sink."
    w = window(text)
    expected = ["The", "crew’s", "3,200", "€", "5.5", "m", "boats", ",", "(", "F", "-", "35", ")", "don’t", "sink", "."]
    assert w.words[: w.n] == expected
    assert [text[a:b] for a, b in zip(w.starts, w.ends, strict=True)][: w.n] == expected
    assert w.low[1] == "crew's"
    assert w.touches(5) and not w.touches(6)

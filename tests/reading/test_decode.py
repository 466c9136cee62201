"""Decoding: every way in which bytes may be damaged, and what is said about it."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.decode import decode, storable, unpack

TEXT = "Nine died in Orvin, “said” the mayor — então.\n"


def checks(decoded: object) -> list[str]:
    return [doubt[0] for doubt in decoded.doubts]  # type: ignore[attr-defined]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_or_utf8(encoding: str) -> None:
    """Breaks when a byte order mark is kept as a character or a good encoding is doubted."""
    decoded = decode(TEXT.encode(encoding))
    assert (decoded.text, decoded.doubts) == (TEXT, [])


@pytest.mark.parametrize(
    ("encoding", "check"),
    [("cp1252", "assumed_encoding"), ("utf-16-le", "assumed_encoding"), ("utf-16-be", "assumed_encoding")],
)
def test_assumed(encoding: str, check: str) -> None:
    """Breaks when text in another encoding is lost or guessed without a word."""
    decoded = decode((TEXT * 5).encode(encoding))
    assert decoded.text == TEXT * 5
    assert checks(decoded) == [check]


def test_other_alphabet() -> None:
    """Breaks when an encoding of another alphabet is read as Windows-1252."""
    text = "В Орвине при обрушении стены погибли девять человек, сообщил мэр города в понедельник. " * 3
    decoded = decode(text.encode("cp1251"))
    assert decoded.text == text
    assert checks(decoded) == ["assumed_encoding"]


def test_one_bad_byte_in_good_utf8() -> None:
    """Breaks when one damaged byte makes a whole UTF-8 file unreadable or garbled."""
    decoded = decode((TEXT * 9).encode() + b"\xff" + TEXT.encode())
    assert decoded.text == TEXT * 9 + "\ufffd" + TEXT
    assert checks(decoded) == ["damaged_encoding"]


def test_nul_bytes() -> None:
    """Breaks when a stray NUL stops a text or reaches the tables."""
    decoded = decode(TEXT.encode() * 5 + b"\0" + TEXT.encode())
    assert decoded.text == TEXT * 5 + " " + TEXT
    assert checks(decoded) == ["nul_bytes"]


def test_binary() -> None:
    """Breaks when a picture is read as a report."""
    decoded = decode(bytes(range(256)) * 4)
    assert decoded.text is None
    assert checks(decoded) == ["undecodable"]


def test_gzip_whole_and_of_two_members() -> None:
    """Breaks when a good archive is doubted or its second member lost."""
    assert unpack(gzip.compress(TEXT.encode())).text == TEXT
    two = unpack(gzip.compress(TEXT.encode()) + gzip.compress(TEXT.encode()))
    assert (two.text, two.doubts) == (TEXT * 2, [])


def test_gzip_cut_off() -> None:
    """Breaks when what can be read of a damaged archive is lost, or the damage passes in silence."""
    lines = "".join(f"line {n} {n * n}\n" for n in range(20_000))
    decoded = unpack(gzip.compress(lines.encode())[:-5000])
    assert decoded.text is not None
    assert len(decoded.text) > 10_000
    assert lines.startswith(decoded.text)
    assert checks(decoded) == ["damaged_archive"]


def test_not_gzip() -> None:
    """Breaks when a file that only its name calls packed raises."""
    assert unpack(b"plain text").text is None


@given(st.binary())
def test_never_raises(data: bytes) -> None:
    """Breaks when some bytes raise, or give neither text nor a reason."""
    for decoded in (decode(data), unpack(data), unpack(b"\x1f\x8b" + data)):
        assert decoded.text is not None or decoded.doubts


@given(st.text(alphabet=st.characters()))
def test_storable_keeps_offsets(text: str) -> None:
    """Breaks when mending a text moves its characters or leaves one that UTF-8 can't hold."""
    mended = storable(text + "\ud800")
    assert len(mended) == len(text) + 1
    assert mended.encode("utf-8")

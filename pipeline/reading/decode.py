"""Bytes -> text: compression, byte order marks, encodings, and what was assumed on the way.

Here belongs everything between a file's bytes and its characters. What the characters say belongs to the formats.
"""

import re
import zlib
from dataclasses import dataclass, field

GZIP_MAGIC = b"\x1f\x8b"
MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be"),
         (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))  # fmt: skip
SAMPLE = 200_000
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Decoded:
    """The text of some bytes, None where they hold none; `doubts` are (check, severity, message)."""

    text: str | None
    doubts: list[tuple[str, str, str]] = field(default_factory=list)


def unpack(data: bytes) -> Decoded:
    """Text of a gzip file; of a damaged one as much as can be read."""
    found, whole = _inflate(data)
    if not found and not whole:
        return Decoded(None, [("damaged_archive", "error", "not a readable gzip file; fetch or pack it again")])
    decoded = decode(found)
    if not whole:
        message = f"the gzip file breaks off or is damaged after {len(found):,} bytes of text; what came before was read"
        decoded.doubts.append(("damaged_archive", "error", f"{message}. Fetch it again"))
    return decoded


def _inflate(data: bytes) -> tuple[bytes, bool]:
    """The unpacked bytes of all members, and whether the file is whole."""
    parts: list[bytes] = []
    while data.startswith(GZIP_MAGIC):
        member = zlib.decompressobj(wbits=31)
        try:
            # In small steps, so that what stands before the damage is kept.
            for start in range(0, len(data), 4096):
                parts.append(member.decompress(data[start : start + 4096]))
                if member.eof:
                    data = member.unused_data + data[start + 4096 :]
                    break
            else:
                return b"".join(parts), False
        except zlib.error:
            return b"".join(parts), False
    return b"".join(parts), bool(parts) and not data.strip(b"\0")


def decode(data: bytes) -> Decoded:
    """The characters that the bytes mean: by their mark, as UTF-8, else by the likeliest encoding, which is reported."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)
    return _without_nul(text) if "\0" in text else Decoded(text)


def _marked(data: bytes, encoding: str) -> Decoded:
    """Text behind a byte order mark."""
    text = data.decode(encoding, "replace")
    damaged = text.count("\ufffd") - data.decode(encoding, "ignore").count("\ufffd")
    if not damaged:
        return Decoded(text)
    return Decoded(text, [("damaged_encoding", "warning", f"{damaged} places are no {encoding}; they read as \ufffd")])


def _without_nul(text: str) -> Decoded:
    """Text with NUL bytes: UTF-16 without a mark, a binary file, or a few to blank out."""
    share = text.count("\0") / len(text)
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if share > 0.3 and text[start::2].count("\0") > 0.9 * len(text[start::2]):
            guessed = text.encode().decode(encoding, "replace")
            return Decoded(guessed, [("assumed_encoding", "warning", f"read as {encoding}, which it looks like; save as UTF-8")])
    if share > 0.01:
        return Decoded(None, [("undecodable", "error", "holds binary data, no text; remove it or save it as UTF-8 text")])
    message = f"{text.count(chr(0))} NUL characters were read as blanks; remove them"
    return Decoded(text.replace("\0", " "), [("nul_bytes", "warning", message)])


def _guess(data: bytes) -> Decoded:
    """Text of bytes that are no UTF-8."""
    if data.count(0) > 0.01 * len(data):
        return _guess_with_nul(data)
    replaced = data.decode("utf-8", "replace")
    bad = replaced.count("\ufffd")
    if sum(ch > "\x7f" for ch in replaced) - bad > 4 * bad:
        return Decoded(replaced, [("damaged_encoding", "warning", f"{bad} places are no UTF-8; they read as \ufffd")])
    encoding = _likeliest(data)
    if encoding is None:
        return Decoded(None, [("undecodable", "error", "no known encoding fits its bytes; save it as UTF-8")])
    message = f"not UTF-8; {encoding} was assumed. Save it as UTF-8 if letters look wrong"
    text = data.decode(encoding, "replace").replace("\0", " ")
    return Decoded(text, [("assumed_encoding", "warning", message)])


def _guess_with_nul(data: bytes) -> Decoded:
    """UTF-16 without a mark that is no UTF-8 either, or a binary file."""
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if data[start::2].count(0) > 0.6 * len(data[start::2]):
            text = data.decode(encoding, "replace").replace("\0", " ")
            return Decoded(text, [("assumed_encoding", "warning", f"read as {encoding}, which it looks like; save as UTF-8")])
    return Decoded(None, [("undecodable", "error", "holds binary data, no text; remove it or save it as UTF-8 text")])


def _likeliest(data: bytes) -> str | None:
    """Windows-1252 for text with few bytes beyond ASCII (quotes, dashes, accents), else what charset_normalizer finds."""
    beyond = sum(byte > 127 for byte in data[:SAMPLE])
    if beyond < 0.05 * min(len(data), SAMPLE) and _fits(data, "cp1252"):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    return best.encoding if best else None


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def storable(text: str) -> str:
    """The text with lone surrogates (which no file can hold) as U+FFFD; the same length."""
    return SURROGATE.sub("\ufffd", text) if not text.isascii() and SURROGATE.search(text) else text

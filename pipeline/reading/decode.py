"""Bytes -> text: compression, byte order marks, encodings, and what was assumed on the way.

Here belongs everything between a file's bytes and its characters. What the characters say belongs to the formats.
"""

import gzip
import io
import re
import zlib
from dataclasses import dataclass, field
from typing import IO, Any

from pipeline.reading.piece import MOST_BYTES, too_large

GZIP_MAGIC = b"\x1f\x8b"
MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be"),
         (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))  # fmt: skip
SAMPLE = 50_000
MOST_NUL = 0.01
"""Share of NUL bytes beyond which a file is no text in an encoding of single bytes."""
NO_GZIP = ("damaged_archive", "error", "not a readable gzip file; fetch or pack it again")
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Decoded:
    """The text of some bytes, None where they hold none; `doubts` are (check, severity, message)."""

    text: str | None
    doubts: list[tuple[str, str, str]] = field(default_factory=list)


def unpack(data: bytes) -> Decoded:
    """Text of a gzip file; of a damaged one as much as can be read."""
    if not data.startswith(GZIP_MAGIC):
        return Decoded(None, [NO_GZIP])
    found, doubts = unpacked(data)
    if doubts and not found:
        return Decoded(None, doubts)
    decoded = decode(found)
    decoded.doubts += doubts
    return decoded


def unpacked(data: bytes) -> tuple[bytes, list[tuple[str, str, str]]]:
    """The bytes of a gzip file, of a damaged one as many as can be read, with a doubt; other bytes as they are."""
    if not data.startswith(GZIP_MAGIC):
        return data, []
    found, whole = _inflate(data)
    if len(found) > MOST_BYTES:
        return b"", [too_large()]
    if whole:
        return found, []
    if not found:
        return b"", [NO_GZIP]
    message = f"the gzip file breaks off or is damaged after {len(found):,} bytes; what came before was read"
    return found, [("damaged_archive", "error", f"{message}. Fetch it again")]


def unpacking(stream: IO[bytes]) -> IO[bytes]:
    """The stream unpacked where it is packed. Reading raises EOFError where a packed one breaks off."""
    first = stream.read(len(GZIP_MAGIC))
    stream.seek(0)
    return _Steady(stream) if first == GZIP_MAGIC else stream  # type: ignore[return-value]


class _Steady(io.RawIOBase):
    """A packed stream that hands on what it has before it stumbles over what is damaged."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.file = gzip.GzipFile(fileobj=stream)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self.file.seek(offset, whence)

    def readinto(self, buffer: Any) -> int:
        data = self.file.read1(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _inflate(data: bytes) -> tuple[bytes, bool]:
    """The unpacked bytes of all members, and whether the file is whole; hardly more than MOST_BYTES."""
    parts: list[bytes] = []
    size = 0
    while data.startswith(GZIP_MAGIC):
        member = zlib.decompressobj(wbits=31)
        try:
            # In small steps, so that what stands before the damage is kept, and a bomb goes off in small pieces.
            for start in range(0, len(data), 4096):
                parts.append(member.decompress(data[start : start + 4096]))
                size += len(parts[-1])
                if size > MOST_BYTES:
                    return b"".join(parts), False
                if member.eof:
                    data = member.unused_data + data[start + 4096 :]
                    break
            else:
                return b"".join(parts), False
        except zlib.error:
            return b"".join(parts), False
    return b"".join(parts), bool(parts) and not data.strip(b"\0")


def decode(data: bytes) -> Decoded:
    """The characters that the bytes mean: by their mark, as UTF-8, else by the likeliest encoding."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if data.count(0) > MOST_NUL * len(data):
        return _wide_or_binary(data)
    try:
        decoded = Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        decoded = _guess(data)
    return _without_nul(decoded)


def _marked(data: bytes, encoding: str) -> Decoded:
    """Text behind a byte order mark."""
    try:
        return _without_nul(Decoded(data.decode(encoding)))
    except UnicodeDecodeError:
        message = f"damaged {encoding} text; what could not be read became \ufffd. Save it as UTF-8"
        return _without_nul(Decoded(data.decode(encoding, "replace"), [("damaged_encoding", "warning", message)]))


def _wide_or_binary(data: bytes) -> Decoded:
    """Bytes with many NUL among them: UTF-16 without a mark, or no text at all."""
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if data[start::2].count(0) > 0.6 * len(data[start::2]):
            message = f"read as {encoding}, which it looks like; save it as UTF-8"
            return _without_nul(Decoded(data.decode(encoding, "replace"), [("assumed_encoding", "warning", message)]))
    return Decoded(None, [("undecodable", "error", "holds binary data, no text; remove it or save it as UTF-8 text")])


def _guess(data: bytes) -> Decoded:
    """Text of bytes that are no UTF-8: UTF-8 with a few damaged places, or another encoding."""
    replaced = data.decode("utf-8", "replace")
    bad = replaced.count("\ufffd")
    if sum(ch > "\x7f" for ch in replaced) - bad > 4 * bad:
        message = f"{bad} places are no UTF-8 and became \ufffd; save it as UTF-8"
        return Decoded(replaced, [("damaged_encoding", "warning", message)])
    encoding = _likeliest(data)
    if encoding is None:
        return Decoded(None, [("undecodable", "error", "no known encoding fits its bytes; save it as UTF-8")])
    message = f"not UTF-8; {encoding} was assumed. Save it as UTF-8 if letters look wrong"
    return Decoded(data.decode(encoding, "replace"), [("assumed_encoding", "warning", message)])


def _without_nul(decoded: Decoded) -> Decoded:
    """The same with NUL characters, which no program likes in text, as blanks."""
    if decoded.text and "\0" in decoded.text:
        message = f"{decoded.text.count(chr(0))} NUL characters were read as blanks; remove them"
        decoded.doubts.append(("nul_bytes", "warning", message))
        decoded.text = decoded.text.replace("\0", " ")
    return decoded


def _likeliest(data: bytes) -> str | None:
    """Windows-1252 for text with few bytes beyond ASCII (quotes, accents), else what charset_normalizer finds."""
    beyond = sum(byte > 127 for byte in data[:SAMPLE])
    if beyond < 0.12 * min(len(data), SAMPLE) and _fits(data, "cp1252"):
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

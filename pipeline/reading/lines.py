"""JSON Lines -> pieces of whole lines, so that a file of any size is read with the memory of a few.

Here belongs the cutting. A file of up to one block is one piece and read as it always was, whatever it turns out to be.
"""

import zlib
from collections.abc import Iterator
from typing import IO

from pipeline.reading.decode import GZIP_MAGIC
from pipeline.reading.piece import MOST_BYTES, Piece, too_large

BLOCK = 32 * 2**20
STEP = 2**16


def line_pieces(stream: IO[bytes]) -> Iterator[Piece]:
    """The file in blocks of whole lines, each with the number of its first line."""
    line, block = 1, b""
    unpacked = _unpacked(stream)
    for part in unpacked:
        block += part
        if len(block) < BLOCK:
            continue
        end = block.rfind(b"\n") + 1
        if end:
            yield Piece("", "lines.jsonl", block[:end], first_line=line)
            line += block.count(b"\n", 0, end)
            block = block[end:]
        elif len(block) > MOST_BYTES:
            yield Piece("", "lines.jsonl", doubt=too_large())
            return
    if block or line == 1:
        yield Piece("", "lines.jsonl", block, first_line=line)


def _unpacked(stream: IO[bytes]) -> Iterator[bytes]:
    """The file's bytes in parts of bounded size, also of a packed file; of a damaged one those before the damage."""
    first = stream.read(BLOCK)
    if not first.startswith(GZIP_MAGIC):
        yield first
        yield from iter(lambda: stream.read(BLOCK), b"")
        return
    member, data = zlib.decompressobj(wbits=31), first
    while data or (data := stream.read(STEP)):
        if member.eof:
            if not data.startswith(GZIP_MAGIC[: len(data)]):
                return
            member = zlib.decompressobj(wbits=31)
        part, left = data[:STEP], data[STEP:]
        yield member.decompress(part, BLOCK)
        while member.unconsumed_tail:
            yield member.decompress(member.unconsumed_tail, BLOCK)
        data = member.unused_data + left
    if not member.eof:
        raise EOFError("the gzip file ends in the middle")

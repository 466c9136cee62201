"""The chunks of a sentence, ready for the constructions: ages settled, and whoever speaks counted by nobody.

Here belongs what must be known of a sentence before a construction is tried: "Gunmen killed 17, the mayor, Lena Orr,
said" tells of no mayor killed, "Ana and Ravi Menn" are two people. Who speaks, and what of the sentence is his speech,
is settled in speech.py.
"""

import re
from typing import Final

from pipeline.claims.attribution import speeches_of
from pipeline.claims.chunks import Chunk, Chunker
from pipeline.claims.gazetteer import country_of
from pipeline.claims.grown import settle_ages
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.noun_phrase import Heading
from pipeline.codebook import read
from pipeline.reading.tokens import Sentence

WHERE: Final = "(?:[Po][dD]?X){0,2}"
ONE: Final = f"(?:[SR1]{WHERE}(?:,[NS]|,W[^,BTGIJ]{{1,8}})?|N,[SR]{WHERE})"
SPEAKERS: Final = re.compile(f",{ONE}(?:,?C{ONE})*,(?=[DX])|,[SR]{WHERE}(?:C[SR]{WHERE})+(?=[DX])")
"""Behind a comma who speaks: with names or a clause in commas, or several without."""
AFTER_SAID: Final = frozenset(read("attribution")["after_said"])
"""What follows "said" where nobody else does: "the mayor, Lena Orr, said on Monday", not "…, said the mayor"."""
FIRST_NAME: Final = re.compile("(?:^|(?<=[,TGIo]))XCN(?=[AHIT,.BPo;C]|$)")
NAMES_APART: Final = re.compile("N(?:BN)*BC[NR]")
FULL_NAME: Final = 2
"""Tokens of "Ravi Menn"."""


def chunked(chunker: Chunker) -> list[Chunk]:
    """The chunks of a sentence that can claim something."""
    sentence, words, chunks = chunker.sentence, chunker.lexicon, chunker.chunks()
    settle_ages(sentence, chunks)
    join_names(sentence, chunks)
    leave_speakers(sentence, chunks, words)
    take_first_names(sentence, chunks, words)
    return chunks


def join_names(sentence: Sentence, chunks: list[Chunk]) -> None:
    """Makes commas, in place, of semicolons between people: "Ana Dol, 36; Vera Sel, 40; and Ravi Menn, 19, died"."""
    tags = "".join(chunk.tag for chunk in chunks)
    for match in NAMES_APART.finditer(tags) if ";" in sentence.lower else ():
        for chunk in chunks[match.start() : match.end()]:
            if sentence.lower[chunk.first] == ";":
                chunk.tag = ","


def take_first_names(sentence: Sentence, chunks: list[Chunk], words: Lexicon) -> None:
    """Makes two people, in place, of first names that share a surname: "Ana and Ravi Menn were killed"."""
    for match in reversed([*FIRST_NAME.finditer("".join(chunk.tag for chunk in chunks))]):
        at = match.start()
        first, full = chunks[at], chunks[at + 2]
        listed = any(chunk.tag == "N" for chunk in chunks[at + 3 : at + 6])
        if full.last - full.first == FULL_NAME and not listed and _are_one_name(sentence, first, full, words):
            if _are_told(sentence, chunks, at, at + 3):
                continue
            head = Heading(sentence.written(first.first, full.last), "person", "all", full.last)
            head.value, head.named = 2, True
            chunks[at : at + 3] = [Chunk("R", first.first, full.last, None, head, definite=True)]


def _are_told(sentence: Sentence, chunks: list[Chunk], first: int, last: int) -> bool:
    """ "The couple, Ravi and Meena Patel,", "Ahmed and Hassan Ali, two brothers": counted by the words beside them."""
    before = "".join(chunk.tag for chunk in chunks[max(0, first - 2) : first])
    behind = "".join(chunk.tag for chunk in chunks[last : last + 2])
    return before in ("S,", "R,", "Q,") or behind in (",Q", ",S", ",R") or (
        behind[:1] == "," and sentence.lower[chunks[last].last : chunks[last].last + 1] in (["both"], ["brothers"]))


def _are_one_name(sentence: Sentence, chunk: Chunk, full: Chunk, words: Lexicon) -> bool:
    """One capitalised word before "and" that is no place and no word for people, and a full name behind it."""
    if sentence.lower[full.last - 1] in words.nouns:
        return False  # "Kuki and Meitei Villagers"
    written, lower = sentence.words[chunk.first], sentence.lower[chunk.first]
    plain = chunk.last - chunk.first == 1 and written.isalpha() and written.istitle()
    known = lower in words.nouns or lower in words.closed["names_stop"] or country_of(lower) != ""
    return plain and not known and sentence.lower[chunk.last] == "and"


def leave_speakers(sentence: Sentence, chunks: list[Chunk], words: Lexicon) -> None:
    """Marks, in place, those behind the last comma but one who speak: ", his lawyer, Lena Orr, said"."""
    for match in SPEAKERS.finditer("".join("1" if _is_one(chunk) else chunk.tag for chunk in chunks)):
        verb = chunks[match.end()].first
        if sentence.lower[verb] in words.closed["speech"] and _speaks_before(sentence, verb):
            for chunk in chunks[match.start() + 1 : match.end()]:
                chunk.tag = "X" if chunk.tag in "SRQN" else chunk.tag


def _is_one(chunk: Chunk) -> bool:
    """ "One resident": several, behind a list of victims, are rather of these."""
    return chunk.tag == "Q" and chunk.mention is not None and chunk.mention.value_high == 1


def _speaks_before(sentence: Sentence, verb: int) -> bool:
    """Somebody whose name ends in front of the verb says it; not "killed two, a woman and her son, said police"."""
    behind = sentence.lower[verb + 1 : verb + 2]
    if sentence.lower[verb] != "told" and behind and behind[0] not in AFTER_SAID and behind[0][0].isalnum():
        return False
    return any(speech.last <= verb <= speech.last + 1 for speech in speeches_of(sentence))

"""Numbers of several places that share the noun or the verb of the first: "46 deaths in Zelvik and 13 in Karvosh".

Here belong those behind a phrase that has its measure already, each with a place of its own and no verb. Where a verb
and a bare number alone suffice, the constructions "gapped" of constructions.yml take them.
"""

import re
from typing import Final

from pipeline import codebook
from pipeline.claims.anchors import MONTHS
from pipeline.claims.attachment import Attachment, Found
from pipeline.claims.chunks import Chunk
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.members import EVERYBODY
from pipeline.claims.noun_phrase import Heading

RULE: Final = "gapping"
CONFIDENCE: Final = 0.8
PERSON, BARE, ONE = "person", "bare", "one"
ANOTHER: Final = "another"
ORDINALS: Final = frozenset(codebook.read("numbers")["ordinals"])
AMOUNT, PART = "amount", "part"
AT: Final = "(?:[Po][dD]?|(?<=[TI]))[XN]{1,2}"
WHEN: Final = "(?:D|PX|X){0,3}?"
NEXT: Final = f"{WHEN}(?:,?C|,)(?P<q>[QXS])(?=[Po][dD]?[XN]{{1,2}}(?P<end>.?))"
GAP: Final = re.compile(f"(?P<whole>[QYSR])[^QYSRqBWC,;]*?{AT}{NEXT}")
"""From the phrase that has its measure to the next number, and what stands behind the place of that."""
AGAIN: Final = re.compile(f"[Po][dD]?[XN]{{1,2}}{NEXT}")
THINGS: Final = re.compile(r"(?P<whole>Y)[AHMD]{0,4}(?P<did>[TXI])(?=(?P<more>[^Y]*))")
MORE: Final = re.compile("(?:,?C|,|B)(?P<q>Q)[AHD]{0,4}[TXI]")
"""A number of things and what was done to them; the same of further ones."""
OF_THINGS: Final = frozenset(("vessels", "aircraft", "vehicles"))
DAMAGED: Final = frozenset(codebook.read("things")["done_to_things"])
OF_PRISONERS: Final = frozenset(("detained", "kidnapped"))
"""What "captured" gives people, and things in place of it."""
DONE: Final = frozenset(word for phrase in codebook.read("things")["done_to"] for word in phrase.split())
SAYING: Final = frozenset(codebook.read("grammar")["speech"])
NO_PLACES: Final = frozenset(MONTHS) | {"the", "a", "an", "his", "her", "their", "hospital"}
"""What may stand where a place does: then the numbers are no parts, but of one event."""
AT_PLACES: Final = frozenset(codebook.read("places")["gapping"])
SUBSET, OTHERS = "subset", "others"
OWN: Final = frozenset("AHTIMJGW")
"""Behind the place: the number has a verb of its own."""


def from_gaps(tags: str, chunks: list[Chunk], lower: list[str], lexicon: Lexicon, found: Found) -> None:
    """Gives each further number the measures of the first, where it counts what these count."""
    at = 0
    while (match := GAP.search(tags, at)) is not None:
        at = match.start() + 1
        whole = match.start("whole")
        told = [a for a in found.by_chunk.get(whole, ()) if a.measure != AMOUNT]
        while match is not None and told and match["end"] not in OWN and not _speaks(chunks, match.end("end"), lower):
            if not _take(chunks, match.start("q"), whole, told, lower, lexicon, found):
                break
            at = match.start("q")
            match = AGAIN.match(tags, at + 1)


def from_things(tags: str, chunks: list[Chunk], lower: list[str], found: Found) -> None:
    """ "Three ships were sunk and two damaged", "46 drones attacked; 42 were shot down": of the things before."""
    for match in THINGS.finditer(tags):
        whole = match.start("whole")
        told = [a for a in found.by_chunk.get(whole, ()) if a.measure in OF_THINGS]
        if not told or not _is_done(chunks[match.start("did")], lower):
            continue
        for more in MORE.finditer(tags, match.end(), match.end("more")):
            number = more.start("q")
            head = chunks[number].head
            if head is None or not (head.kind == BARE or head.noun.lower() == OTHERS):
                break
            own = {a.measure for a in found.by_chunk.get(number, ())}
            captured = bool(own) and not _are_more(chunks[number], chunks[whole])
            if not own <= OF_PRISONERS or not _is_damaged(chunks[more.end() - 1], lower, captured):
                break  # "two buses were hit and 14 were burned to death"
            scope = SUBSET if tags[more.start()] == "B" else ""
            found.by_chunk[number] = []  # "two captured" are no prisoners
            for said in told:
                said.group = said.group if scope else whole
                found.add(Attachment(number, said.trigger, said.measure, RULE, CONFIDENCE, said.group, scope))


def _is_done(chunk: Chunk, lower: list[str]) -> bool:
    return not DONE.isdisjoint(lower[chunk.first : chunk.last])


def _are_more(chunk: Chunk, whole: Chunk) -> bool:
    """ "Two helicopters were shot down and five captured": five people, perhaps."""
    ours, theirs = (told.mention.value_low or 0 if told.mention is not None else 1 for told in (chunk, whole))
    return ours > theirs


def _is_damaged(chunk: Chunk, lower: list[str], captured: bool) -> bool:
    """What befalls things and hardly people: "sunk", "shot down", and "captured" behind tanks."""
    words = lower[chunk.first : chunk.last]
    return captured or not DAMAGED.isdisjoint(words) or ("shot" in words and "down" in words)


def _take(
    chunks: list[Chunk], number: int, whole: int, told: list[Attachment], lower: list[str], lexicon: Lexicon,
    found: Found,
) -> bool:  # fmt: skip
    """One more number, unless it is of something else; True where it was taken, or had been before."""
    if lower[chunks[number + 1].first] not in AT_PLACES:
        return False  # "38 by police and 40 by doctors"
    if number in found.by_chunk:
        return any(a.measure == b.measure for a in found.by_chunk[number] for b in told)
    chunk = chunks[number]
    if chunk.tag == "S" and lower[chunk.first] != ANOTHER and lower[chunk.first + 1] not in ORDINALS:
        return False  # "and a doctor at the hospital"
    if chunk.tag == "X" and not _is_one(chunk, lower, chunks[whole]):
        return False
    if chunk.tag == "X":
        chunk.tag, chunk.head = "S", Heading("", PERSON, EVERYBODY, chunk.last)
    kind = chunk.head.kind if chunk.head is not None else ""
    if kind != BARE and any(kind not in lexicon.measures[a.measure].counts for a in told):
        return False
    place = lower[chunks[number + 2].first]
    scope = PART if place.isalpha() and place not in NO_PLACES else ""  # not in "12 in 2022 and 14 in 2023"
    for said in told:
        said.scope = said.scope or scope
        said.group = said.group if said.scope else whole  # "in a bar and one in the street": together
        group = -1 if said.scope else whole
        found.add(Attachment(number, said.trigger, said.measure, RULE, CONFIDENCE, group, said.scope))
    return True


def _speaks(chunks: list[Chunk], behind: int, lower: list[str]) -> bool:
    """ "One at the scene said": whoever speaks is not counted; behind: the chunk that ends there."""
    return behind > 0 and lower[chunks[behind - 1].first] in SAYING


def _is_one(chunk: Chunk, lower: list[str], whole: Chunk) -> bool:
    """ "15 people died in Zelvik and one in Karvosh": one person more."""
    people = whole.head is not None and whole.head.kind in (PERSON, BARE)
    return people and lower[chunk.first : chunk.last] == [ONE]

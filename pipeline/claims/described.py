"""Who several people named are: "killed Ana Dol, a teacher, and Ravi Menn, a nurse" tells of two, not of four.

Here belongs taking such a description into its name, before any construction is tried. Somebody named alone, and lists
of the named and the nameless, are judged in listed.py.
"""

import re
from typing import Final

from pipeline.claims.chunks import Chunk
from pipeline.claims.listed import ONE_PERSON

CIRCUMSTANCE: Final = "(?:[Po][dD]?X){0,2}"
DESCRIBED: Final = re.compile(
    f"N(?P<who>,S{CIRCUMSTANCE})(?=,?C?N)|N(?P<last>,S{CIRCUMSTANCE})(?:,(?=[DAHMTIJ])|(?=[,B;]|$))"
)

ATTACKER: Final = re.compile("[RS],N(?=[AHM])")
""" "The gunman, Ana Dol, 31, was shot": the name goes with who the person is."""
ATTACKERS: Final = "perpetrators"


def fold(chunks: list[Chunk], lower: list[str]) -> None:
    """Takes the descriptions of a list of names into the names, in place; nothing where only one is named."""
    _name_attackers(chunks)
    tags = "".join(chunk.tag for chunk in chunks)
    found = [match for match in DESCRIBED.finditer(tags) if lower[chunks[match.start() + 2].first] in ONE_PERSON]
    if not any(match["who"] for match in found) or "E" in tags[: found[0].start()]:
        return  # "including Ana Dol, a nurse, and …": parts, whose groups are told
    for match in reversed(found):
        first, last = match.start(), match.end()
        chunks[first].head = chunks[first].head or chunks[first + 2].head
        chunks[first].last = chunks[last - 1 - (chunks[last - 1].tag == ",")].last
        del chunks[first + 1 : last]


def _name_attackers(chunks: list[Chunk]) -> None:
    """Takes the name of an attacker into the words for him, in place: he is no victim of that name."""
    for match in reversed(list(ATTACKER.finditer("".join(chunk.tag for chunk in chunks)))):
        who, name = chunks[match.start()], chunks[match.start() + 2]
        if who.head is not None and who.head.group == ATTACKERS:
            who.last = name.last
            del chunks[match.start() + 1 : match.start() + 3]

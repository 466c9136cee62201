"""Who harmed others before harm came to them: "a man killed four people and was shot dead by police" is an attacker.

Here belongs the judgement on a match of a construction that has a group `harm`, the verb of what they did. The
constructions stand in constructions.yml; attackers by their own nouns ("gunman") in victim_groups.yml.
"""

import re
from typing import Final

from pipeline import codebook
from pipeline.claims.chunks import Chunk

HARM: Final = "harm"
ATTACKERS: Final = "perpetrators"
HARMED: Final = frozenset(["killed", "injured", "kidnapped"])
"""What makes an attacker of whoever did it; whoever rescued others is none."""
SUFFERED: Final = frozenset(["killed", "injured"])
UNTOLD: Final = frozenset(["all", "men", "women", "children"])
"""Groups of those of whom nothing else is told. A soldier or a policeman who killed two stays what he is."""
BOOK: Final = codebook.read("grammar")["attackers"]
NO_HARM: Final = frozenset(BOOK["no_harm"])
NO_ATTACKERS: Final = frozenset(BOOK["none"])
ONE, SEVERAL = frozenset(BOOK["one"]), frozenset(BOOK["several"])
OBJECT: Final = re.compile("[TG]D?d?[QSRY]")
BEFORE_SUBJECT: Final = re.compile(r"(?:^|[,;:BWDCd-])d?$")
"""What stands right before a subject. Behind a verb or a preposition stand others: "took | 12 people hostage"."""


def attacked(match: re.Match[str], chunks: list[Chunk], lower: list[str]) -> bool:
    """Those whom the construction counts are the subject, and did harm to somebody: an object behind an active verb."""
    verb, first = chunks[match.start(HARM)], match.start("q")
    harm = any(trigger.measure in HARMED for trigger in verb.triggers) and lower[verb.first] not in NO_HARM
    if not harm or OBJECT.match(match.string, match.start(HARM)) is None or not _agrees(match, chunks, lower):
        return False
    before = "".join(chunk.tag for chunk in chunks[max(0, first - 2) : first])
    whose = "whose" in lower[chunks[first].last : verb.first]
    return BEFORE_SUBJECT.search(before) is not None and not whose


def _agrees(match: re.Match[str], chunks: list[Chunk], lower: list[str]) -> bool:
    """ "He was shot" tells of one, "they were shot" of several; "before being shot" of any number."""
    chunk = chunks[match.start("q")]
    number = (chunk.mention.value_low or chunk.mention.value_best or 1) if chunk.mention is not None else 1
    told = frozenset(lower[chunks[match.start(HARM)].last : chunks[match.start("v")].first])
    return told.isdisjoint(SEVERAL if number <= 1 else ONE)


def as_attackers(chunk: Chunk, measure: str) -> str:
    """The attackers' group for those counted, if they were killed or hurt themselves; empty where they keep theirs."""
    head = chunk.head
    if measure not in SUFFERED or head is None or head.group not in UNTOLD:
        return ""
    return "" if not NO_ATTACKERS.isdisjoint(head.noun.lower().split()) else ATTACKERS

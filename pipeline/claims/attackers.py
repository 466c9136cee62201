"""Who harmed others before harm came to them: "a man killed four people and was shot dead by police" is an attacker.

Here belongs the judgement on a match of a construction that has a group `harm`, the verb of what they did. The
constructions stand in constructions.yml; attackers by their own nouns ("gunman") in victim_groups.yml.
"""

import re
from typing import Final

from pipeline.claims.chunks import Chunk

HARM: Final = "harm"
ATTACKERS: Final = "perpetrators"
HARMED: Final = frozenset(["killed", "injured", "kidnapped"])
"""What makes an attacker of whoever did it; whoever rescued others is none."""
SUFFERED: Final = frozenset(["killed", "injured"])
UNTOLD: Final = frozenset(["all", "men", "women", "children"])
"""Groups of those of whom nothing else is told. A soldier or a policeman who killed two stays what he is."""
LOST: Final = frozenset(["lost", "lose", "loses", "losing"])
OBJECT: Final = re.compile("[TG]D?d?[QSRY]")


def attacked(match: re.Match[str], chunks: list[Chunk], lower: list[str]) -> bool:
    """Those whom the construction counts did harm to somebody: an object behind an active verb of harm."""
    verb = chunks[match.start(HARM)]
    harm = any(trigger.measure in HARMED for trigger in verb.triggers) and lower[verb.first] not in LOST
    return harm and OBJECT.match(match.string, match.start(HARM)) is not None


def become_attackers(chunk: Chunk, measure: str) -> None:
    """Gives those counted, in place, the attackers' group, if they were killed or hurt themselves."""
    if measure in SUFFERED and chunk.head is not None and chunk.head.group in UNTOLD:
        chunk.head.group = ATTACKERS

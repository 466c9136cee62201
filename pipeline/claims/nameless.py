"""Whether words without article or number, that are no name and no known noun, name one person.

Here belongs the judgement on the words alone ("prominent lawmaker", "a witness says senior official was killed"). Which
constructions may count them stands in constructions.yml.
"""

from typing import Final

from pipeline.claims.chunks import ARTICLES, Chunk
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.noun_phrase import match_noun
from pipeline.claims.unnumbered import DONE, DONE_SHORT

ONE_IS: Final = frozenset(("was", "is", "been", "being"))
LONGEST_NAMELESS: Final = 6
"""Words of an unknown noun phrase that may still name one person."""
HAPPENED: Final = (*DONE, "s")
"""Endings of verbs that tell what happened, of headlines also: "kills prominent lawmaker"."""


def is_one(
    named: list[Chunk], passive: bool, lower: list[str], trigger: Chunk, lexicon: Lexicon
) -> bool:
    """Whether words without article or number name one person: by the verb before "killed", else by the last word."""
    name = named[0 if named[-1].tag == "R" else -1]
    said = [at for at in range(name.first, name.last - 1) if lower[at] in lexicon.closed["speech"]]
    name.first = said[-1] + 1 if said and passive else name.first  # "a witness says senior official was killed"
    words = lower[name.first : name.last]
    if passive and not lexicon.closed["no_name_within"].isdisjoint(lower[name.first : trigger.first]):
        return False
    if len(words) > LONGEST_NAMELESS or not all(w[0].isalpha() or w == "-" for w in words):
        return False
    if not lexicon.closed["names_stop"].isdisjoint(words):
        return False
    if named[-1].tag == "R":
        return len(words) == 1 and not words[0].endswith("s")
    if passive:
        one = named[0].tag != "d" or words[-1] not in lexicon.closed["no_single"]
        return one and lower[trigger.first - 1] in ONE_IS
    if not _tells_what_happened(lower, trigger.first, lexicon) or (len(words) == 1 and words[0].endswith("ed")):
        return False
    return not words[-1].endswith("s") and words[-1] not in lexicon.closed["no_person"]


def _tells_what_happened(lower: list[str], at: int, lexicon: Lexicon) -> bool:
    """The verb at a token is finite or a participle: no "kill switch", "intent to kill", "a cynically executed plan".

    Its plain form is one behind several people: "gunmen kill prominent elder".
    """
    if not lower[at].endswith(HAPPENED) and lower[at] not in DONE_SHORT:
        subject = match_noun(lower, at - 1, lexicon) if at else None
        return subject is not None and subject.kind == "person" and not subject.singular
    before = at - 1
    while before > 0 and lower[before].endswith("ly"):
        before -= 1
    return before < 0 or lower[before] not in ARTICLES

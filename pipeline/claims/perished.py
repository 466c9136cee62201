"""Who died, where a report tells only who lived: "no survivors among the 62 aboard", "none of the 20 survived".

That nobody lived is read like any other count; "all but two died" belongs in complement.py.
"""

from typing import Final

from pipeline.claims.claim import Claim
from pipeline.claims.lexicon import Lexicon
from pipeline.quantities.mention import Mention
from pipeline.reading.tokens import Sentence

PERISHED: Final = "perished"
"""The rule's name. That somebody did not survive denies no death."""
SURVIVED: Final = frozenset(("survivor", "survivors", "survive", "survived", "survives"))
OF_ALL: Final = frozenset(("of", "among", "amongst", "from"))
"""Before the number of all, its determiners left out."""
REACH: Final = 60
"""Characters from the survivors to the number of all."""


def perished(sentence: Sentence, claims: list[Claim], kept: list[Mention], lexicon: Lexicon) -> list[Claim]:
    """A claim on the dead where nobody survived of so many."""
    if len(kept) < 2 or SURVIVED.isdisjoint(sentence.lower):
        return []
    dead = {claim.mention.start for claim in claims if claim.measure == "killed"}
    nobody = [c for c in claims if c.measure == "survivors" and c.value_best == 0 and c.scope != "subset"]
    made = (_dead(sentence, claim, kept, lexicon) for claim in nobody)
    return [claim for claim in made if claim is not None and claim.mention.start not in dead]


def _dead(sentence: Sentence, lived: Claim, kept: list[Mention], lexicon: Lexicon) -> Claim | None:
    """All who were there, over the words of both."""
    base = next((m for m in kept if lived.mention.end < m.start <= lived.mention.end + REACH), None)
    if base is None or base.kind != "count" or base.quantifier != "exact":
        return None
    at = next((i for i, start in enumerate(sentence.starts) if start >= base.start), 0)
    if not _is_of_all(sentence, at, lexicon):
        return None
    left = round(base.value_best or 0)
    start, end = lived.mention.start, base.end
    mention = Mention(
        base.field, base.sentence_no, start, end, sentence.text[start:end], left, left, left, "exact", "count",
        unit="person", phrase_start=start, phrase_end=end,
    )  # fmt: skip
    return Claim(
        mention, "killed", lived.counted, lived.victim_group, left, left, left, "exact", "person", PERISHED,
        round(lived.confidence * 0.9, 3), first=at, last=at + 1,
    )  # fmt: skip


def _is_of_all(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """ "of the 62", "among its 20 crew": so is the number at a token told."""
    while at > 0 and sentence.lower[at - 1] in lexicon.closed["determiners"]:
        at -= 1
    return at > 0 and sentence.lower[at - 1] in OF_ALL

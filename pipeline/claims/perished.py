"""Who died, where a report tells only who lived: "no survivors among the 62 aboard", "only three of the 46 survived".

That nobody lived is read like any other count; "all but two died" belongs in complement.py.
"""

from typing import Final

from pipeline import codebook
from pipeline.claims.all_aboard import token_of, with_crew
from pipeline.claims.claim import Claim
from pipeline.claims.complement import is_aboard
from pipeline.claims.lexicon import Lexicon
from pipeline.quantities.mention import Mention
from pipeline.reading.tokens import Sentence

PERISHED: Final = "perished"
"""The rule's name. That somebody did not survive denies no death."""
SURVIVED: Final = frozenset(("survivor", "survivors", "survive", "survived", "survives"))
FEW: Final = frozenset(codebook.read("grammar")["few_survived"])
OF_ALL: Final = frozenset(("of", "among", "amongst", "from"))
"""Before the number of all, its determiners left out."""
REACH: Final = 60
"""Characters from the survivors to the number of all behind them."""


def perished(sentence: Sentence, claims: list[Claim], kept: list[Mention], lexicon: Lexicon) -> list[Claim]:
    """A claim on the dead where nobody, or only so many, survived of so many."""
    if len(kept) < 2 or SURVIVED.isdisjoint(sentence.lower):
        return []
    told = {claim.mention.start for claim in claims if claim.measure == "killed"}
    survivors = [c for c in claims if c.measure == "survivors" and _leaves_the_dead(sentence, c)]
    made = (_dead(sentence, claim, kept, lexicon) for claim in survivors)
    return [claim for claim in made if claim is not None and claim.mention.start not in told]


def _leaves_the_dead(sentence: Sentence, lived: Claim) -> bool:
    """Nobody, or "only" so many, lived: of the others it is said that they did not."""
    if lived.value_best == 0:
        return lived.scope != "subset"
    few = not FEW.isdisjoint(sentence.lower[max(0, lived.first - 1) : lived.first + 2])
    return few and lived.quantifier == "exact"


def _dead(sentence: Sentence, lived: Claim, kept: list[Mention], lexicon: Lexicon) -> Claim | None:
    """All who were there less those who lived, over the words of both."""
    base = _base(sentence, lived, kept, lexicon)
    if base is None or base.kind != "count" or base.quantifier != "exact":
        return None
    left = with_crew(sentence, base, kept) - (lived.value_best or 0)
    if left <= 0:
        return None
    start, end = min(lived.mention.start, base.start), max(lived.mention.end, base.end)
    mention = Mention(
        base.field, base.sentence_no, start, end, sentence.text[start:end], left, left, left, "exact", "count",
        unit="person", phrase_start=start, phrase_end=end,
    )  # fmt: skip
    return Claim(
        mention, "killed", lived.counted, lived.victim_group, left, left, left, "exact", "person", PERISHED,
        round(lived.confidence * 0.9, 3), first=lived.first, last=lived.last,
    )  # fmt: skip


def _base(sentence: Sentence, lived: Claim, kept: list[Mention], lexicon: Lexicon) -> Mention | None:
    """The number of all: behind the survivors "of the 62", or before them "87 people on board"."""
    behind = next((m for m in kept if lived.mention.end < m.start <= lived.mention.end + REACH), None)
    if behind is not None and _is_of_all(sentence, token_of(sentence, behind), lexicon):
        return behind
    before = (m for m in reversed(kept) if m.end <= lived.mention.start)
    return next((m for m in before if is_aboard(sentence.lower, token_of(sentence, m))), None)


def _is_of_all(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """ "of the 62", "among its 20 crew": so is the number at a token told."""
    while at > 0 and sentence.lower[at - 1] in lexicon.closed["determiners"]:
        at -= 1
    return at > 0 and sentence.lower[at - 1] in OF_ALL

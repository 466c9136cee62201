"""Counts that take their measure from the one before them in the sentence: "bringing the total to 19",
"others say the figure is over 1,000".

Here belongs what no verb or noun of its own says. Parts of a count belong in subsets.py.
"""

from typing import Final

from pipeline import codebook
from pipeline.claims.attachment import Attachment, Found
from pipeline.claims.chunks import Chunk
from pipeline.claims.sources import names_anyone

BOOK: Final = codebook.read("grammar")
TOTALS: Final = frozenset(BOOK["running_totals"])
LEADS: Final = frozenset(BOOK["running_total_verbs"])
FIGURES: Final = frozenset(BOOK["figure_words"])
REVISIONS: Final = frozenset(BOOK["revision_verbs"])
BE: Final = frozenset(BOOK["be"])
PUT: Final = frozenset(BOOK["put_verbs"])
SAYING: Final = frozenset(BOOK["speech"])
NO_VOICES: Final = frozenset([*BOOK["victims_again"], "arrests", "injuries", "number", "toll", "cost", "damage"])
OTHERS: Final = frozenset(BOOK["other_voices"])
NOBODY: Final = frozenset(BOOK["no_other_voices"])
GIVEN: Final = frozenset(BOOK["given_verbs"])
STANDING: Final = frozenset(BOOK["toll_verbs"])
STANDS_AT: Final = frozenset(("at", "to"))
ENTIRE: Final = frozenset(("the", "overall", "official"))
""" "The total stands at 133": not "the number of teachers"."""
AS_OF: Final = frozenset(("as", "of"))
ACCORDING: Final = ["according", "to"]
MARKS: Final = frozenset((",", ";", "and", "while", "but"))
FARTHEST_VOICE: Final = 6
"""Tokens of "…, hospital sources in the capital at" before a number, from the mark on."""
IT: Final = FIGURES | {"it"}
EVERYBODY: Final = "all"
ENDS: Final = frozenset(".,;")
"""Behind a number that somebody "said", and nothing else of it."""
LONGEST: Final = 8
"""Tokens from "bringing" to the number: "bringing the two-day death total up to"."""


def from_totals(chunks: list[Chunk], lower: list[str], found: Found) -> None:
    """Totals and further values of what was counted before in the sentence."""
    if SIGNALS.isdisjoint(lower):
        return
    before: Attachment | None = None
    for index, chunk in enumerate(chunks):
        own = found.by_chunk.get(index)
        if own:
            before = own[0]
        elif before and before.measure != "amount" and chunk.tag == "Q" and chunk.head and chunk.head.kind == "bare":
            ahead = lower[max(0, chunk.first - LONGEST) : chunk.first]
            if _is_total(ahead):
                found.add(Attachment(index, before.trigger, before.measure, "running_total", 0.85, -1, "cumulative"))
            elif _is_restated(ahead, lower[chunk.last] if chunk.last < len(lower) else ".") or _is_gapped(
                lower, chunk.first, chunk.last
            ):
                _take_group(chunk, chunks[before.chunk])
                found.add(Attachment(index, before.trigger, before.measure, "restated", 0.8, -1, before.scope))


def _take_group(chunk: Chunk, counted: Chunk) -> None:
    """ "The army said 14 rebels died, the rebels said four": four rebels."""
    if chunk.head is not None and counted.head is not None and chunk.head.group == EVERYBODY:
        chunk.head.group = counted.head.group


SIGNALS: Final = LEADS | FIGURES | REVISIONS | SAYING | PUT | GIVEN


def _is_total(ahead: list[str]) -> bool:
    """ "Three more bodies were found, bringing the total to 19"."""
    return ahead[-1:] == ["to"] and not TOTALS.isdisjoint(ahead) and not LEADS.isdisjoint(ahead)


def _is_restated(ahead: list[str], behind: str) -> bool:
    """ "203 were killed; others say the figure is over 1,000", "first put at 60, later lowered to 52", "some put it at
    60", "another said four"."""
    if len(ahead) < 3:
        return False
    if ahead[-1] == "to":
        return not REVISIONS.isdisjoint(ahead[-5 if ahead[-2] in FIGURES else -3 : -1])
    return is_another_number(ahead, behind)


def _is_gapped(lower: list[str], first: int, last: int) -> bool:
    """ "Police put the toll at 14, residents at 18", "40 died according to police, ten according to residents"."""
    before = lower[max(0, first - FARTHEST_VOICE) : first]
    if before[-1:] == ["at"]:
        mark = next((i for i in range(len(before) - 2, -1, -1) if before[i] in MARKS), -1)
        voice = before[mark + 1 : -1] if mark >= 0 else []
        return names_anyone(voice) and NO_VOICES.isdisjoint(voice) and not PUT.isdisjoint(lower[: first - 1])
    told = lower[last : last + 2] == ACCORDING and before[-1:] != [] and before[-1] in MARKS
    return told and "according" in lower[:first]


def is_another_number(ahead: list[str], behind: str) -> bool:
    """Somebody gives a number for what was counted before: the words ahead of it and the one behind. "Some put it at
    60", "the ministry says 24", "the figure is 31", "they said it was 40", "police gave the number as 12"."""
    if len(ahead) < 3:
        return False
    if ahead[-1] in BE:
        said = ahead[-2] == "it" and ahead[-3] in SAYING and behind in ENDS
        return said or (ahead[-2] in FIGURES and "the" in ahead[-4:-2])
    if not PUT.isdisjoint(ahead[-4:-1]) and (ahead[-1] in IT or ahead[-1] == "at"):
        return not IT.isdisjoint(ahead[-3:])
    if ahead[-1] in STANDS_AT and ahead[-2] in STANDING:
        return ahead[-3] in FIGURES and not ENTIRE.isdisjoint(ahead[-5:-3])
    if ahead[-1] in AS_OF:
        return not GIVEN.isdisjoint(ahead[-4:-1]) and not IT.isdisjoint(ahead[-3:])
    return ahead[-1] in SAYING and behind in ENDS and _is_voice(ahead[-4:-1])


def _is_voice(words: list[str]) -> bool:
    """ "The ministry | said 24", "the opposition | said 18"; not "he said 17"."""
    named = not OTHERS.isdisjoint(words) or names_anyone(words)
    return named and words[-1] not in NOBODY and "asked" not in words

"""Which number a toll has, over what stands between: "the number of those killed when a dam burst has risen to 31".

Here belongs where the number stands and whose it is. What a toll's noun is, the lexicon knows; whether its number is
the incident's or counts since long ago is settled in scope.py.
"""

import re
from typing import Final

from pipeline import codebook
from pipeline.claims.chunks import Chunk
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.members import take_noun, take_owner

HEAD: Final = re.compile("O|n[dDQXWAHC]{0,6}?(?:[TJ]|(?<=[HW])I)")
SINCE: Final = re.compile("(?:O|n[dDQXWC]{0,5}[TJ])(?:[Po]?[dD]?[XN]){0,2}$")
LONGEST: Final = 13
"""Chunks that SINCE can match: no sentence takes longer for many a "since"."""
CLAUSE: Final = re.compile("[BTGIJSRYWK]")
"""What a clause between holds that would end a toll or have a number of its own."""
PUT: Final = "toll_put"
"""The construction of "put the army's dead at 41"."""
BOTH: Final = re.compile("C[TJO]")
""" "The number of those killed or injured": no number of the hurt."""
TO: Final = frozenset(("to", "at", "past", "above", "beyond", "over", "from"))
"""Words between the verb and the number."""
AGAIN: Final = frozenset(("up", "down", "further", "again", "now", "still", "on"))
"""Words that may stand between the two besides."""
FARTHEST: Final = 5
"""Tokens from the verb to the number at most."""
OWN_CLAUSE: Final = re.compile("[MH][DA]*X")
"""What makes the number's noun the subject of a clause: "as casualties mount: 3,000 people could need help"."""
SETTING: Final = frozenset(codebook.read("grammar")["toll_settings"])
WEEKDAYS: Final = frozenset(codebook.read("dates")["weekdays"])
STOPS: Final = frozenset((";", ":", '"', "“", "”"))


def _mark_since(tags: str, chunks: list[Chunk], lower: list[str]) -> str:
    """ "The number of people arrested since the vote stands at 90": behind a toll's noun no new clause begins."""
    for at in (chunk for chunk in range(1, len(chunks)) if lower[chunks[chunk].first] == "since"):
        if tags[at + 1 : at + 2] != "Q" and SINCE.search(tags, max(0, at - LONGEST), at):
            tags = f"{tags[:at]}P{tags[at + 1:]}"
    return tags


def mark_tolls(tags: str, chunks: list[Chunk], lower: list[str], lexicon: Lexicon) -> str:
    """The tags with X for the clauses that stand between a toll's noun and its number.

    The number is marked as a toll's, in place. No other number of people stands between, no other toll's noun, and no
    other verb of rising: in "the toll rose when the river had risen to 14" there is nothing to find.
    """
    if "O" not in tags and "n" not in tags:
        return tags
    if "since" in lower:
        tags = _mark_since(tags, chunks, lower)
    for head in HEAD.finditer(tags):
        at = tags.find("Q", head.end())
        between = tags[head.end() : at]
        if at < 0 or "O" in between or "n" in between or BOTH.match(between):
            continue
        if _is_bare(chunks[at]) and _gives(lower, chunks[head.end() - 1].last, chunks[at].first, lexicon):
            chunks[at].toll = True
            who_died = head.group().replace("WI", "HI")  # "those who drowned", as "those who have drowned"
            tags = tags[: head.start()] + who_died + CLAUSE.sub("X", between) + tags[at:]
    return tags


def _is_bare(chunk: Chunk) -> bool:
    return chunk.head is not None and chunk.head.kind == "bare"


def _gives(lower: list[str], first: int, number: int, lexicon: Lexicon) -> bool:
    """The first verb of rising behind token `first` gives the number at a token: "… has gone up to 45"."""
    verbs = lexicon.closed["toll_verbs"]
    verb = next((i for i in range(first, number + 1) if lower[i] in verbs), number + 1)
    if verb > number or number - verb > FARTHEST or not STOPS.isdisjoint(lower[first:number]):
        return False
    words = lower[verb + 1 : number]
    return all(w in TO or w in AGAIN or w in WEEKDAYS or w.endswith("ly") for w in words)


def is_of_no_toll(tags: str, chunks: list[Chunk], number: int, lower: list[str]) -> bool:
    """The number has a noun, and a clause or a setting of its own, so that it is not how many the toll's noun means."""
    chunk = chunks[number]
    if chunk.head is None or chunk.head.kind == "bare":
        return False
    before = lower[chunk.first - 2 : chunk.first] if chunk.first > 1 else []
    if chunk.head.kind != "person":
        return not SETTING.isdisjoint(before)
    return tags[number - 1] == ":" and OWN_CLAUSE.match(tags, number + 1) is not None


def take_toll_group(
    rule: str, tags: str, chunks: list[Chunk], number: int, verb: int, lower: list[str], lexicon: Lexicon
) -> None:
    """Gives a toll's number, in place, the group of those counted; number, verb: the chunks of these."""
    if rule == PUT:
        take_owner(chunks[number], chunks[verb - 1], lower, lexicon)
        return
    head = tags.rfind("n", 0, verb) + 1 or verb
    _take_counted(chunks[number], chunks[head : verb + 1], lower, lexicon)


def _take_counted(number: Chunk, told: list[Chunk], lower: list[str], lexicon: Lexicon) -> None:
    """ "The number of soldiers killed": who the counted are. told: the chunks from behind "number of" to the verb's.

    "Women and children" are of no one group.
    """
    if number.head is None or number.head.kind != "bare" or "C" in [chunk.tag for chunk in told]:
        return
    head = next((chunk for chunk in told if chunk.tag in "XO"), None)
    for at in range(head.first, head.last) if head is not None else ():
        if lower[at].isalpha() and take_noun(number, at, lower, lexicon):
            return

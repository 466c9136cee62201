"""Who in a list is somebody of their own: not what another is called, nor the subject of the next verb.

Here belongs the judgement on one member of the list that a construction matched. Sums over lists are made in build.py.
"""

import re
from typing import Final

from pipeline.claims.chunks import ARTICLES, Chunk
from pipeline.claims.lexicon import Lexicon, lexicon
from pipeline.claims.others import is_title
from pipeline.codebook import read

OWN_VERB: Final = re.compile("D*(?:(?:A|HA|MA|H)[DAP]*[TJI]|I)")
""" "Killed 12 people and 30 were wounded": behind the last of a list stands a verb that is its own."""
OWN_CLAUSE: Final = re.compile("D*(?:A|HA)[DA]*X")
""" "The crush killed four, and 65 were | helped away": not in "the bodies of two women and a baby were found"."""
ONE_DOES: Final = frozenset(read("grammar")["singular_verbs"])
DID: Final = frozenset(read("grammar")["did"])
DONE_TO: Final = frozenset(read("grammar")["done_to"])
ADDING: Final = frozenset(read("grammar")["adding"])
WHO_DID: Final = re.compile("W[DAHM]*$")
""" "The raid that killed 12 …": the clause's subject is the raid. "Police said that gunmen killed 12" has its own."""
ANOTHER: Final = re.compile("C[QS](?:[Po][dD]?[XN]{1,2})?T[QSR]")
""" "… and one in Karvosh killed nine", "and a second killed seven"."""
ONE_MORE: Final = (["one"], ["another"], ["a", "second"], ["a", "third"])
SOMEBODY: Final = ARTICLES | {"another", "one"} | set(read("grammar")["reflexives"])
"""Words that begin a person of their own."""
WHOLE: Final = frozenset(("all", "both"))
"""Words before a number that is of all told of before."""
ONE_PERSON: Final = frozenset(("a", "an"))
ANYBODY: Final = frozenset(read("grammar")["anybody"])
TITLES: Final = frozenset([*read("quantity_others")["titles"], *read("grammar")["offices"]])
SPEAKERS: Final = 9
"""Tokens of those who speak, up to their verb."""
OUTCOMES: Final = frozenset(("killed", "missing"))
"""What a noun in a list may say of those whom it counts alone."""
LIVING: Final = frozenset(("missing", "trapped", "survivors", "displaced", "detained", "kidnapped"))
"""What befalls nobody who is dead."""
REDUCED: Final = "reduced_passive"
"""The constructions of a participle without an auxiliary begin with this."""
APART: Final = frozenset(("men", "women", "children"))
"""Groups that nobody else belongs to: "a man and woman" are two, "a singer and activist" is one."""


def is_apart(chunks: list[Chunk], index: int) -> bool:
    """ "Six in Zelvik and four in Karvosh", "killed 40, thousands marched": a bare number is of something else."""
    bare = _is_bare(chunks[index])
    if bare and chunks[index - 1].tag == ",":
        return [c.tag for c in chunks[index + 1 : index + 2]] == ["X"]
    bare = bare and chunks[index - 1].tag == "C"
    before = index - (3 if chunks[index - 2].tag == "," else 2)
    return bare and chunks[before].tag not in "QYSRNqm"


def without_next(
    chunks: list[Chunk], first: int, last: int, trigger: int, lower: list[str], lexicon: Lexicon
) -> tuple[int, int]:
    """The list less what a bare number behind a comma cuts off: "kills 35, 20 missing", "toll at 35, 20 missing".

    Such a number has its own word for what happened, right behind it, and shares none with those before; nor do those
    with whose own verb the grammar is not concerned: "35 rebels of the front surrendered and 12 were killed". One that
    takes up those before stands alone: "200 were at the party, four of them were shot", "her sons, all three hurt". A
    toll's number is not what follows it, "rose to 57 and 64 were hurt", nor is a speaker, "killing 9, two medics said".
    """
    if trigger < last:
        ends = (k for k in range(first + 1, last) if _says_its_own(chunks, k) or _is_another(chunks, k, lower)
                or _speaks(chunks, k, lower, lexicon) or is_title(chunks, k, first, last, lower))  # fmt: skip
        return first, next(ends, last)
    first = _behind_adjunct(chunks, first, last, lower)
    first = next((k for k in range(last - 1, first, -1) if _takes_up(chunks, k, lower)), first)
    if _is_toll(chunks, first):
        first = next((k for k in range(first + 1, last) if chunks[k].tag in "QS"), first)
    cuts = [k for k in range(first + 1, last) if _says_its_own(chunks, k) or _goes_on(chunks, k, lower)
            or _did_something(chunks, k, lower)]  # fmt: skip
    if last - first > 2 and _is_object(chunks, first, last - 1, lower):
        cuts = [last - 1]
    nobody = next((k for k in range(first + 1, last) if _is_nobody(chunks[k])), last)
    return next((cut for cut in (nobody, *cuts[-1:]) if cut < last), first), last


def _behind_adjunct(chunks: list[Chunk], first: int, last: int, lower: list[str]) -> int:
    """ "According to the mayor, 17 children were killed": whom a preposition governs up to a comma is of no list.

    Not so behind "besides" and "in addition to", nor behind "of": "a group of four women, a man and two boys".
    """
    at = first - 1 - (chunks[first - 1].tag == "d")
    if at < 0 or chunks[at].tag != "P" or lower[chunks[at].last - 1] == "of":
        return first
    if not ADDING.isdisjoint(lower[max(0, chunks[at].first - 1) : chunks[at].last]):
        return first
    comma = next((k for k in range(first + 1, last) if chunks[k].tag == ","), last)
    return next((k for k in range(comma + 1, last) if chunks[k].tag in "QYSRN"), first)


def has_own(own: str, measure: str, rule: str, index: int, place: tuple[int, int, int]) -> bool:
    """A noun in the list says what happened to those alone: "four missing people and 412 injured".

    With a verb for all of them it says what they had been: "two missing boys and their father were found dead"; but
    bodies are not missing. place: the list's first chunk, the one behind it, the trigger's.
    """
    first, last, trigger = place
    if own == "killed" and measure in LIVING:
        return True
    if trigger < first:
        return index > first and (measure, own) == ("killed", "injured")
    return rule.startswith(REDUCED) and index < last - 1 and own in OUTCOMES and own != measure


def _is_toll(chunks: list[Chunk], index: int) -> bool:
    """A bare number that a toll before it in the clause has: "the toll rose to 57"."""
    if not _is_bare(chunks[index]):
        return False
    start = next((k for k in range(index - 1, -1, -1) if chunks[k].tag in ",B;CW"), 0)
    return chunks[index].toll or any(chunk.tag == "O" for chunk in chunks[start:index])


def _speaks(chunks: list[Chunk], index: int, lower: list[str], lexicon: Lexicon) -> bool:
    """Somebody behind a comma who speaks: "killing nine people, two medics and a resident said"."""
    if chunks[index - 1].tag != ",":
        return False
    clause = lower[chunks[index].first : chunks[index].first + SPEAKERS]
    ends = (k for k, word in enumerate(clause) if not word[0].isalnum())
    return not lexicon.closed["speech"].isdisjoint(clause[: next(ends, SPEAKERS)])


def _is_nobody(chunk: Chunk) -> bool:
    """ "126 were on board, and nobody survived": the subject of a clause of its own; not "and no civilians"."""
    return _is_bare(chunk) and chunk.mention is not None and chunk.mention.value_best == 0


def _is_bare(chunk: Chunk) -> bool:
    return chunk.head is not None and chunk.head.kind == "bare" and not chunk.head.partitive


def _goes_on(chunks: list[Chunk], index: int, lower: list[str]) -> bool:
    """A bare number behind "and" and a verb that is in no list."""
    before = chunks[index - 2]
    ended = chunks[index - 1].tag == "C" and before.tag == "X" and lower[before.last - 1].endswith("ed")
    return ended and _is_bare(chunks[index])


def _did_something(chunks: list[Chunk], index: int, lower: list[str]) -> bool:
    """ "Two teachers managed to escape from the bus, and eight children are in hospital": a finite verb of others."""
    if chunks[index - 1].tag != "C" or chunks[index].tag not in "QSR":
        return False
    before = next((k for k in range(index - 2, -1, -1) if chunks[k].tag in "QSRN"), -1)
    return before >= 0 and chunks[before + 1].tag == "X" and lower[chunks[before + 1].first] in DID


def _is_object(chunks: list[Chunk], first: int, index: int, lower: list[str]) -> bool:
    """ "The ferry carried 200 people and 12 died": those before "and" are the object of another verb."""
    if chunks[index - 1].tag != "C" or chunks[index].tag != "Q" or chunks[index - 2].tag not in "QSR":
        return False
    if not (index - 2 == first > 0 and lower[chunks[first].first - 1] in DONE_TO):
        return False
    return _is_bare(chunks[index]) or chunks[index + 1].tag in "AHMI"


def _takes_up(chunks: list[Chunk], index: int, lower: list[str]) -> bool:
    """ "Four of them", "all three", behind those whom it means; not the aside "one of them pregnant"."""
    head, before = chunks[index].head, chunks[index - 1].tag
    if [chunk.tag for chunk in chunks[index + 1 : index + 2]] == ["X"]:
        return False
    if head is None or head.noun or chunks[index].mention is None:
        return False
    return (head.partitive and before in ",C") or (before == "," and lower[chunks[index].first] in WHOLE)


def _is_another(chunks: list[Chunk], index: int, lower: list[str]) -> bool:
    """ "A strike in Zelvik killed 17 people and one in Karvosh killed nine": a strike."""
    tags = "".join(chunk.tag for chunk in chunks[index - 1 : index + 5])
    return lower[chunks[index].first : chunks[index].last] in ONE_MORE and ANOTHER.match(tags) is not None


def _says_its_own(chunks: list[Chunk], index: int) -> bool:
    bare = _is_bare(chunks[index]) and chunks[index].mention is not None
    behind = [*chunks[index + 1 : index + 3], chunks[index]]
    tag = behind[1 if behind[0].tag == "D" else 0].tag  # "20 still missing"
    return bare and chunks[index - 1].tag == "," and tag in "TJ"


def has_verb(match: re.Match[str], index: int, chunks: list[Chunk], lower: list[str]) -> bool:
    """A listed object is the subject of what follows; not in "the raid that killed 12 men and two boys was filmed".

    Nor in "whose bomb killed 12 men and two boys was jailed": several are no subject of "was".
    """
    verb, tags = match.start("v"), match.string
    is_object = verb < match.start("q") and WHO_DID.search(tags, max(0, verb - 3), verb) is None
    own = OWN_VERB.match(tags, index + 1) or (chunks[verb].tag in "TG" and OWN_CLAUSE.match(tags, index + 1))
    if not is_object or not own:
        return False
    return not (_are_several(chunks[index]) and lower[chunks[index + 1].first] in ONE_DOES)


def _are_several(chunk: Chunk) -> bool:
    return chunk.tag == "Q" and chunk.mention is not None and (chunk.mention.value_low or 0) > 1


NAME_AND_OFFICE: Final = (["N", ",", "S", ",", "C"], ["N", ",", "R", ",", "C"])
""" "Olan Dol, a mayor, and two aides were killed": three."""


def _tells_who(word: str) -> bool:
    """A name begins with an office: behind "Mayor Ana Dol" the driver of ", a driver, and two guards" is another."""
    return any(noun.kind == "person" for noun in lexicon().nouns.get(word, ()))


def _has_office(chunk: Chunk) -> bool:
    """ "A mayor", "a father of two": not "a child", who may be another in the list."""
    return chunk.head is not None and chunk.head.group not in ("children", "women", "men")


def is_aside(chunks: list[Chunk], index: int, first: int, lower: list[str]) -> bool:
    """Who someone listed is: "his wife – the head of a school – and two sons", "a woman, Ana Dol, and two sons"."""
    behind = index - first > 1 and chunks[index - 1].tag == ","
    named = behind and chunks[index].tag == "N" and chunks[index - 2].tag in "QSR"
    office = behind and [c.tag for c in chunks[index - 2 : index + 3]] in NAME_AND_OFFICE
    who = office and not _tells_who(lower[chunks[index - 2].first]) and _has_office(chunks[index])
    return sum(c.tag == "-" for c in chunks[first:index]) % 2 > 0 or named or who


def is_same(chunks: list[Chunk], first: int, index: int, last: int, lower: list[str], trigger: int) -> bool:
    """ "The victim, a 16-year-old boy": who somebody is, where no "and" and no "were" makes a list of it.

    A name takes the group of what describes it, in place.
    """
    if chunks[index].tag != "S" or index - first < 2:
        return False
    if chunks[index - 2].tag == "R" and _is_aged_aside(chunks, index, lower):
        return True
    if "were" in lower[chunks[index].last : chunks[trigger].first]:
        return False
    if _describes(chunks, index, lower):
        named = chunks[index - 2]
        named.head = named.head or (chunks[index].head if named.tag == "N" else None)
        return True
    if index != last - 1 or lower[chunks[index].first] not in ONE_PERSON:
        return False
    listed = any(chunk.tag == "C" for chunk in chunks[first:last])
    return not listed and chunks[index - 1].tag == "," and chunks[index - 2].tag in "RS"


def _is_aged_aside(chunks: list[Chunk], index: int, lower: list[str]) -> bool:
    """ "The driver, a 45-year-old woman, and her two sons": an age between commas tells who somebody definite is."""
    between = [chunk.tag for chunk in chunks[index - 1 : index + 2 : 2]]
    if between != [",", ","] or lower[chunks[index].first] not in ONE_PERSON:
        return False
    return "old" in lower[chunks[index].first : chunks[index].last]


def _describes(chunks: list[Chunk], index: int, lower: list[str]) -> bool:
    """ "Killed Ana Dol, a teacher, and …", "Ana Dol, a teacher and mother of two": who somebody named is.

    Nobody is described by what another article or a number follows: "killed Ana Dol, a guard and a driver" are three.
    Nor is who has a title already: "killed mayor Ana Dol, a driver, and two guards".
    """
    before = index - 2
    if chunks[index - 1].tag == "C" and lower[chunks[index].first] not in SOMEBODY:
        return chunks[before].tag == "S" and before > 1 and _describes(chunks, before, lower)
    if chunks[index - 1].tag != "," or chunks[before].tag != "N" or lower[chunks[index].first] not in ONE_PERSON:
        return False
    if (before > 0 and chunks[before - 1].tag == "X") or lower[chunks[before].first] in TITLES:
        return False
    behind = next((k for k in range(index + 1, len(chunks)) if chunks[k].tag not in "PdDXN"), len(chunks))
    tags = "".join(chunk.tag for chunk in chunks[behind : behind + 2])
    bare = behind == index + 1 and chunks[index].last - chunks[index].first == len(ONE_PERSON)
    if bare and lower[chunks[index].last - 1] in ANYBODY:
        return tags[:1] not in ("C", ",")  # "killed Murad Hasi, a child, and two women"
    if tags == "CS":
        return lower[chunks[behind + 1].first] not in SOMEBODY
    return tags[:1] != "C" and tags not in (",S", ",Q")


def _without_circumstance(chunks: list[Chunk], index: int) -> Chunk:
    """The chunk that ends at an index, or that which "of the car" there belongs to."""
    at = index
    while at > 0 and chunks[at].tag in "XdPN":
        at -= 1
    return chunks[at] if any(c.tag == "P" for c in chunks[at + 1 : index]) else chunks[index]


def is_modifier(chunks: list[Chunk], index: int, first: int, lower: list[str], trigger: int) -> bool:
    """Words in a list that are nobody of their own: "a leader of the Reform Party", "a businessman and activist"."""
    chunk, before = chunks[index], chunks[index - 1]
    if before.tag == "P":  # "the son of the mayor and a guard"
        return True
    if chunk.tag == "N":
        titled = before.tag == "X" and index - first > 1  # "and passengers Ana Dol, 29, and Ravi Menn"
        return chunks[index - 1 - titled].tag not in ",C"
    if chunk.named and before.tag == "," and lower[chunk.first].isdecimal():  # "his wife, 34-year-old Ana Dol"
        owner = _without_circumstance(chunks, index - 2)
        return owner.tag in "SRQ" and not owner.named
    if chunk.tag != "S" or before.tag != "C" or chunk.named or lower[chunk.first] in SOMEBODY:
        return False
    verb = lower[chunk.last : chunks[trigger].first]
    if chunk.head is None or lower[chunks[first].first] not in ARTICLES or "were" in verb:
        return False
    return chunk.head.group not in APART or "was" in verb

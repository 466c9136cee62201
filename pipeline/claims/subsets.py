"""Parts of a count: "including three children", "of whom five were women", "two of the victims".

Here belongs what tells a part from the whole, before any construction is tried (no verb behind "including" is the
listed ones') and after (a part takes the measure of the count before it).
"""

import re
from typing import Final

from pipeline.claims.attachment import Attachment, Found
from pipeline.claims.chunks import Chunk
from pipeline.claims.graver import graver_part, is_graver, killed_of_them
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.listed import APART
from pipeline.claims.members import EVERYBODY, STANDING, name_the_one, take_noun, take_person, take_predicate
from pipeline.claims.noun_phrase import Heading
from pipeline.codebook import read

WITHIN: Final = "(?:[Po][dD]?[XNY]{1,2}){1,3}(?=(?:,|,?C)[dD]?[QSRq](?!P))"
""" "Including 19 members of one family, five neighbours and eight children": the list goes on behind such words."""
SUBSET_LIST: Final = re.compile(
    f"E(?:[dD]?[QSR](?!J|T,Q[TJ])(?:{WITHIN})?|d?X(?=C))(?:(?:,?C|,)[dD]?[QSR](?!J)(?:{WITHIN})?)*"
)
AMONG_THEM: Final = re.compile("(?<=[QY]),(?P<parts>[dD]?[QS](?:,?C?[dD]?[QS])*)E(?=[,ATHIJB;]|$)")
""" "Eight civilians, five children and two women among them, were killed": the list stands before "among them"."""
OF_WHOM_LIST: Final = re.compile("F[dD]?[QS](?:(?:,?C|,)[dD]?[QS])*(?=[,B;)]|$)")
""" "55 civilians, of whom 21 women, 20 men and four boys, were killed": no verb of their own behind them."""
LISTED_WITHIN: Final = re.compile(f"(?<=[QSRq]){WITHIN}")
LEFT_WITH: Final = re.compile("(?<=L[QS])(,?E[dD]?[SR](?:,?C[dD]?[SR])*,?)(?=D*[TJ])")
""" "Left five people, including the driver, dead": the list stands before the word for all of them. Not so a number:
"left 12 casualties, including two dead"."""
OF_THE_COUNTED: Final = re.compile("(?:^|[,B])oQ[TJ]")
""" "Of the 14 people killed, six were children"."""
BASE: Final = re.compile("(?:^|(?<=[,B]))o[dD]?([QY])(?=(?:[Po]?[dD]?[XN]){0,3},)")
""" "Of the 40 on board, 12 died": the 40 are those of whom something is told."""
ASIDE_PART: Final = re.compile("[(-]Q(?![AHM])|,Q(?=A[dD]?X,|X,?C)")
PARTED: Final = "[dD]?[Qq](?![AHTIJM]|D[AHTIJM])"
PART_LIST: Final = re.compile(f",(?P<parts>[Qq]X(?:C{PARTED}|(?:,{PARTED})+,?C{PARTED}))")
""" "Killed 12, three of them women and five children": who follows in the list is of those 12 too. Behind ", and" alone
others follow: "killed 12, three of them women, and five policemen"."""
TOLD_OF: Final = re.compile("(?:W[AH]{0,2})?[TJI](?:[Po][dD]?[XN]){0,2}A(?=[XSP])")
MEMBER: Final = re.compile("[QSR]")
REVISED_TO: Final = "to"
"""Behind this stands a number of its own: "one of them died; the toll was revised to three dead and 25 hurt"."""
GRAVEST: Final = "killed"
"""What those counted have in common where two things happened to them: "12, including two boys, were hit and died"."""
PERSON: Final = "person"
HURT: Final = frozenset(("injured", "hospitalised"))
OF_SOME: Final = (("condition", "of"), ("conditions", "of"))
COUNTED: Final = "counted_noun"
BEFELL: Final = frozenset(("killed", "injured", "missing", "detained", "kidnapped", "rescued"))
NO: Final = "no"
"""Before a noun that no list has it is no part of them: "two of which caused no damage"."""
WHOLLY: Final = frozenset(read("grammar")["wholly"])
WHOLLY_OF: Final[dict[str, str]] = read("grammar")["wholly_of"]
VERBS: Final = frozenset("TGIJ")
MAIN_VERBS: Final = frozenset("TIJAH")
"""Behind a comma the whole of which a part was told goes on: "12 pilgrims, five of them women, died and 30 were …"."""
LIST_OPENERS: Final = frozenset("EF(q")
SOME_OF: Final = re.compile("T(?:[Po][dD]?[XN]){0,3}(?:HA|A)(?=[XPSQ])")
""" "Five of the people hurt in the crash have been discharged": told of some of them."""
AND_NUMBER: Final = re.compile("E(d?)X(?=C)")
""" "Nine people, including the parents and three children"."""
IN_BRACKETS: Final = re.compile(r"(?<=Y)[XATHD]{0,3}\((?P<parts>Q(?:,?C?[QS])*)\)")
""" "36 bodies were recovered (19 children, nine women and eight men)"."""
OWN_VERB: Final = re.compile(r",C[dD]?[QSR](?=[AHTIJM]|D[AHTIJM])")
OWN_VERB_AFTER_ALL: Final = re.compile(r"(?:,?C|,)[dD]?[QSR](?=[AHTIJM]|D[AHTIJM])")


def mark_subsets(tags: str) -> str:
    """Counted phrases that "including" lists become q: no verb behind them is theirs.

    A member behind ", and" with a verb of its own ends the list: "including two officers, and 17 were hurt". Where the
    whole already had its verb, "and" does the same: "12 were killed, including two women and 17 were hurt".
    """
    tags = AMONG_THEM.sub(lambda listed: re.sub("[QS]", "q", listed.group()), tags)
    tags = OF_WHOM_LIST.sub(lambda listed: re.sub("[QS]", "q", listed.group()), tags)
    tags = LEFT_WITH.sub(lambda listed: re.sub("[SR]", "q", listed.group()), tags)
    for opened in SUBSET_LIST.finditer(tags):
        listed = opened.group()
        had_verb = not VERBS.isdisjoint(tags[tags.rfind("B", 0, opened.start()) + 1 : opened.start()])
        ends = OWN_VERB_AFTER_ALL if had_verb else OWN_VERB
        cut = ends.search(listed + tags[opened.end() : opened.end() + 2])
        if cut and not had_verb and len(MEMBER.findall(listed, 0, cut.start())) > 1:
            cut = None  # "20 people including two women, a boy, and an infant were killed"
        end = opened.start() + (cut.start() if cut else len(listed))
        tags = tags[: opened.start()] + re.sub("[QSR]", "q", tags[opened.start() : end]) + tags[end:]
    return tags


def mark_parts(tags: str, chunks: list[Chunk]) -> str:
    """ "Six children – three of them girls – were killed": a part told in an aside is not the subject of the verb.

    Nor is "a child" in "one member of his family, a child, was killed": the aside says who the one is.
    """
    if "Q" in tags and "S" in tags:
        name_the_one(tags, chunks)
    for at in (found.start() + 1 for found in ASIDE_PART.finditer(tags) if _is_part(chunks[found.start() + 1])):
        tags = tags[:at] + "q" + tags[at + 1 :]
    for found in PART_LIST.finditer(tags) if "q" in tags else ():
        if _is_part(chunks[found.start("parts")]) and _are_within(tags, chunks, *found.span("parts")):
            tags = tags[: found.start("parts")] + found["parts"].replace("Q", "q") + tags[found.end("parts") :]
    return tags


def _are_within(tags: str, chunks: list[Chunk], first: int, last: int) -> bool:
    """Groups of people whose numbers come to no more than the one before them, of a group that does not shut them out.

    Not so in "killed 3, two of them women, and five men", "eight soldiers, two of them officers, and five civilians".
    """
    heads = [chunks[k].head for k in range(first + 1, last) if tags[k] in "Qq"]
    groups = {EVERYBODY if head is None else head.group for head in heads}
    at = max(tags.rfind("Q", 0, first), tags.rfind("Y", 0, first))
    whole = chunks[at] if at >= 0 else None
    if whole is None or whole.head is None or EVERYBODY in groups:
        return False
    told = sum(part.mention.value_best or 0 for part in chunks[first:last] if part.mention is not None)
    most = whole.mention.value_best if whole.mention is not None else None
    return (whole.head.group == EVERYBODY or groups <= APART) and (most is None or told <= most)


def _shares(tags: str, index: int, chunks: list[Chunk]) -> bool:
    """ "Three of the dead and two of the injured were policemen": what is said of the second holds of the first."""
    return tags[index + 1 : index + 4] == "CQA" and _is_part(chunks[index]) and _is_part(chunks[index + 2])


def _is_part(chunk: Chunk) -> bool:
    return chunk.head is not None and chunk.head.partitive


def mark_bases(tags: str) -> str:
    """Numbers of which a share is told become q: no verb behind them is theirs."""
    for opened in BASE.finditer(tags):
        tags = tags[: opened.start(1)] + "q" + tags[opened.end(1) :]
    return tags


def from_subsets(
    tags: str, chunks: list[Chunk], lower: list[str], lexicon: Lexicon, found: Found
) -> None:
    """ "including three children", "two of them women", "of those, 17 were women": a part of the count before it."""
    listed = _listed(tags, chunks) if not LIST_OPENERS.isdisjoint(tags) else None
    partitive, nearest, told_of, aside = False, None, False, False
    nearest_person: Attachment | None = None
    opened = OF_THE_COUNTED.search(tags)
    base = opened.end() - 2 if opened else -1
    for index, chunk in enumerate(chunks):
        head, own = chunk.head, found.by_chunk.get(index)
        if chunk.tag in "QSR":
            bare = chunk.tag == "Q" and head is not None and head.kind == "bare" and lower[chunk.first] != NO
            # "two of the victims were strangled and three were shot": three are victims too
            object_of_another = bool(own) and tags[index - 1 : index] in ("T", "G", "L")  # "…, and drove 90,000 out"
            apart = head is not None and head.measure and nearest is not None and head.measure != nearest.measure
            partitive = partitive and not apart and lower[chunk.first - 1] != REVISED_TO
            if own and aside and tags[index - 2 : index] == ",C":
                partitive = False  # "26 were killed, seven of them children, and 33 were injured"
            bare = bare and not (own is None and "other" in lower[chunk.first : chunk.last])  # "let the other two go"
            carried = bare and not object_of_another and (partitive or (-1 < base < index and not own))
            some = bool(own) and "of" in lower[chunk.first : chunk.last] and SOME_OF.match(tags, index + 1) is not None
            part = head is not None and (head.partitive or carried or some or _is_condition(chunk, lower))
            standing = own is not None and all(a.measure in STANDING and a.rule == COUNTED for a in own)
            if part or (listed and (_behind_partitive(tags, index) if own and not standing else listed[index])):
                for attachment in own or ():
                    others = told_of or object_of_another  # "forced men off a bus and shot dead 23 of them"
                    attachment.apart = others and nearest is None and _is_of_whom(chunk, lower, lexicon)
                    if chunks[attachment.trigger].tag != "O" and not attachment.apart:
                        attachment.scope = "subset"  # not in "two of them died, raising the toll to nine"
                after = tags[index + 1 : index + 2]
                told = index + (2 if after == ")" else 3 if _shares(tags, index, chunks) else 1)  # "half (163) are"
                is_group = take_predicate(chunk, chunks[told : told + 2], lower, lexicon)
                if own and (of := TOLD_OF.match(tags, index + 1)):  # "five of those injured are children"
                    _take_told(chunk, chunks[of.end() - 1 : of.end() + 1], lower, lexicon)
                of_things = nearest is not None and not _of_people(nearest, lexicon)
                whole = nearest_person if of_things and (is_group or _is_person(head)) else nearest
                if whole and whole.measure not in HURT and _is_condition(chunk, lower):
                    whole = None
                named = _of_trigger(index, chunks, is_group, lower, lexicon) if is_group or not nearest else None
                said = named if named and (not nearest or named.chunk == index) else whole
                if own and standing and said and said.measure in BEFELL and _are_of(chunk, said, chunks, tags, index):
                    own.clear()
                    own = None
                outside = said is not None and said.scope != "subset" and _exceeds(chunk, chunks[said.chunk])
                if own is None and said and not (outside or (carried and not is_group and after in ("A", "H", "M"))):
                    measure = killed_of_them(tags, index, chunks) or _wholly(said.measure, lower, chunk.last)
                    scope = "subset" if measure == said.measure else ""
                    own = [Attachment(index, said.trigger, measure, "subset", 0.85, said.group, scope)]
                    found.add(own[0])
        if own is None and nearest and (told_how := graver_part(chunks, index, nearest, lower, lexicon)):
            own = [told_how]
            found.add(told_how)
        told_of = told_of or (chunk.tag == "Q" and not own)
        partitive = partitive and not (chunk.tag in MAIN_VERBS and tags[index - 1 : index] == ",")
        within = head is not None and head.partitive
        aside = (aside or (within and tags[index - 1 : index] == ",")) and tags[index + 1 : index + 2] not in ("A", "H")
        partitive = partitive or chunk.tag == "F" or within
        if own and nearest and is_graver(chunks, index, own[0], nearest, lower, lexicon):
            own[0].scope = "subset"
        if own and own[0].measure != "amount":
            nearest = next((a for a in own if a.measure == GRAVEST), own[0])
            nearest_person = nearest if _of_people(nearest, lexicon) else nearest_person


def _is_condition(chunk: Chunk, lower: list[str]) -> bool:
    """ "The condition of two is critical": of those hurt."""
    return tuple(lower[max(0, chunk.first - 2) : chunk.first]) in OF_SOME


def _are_of(part: Chunk, said: Attachment, chunks: list[Chunk], tags: str, index: int) -> bool:
    """ "Among the dead were three peacekeepers": no more than the whole, whose list opens behind it or a comma.

    Not so in "12 died in the town, where forces including 3,000 peacekeepers are".
    """
    opened = max(tags.rfind("E", 0, index), tags.rfind("F", 0, index))
    if opened > 0 and tags[opened - 1] not in ",QqJTIOd(-":
        return False
    whole = chunks[said.chunk].mention
    most = whole.value_high if whole is not None else None
    return most is None or part.mention is None or (part.mention.value_low or 0) <= most


def _exceeds(part: Chunk, whole: Chunk) -> bool:
    """ "Five were killed when a patrol, comprising 12 soldiers, was ambushed": the 12 are no part of the five."""
    most = whole.mention.value_high if whole.mention is not None else None
    return most is not None and part.mention is not None and (part.mention.value_low or 0) > most


def _is_person(head: Heading | None) -> bool:
    return head is not None and head.kind == PERSON


def _of_people(attachment: Attachment, lexicon: Lexicon) -> bool:
    """ "When two buses collided, including four women": the women are no buses."""
    return PERSON in lexicon.measures[attachment.measure].counts


def _wholly(measure: str, lower: list[str], last: int) -> str:
    """ "400 houses were damaged, 73 of them totally": the 73 were destroyed."""
    wholly = lower[last : last + 1] != [] and lower[last] in WHOLLY and lower[last + 1 : last + 2] != ["or"]
    return WHOLLY_OF.get(measure, measure) if wholly else measure


def _take_told(chunk: Chunk, behind: list[Chunk], lower: list[str], lexicon: Lexicon) -> None:
    """The group of "five of those injured are children", "one of those killed was a child"; behind: from "are" on."""
    if behind[1].tag == "S":
        if chunk.mention is not None and chunk.mention.value_low == 1:
            take_person(chunk, behind[1])
        return
    take_noun(chunk, behind[0].last, lower, lexicon)


def _is_of_whom(chunk: Chunk, lower: list[str], lexicon: Lexicon) -> bool:
    """ "12 of whom", "of whom 12": not "two of the victims", who were told of before."""
    pronouns = lexicon.closed["partitive_pronouns"]
    return lower[chunk.last - 1] in pronouns or (chunk.first > 0 and lower[chunk.first - 1] in pronouns)


def _listed(tags: str, chunks: list[Chunk]) -> list[bool]:
    """Whether a phrase stands in the list that "including" or "of whom" opens."""
    for within in LISTED_WITHIN.finditer(tags):
        following = next(k for k in range(within.end(), len(tags)) if tags[k] in "QSRq")
        head = chunks[following].head
        if head is not None and head.kind != "bare":  # not in "including two in Zelvik, and 12 in Karvosh"
            tags = tags[: within.start()] + "N" * len(within.group()) + tags[within.end() :]
    tags = AND_NUMBER.sub(r"E\1N", tags)
    for told in AMONG_THEM.finditer(tags.replace("q", "Q")):
        tags = tags[: told.start("parts") - 1] + "E" + tags[told.start("parts") :]
    for told in IN_BRACKETS.finditer(tags):
        parts = [chunks[k].head for k in range(*told.span("parts")) if tags[k] in "QS"]
        if all(part is not None and part.kind == "person" for part in parts):
            tags = tags[: told.start("parts") - 1] + "E" + tags[told.start("parts") :]
    for told in PART_LIST.finditer(tags):
        if "Q" not in told["parts"] and _is_part(chunks[told.start("parts")]):
            tags = tags[: told.start("parts") - 1] + "E" + told["parts"].replace("X", "N") + tags[told.end("parts") :]
    opened, listed = False, []
    for before in " " + tags[:-1]:
        opened = before in "EF" or (opened and before in "dD,CQSRNq")
        listed.append(opened)
    return listed


def _behind_partitive(tags: str, index: int) -> bool:
    """ "of whom 12 were …": a phrase with a verb of its own is a part only right behind "of whom"."""
    while index > 0 and tags[index - 1] in "dD":
        index -= 1
    return index > 0 and tags[index - 1] == "F"


def _of_trigger(
    index: int, chunks: list[Chunk], is_group: bool, lower: list[str], lexicon: Lexicon
) -> Attachment | None:
    """An outcome named in the phrase ("17 of the dead were women") or before it ("the dead, among them a girl")."""
    head = chunks[index].head
    for k in range(index, max(-1, index - 5), -1):
        inside = lower[chunks[k].first : chunks[k].last] if chunks[k].tag == "F" or (k == index and is_group) else ()
        triggers = chunks[k].triggers or [t for word in inside for t in lexicon.triggers.get(word, ())]
        measures = [t.measure for t in triggers if t.measure and len(t.words) == 1 and not t.up_to]
        measures = [m for m in measures if head is None or head.kind in lexicon.measures[m].counts]
        if measures:
            return Attachment(k, k, measures[0], "subset", 0.7, -1)
    return None

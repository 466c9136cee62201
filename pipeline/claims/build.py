"""From attachments to claims: values, victim groups, sums over a list, and the numbers that words without digits carry.

Here belongs what follows from the counted phrase itself. Date, place, source and firmness are added in context.py;
what repeats or contradicts within an article is settled in discourse.py.
"""

from itertools import pairwise
from typing import Final

from pipeline.claims import kin
from pipeline.claims.attachment import Attachment
from pipeline.claims.casualties import take_brackets
from pipeline.claims.chunks import Chunk
from pipeline.claims.claim import Claim
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.wordless import scattered, told, without_pronouns
from pipeline.quantities.mention import Mention
from pipeline.reading.tokens import Sentence

UNITS: Final = {"household": "household", "house": "house"}
"""Kinds of noun that set the unit whatever the measure's own is."""
NAMES: Final = "names_"
"""Constructions over names alone: such a list is one claim, of as many as are named, without parts."""
ONE_PHRASE: Final = frozenset(("a", "an"))
"""What opens "a couple": a number, but no numeral."""
THEIRS: Final = frozenset(("his", "her", "their"))
KIND_FACTOR: Final = {"person": 1.0, "bare": 0.97, "unknown": 0.85}


def build(
    sentence: Sentence, field: str, chunks: list[Chunk], attachments: list[Attachment], lexicon: Lexicon
) -> list[Claim]:
    """The claims of one sentence, sums included. Amounts are rounded to whole units; other fractions are no count."""
    claims, lists = [], dict[tuple[int, int, str], list[Claim]]()
    for attachment in attachments:
        chunk = chunks[attachment.chunk]
        if _is_age(chunks, attachment.chunk):
            continue
        n = told(chunk, chunks[attachment.trigger], attachment.measure, sentence.lower)
        claim = _claim(sentence, field, chunk, attachment, lexicon, n)
        if claim is None:
            continue
        claims.append(claim)
        if attachment.group >= 0 and attachment.scope != "subset":
            members = lists.setdefault((attachment.group, attachment.trigger, attachment.measure), [])
            if not (members and _is_same(sentence, members[-1], claim, lexicon)):
                members.append(claim)
    claims = without_pronouns(claims, lexicon)
    take_brackets(claims, sentence.lower)
    anybody = lexicon.closed["of_no_group"]
    totals = [total for members in lists.values() if (total := _sum(sentence, field, members, anybody)) is not None]
    totals += [part for run in kin.runs(claims, sentence.lower) if (part := _part(sentence, field, run)) is not None]
    named = {id(m) for members in lists.values() if all(m.rule.startswith(NAMES) for m in members) for m in members}
    apart = scattered([*claims, *totals], sentence.lower)
    if apart and (total := _sum(sentence, field, apart, anybody)) is not None:
        totals.append(total)
    return [claim for claim in claims if id(claim) not in named or claim.parent is None] + totals


def _is_age(chunks: list[Chunk], index: int) -> bool:
    """ "Boy, 3, killed": a bare number behind one person and a comma is an age, but not "in Zelvik, 10 in Karvosh"."""
    head, mention = chunks[index].head, chunks[index].mention
    bare = head is not None and head.kind == "bare" and mention is not None and mention.surface.isdecimal()
    if not bare or index < 2 or chunks[index - 1].tag != "," or chunks[index - 2].tag not in "SRN":
        return False
    return index + 1 == len(chunks) or chunks[index + 1].tag != "P"


def _claim(
    sentence: Sentence, field: str, chunk: Chunk, attachment: Attachment, lexicon: Lexicon, n: int
) -> Claim | None:
    """The claim of one attachment. Who is "a boy, the third to die" is one of three, and these are not all boys."""
    mention = chunk.mention or _wordless(sentence, field, chunk, n)
    stated = (mention.value_low, mention.value_best, mention.value_high)
    broken = attachment.measure != "amount" and any(v is not None and v % 1 for v in stated)
    if broken or all(v is None for v in stated):
        return None
    low, best, high = (None if v is None else round(v) for v in stated)
    head = chunk.head
    kind = head.kind if head else "person"
    by_rank = chunk.mention is None and n > 1 and not chunk.many and head is not None and head.value <= 1
    measure = lexicon.measures[attachment.measure]
    return Claim(
        mention,
        measure.name,
        head.noun if head else "",
        attachment.victims or (head.group if head and not by_rank else "all"),
        low,
        best,
        high,
        mention.quantifier,
        UNITS.get(kind, measure.unit),
        attachment.rule,
        round(attachment.confidence * KIND_FACTOR.get(kind, 1.0) * (0.8 if chunk.tag == "R" else 1.0), 3),
        currency=mention.currency if measure.name == "amount" else "",
        scope=attachment.scope,
        negated=mention.value_best == 0,
        definite=chunk.tag == "R",
        named=chunk.named or chunk.tag == "X",  # "others": told of in numbers elsewhere, perhaps
        first=chunk.first,
        last=chunk.last,
        apart=attachment.apart,
    )


def _is_same(sentence: Sentence, before: Claim, claim: Claim, lexicon: Lexicon) -> bool:
    """ "They found the victim by the stairs and he was pronounced dead" tells of one, "his wife and he died" of two."""
    if claim.counted not in lexicon.closed["pronouns"]:
        return False
    lower = sentence.lower
    alone = lower[claim.last] in lexicon.closed["singular_verbs"] if claim.last < len(lower) else False
    return alone or lower[before.last : claim.first] != ["and"]


def _wordless(sentence: Sentence, field: str, chunk: Chunk, n: int) -> Mention:
    """The mention that "a woman" or a name carries: mostly one (wordless.py); "civilians" are several."""
    start, end = sentence.starts[chunk.first], sentence.ends[chunk.last - 1]
    return Mention(
        field,
        sentence.no,
        start,
        end,
        sentence.text[start:end],
        n,
        None if chunk.many else n,
        None if chunk.many else n,
        "vague" if chunk.many else "exact",
        "count",
        unit="person",
        phrase_start=start,
        phrase_end=end,
    )


def _sum(sentence: Sentence, field: str, members: list[Claim], anybody: frozenset[str]) -> Claim | None:
    """ "four farmers, a driver and two nurses" is seven, of which these are subsets. Attackers are left out."""
    counted = [m for m in members if m.victim_group != "perpetrators"]
    if not _adds_up(sentence, counted):
        return None
    if _is_broken_down(sentence, counted, anybody):
        for member in counted[1:]:
            member.scope, member.parent = "subset", counted[0]
        return None
    low, best, high, quantifier = _added(counted)
    if not quantifier:
        return None
    first, last = _outermost(counted)
    start = min(first.mention.start, sentence.starts[first.first])
    end = max(last.mention.end, sentence.ends[last.last - 1])
    surface = sentence.text[start:end]
    mention = Mention(field, sentence.no, start, end, surface, low, best, high, quantifier, "count", unit="person",
                      phrase_start=start, phrase_end=end)  # fmt: skip
    groups = {m.victim_group for m in counted}
    made = Claim(mention, first.measure, surface, groups.pop() if len(groups) == 1 else "all", low, best, high,
                 quantifier, first.unit, f"{first.rule}_sum", round(min(m.confidence for m in counted) * 0.95, 3),
                 named=all(m.named for m in counted), first=first.first, last=last.last)  # fmt: skip
    for member in counted:
        member.scope, member.parent = "subset", made
    return made


def _part(sentence: Sentence, field: str, members: list[Claim]) -> Claim | None:
    """ "10 girls and four boys" among others: 14 children, a part of what the two are parts of."""
    whole = members[0].parent
    made = _sum(sentence, field, members, frozenset())
    if made is not None:
        made.scope, made.parent = "subset", whole
    return made


def _is_broken_down(sentence: Sentence, members: list[Claim], anybody: frozenset[str]) -> bool:
    """ "Three victims, two women and one man": behind a comma those of whom the first, of no group, are made up.

    Not so "a couple, their daughter and a son": theirs are others.
    """
    whole, *parts = members
    lower = sentence.lower
    if _is_of_anybody(lower, whole, parts, anybody) or _are_named_with_kin(sentence, whole, parts):
        return True
    if whole.victim_group != "all" or not whole.counted or lower[whole.last : whole.last + 1] != [","]:
        return False
    if lower[whole.first] in ONE_PHRASE or any(lower[part.first] in THEIRS for part in parts):
        return False
    told = len(parts) > 1 and any(part.victim_group != "all" for part in parts)
    exact = all(member.quantifier == "exact" for member in members)
    return told and exact and whole.value_best == sum(part.value_best or 0 for part in parts)


def _is_of_anybody(lower: list[str], whole: Claim, parts: list[Claim], anybody: frozenset[str]) -> bool:
    """ "Two people, a teacher and her son,": right behind the comma stand those whom "people" are, or some of them."""
    if lower[whole.last : whole.last + 1] != [","] or whole.counted not in anybody or parts[0].first != whole.last + 1:
        return False
    told = sum(part.value_best or 0 for part in parts)
    return lower[parts[0].first] not in THEIRS and 0 < told <= (whole.value_best or 0)


def _are_named_with_kin(sentence: Sentence, whole: Claim, parts: list[Claim]) -> bool:
    """ "Two civilians, Ana Dol, 45, and her brother": names behind the comma and their kin make up the whole."""
    lower, words = sentence.lower, sentence.words
    if lower[whole.last : whole.last + 1] != [","] or lower[parts[0].first] not in THEIRS:
        return False
    between = range(whole.last + 1, parts[0].first)
    names = sum(words[i][0].isupper() and lower[i - 1] in (",", "and") for i in between)
    return names > 0 and names + sum(part.value_best or 0 for part in parts) == whole.value_best


def _outermost(members: list[Claim]) -> tuple[Claim, Claim]:
    return min(members, key=lambda m: m.first), max(members, key=lambda m: m.last)


def _adds_up(sentence: Sentence, members: list[Claim]) -> bool:
    """Whether a sum means anything: not where a member is vague, nor over "or", nor over bounds of one number."""
    if len(members) < 2 or len({m.unit for m in members}) > 1 or any(m.quantifier == "vague" for m in members):
        return False
    first, last = _outermost(members)
    if not {"or", "nor"}.isdisjoint(sentence.lower[first.last : last.first]):
        return False
    return not any(_is_widened(a, b) for a, b in pairwise(members)) and not _is_choice(members)


def _is_widened(a: Claim, b: Claim) -> bool:
    """ "At least 11 and up to 15", "52 civilians, including 15 women, and up to 68 civilians": bounds of one number."""
    same = (not a.counted and "other" not in b.counted) or a.counted.lower() == b.counted.lower()
    return same and b.quantifier == "at_most" and (b.value_high or 0) > (a.value_low or 0)


def _is_choice(members: list[Claim]) -> bool:
    """ "One, two or four people": numbers one of which is right."""
    last = members[-1]
    chosen = last.quantifier == "range" and " or " in last.mention.surface
    return chosen and all(not m.counted and m.quantifier == "exact" for m in members[:-1])


def _added(members: list[Claim]) -> tuple[int | None, int | None, int | None, str]:
    """Low, best, high and quantifier of a sum: "two and up to four others" are two to six. No quantifier: no sum."""
    best = None if any(m.value_best is None for m in members) else sum(m.value_best or 0 for m in members)
    if any(m.value_low is None and m.value_best is not None for m in members):
        return None, best, None, "about" if best is not None else ""
    low = sum(m.value_low or 0 for m in members)
    high = None if any(m.value_high is None for m in members) else sum(m.value_high or 0 for m in members)
    if high is None:
        return low, low, None, "at_least" if low else ""
    if best is not None:
        return low, best, high, "exact"
    return (low, None, high, "range") if low else (None, None, high, "at_most")

"""Every counted phrase of a sentence with its measure: constructions first, then nouns, parts and totals.

Here belongs the order of these steps, and what nouns say without a verb. The matching of patterns is constructions.py,
what a phrase becomes (scope, dates, source) is added in build.py.
"""

from typing import Final

from pipeline.claims.attachment import Attachment, Found
from pipeline.claims.chunks import Chunk
from pipeline.claims.constructions import accepted, from_constructions
from pipeline.claims.described import fold
from pipeline.claims.following import from_totals
from pipeline.claims.gapping import from_gaps, from_things
from pipeline.claims.labels import name_things
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.members import name_all, take_subject
from pipeline.claims.others import are_of_one_body, are_some
from pipeline.claims.subsets import from_subsets, mark_bases, mark_parts, mark_subsets
from pipeline.claims.told_apart import from_breakdowns
from pipeline.claims.toll_numbers import mark_tolls
from pipeline.claims.unnumbered import MEASURES, people

OWN_LETTER: Final = {"of": "o", ":": ":"}
"""Words that the patterns tell from others with their tag."""
VERBS: Final = frozenset("TGJ")
COUNTED: Final = frozenset("QqY$")
PARTS: Final = frozenset("QSRq")


def attach(chunks: list[Chunk], lower: list[str], lexicon: Lexicon) -> list[Attachment]:
    """Every counted phrase of the sentence that a construction, a noun or a subset phrase gives a measure."""
    name_things(chunks, lower, lexicon)
    fold(chunks, lower)
    if "all" in lower:
        name_all(chunks, lower, lexicon)
    tags = "".join([OWN_LETTER.get(lower[c.first], c.tag) if c.tag in "PB" else c.tag for c in chunks])
    tags = mark_parts(tags, chunks)
    letters = frozenset(tags := mark_tolls(tags, chunks, lower, lexicon))
    if not letters.isdisjoint("EFo"):
        tags = mark_subsets(mark_bases(tags))
        letters = frozenset(tags)
    found = Found()
    from_constructions(tags, chunks, lower, lexicon, found)
    if "X" in letters and not VERBS.isdisjoint(letters):
        from_plurals(tags, chunks, lower, lexicon, found)
    if not COUNTED.isdisjoint(letters):
        from_nouns(chunks, lower, lexicon, found)
        from_breakdowns(tags, chunks, lower, found)
        from_gaps(tags, chunks, lower, lexicon, found)
        from_things(tags, chunks, lower, found)
    if not PARTS.isdisjoint(letters):
        from_subsets(tags, chunks, lower, lexicon, found)
        from_totals(chunks, lower, found)
    return found.in_order()


def from_plurals(tags: str, chunks: list[Chunk], lower: list[str], lexicon: Lexicon, found: Found) -> None:
    """ "Killing civilians", "others were injured": several, where the verb counts nobody else."""
    for told in people(tags, chunks, lower, lexicon):
        chunk, verbs = chunks[told.chunk], chunks[told.first : told.last]
        if told.first in found.group or told.chunk in found.by_chunk:
            continue
        firm = [verb for verb in verbs if verb.triggers and not all(t.manner for t in verb.triggers)]
        measures = dict.fromkeys(accepted("person", chunk, verb.triggers, lexicon) for verb in firm or verbs)
        for measure in filter(MEASURES.__contains__, measures):
            found.add(Attachment(told.chunk, told.first, measure, "unnumbered" + "_manner" * (not firm), 0.6, -1))


def from_nouns(chunks: list[Chunk], lower: list[str], lexicon: Lexicon, found: Found) -> None:
    """ "17 deaths", "five wounded soldiers", "eight ships", "$5 million in aid": the noun says it all."""
    words: set[str] | None = None
    for index, chunk in enumerate(chunks):
        head = chunk.head
        if chunk.tag == "$" and index not in found.by_chunk:
            words = words or set(lower)
            if not lexicon.money_cues.isdisjoint(words):
                found.add(Attachment(index, index, "amount", "money", 0.8, -1))
        if head is None or chunk.tag not in "QY" or index in found.by_chunk:
            continue
        measure = head.measure or lexicon.noun_measures.get(head.kind, "")
        if measure and (not head.needs or not head.needs.isdisjoint(words := words or set(lower))):
            if measure == "injured" and are_of_one_body(chunk, lower, lexicon):
                continue
            rule = "counted_noun" if head.measure else "counted_thing"
            if head.value > 1:
                rule = "multiple" if measure == "killed" else "multiple_manner"
            take_subject(chunk, lower, lexicon)
            some = are_some(head.noun, lower, chunk.first, chunk.last, lexicon)
            found.add(Attachment(index, index, measure, rule, 0.85, -1, "subset" if some else ""))

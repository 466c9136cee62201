"""A sentence as a string of chunks, one letter each: the form in which constructions.yml describes language.

Here belongs how tokens become chunks: counted noun phrases, triggers, and the closed classes between them. Which chunks
make a claim together belongs in constructions.py.
"""

import re
from typing import Final

from pipeline import codebook
from pipeline.claims.aged import AGE_OPENERS, aged, past_age
from pipeline.claims.complement import SHARES, as_many, complement, count_some_of, is_exception, share
from pipeline.claims.lexicon import Lexicon, Trigger
from pipeline.claims.names import behind_kin, died, is_acronym, is_late, is_name_part, is_owned, name_length
from pipeline.claims.noun_phrase import Heading, heading, match_noun, stands
from pipeline.claims.set_phrases import NUMEROUS, is_reflexive, multiple, one_more, own_life, take_label
from pipeline.claims.single import singular
from pipeline.claims.triggers import Triggers
from pipeline.quantities.mention import Mention
from pipeline.reading.tokens import Sentence

NOTHING: Final[frozenset[str]] = frozenset()
AFTER_BREAK: Final = frozenset(",BC-")
TOLD_APART: Final = re.compile("[SQRN],?C[SQRN][AH]$")
"""Before "both": the two who are meant stand in the sentence."""
"""Tags behind which a headline's or list's bare noun may stand."""
PEOPLE: Final = frozenset(("person", "bare", "unknown"))
"""Kinds of noun that may be people."""
ARTICLES: Final = frozenset(codebook.read("grammar")["articles"])
FLOATING: Final[dict[str, str]] = codebook.read("grammar")["floating"]
LONGEST_TITLE, LONGEST_BARE = 3, 5
"""Tokens of a title before a name, and of a person without an article before the trigger."""


class Chunk:
    """Some tokens with one role; tag is its letter (constructions.yml explains the letters).

    Q people or bare number, Y other things counted, S "a man", R "his wife", N a name, $ money; T G I J K O L triggers;
    A be, H have, M modal, m them, W who, C and, E including, F of whom, P preposition, d determiner, D adverb,
    B clause break, X the rest.
    """

    __slots__ = ("definite", "first", "head", "last", "many", "mention", "named", "tag", "toll", "triggers")

    def __init__(self, tag: str, first: int, last: int, mention: Mention | None = None, head: Heading | None = None,
                 triggers: tuple[Trigger, ...] = (), definite: bool = False) -> None:  # fmt: skip
        self.tag, self.first, self.last, self.mention, self.head = tag, first, last, mention, head
        self.triggers, self.definite, self.named = triggers, definite, tag == "N" or (head is not None and head.named)
        self.many = self.toll = False


class Chunker:
    """Turns one sentence and its kept mentions into chunks."""

    def __init__(
        self, sentence: Sentence, lexicon: Lexicon, mentions: list[Mention], is_title: bool = False
    ) -> None:
        self.sentence, self.lexicon, self.mentions, self.is_title = sentence, lexicon, mentions, is_title
        self._triggers = Triggers(sentence, lexicon)

    def chunks(self) -> list[Chunk]:
        """All chunks in order; runs of unknown words are one X. Quotation marks are passed over."""
        lower, words = self.sentence.lower, self.sentence.words
        roles, plain, nouns = self.lexicon.roles, self.lexicon.plain, self.lexicon.nouns
        numbers, found = self._numbers(), list[Chunk]()
        before: Chunk | None = None
        tag, at, end = "", 0, len(lower)
        while at < end:
            word = lower[at]
            if word in FLOATING and tag and tag in FLOATING[word] and at + 1 in self._triggers.places \
                    and (at not in numbers or TOLD_APART.search("".join(c.tag for c in found))):
                chunk = Chunk("D", at, at + 1)  # "were all pronounced dead"
            elif at in numbers:
                chunk = self._quantified(at, numbers[at], found, numbers)
            elif word == "-" and tag == "X" and self.sentence.joins(at) and lower[at + 1] not in self.lexicon.kinds:
                at += 1
                found[-1].last = at
                continue
            elif word in plain and not (is_acronym(self.sentence, at) or self._may_open(at, word)):
                chunk = Chunk(plain[word], at, at + 1)
            elif word in roles or (word in nouns and self._is_bare(at, tag)):
                made = self._next(at, tag)
                if made is None:
                    at += 1
                    continue
                chunk = made
            elif (tag in AFTER_BREAK or at == 0 or (self.is_title and not tag)) and (
                headline := self._headline(at, tag == "," and len(found) > 1 and found[-2].tag == "Q")
            ):
                chunk = headline
            elif tag == "X" and words[at] == word and word[-2:] != "ly" and word[0] > "9":  # most words say nothing
                at += 1
                found[-1].last = at
                continue
            else:
                chunk = self._word(at)
            at = chunk.last
            if chunk.tag == "N" and before is not None and self._is_titled(chunk, before):
                before.last = at
                tag = before.tag
            elif chunk.tag in "X-" and before is not None and before.tag == chunk.tag:
                before.last = at
            else:
                found.append(chunk)
                before, tag = chunk, chunk.tag
            if chunk.tag in "SRNQ" and at < end and lower[at] in AGE_OPENERS:
                at = past_age(lower, at, numbers, self.lexicon.closed, self.lexicon.outcomes)
        return found

    def can_claim(self) -> bool:
        """A word says what happened to somebody, or what is counted says it all; without either, no rule applies."""
        if not NUMEROUS.isdisjoint(self.sentence.lower) or any(map(self._triggers.at, self._triggers.places)):
            return True
        numbers = self._numbers()
        return any(self._says_all(self._quantified(at, number, [], numbers)) for at, number in numbers.items())

    def _says_all(self, phrase: Chunk) -> bool:
        """ "17 deaths", "eight ships", "$5 million": no verb is asked for."""
        head = phrase.head
        return phrase.tag == "$" or (head is not None and bool(head.measure or head.kind in self.lexicon.noun_measures))

    def _word(self, at: int) -> Chunk:
        """A word without a role of its own: a name, an adverb in -ly, or unknown."""
        word = self.sentence.words[at]
        upper = word[0].isupper() and not self.sentence.is_upper
        if upper and (length := name_length(self.sentence, at, self.lexicon)):
            return Chunk("N", at, at + length)
        if upper and is_late(self.sentence, at, self.lexicon):
            return Chunk("R", at, at + 1, None, Heading(word, "person", "all", at + 1), definite=True)
        if word[0].isdigit() and (head := aged(self.sentence, at, self.lexicon)):
            return Chunk("S", at, head.last, None, head)
        adverb = word.endswith(("ly", "LY")) and word.isalpha()
        return Chunk("D" if adverb and word.lower() not in self.lexicon.closed["no_adverbs"] else "X", at, at + 1)

    def _is_titled(self, name: Chunk, before: Chunk) -> bool:
        """ "Mayor Ana Dol", "prominent lawyer Omar Sel": the name goes with the words for a person in front of it."""
        lower = self.sentence.lower
        if before.tag in "SR" and before.head and not before.named:
            before.named = (lower[name.last : name.last + 1] or [""])[0] not in self.lexicon.closed["speech"]
            return before.named
        for at in range(max(before.first, name.first - LONGEST_TITLE), name.first) if before.tag == "X" else ():
            noun = match_noun(lower, at, self.lexicon)
            if noun and noun.singular and noun.kind == "person" and at + len(noun.words) == name.first:
                name.head = Heading(" ".join(noun.words), "person", noun.group, name.last)
        return False

    def _numbers(self) -> dict[int, Mention]:
        """First token of each kept mention's phrase -> mention."""
        if not self.mentions:
            return {}
        index, at, starts = {}, 0, self.sentence.starts
        for mention in self.mentions:
            begin = mention.phrase_start if mention.phrase_start >= 0 else mention.start
            while at < len(starts) and starts[at] < begin:
                at += 1
            if at < len(starts):
                index[at] = mention
        return as_many(self.sentence, index)

    def _quantified(self, at: int, mention: Mention, found: list[Chunk], numbers: dict[int, Mention]) -> Chunk:
        last = at
        while last < len(self.sentence.ends) and self.sentence.starts[last] < mention.end:
            last += 1
        if mention.kind in SHARES and (part := share(self.sentence, at, mention, numbers, self.lexicon)):
            return Chunk("Q" if part[1].kind in PEOPLE else "Y", at, part[1].last, *part)
        if mention.quantifier == "range" and "," in mention.surface and self.sentence.lower[last : last + 1] == [","]:
            last += 1  # "12, possibly 15, people"
        if mention.kind != "count" or is_name_part(self.sentence, at, self.lexicon):
            return Chunk("$" if mention.kind == "money" else "X", at, max(last, at + 1), mention)
        head = heading(self.sentence, max(last, at + 1), self.lexicon, mention.value_best)
        if head.kind == "bare":
            take_label(self.sentence.lower, at, head, self.lexicon)
        tag = "X" if is_owned(self.sentence, head.last, found, self.lexicon) else "Q" if head.kind in PEOPLE else "Y"
        if is_exception(self.sentence, at):
            return self._all_but(at, Chunk(tag, at, head.last, mention, head), found, numbers)
        chunk = Chunk(tag, at, head.last, mention, head)
        self._fold_left(chunk, found)
        return chunk

    def _all_but(self, at: int, chunk: Chunk, found: list[Chunk], numbers: dict[int, Mention]) -> Chunk:
        """ "All but two of the 12 passengers" are ten; where nobody says of how many, no number is claimed."""
        while found and found[-1].first >= at - 2:
            found.pop()
        made = complement(self.sentence, at, chunk.mention, numbers) if chunk.mention else None
        if chunk.head is not None:
            chunk.head.partitive = False
        chunk.first, chunk.mention, chunk.tag = at - 2, made, chunk.tag if made else "X"
        return chunk

    def _fold_left(self, chunk: Chunk, found: list[Chunk]) -> None:
        """Take in "the", "another", "all", "a family of" before the number."""
        lower = self.sentence.lower
        if found and chunk.mention and chunk.mention.quantifier == "range" and lower[found[-1].first] == "between":
            chunk.first = found.pop().first
        number, determiners = chunk.first, self.lexicon.closed["determiners"]
        while found and not chunk.definite and found[-1].tag in "dD" and lower[found[-1].last - 1] in determiners:
            open_ended = lower[found[-1].first] in self.lexicon.closed["no_definite"]
            chunk.definite = found[-1].last == number and not open_ended
            chunk.first = found.pop().first
        of = chunk.first - 1
        if of >= 1 and lower[of] == "of" and lower[of - 1] in self.lexicon.closed["collectives"]:
            start = of - 1
            while start > 0 and start > of - 5 and lower[start] not in ARTICLES:
                start -= 1
            chunk.first = start if lower[start] in ARTICLES else of - 1
            while found and found[-1].first >= chunk.first:
                found.pop()
            if found and found[-1].last > chunk.first:
                found[-1].last = chunk.first
                if found[-1].mention and chunk.head and count_some_of(chunk.head, found[-1].head):
                    found[-1].tag, chunk.tag = "Q", "X"

    def _next(self, at: int, before: str) -> Chunk | None:
        """The chunk at a token that may have a role; `before` is the tag of the chunk before it. None: pass over it."""
        word = self.sentence.lower[at]
        kind = self.lexicon.kinds.get(word, NOTHING)
        opener = self._opener(at) if "opener" in kind else None
        if opener is not None and opener.tag != "n":
            return opener
        if "trigger" in kind and (hit := self._triggers.at(at)):
            return Chunk(hit.tag, at, hit.last, triggers=hit.triggers)
        if opener is not None:
            return opener
        if "reflexive" in kind and before and is_reflexive(self.sentence.lower, at, before, self.is_title):
            return Chunk("S", at, at + 1, head=Heading(self.sentence.words[at], "person", "perpetrators", at + 1))
        if noun := self._singular(at, before, kind):
            return noun
        if "multiple" in kind and (named := multiple(self.sentence.lower, at)):
            return Chunk("Y", at, named.last, None, named)
        if "pronoun" in kind and died(self.sentence.lower, at + 1, self.lexicon.closed):
            return Chunk("R", at, at + 1, None, Heading(word, "person", "all", at + 1), definite=True)
        if "quote" in kind:
            return None
        if "definite" in kind and (length := own_life(self.sentence.lower, at)):
            head = Heading(self.sentence.written(at, at + length), "person", "perpetrators", at + length)
            return Chunk("S", at, at + length, None, head)
        if (not before or before in AFTER_BREAK) and (headline := self._headline(at)):
            return headline
        if before == "H" and word == "since":
            return Chunk("D", at, at + 1)
        tag = self.lexicon.tags.get(word)
        return Chunk(tag, at, at + 1) if tag and not is_acronym(self.sentence, at) else self._word(at)

    def _may_open(self, at: int, word: str) -> bool:
        """A set phrase or a compound ("two-year-old") begins with this closed-class word and the next one."""
        after = self.sentence.lower[at + 1] if at + 1 < len(self.sentence.lower) else ""
        return after == "-" or (word in self.lexicon.seconds and after in self.lexicon.seconds[word])

    def _opener(self, at: int) -> Chunk | None:
        """A set phrase that opens a list or joins; one that names an outcome ("among the dead") keeps it as trigger."""
        lower = self.sentence.lower
        for phrase, tag in self.lexicon.openers[lower[at]]:
            if stands(phrase, lower, at):
                triggers = [t for w in phrase for t in self.lexicon.triggers.get(w, ())]
                outcomes = tuple(t for t in triggers if t.tag in "TJ" and len(t.words) == 1)
                return Chunk(tag, at, at + len(phrase), triggers=outcomes)
        return None

    def _singular(self, at: int, before: str, kind: frozenset[str]) -> Chunk | None:
        head, tag = None, "S"
        if "indefinite" in kind:
            head = singular(self.sentence, at + 1, self.lexicon)
            head = head or one_more(self.sentence, at, before, self.lexicon)
        elif "definite" in kind:
            head, tag = singular(self.sentence, at + 1, self.lexicon), "R"
        elif self._is_bare(at, before) and self.sentence.lower[at] != "other":
            noun = match_noun(self.sentence.lower, at, self.lexicon)
            head = singular(self.sentence, at, self.lexicon) if noun is not None else None
        if head is None or (self.sentence.lower[head.last : head.last + 1] or [""])[0] in self.lexicon.closed["speech"]:
            return None
        if self.sentence.lower[head.last - 1] == "other" and head.last in self._numbers():  # "the other five"
            return None
        last = behind_kin(self.sentence, at, head.last, self.lexicon)
        return Chunk(tag, at, last, None, head, definite=tag == "R")

    def _is_bare(self, at: int, before: str) -> bool:
        """A person may be named without an article here: in a title, behind "and", at the start."""
        return self.is_title or before == "E" or (before == "C" and at > 1) or (at == 0 and not self.sentence.is_upper)

    def _headline(self, at: int, listed: bool = False) -> Chunk | None:
        """ "Army officer killed in raid", "four soldiers, civilian killed": no article, and a trigger behind.

        listed: behind a number and a comma it may end the headline ("kills four soldiers, civilian").
        """
        head = None if self.sentence.is_upper else singular(self.sentence, at, self.lexicon)
        if head is None or head.last - at > LONGEST_BARE:
            return None
        if head.last >= len(self.sentence.lower):
            return Chunk("S", at, head.last, None, head) if listed and head.noun.lower() != "police" else None
        after = self.lexicon.triggers.get(self.sentence.lower[head.last], ())
        aged = at > 1 and self.sentence.lower[at - 1] == "-"  # "5-year-old boy": the age is part of it
        joined = self.sentence.lower[head.last] == "and" and head.last + 1 in self._numbers()
        outcome = self._outcome_near(at) and any(t.tag in "TJI" for t in after)
        return Chunk("S", at - 2 * aged, head.last, None, head) if joined or outcome else None

    def _outcome_near(self, at: int) -> bool:
        """A passive or predicate may begin close behind the token."""
        near = (i for i in self._triggers.places if at < i <= at + LONGEST_BARE)
        return any(self.sentence.lower[i] in self.lexicon.outcomes for i in near)

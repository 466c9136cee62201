"""Triggers in a sentence: the words that make the number beside them a claim, and what they say at this place.

Here belongs the choice among a word's readings: verb or noun, toll or event, killing or wounding. Which chunks a
trigger goes with belongs in constructions.py.
"""

from dataclasses import replace
from typing import Any, Final, NamedTuple

from pipeline import codebook
from pipeline.claims.anchors import number
from pipeline.claims.lexicon import ACTIVE, EITHER, Lexicon, Trigger
from pipeline.claims.noun_phrase import match_noun, stands
from pipeline.claims.phrase_ends import MARKS, end_of
from pipeline.reading.tokens import Sentence

LIST_MARKS: Final = frozenset((",", "and", ";"))
MISSED: Final = (["at"], ["down"], ["up"], ["off"], ["out"])
"""Behind a verb that hurts: perhaps nobody was hit."""
AMOUNTS: Final = frozenset(("at", "between"))
NUMBERS: Final = frozenset(codebook.read("dates")["numbers"])
FILMS: Final = frozenset(codebook.read("grammar")["films"])
SHOTS: Final = frozenset(codebook.read("grammar")["shots"])
BEFORE_NUMBER: Final = frozenset(codebook.read("grammar")["before_number"])
TO_NUMBER: Final = 6
"""Tokens from "risen" to the number in "risen to as many as 70"."""
FARTHEST_ESTIMATE: Final = 9
"""Tokens from "deaths" to "at" in "deaths are estimated by the UN at 1,200"."""
LONGEST_LABEL: Final = 4
"""Tokens from the first word of a label to its colon."""
ACRONYMS: Final = frozenset(codebook.read("measures")["acronyms"])
WORSE: Final[dict[str, Any]] = codebook.read("measures")["made_worse"]
"""By measure what an adverb before its verb makes of it: "totally damaged" is destroyed."""
TO_DEATH: Final = ("to", "death")
HEADS: Final = frozenset(codebook.read("measures")["toll_heads"])
FARTHEST_HEAD: Final = 5
"""Tokens from "deaths" back to the "of" of "the number of"."""
FARTHEST_HOSPITAL: Final = 6
FARTHEST_TREATED: Final = 9
"""Tokens from "released" to the hospital behind it; from "treated" to "released"."""
SUBJECTS: Final = frozenset(("person", "house"))
"""Kinds of noun before a verb in its plain form: "gunmen kill five", "12 homes collapse"."""
FARTHEST_SOUGHT: Final = 9
"""Tokens from "combing" to the "for" of "combing the waters off Tolvar for eight passengers"."""
THOUGHT: Final = frozenset(codebook.read("grammar")["thought"])
""" "Five people thought dead were found alive"."""
FARTHEST_ALIVE: Final = 5
"""Tokens behind "thought dead" in which "were found alive" tells that they were not."""
FARTHEST_VERDICT: Final = 12
"""Tokens from "sentenced" to "to death"."""


class Hit(NamedTuple):
    """A trigger's letter, the token behind it, and its readings with that letter."""

    tag: str
    last: int
    triggers: tuple[Trigger, ...]


class Triggers:
    """The triggers of one sentence, each found once. places: the tokens at which one may start."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence, self.lexicon = sentence, lexicon
        known = lexicon.triggers
        self.places = [i for i, word in enumerate(sentence.lower) if word in known]
        self._found: dict[int, Hit | None] = {}

    def at(self, at: int) -> Hit | None:
        """The trigger that starts at a token."""
        if at not in self._found:
            self._found[at] = self._find(at)
        return self._found[at]

    def _find(self, at: int) -> Hit | None:
        """The longest trigger that starts here, and its alternatives; manner verbs kill where a word says so."""
        lower = self.sentence.lower
        readings = self.lexicon.readings[lower[at]]
        fits = [t for t in readings.get(lower[at + 1] if at + 1 < len(lower) else ".", readings[""])
                if (len(t.words) < 3 or stands(t.words, lower, at)) and (not t.needs or not t.needs.isdisjoint(lower))
                and t.unless.isdisjoint(lower)
                and (not t.up_to or end_of(t, self.sentence, at, self.lexicon))
                and (not t.passive or self._is_after_be(at))]
        if not fits:
            return None
        fits = [t for t in fits if t.tag != "O" or len(t.words) > 1 or self._is_toll(at, fits)]
        if lower[at] in ACRONYMS and not self.sentence.words[at].isupper():
            return None
        if lower[at] == "shot" and at and lower[at - 1] in SHOTS:  # "during a live shot"
            return None
        if lower[at][-2:] == "ly" and self._is_verb(at - 1):  # "the five hurt seriously in"
            return None
        if not fits or self._is_unreal(at, fits[0]) or self._is_of_a_thing(at, fits):
            return None
        length = len(fits[0].words)
        best = fits if len(fits) == 1 else self._best([t for t in fits if len(t.words) == length], at + length)
        manner = self._manner(at, best[0]) if best[0].manner else None
        if manner is not None and manner.last > at + 1:
            return manner
        noun = best[0].tag == "G" or lower[at] in self.lexicon.closed["intransitive_nouns"]
        if noun and length == 1 and self._is_noun(at):
            return None
        if best[0].manner:
            return manner
        tag = best[0].tag
        if tag == "I" and length > 1 and any(t.tag == "T" for t in best):
            return Hit("T", at + length, tuple(t for t in best if t.tag in "TI"))  # "washed away 30 houses"
        if tag == "L" and at and lower[at - 1] in self.lexicon.closed["be"]:  # "20 people were left injured"
            return None
        behind = lower[at + length : at + length + LONGEST_LABEL]
        linked = behind[:1] == ["of"] or (behind[:1] == ["to"] and best[0].measure == "injured")  # "injuries to five"
        linked = linked or (best[0].measure == "missing" and "for" in lower[at + 1 : at + FARTHEST_SOUGHT])
        if tag == "K" and not linked and not (at == 0 and ":" in behind):  # "Evacuations, total: 3,614"
            return None
        if best[0].measure in WORSE and at and lower[at - 1] in WORSE[best[0].measure]["by"]:
            best = [replace(t, measure=WORSE[t.measure]["to"]) if t.measure in WORSE else t for t in best]
        if tag == EITHER and best[0].up_to and not self._is_passive(at) and not self._takes_no_object(at + length):
            return Hit(ACTIVE, at + length, tuple(t for t in best if t.tag == tag))  # "took 14 people to hospital"
        last = end_of(best[0], self.sentence, at, self.lexicon) if best[0].up_to else at + length
        return Hit(tag, min(last, len(lower)), tuple(t for t in best if t.tag == tag))

    def _is_verb(self, at: int) -> bool:
        """The word at a token is a trigger by itself."""
        return at >= 0 and any(len(t.words) == 1 for t in self.lexicon.triggers.get(self.sentence.lower[at], ()))

    def _best(self, fits: list[Trigger], last: int) -> list[Trigger]:
        """Of triggers in the same words those that the next word, token `last`, speaks for."""
        tags = {t.tag for t in fits}
        if "O" in tags:
            return [t for t in fits if t.tag == "O"]
        if "K" in tags and self.sentence.lower[last : last + 1] == ["of"]:
            return [t for t in fits if t.tag == "K"]
        fits = [t for t in fits if t.tag != "K" or not t.manner]
        if {"I"} < tags and self._takes_no_object(last):
            at = last - len(fits[0].words)
            either = (self._is_passive(at) or self._is_behind_houses(at)) and len(fits[0].words) > 1
            return fits if either else [t for t in fits if t.tag == "I"]
        return fits

    def _is_passive(self, at: int) -> bool:
        """A form of "be" stands right before token `at`: "were washed away" tells of people or houses."""
        return at > 0 and self.sentence.lower[at - 1] in self.lexicon.closed["be"]

    def _is_after_be(self, at: int) -> bool:
        """ "Are still | in evacuation centres": adverbs may stand between."""
        while at > 1 and self.sentence.lower[at - 1] in self.lexicon.closed["adverbs"]:
            at -= 1
        return self._is_passive(at)

    def _is_behind_houses(self, at: int) -> bool:
        """ "200 houses | swept away": no people."""
        noun = match_noun(self.sentence.lower, at - 1, self.lexicon) if at else None
        return noun is not None and noun.kind == "house"

    def _takes_no_object(self, at: int) -> bool:
        """A preposition or mark follows: "are sheltering in schools"."""
        after = self.sentence.lower[at] if at < len(self.sentence.lower) else "."
        return after in self.lexicon.closed["prepositions"] or after in MARKS

    def _is_noun(self, at: int) -> bool:
        """ "the shooting", "a police station": a verb's form that is a noun here."""
        lower, before = self.sentence.lower, self.sentence.lower[at - 1] if at else ""
        if lower[at].endswith("ing"):
            if self._is_compound(at, before) or self._is_subject(at):
                return True
            return before in self.lexicon.closed["determiners"] or before in ("a", "an")
        if lower[at].endswith(("s", "ed")) or lower[at] not in self.lexicon.closed["verbs_that_are_nouns"]:
            return False
        listed = before in LIST_MARKS and self.places[0] < at  # "Troops kill 21, arrest 35"
        if listed and _is_number("".join(lower[at + 1 : at + 2])):
            return False
        subject = match_noun(lower, at - 1, self.lexicon) if at else None
        if subject is not None and subject.kind in SUBJECTS and not subject.singular:
            return False
        return before not in self.lexicon.closed["modal"] and before not in self.lexicon.closed["verbs_of_subject"]

    def _is_subject(self, at: int) -> bool:
        """ "The woman in the Orvel shooting has died": a finite verb follows, so that nobody is its object."""
        after, closed = self.sentence.lower[at + 1 : at + 2], self.lexicon.closed
        return bool(after) and (after[0] in closed["have"] or after[0] in ("was", "is", "were"))

    def _is_unreal(self, at: int, trigger: Trigger) -> bool:
        """ "Played dead", "sentenced to death": nobody died. "Released from hospital", "footage captures": nor held."""
        if trigger.measure == "released" and self._is_discharged(at):
            return True
        if trigger.measure == "detained" and at and self.sentence.lower[at - 1] in FILMS:
            return True
        pretended = at > 0 and self.sentence.lower[at - 1] in self.lexicon.closed["pretended"] and trigger.tag == "J"
        dead = trigger.words[-1] == "dead" and (len(trigger.words) > 1 or self.sentence.lower[at - 1] in THOUGHT)
        thought = dead and self._is_alive(at + len(trigger.words))
        return pretended or thought or (trigger.words == TO_DEATH and self._is_verdict(at))

    def _is_alive(self, last: int) -> bool:
        """ "Five people thought dead | were found alive"."""
        behind = self.sentence.lower[last : last + FARTHEST_ALIVE]
        return "alive" in behind and behind[0] in self.lexicon.closed["be"] | self.lexicon.closed["have"]

    def _is_discharged(self, at: int) -> bool:
        """ "Released from the hospital", "treated at the scene and released"."""
        lower, care = self.sentence.lower, self.lexicon.closed["care"]
        behind = lower[at + 1 : at + 1 + FARTHEST_HOSPITAL]
        before = lower[max(0, at - FARTHEST_TREATED) : at]
        treated = before[-1:] == ["and"] and not care.isdisjoint(before)
        return treated or (behind[:1] == ["from"] and not care.isdisjoint(behind))

    def _is_verdict(self, at: int) -> bool:
        """ "Sentenced 16 people to death", nothing done to them between."""
        for k in range(at - 1, max(-1, at - FARTHEST_VERDICT), -1):
            if self.sentence.lower[k] in self.lexicon.closed["verdicts"]:
                return True
            if self.sentence.lower[k] in self.lexicon.triggers:
                return False
        return False

    def _is_compound(self, at: int, before: str) -> bool:
        """ "Shooting suspect pleads guilty": who had a part in it, not who was hit; but "after shooting suspect"."""
        closed, after = self.lexicon.closed, self.sentence.lower[at + 1 : at + 2]
        if not after or after[0] not in closed["parts_in_it"] or before.endswith("ly"):
            return False
        if before in closed["prepositions"] and self.sentence.words[at + 2 : at + 3]:
            return self.sentence.words[at + 2][0].isupper() and not self.sentence.is_upper  # "for shooting suspect Dol"
        return not any(before in closed[words] for words in ("prepositions", "breaks", "be", "and"))

    def _is_of_a_thing(self, at: int, fits: list[Trigger]) -> bool:
        """ "Residents of the damaged building": the participle says what the thing is like, not what befell them."""
        lower, articles = self.sentence.lower, self.lexicon.closed["articles"]
        if fits[0].tag != "T" or len(fits[0].words) > 1 or at < 1 or lower[at - 1] not in articles:
            return False
        behind = lower[at + 1] if at + 1 < len(lower) else ""
        of_people = any(t.measure and "person" in self.lexicon.measures[t.measure].counts for t in fits)
        return not of_people and behind.isalpha() and behind not in self.lexicon.closed["stops"]

    def _is_toll(self, at: int, fits: list[Trigger]) -> bool:
        """A single word such as "deaths" or "killed" heads a number only before a colon or a word of counting."""
        lower, closed = self.sentence.lower, self.lexicon.closed
        if at and lower[at - 1] in closed["be"]:  # "Eight were killed: five soldiers …"
            return False
        if all(t.tag == "O" for t in fits) or (all(t.tag != "T" for t in fits) and self._is_headed(at)):
            return True
        behind = lower[at + 1 : at + 1 + FARTHEST_ESTIMATE]
        hurt = behind[:1] == [":"] and at > 0 and all(t.measure != "killed" for t in fits)
        if hurt and _is_number(lower[at - 1]) and not _is_number("".join(behind[1:2])):
            return False  # "12 dead and 40 injured: what we know"
        linked = behind[:1] == [","] or (bool(behind) and behind[0] in closed["be"])
        estimated = linked and not closed["toll_estimates"].isdisjoint(behind[1:3])
        caused = bool(behind) and behind[0] in closed["toll_causes"] and all(t.tag != "T" for t in fits)
        if caused:  # "deaths from the heatwave have reached 118"
            return any(word in closed["toll_verbs"] and _is_given(behind, k + 1) for k, word in enumerate(behind))
        if behind[:1] and behind[0] in closed["have"] and all(t.tag != "T" for t in fits):  # "deaths have topped 400"
            return len(behind) > 1 and behind[1] in closed["toll_verbs"] and _is_given(behind, 2)
        return (bool(behind) and behind[0] in closed["toll_words"]) or (estimated and not AMOUNTS.isdisjoint(behind))

    def _is_headed(self, at: int) -> bool:
        """ "The number of (confirmed) cholera deaths": a head of tolls and "of" stand closely before."""
        lower = self.sentence.lower
        of = next((k for k in range(at - 1, max(0, at - FARTHEST_HEAD), -1) if lower[k] == "of"), 0)
        return of > 0 and lower[of - 1] in HEADS and all(w.isalpha() for w in lower[of + 1 : at])

    def _says_where(self, at: int) -> bool:
        """ "Two were shot at a party" tells where; "were shot at by guards" and "shot at a car" tell of a target."""
        lower, closed = self.sentence.lower, self.lexicon.closed
        if lower[at + 1] != "at" or lower[at + 2 : at + 3] in ([], ["and"], ["by"]) or lower[at + 2] in MARKS:
            return False
        words = (w for w in reversed(lower[max(0, at - 3) : at]) if w in closed["be"] or w not in closed["adverbs"])
        return next(words, "") in closed["be"]

    def _manner(self, at: int, trigger: Trigger) -> Hit | None:
        lower, last = self.sentence.lower, at + len(trigger.words)
        killed = at > 0 and lower[at - 1] in self.lexicon.death_before
        killed = killed or (trigger.tag == "K" and at > 0 and lower[at - 1] in self.lexicon.closed["fatal"])
        for phrase in self.lexicon.death_after:
            if stands(phrase, lower, last):
                killed, last = True, last + len(phrase)
                break
        if not killed and lower[last : last + 1] in MISSED and not self._says_where(at):
            return None
        measure = "killed" if killed else trigger.measure
        if not measure:
            return None
        made = Trigger(trigger.words, trigger.tag, measure, manner=not killed)
        return Hit(trigger.tag, last, (made,))


def _is_number(word: str) -> bool:
    """Digits or a number word; an empty word is none."""
    return word[:1].isdigit() or bool(number(word))


def _is_given(words: list[str], at: int) -> bool:
    """A number stands at a token, or behind some of `before_number`; no rate ("one in five", "12 per 1,000")."""
    number = next((i for i in range(at, min(at + TO_NUMBER, len(words))) if words[i] not in BEFORE_NUMBER), len(words))
    if number >= len(words) or not (words[number][0].isdigit() or words[number] in NUMBERS):
        return False
    return words[number + 1 : number + 2] not in (["in"], ["per"], ["%"], ["percent"])

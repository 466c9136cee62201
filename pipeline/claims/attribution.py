"""On whose word a figure stands: the source that the sentence names, and its class.

Here belongs the grammar of reporting ("X said", "according to X", "X, citing Y"). What kind of source a name is stands
in sources.py; who the origin behind several reports is, in linking.
"""

from typing import Final, NamedTuple

from pipeline.claims.anchors import number
from pipeline.claims.introduced import introduced
from pipeline.claims.phrases import OncePerSentence
from pipeline.claims.sources import BOOK, WEAK, class_of
from pipeline.claims.speech import sentence_subject, speeches
from pipeline.claims.spoken import Speech
from pipeline.reading.tokens import Sentence, tokenise

BEFORE_TEXT: Final = 600
"""Characters before the previous sentence in which "he" may have been introduced."""
TURNS: Final = frozenset(BOOK["turns"])
CHAIN_BREAKS: Final = TURNS | {"and"}
ACTOR: Final = 12
"""What an actor ("police detained 12") stands behind a speaker ("…, the group said")."""
RESPONSIBILITY: Final = frozenset(BOOK["responsibility"])
OURS: Final = frozenset(BOOK["ours"])
OPEN_QUOTES: Final = frozenset('"“')


class Attribution(NamedTuple):
    """attributed_to: the source as written, empty if none is named; attribution_class: of the vocabulary."""

    attributed_to: str
    attribution_class: str


NOBODY: Final = Attribution("", "unknown")


@OncePerSentence
def speeches_of(sentence: Sentence) -> list[Speech]:
    """Every source that speaks in the sentence, left to right."""
    return speeches(sentence)


def _cost(sentence: Sentence, speech: Speech, first: int, last: int) -> int | None:
    """Tokens between the claim and the words of reporting; None where these do not reach it."""
    if speech.first <= first < speech.last:  # "according to four sources"
        return 0
    if speech.after >= 0 and speech.after <= first:
        between = sentence.lower[speech.after : first]
        return ACTOR * speech.acts + len(between) // 2 + 25 * sum(w in TURNS for w in between)
    if speech.before >= 0 and speech.before >= last:
        between = sentence.lower[last : speech.before]
        return len(between) // 2 + 25 * sum(w == ";" for w in between)
    return None


def _chained(sentence: Sentence, outer: Speech, inner: Speech) -> bool:
    """ "A said that B reported": nothing ends A's words before B's begin, nor has A told a number before a comma."""
    lower = sentence.lower
    if not outer.before < 0 <= outer.after <= inner.first:
        return False
    told = lower[outer.after : inner.first]
    if told[-1:] == [","] and any(number(word) is not None for word in told):
        return False  # "the army said 14 died, the rebels said four"
    return not any(word in CHAIN_BREAKS and lower[i + 1] != "that" for i, word in enumerate(told, outer.after))


def _choose(sentence: Sentence, first: int, last: int) -> Speech | None:
    costs = [(cost, i, s) for i, s in enumerate(speeches_of(sentence))
             if (cost := _cost(sentence, s, first, last)) is not None]
    if not costs:
        return None
    costs = [c for c in costs if not _is_speaker_self(sentence, c[2])] or costs
    best, _, chosen = min(costs)
    if chosen.source_class == "unknown" and not chosen.pronoun:
        chosen = min([c for c in costs if c[2].source_class != "unknown" and c[0] <= best + 10] or costs)[2]
    for _, _, outer in sorted(costs, key=lambda c: c[1]):
        if outer is not chosen and not outer.acts and chosen.after >= 0 and _chained(sentence, outer, chosen):
            if outer.source_class not in ("media", "unknown") and not outer.pronoun:
                return outer
            break
    return _relayed(sentence, chosen)


def _is_speaker_self(sentence: Sentence, speech: Speech) -> bool:
    """ "We", "I": whoever is quoted."""
    return speech.last - speech.first == 1 and sentence.lower[speech.first] in OURS


def _relayed(sentence: Sentence, chosen: Speech) -> Speech:
    """Behind a medium that cites somebody stands the one cited."""
    if chosen.source_class != "media":
        return chosen
    relays = [s for s in speeches_of(sentence) if s.relay and s.source_class not in ("media", "unknown")]
    return relays[0] if relays else chosen


def _written(sentence: Sentence, speech: Speech) -> str:
    if speech.first >= speech.last:
        return ""
    body = introduced(sentence, speech.first, speech.last)
    return body.name if body else " ".join(sentence.written(speech.first, speech.last).split())


def _last_speaker(sentence: Sentence) -> Attribution | None:
    """Who spoke last in a sentence, by name."""
    named = [s for s in speeches_of(sentence) if not s.pronoun and s.first < s.last]
    known = [s for s in named if s.source_class != "unknown"] or named
    return Attribution(_written(sentence, known[-1]), known[-1].source_class) if known else None


@OncePerSentence
def _speaker_so_far(previous: Sentence) -> Attribution | None:
    """The speaker of the previous sentence, or the last one before it."""
    found = _last_speaker(previous)
    if found is None and previous.start > 0:
        before = tokenise(previous.text, previous.no, max(0, previous.start - BEFORE_TEXT), previous.start)
        found = _last_speaker(before)
    return found


def _in_quotation(sentence: Sentence, first: int) -> bool:
    """The claim stands inside quotation marks, or the sentence opens with them."""
    lower = sentence.lower
    opened = sum(w in OPEN_QUOTES for w in lower[:first])
    return bool(opened % 2) or (lower[:1] == ["“"] and "”" not in lower[:first])


def _may_be(phrase: list[str], speaker: Attribution) -> bool:
    """ "the official" may be a hospital's, "the ministry" is no armed group."""
    own = class_of(phrase)
    return own in ("unknown", speaker.attribution_class) or not WEAK.isdisjoint(phrase)


def _subject(sentence: Sentence) -> Speech | None:
    """The sentence's subject where it is a source of a firm kind: "The army has lost 12 men, it said"."""
    subject = sentence_subject(sentence)
    return subject if subject and subject.source_class not in ("unknown", "witness") else None


def attribute(sentence: Sentence, first: int, last: int, previous: Sentence | None) -> Attribution:
    """The source of the claim at tokens first..last; "he" and an open quotation look to the sentence before."""
    speech = _choose(sentence, first, last)
    if speech is not None and not speech.pronoun:
        own = speech.source_class in ("unknown", "armed_group") and not RESPONSIBILITY.isdisjoint(sentence.lower)
        return Attribution(_written(sentence, speech), "perpetrator" if own else speech.source_class)
    if previous is not None and (speech is not None or _in_quotation(sentence, first)):
        found = _speaker_so_far(previous)
        if found is not None and (speech is None or _may_be(sentence.lower[speech.first : speech.last], found)):
            return found
    if speech is not None:
        for other in speeches_of(sentence):
            if other.first < speech.first and not other.pronoun and other.source_class != "unknown":
                return Attribution(_written(sentence, other), other.source_class)
        subject = _subject(sentence) if sentence.lower[speech.first] in ("it", "they") else None
        if subject is not None and subject.last <= first:
            return Attribution(_written(sentence, subject), subject.source_class)
        pronoun = sentence.lower[speech.first : speech.last]
        return Attribution(_written(sentence, speech), class_of(pronoun))
    return NOBODY

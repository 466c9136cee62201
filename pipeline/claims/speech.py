"""Words of reporting in a sentence: who speaks, and which side of the words the speech stands on.

Here belongs finding "X said", "said X", "according to X", "X: …", "citing X". Which speech a claim belongs to is
settled in attribution.py.
"""

from typing import Final

from pipeline.claims.anchors import number
from pipeline.claims.date_spans import find_dates
from pipeline.claims.phrases import Phrases
from pipeline.claims.saying import BEFORE_INVERTED, BULLETINS, HEARD, PASSIVE, REPORTING, is_noun, is_silent, reports
from pipeline.claims.somebody import PAPERS, PASTS, somebody
from pipeline.claims.sources import BOOK, names_anyone
from pipeline.claims.speakers import (
    ARTICLES,
    FINITE,
    LONG,
    STOPS,
    VERBS,
    ends_subject,
    is_stop,
    left_start,
    relative,
    right_end,
)  # fmt: skip
from pipeline.claims.spoken import MANNERS, Speech, source
from pipeline.reading.tokens import Sentence

PREPOSITIONS: Final = Phrases({"preposition": BOOK["prepositions"]})
ORIGINS: Final = Phrases({"origin": [*BOOK["prepositions"], *BOOK["origins"]]})
(DEFINITE, ACTS, PUTTING, RELAYS, QUOTED, PARTICIPLES, NO_SOURCE, SAID_HOW, TOLL_WORDS, NO_ACTORS, CONNECTORS, CLOCK,
 WHEN, OPENS, EITHER_SIDE, ALSO_NAMES, NEVER_INVERTED) = (
    frozenset(BOOK[part]) for part in (
        "definite", "acts", "putting", "relays", "quoted", "participles", "no_source", "said_how", "toll_words",
        "no_actors", "connectors", "clock", "when_said", "opens", "either_side", "also_names", "never_inverted"))
SHARING: Final = frozenset((",", ";", "and", "while", "but"))
"""Marks and words behind which another shares the verb."""
DASHES: Final = frozenset("-–—")
IT_AT: Final = ["it", "at"]
CUES: Final = REPORTING | ACTS | PUTTING | DASHES | {":"}
NAME, APPOSITION, QUOTED_NAME, LABEL, TOLL = 12, 20, 16, 6, 6
"""Tokens at most of: a name or hearer; a name with what he is; who is quoted; "police" before a colon; "the toll"."""


def _closed_at(sentence: Sentence, verb: int) -> int:
    """The stop behind the verb if only a date or a hearer stands between: what was said is in front of it. Else -1."""
    lower, i = sentence.lower, verb + 1
    for span in find_dates(sentence):
        if verb < span.first <= verb + 2:
            i = span.last
    if lower[verb] in HEARD or lower[i : i + 1] == ["in"] or (
            lower[verb] in SAID_HOW and i < len(lower) and (lower[i] in MANNERS or lower[i] in WHEN)):
        while i < len(lower) and not is_stop(sentence, i) and i < verb + NAME and lower[i] not in FINITE:
            i += 1
    if i >= len(lower) or lower[i : i + 2] == ["new", ":"]:  # the next line of a list of news
        return i
    quotes = lower[i] == "," and lower[i + 1 : i + 2] in (['"'], ["“"])
    return i if is_stop(sentence, i) and lower[i] not in OPENS and not quotes else -1


def _at_verb(sentence: Sentence, i: int) -> Speech | None:
    lower = sentence.lower
    if is_noun(lower, i) or is_silent(lower, i):
        return None
    before = lower[i - 1] if i else ""
    if before == "as" and lower[i] == "saying":
        return _quoted(sentence, i)
    if before == "," and lower[i] in PARTICIPLES:
        return sentence_subject(sentence, i + 1)
    if _is_inverted(sentence, i):
        end = right_end(sentence, i + 1)
        return source(sentence, i + 1, end, before=i, after=end if lower[end : end + 1] == [","] else -1)
    if before == "to":
        return _who_goes_on(sentence, i)
    if before == "and" and (which := relative(lower, i)) > 0:
        last = which - (lower[which - 1] == ",")
        return source(sentence, left_start(sentence, last), last, after=i + 1)
    return _in_front(sentence, i)


def _is_inverted(sentence: Sentence, i: int) -> bool:
    """ "…", said Ana Dol": the source stands behind the verb."""
    lower = sentence.lower
    after = lower[i + 1] if i + 1 < len(lower) else ""
    if not after or after in NO_SOURCE or after.isdecimal() or lower[i] in NEVER_INVERTED:
        return False
    return i > 0 and lower[i - 1] in BEFORE_INVERTED and not _has_apposition(sentence, i - 1)


def _in_front(sentence: Sentence, verb: int) -> Speech | None:
    """ "Police said 12 died", "12 died, police said", "12 died, police said, and two are missing"."""
    lower, first, end = sentence.lower, left_start(sentence, verb), _closed_at(sentence, verb)
    within = first > 1 and lower[first - 1] == "," and lower[first - 2] in CONNECTORS  # "in which, police said, 12"
    if end < 0 or first == 0 or within:
        return source(sentence, first, verb, after=verb + 1) or _unheard_of(sentence, first, verb)
    goes_on = lower[first - 1] == "," and lower[end : end + 1] == [","]
    return source(sentence, first, verb, before=first, after=end if goes_on else -1)


def _unheard_of(sentence: Sentence, first: int, verb: int) -> Speech | None:
    """ "A zamindar said seven had died": whoever says something is a source, even with a noun that no list has."""
    phrase = sentence.lower[first:verb]
    said = sentence.lower[verb] == "said" and sentence.lower[verb + 1 : verb + 2] != ["to"]
    plain = said and 1 < len(phrase) <= NAME and all(word.isalpha() for word in phrase)
    return Speech(first, verb, "unknown", verb + 1) if plain and phrase[0] in ARTICLES else None


def _who_goes_on(sentence: Sentence, verb: int) -> Speech | None:
    """Who opens the sentence, of "she called the police to say"."""
    subject = sentence_subject(sentence, verb + 1)
    plain = subject is not None and not any(is_stop(sentence, k) for k in range(subject.last, verb))
    return subject if plain and subject and (subject.pronoun or subject.source_class != "unknown") else None


def _subject_end(sentence: Sentence) -> int:
    """Where the noun phrase that opens the sentence ends, as far as endings tell."""
    lower, i = sentence.lower, 0
    while i < len(lower) and i < LONG and not ends_subject(sentence, i) and not lower[i].endswith("ed"):
        i += 1
    return i


def sentence_subject(sentence: Sentence, after: int = -1) -> Speech | None:
    """The noun phrase that opens the sentence, as the source of what stands behind token `after`, or behind itself."""
    end = _subject_end(sentence)
    return source(sentence, 0, end, after=end if after < 0 else after)


def _has_apposition(sentence: Sentence, comma: int) -> bool:
    """Before the comma stands "Name, who or what he is": no more than that since the clause began."""
    lower = sentence.lower
    if lower[comma] != ",":
        return False
    first = next((i for i in range(comma - 1, max(-1, comma - APPOSITION), -1) if lower[i] == ","), -1)
    if first < 1 or any(w in FINITE for w in lower[first:comma]):
        return False
    start = next((i + 1 for i in range(first - 1, max(-1, first - NAME), -1) if is_stop(sentence, i)), 0)
    whole = somebody(sentence, start, first) if 0 < first - start <= NAME else None
    return whole is not None and whole[1] == first and not any(w in FINITE for w in lower[start:first])


def _quoted(sentence: Sentence, saying: int) -> Speech | None:
    """ "the paper quoted Roe as saying", "Roe was quoted as saying"."""
    lower = sentence.lower
    for i in range(saying - 2, max(-1, saying - QUOTED_NAME), -1):
        if lower[i] in QUOTED:
            first = left_start(sentence, i)
            after, before = (-1, first) if first and _closed_at(sentence, saying) >= 0 else (saying + 1, -1)
            if i and lower[i - 1] in PASSIVE:
                return source(sentence, first, i - 1, after, before)
            return source(sentence, i + 1, saying - 1, after, before)
    return None


def _at_preposition(sentence: Sentence, first: int, end: int) -> Speech | None:
    """ "12 died, according to police", "reported by the army at noon, 12 deaths"."""
    lower, last = sentence.lower, right_end(sentence, end)
    before = -1 if first == 0 else first
    given = _given(sentence, last)
    if given is not None:
        return given._replace(before=before)
    if lower[end - 1] == "by":
        last = next((i for i in range(end, last) if lower[i] == "at"), last)
    both = first == 0 or lower[end - 1] in EITHER_SIDE
    speech = source(sentence, end, last, before=before, after=last if both else -1)
    return speech and speech._replace(relay=lower[first] in RELAYS)


def _given(sentence: Sentence, that: int) -> Speech | None:
    """Who stands behind the paper that ends before token `that`: "the figures that the governor gave"."""
    lower = sentence.lower
    if lower[that : that + 1] not in (["that"], ["which"]) or lower[that - 1] not in PAPERS:
        return None
    verb = next((i for i in range(that + 2, min(len(lower), that + LONG)) if ends_subject(sentence, i)), -1)
    return source(sentence, that + 1, verb, after=verb + 1) if verb > 0 else None


def _at_colon(sentence: Sentence, i: int) -> Speech | None:
    """ "Police: 12 dead" and "12 dead: police"."""
    lower, first, end = sentence.lower, _past_time(sentence.lower), right_end(sentence, i + 1)
    bulletin = not BULLETINS.isdisjoint(lower[:i]) and not any(w.isdecimal() for w in lower[first:i])
    subject = sentence_subject(sentence, i + 1) if bulletin else None  # "The ministry corrected its figures: 12 died"
    if subject and subject.source_class not in NO_ACTORS:
        return subject
    if _is_label(lower[first:i]):
        return source(sentence, first, i, after=i + 1)
    counts = lower[i + 1 : i + 2] and number(lower[i + 1]) is not None  # "28 people wounded: 21 soldiers and …"
    return source(sentence, i + 1, end, before=i) if not counts and _is_label(lower[i + 1 : end]) else None


def _past_time(lower: list[str]) -> int:
    """The first token behind the time of a live entry, "14:20 GMT" or "9.40pm"."""
    i = next((k for k, word in enumerate(lower[:6]) if not word[0].isdigit() and word not in CLOCK), 0)
    return i if i > 1 or (i == 1 and "." in lower[0]) else 0


def _at_dash(sentence: Sentence, i: int) -> Speech | None:
    """ "12 dead in raid – police" at the end of a headline."""
    spaced = i > 0 and sentence.ends[i - 1] < sentence.starts[i]
    if spaced and sentence.lower[-1] != "." and _is_label(sentence.lower[i + 1 :]):
        return source(sentence, i + 1, len(sentence.lower), before=i)
    return None


def _is_label(tokens: list[str]) -> bool:
    """A short name of somebody, and no clause."""
    clause = any(w in VERBS or w in FINITE or w in PASTS for w in tokens)
    return len(tokens) <= LABEL and not clause and names_anyone(tokens)


def origin_of_figures(sentence: Sentence) -> Speech | None:
    """Who stands behind what was just counted: "That figure comes from the hospital", "The count was kept by a union".
    """
    lower = sentence.lower
    said = lower[:1] and lower[0] in DEFINITE and not BULLETINS.isdisjoint(lower[1:4])
    hit = next(iter(ORIGINS.find(lower)), None) if said else None
    if hit is None or any(w[0].isdigit() for w in lower[: hit.first]):
        return None
    return source(sentence, hit.last, right_end(sentence, hit.last))


def speeches(sentence: Sentence) -> list[Speech]:
    """Every source that speaks in the sentence, left to right."""
    lower, found = sentence.lower, list[Speech]()
    if not CUES.isdisjoint(lower):
        for i in [i for i, word in enumerate(lower) if word in CUES]:
            speech = _at_cue(sentence, i, found)
            if speech is not None:
                found.append(speech)
    if "at" in lower and not PUTTING.isdisjoint(lower):
        found += _put_again(sentence)
    for hit in PREPOSITIONS.find(lower):
        speech = _at_preposition(sentence, hit.first, hit.last)
        if speech is not None:
            found.append(speech)
    return sorted(found)


def _put_again(sentence: Sentence) -> list[Speech]:
    """ "Police put the toll at 14, | residents at 18": who shares the verb of those before."""
    lower = sentence.lower
    begin = next(i for i, word in enumerate(lower) if word in PUTTING)
    found = list[Speech]()
    for i in (i for i in range(begin + 2, len(lower) - 1) if lower[i] == "at" and number(lower[i + 1]) is not None):
        first = next((k + 1 for k in range(i - 1, max(begin, i - LABEL), -1) if lower[k] in SHARING), i)
        speech = source(sentence, first, i, after=i + 1) if first < i and names_anyone(lower[first:i]) else None
        found += [speech] if speech is not None else []
    return found


def _is_in_name(sentence: Sentence, i: int) -> bool:
    """ "Khaled Said was beaten": a name, no verb."""
    words = sentence.words[i - 1 : i + 2]
    return i > 0 and words[1] in ALSO_NAMES and words[0][0].isupper() and not words[-1][0].isupper()


def _at_cue(sentence: Sentence, i: int, found: list[Speech]) -> Speech | None:
    """The speech of the cue at token i; `found` are those to its left."""
    lower = sentence.lower
    if reports(lower, i) and not _is_in_name(sentence, i):
        if lower[i] in PARTICIPLES and found and not found[-1].acts and lower[i - 1] == ",":
            return found[-1]._replace(after=i + 1, before=-1)  # "…, police said Tuesday, adding …"
        speech = _at_verb(sentence, i)
        nameless = speech is None or lower[speech.first][0].isdigit()
        if nameless and found and found[-1].after >= 0 and lower[i - 1] not in STOPS:
            return found[-1]._replace(after=i + 1)  # "police confirmed 22 and said 18 …"
        return None if nameless else speech
    if lower[i] == ":":
        return _at_colon(sentence, i)
    if lower[i] in DASHES:
        return _at_dash(sentence, i)
    if lower[i] in PUTTING and (lower[i + 1 : i + 3] == IT_AT or not TOLL_WORDS.isdisjoint(lower[i + 1 : i + TOLL])):
        return source(sentence, left_start(sentence, i), i, after=i + 1)
    if lower[i] in ACTS:
        speech = _at_verb(sentence, i)
        acts = speech is not None and speech.source_class not in NO_ACTORS
        return speech._replace(acts=True) if speech and acts else None
    return None

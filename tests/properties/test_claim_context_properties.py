"""What must hold of a claim's context for any text: nothing crashes, spans lie inside, values are of the vocabulary."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from pipeline.claims.assertion import assess
from pipeline.claims.attribution import attribute
from pipeline.claims.date_spans import find_dates
from pipeline.claims.datelines import read_dateline
from pipeline.claims.dates import resolve
from pipeline.claims.periods import period_for
from pipeline.claims.places import named_places, place_for
from pipeline.claims.scope import Setting, scope_for
from pipeline.claims.speech import speeches
from pipeline.reading.tokens import Sentence, tokenise
from pipeline.tables import vocabulary as v

PIECES = ["since", "Friday", "May", "Sept", ".", "2", "12", "1985", "last", "year", "years", "ago", "between", "and",
          "to", "the", "next", "said", "police", ",", "according to", "a", "hospital", "he", "who", "as", "saying",
          "quoted", ":", '"', "“", "”", "(", ")", "may", "have", "been", "killed", "not", "no", "fear", "in", "Arvel",
          "of", "including", "toll", "war", "attack", "rose by", "there", "by", "overnight", "week", "days", "after",
          "30", "February", "31", "-", "–", "'s", "claimed", "responsibility", "told", "U.N.", "THE", "Lake", "decades",
          "centuries", "900", "weekend", "mid", "s", "99", "0"]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
DAYS = st.one_of(st.none(), st.dates(datetime.date(1, 1, 10), datetime.date(9998, 12, 1)))


def claim_in(text: str, at: int) -> tuple[Sentence, int]:
    sentence = tokenise(f"{text} 7", 0, 0, len(text) + 2)
    return sentence, at % len(sentence.words)


@given(text=TEXTS, at=st.integers(0, 99), day=DAYS, upper=st.booleans())
def test_context_of_any_text_is_of_the_vocabulary(text: str, at: int, day: datetime.date | None, upper: bool) -> None:
    """Fails when odd text stops a run, or a value comes out that the claims table refuses."""
    sentence, first = claim_in(text.upper() if upper else text, at)
    before = tokenise(text, 0, 0, len(text))
    period = period_for(sentence, first, first + 1, day)
    assert period.precision in v.DATE_PRECISIONS
    assert period.role in ("point", "since", "window", "past", "future", "none")
    assert scope_for(sentence, first, first + 1, Setting(period, title=upper), "") in v.SCOPES
    assert attribute(sentence, first, first + 1, before).attribution_class in v.ATTRIBUTION_CLASSES
    assert assess(sentence, first, first + 1).assertion in v.ASSERTIONS
    country = place_for(sentence, first, first + 1, read_dateline(text).place).country_iso3
    assert country == "" or (len(country) == 3 and country.isupper())


@given(text=TEXTS, day=DAYS)
def test_spans_lie_inside_the_sentence_and_apart(text: str, day: datetime.date | None) -> None:
    """Fails when a date or a source reaches past its sentence, or a period ends before it begins."""
    sentence = tokenise(text, 0, 0, len(text))
    end = 0
    for span in find_dates(sentence):
        assert end <= span.first < span.last <= len(sentence.words)
        end = span.last
        period = resolve(span, day)
        assert period.start is None or period.end is None or period.start <= period.end
    for speech in speeches(sentence):
        assert 0 <= speech.first <= speech.last <= len(sentence.words)
    for place in named_places(sentence):
        assert 0 <= place.first < place.last <= len(sentence.words)

"""Texts that break off: excerpts, teasers and headlines end anywhere, also without a full stop."""

import pytest

from pipeline.claims.extract import extract
from tests.benchmarks.golden import Entry, sentences
from tests.claims.test_extract import article


@pytest.mark.parametrize("entry", sentences(), ids=lambda entry: entry.id)
def test_a_sentence_is_read_wherever_it_breaks_off(entry: Entry) -> None:
    """A rule that looks at the word behind fails where there is none, and the whole report's claims are lost."""
    words = (entry.text or entry.title).split()
    for end in range(1, len(words) + 1):
        text = " ".join(words[:end]).rstrip(".")
        for claim in (*extract(article(text)).claims, *extract(article("", text)).claims):
            assert text[claim.mention.start : claim.mention.end] == claim.mention.surface


def test_a_headline_may_end_with_one_who_dies() -> None:
    """In headlines nouns without an article are people: what stands behind the last of them was looked at."""
    told = extract(article("", "Toll from base attack rises to 22 as man dies")).claims
    assert {(claim.measure, claim.value_best) for claim in told} >= {("killed", 22)}

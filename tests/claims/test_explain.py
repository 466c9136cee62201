"""Explanations: the rule, the chunks, what else fitted, and the parts of the confidence, for any claim."""

from datetime import UTC, datetime

import pytest

from pipeline.claims.explain import Explanation, UnknownClaim, explain
from pipeline.claims.explain_text import as_lines
from pipeline.claims.extract import extract
from pipeline.claims.frames import claim_id
from pipeline.reading.article import Article
from tests.benchmarks.golden import Entry, article, reports, sentences

TIME = datetime(2025, 3, 14, tzinfo=UTC)


def report(text: str) -> Article:
    return Article(
        article_id="art-0000000000000001", document_id="doc-0000000000000001", raw_path="a.txt", raw_id="a",
        given_event_id="", given_campaign_id="", url="", publisher="", title="", published_at=TIME,
        published_at_basis="given", retrieved_at=TIME, language="en", n_chars=len(text), text_sha256="", text=text,
    )  # fmt: skip


def explained(text: str, surface: str) -> Explanation:
    one = report(text)
    claim = next(c for c in extract(one).claims if c.mention.surface == surface)
    return explain(one, claim_id(one.article_id, claim))


def test_a_claim_names_its_rule_with_pattern_and_example() -> None:
    """A reader who doubts a figure can't look up the rule that made it."""
    found = explained("The army said on Monday that the blast killed at least 17 people in Tolvar.", "17")
    assert found.rule.name == "active"
    assert found.rule.pattern and "17" in found.rule.example
    assert "»17«" in found.marked


def test_chunks_cover_the_sentence_and_mark_what_was_counted() -> None:
    """A wrong chunk, the usual cause of a wrong claim, stays unseen."""
    found = explained("At least 17 people were killed on Friday.", "17")
    assert [p.text for p in found.pieces if p.role == "counted"] == ["At least 17 people"]
    assert [p.text for p in found.pieces if p.role == "trigger"] == ["killed"]
    assert "".join(p.text for p in found.pieces).replace(" ", "") == "Atleast17peoplewerekilledonFriday."


def test_a_rule_that_came_later_is_named_as_having_lost() -> None:
    """What else was tried is the half of "why" that shows where the grammar is uncertain."""
    found = explained("At least 17 people were killed on Friday.", "17")
    assert "passive_far" in {rival.rule for rival in found.rivals}
    assert found.rule.name not in {rival.rule for rival in found.rivals}


def test_a_sum_shows_all_its_parts() -> None:
    """A sum that is explained by one of its parts explains nothing."""
    found = explained("The raid killed five shepherds, a cook and two nurses.", "five shepherds, a cook and two nurses")
    assert [p.text for p in found.pieces if p.role == "counted"] == ["five shepherds", "a cook", "two nurses"]


def test_the_factors_multiply_to_the_confidence_of_the_grammar() -> None:
    """A confidence whose parts don't add up to it is no explanation of it."""
    found = explained("The raid killed five shepherds, a cook and two nurses.", "five shepherds, a cook and two nurses")
    product = 1.0
    for factor in found.factors:
        product *= factor.value
    assert len(found.factors) > 1
    assert product == pytest.approx(found.uncalibrated, abs=0.01)


def test_an_unknown_claim_is_told_so() -> None:
    """A mistyped id ends in a traceback."""
    with pytest.raises(UnknownClaim, match="yields 1 claims"):
        explain(report("The blast killed 17 people."), "clm-0000000000000000")


@pytest.mark.parametrize("entry", [*sentences()[::9], *reports()[::9]], ids=lambda entry: entry.id)
def test_every_kind_of_claim_can_be_explained(entry: Entry) -> None:
    """A rule, letter or factor without words in codebook/explain.yml breaks the command."""
    one = article(entry)
    for claim in extract(one).claims:
        lines = list(as_lines(explain(one, claim_id(one.article_id, claim))))
        assert any(claim.rule in line for line in lines)
        assert any("→" in line for line in lines)

"""Which letters a pattern over chunks needs: too few cost time, too many cost claims."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.claims.constructions import constructions
from pipeline.claims.letters import required


@pytest.mark.parametrize(
    ("pattern", "sets"),
    [
        ("QT", ["Q", "T"]),
        ("[QS]T?", ["QS"]),
        ("(?<!A)(?P<v>[TG])D?(?P<q>[QY](?:,[QY])*)", ["GT", "QY"]),
        ("Q(?:A|HA)T", ["Q", "AH", "T"]),
        ("Q(?:A|H?)T", ["Q", "T"]),
        ("Q(?:[PX]|,[^,]{1,9},){0,24}?(?=X)T", ["Q", "T"]),
        (r"Q(?:(?P<dash>-)|\()S(?(dash)-|\))", ["Q", "(-", "S", ")-"]),
    ],
)  # fmt: skip
def test_letters_of_a_pattern(pattern: str, sets: list[str]) -> None:
    """Breaks when an optional part counts as needed, so that sentences without it are never matched."""
    assert ["".join(sorted(letters)) for letters in required(pattern)] == sets


@pytest.mark.parametrize(
    "tags",
    ["QAT", "dXQ,CQAT", "TQ", "LQJ", "QQTC", "N,X,AT", "XHAT", "OXPQPQ", "KoQ", "QXTm", "QWAT,AT", "nXTDQ"],
)
def test_a_match_holds_its_letters(tags: str) -> None:
    """Breaks when a construction is left out of a sentence that it matches."""
    matches = [(rule, match.group()) for rule in constructions() for match in rule.pattern.finditer(tags)]
    assert matches
    for rule, matched in matches:
        assert all(letters & set(matched) for letters in required(rule.pattern.pattern)), rule.name


@settings(max_examples=300)
@given(st.text(st.sampled_from("QQYSRNTTGIJKOLAHMWCCEFPod,,Bx:X()-$mnDq"), min_size=2, max_size=24))
def test_no_construction_passes_over_what_it_matches(tags: str) -> None:
    """Breaks when a letter is asked for that some match of the construction does without."""
    for rule in constructions():
        lacks = any(needed.isdisjoint(tags) for needed in (*rule.letters, *rule.marks))
        assert not lacks or rule.pattern.search(tags) is None, rule.name

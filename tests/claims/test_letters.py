"""Which letters a pattern over chunks needs: too few cost time, too many cost claims."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.claims.constructions import constructions
from pipeline.claims.letters import Layout, required, steps


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
def test_what_matches_fits(tags: str) -> None:
    """Breaks when the order of letters is asked too strictly, so that a construction passes over its own sentence."""
    layout = Layout(tags)
    for rule in constructions():
        assert layout.fits(rule.steps) or rule.pattern.search(tags) is None, rule.name


@pytest.mark.parametrize(
    ("pattern", "tags", "fits"),
    [
        ("QT", "XQT", True), ("QT", "TQ", False), ("QT", "QXT", False), ("QD*T", "QXT", True), ("Q[^B]T", "QXT", True),
        ("Q[^B]T", "QT", False), ("Q(?:A|HA)T", "QT", False), ("Q(?:A|H)T", "QXAT", False), ("Q(?=X)T", "QT", True),
        ("Q{1,3}T", "QQT", True), ("Q(?:D?A)T", "QDAT", True),
    ],
)  # fmt: skip
def test_the_order_of_letters_is_asked(pattern: str, tags: str, fits: bool) -> None:
    """Breaks when every pattern fits everywhere, which costs time, or one is kept from where it matches."""
    assert Layout(tags).fits(steps(pattern)) == fits

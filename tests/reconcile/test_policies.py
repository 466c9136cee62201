"""Policies: each chooses as its source says, and the codebook and the code name the same ones."""

from typing import Any

import pytest

from pipeline import codebook
from pipeline.reconcile.figures import reconcile
from pipeline.reconcile.policies import POLICIES, default_policies, policy
from pipeline.reconcile.policies.recorders import vague_value
from tests.reconcile.by_hand import frames


def ends(name: str, *told: tuple[str, Any]) -> tuple[int, int, int]:
    """low, best, high of a story: (day of May, number) of one independent paper each; a list is a range."""
    reports = [
        {"id": f"r{i}", "day": f"2031-05-{day}", "claims": [n if isinstance(n, dict) else {"n": n}]}
        for i, (day, n) in enumerate(told)
    ]
    row = reconcile(*frames(reports), [name]).iloc[0]
    return row["low"], row["best"], row["high"]


STORIES: dict[str, tuple[tuple[str, Any], ...]] = {
    "three agree, the newest differs": (("02", 9), ("02", 9), ("02", 9), ("03", 12)),
    "two differ on one day": (("02", 9), ("02", 12)),
    "two of three on one day": (("02", 9), ("02", 12), ("02", 12)),
}


@pytest.mark.parametrize(
    ("story", "name", "want"),
    [
        ("three agree, the newest differs", "gtd", (12, 12, 12)),
        ("three agree, the newest differs", "latest", (12, 12, 12)),
        ("two differ on one day", "gtd", (9, 9, 12)),
        ("two differ on one day", "conservative", (9, 9, 12)),
        ("two differ on one day", "highest", (9, 12, 12)),
        ("two of three on one day", "gtd", (9, 12, 12)),
        ("two of three on one day", "conservative", (9, 9, 12)),
        ("two of three on one day", "majority", (9, 12, 12)),
        ("two of three on one day", "weighted", (9, 12, 12)),
    ],
)
def test_each_policy_chooses_as_its_source_says(story: str, name: str, want: tuple[int, int, int]) -> None:
    """A policy under a recorder's name that chooses otherwise would be cited for what it is not."""
    assert ends(name, *STORIES[story]) == want


def test_majority_counts_voices_of_any_day() -> None:
    """If only the newest day counted, majority would be gtd under another name."""
    named: list[tuple[str, Any]] = [
        (day, {"n": n, "source": f"{who} ministry", "class": "official"})
        for day, n, who in (("02", 9, "Health"), ("02", 9, "Interior"), ("03", 12, "Defence"))
    ]
    assert ends("majority", *named) == (9, 9, 12)
    assert ends("gtd", *named)[1] == 12


@pytest.mark.parametrize(
    ("word", "value"),
    [("dozens", 12), ("several dozen", 12), ("tens of thousands", 10_000), ("hundreds", 100), ("scores", 20),
     ("several", 3), ("a handful", 3)],
)  # fmt: skip
def test_vague_words_count_as_the_table_says(word: str, value: int) -> None:
    """ "Dozens" read as 24 would not be the conservative number that the codebook prescribes."""
    assert vague_value(word) == value


def test_a_vague_word_alone_is_coded_by_the_conservative_policy() -> None:
    """Where nobody gives a number, the table is all there is."""
    vague = {"n": 24, "quantifier": "vague", "excerpt": "»Dozens« died."}
    assert ends("conservative", ("02", vague))[:2] == (12, 12)


def test_a_lower_number_elsewhere_opens_low_where_one_voice_stands_alone() -> None:
    """A single report's "two" beside another's "a man was shot dead" is not certain to be two."""
    assert ends("range", ("02", 2), ("02", 1)) == (1, 2, 2)
    assert ends("range", ("02", 2), ("02", 2), ("02", 1)) == (2, 2, 2)
    assert ends("range", ("02", 9), ("02", 1)) == (9, 9, 9)


def test_codebook_and_code_name_the_same_policies() -> None:
    """A policy without a description can't be cited; a described one without code can't be run."""
    assert set(codebook.read("policies")["policies"]) == set(POLICIES)


def test_all_policies_are_published_and_range_is_the_default() -> None:
    """Readers take the first policy as the answer, and compare it with the others."""
    assert default_policies()[0] == "range"
    assert set(default_policies()) == set(POLICIES)


def test_every_policy_has_description_and_source() -> None:
    """A rule without a source is an opinion."""
    for name, entry in codebook.read("policies")["policies"].items():
        assert entry["description"], name
        assert entry["source"], name


def test_an_unknown_policy_is_an_error_that_helps() -> None:
    """A silent default would publish figures under a wrong name."""
    with pytest.raises(ValueError, match="known are range"):
        policy("median")

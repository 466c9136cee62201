"""Policies: the codebook and the code name the same ones, and an unknown one is an error."""

import pytest

from pipeline import codebook
from pipeline.reconcile.policies import POLICIES, default_policies, policy


def test_codebook_and_code_name_the_same_policies() -> None:
    """A policy without a description can't be cited; a described one without code can't be run."""
    assert set(codebook.read("policies")["policies"]) == set(POLICIES)


def test_every_policy_that_is_run_is_described_and_range_is_the_default() -> None:
    """Readers take the first policy as the answer."""
    assert default_policies()[0] == "range"
    assert set(default_policies()) <= set(POLICIES)


def test_every_policy_has_description_and_source() -> None:
    """A rule without a source is an opinion."""
    for name, entry in codebook.read("policies")["policies"].items():
        assert entry["description"], name
        assert entry["source"], name


def test_an_unknown_policy_is_an_error_that_helps() -> None:
    """A silent default would publish figures under a wrong name."""
    with pytest.raises(ValueError, match="known are range"):
        policy("median")

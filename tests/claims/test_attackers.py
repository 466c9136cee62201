"""Attackers who were killed in turn."""

import pytest

from tests.claims.test_extract import claims


@pytest.mark.parametrize(
    ("text", "attackers"),
    [
        ("A man killed four people and was shot dead by police.", 1),
        ("A man killed four people before he was shot dead by police.", 1),
        ("Two men who killed four people were shot dead by police.", 2),
        ("A gunman took 12 people hostage, killing two, before he was shot dead.", 0),
        ("Gunmen attacked 12 villagers, killing three people, before they were shot dead by police.", 0),
        ("A soldier killed two rebels and was killed in turn.", 0),
        ("Two firefighters who rescued three people were killed.", 0),
    ],
)
def test_who_harmed_others_is_an_attacker_when_killed(text: str, attackers: int) -> None:
    """Victims, hostages or rescuers become attackers, or an attacker is counted among the victims."""
    found = [c for c in claims(text) if (c.measure, c.victim_group) == ("killed", "perpetrators")]
    assert sum(c.value_best or 0 for c in found) == attackers


def test_only_those_killed_become_attackers() -> None:
    """The group of one claim is given to another of the same words."""
    told = claims("A man killed four people and was shot dead.")
    assert {c.measure: c.victim_group for c in told if c.value_best == 1} == {"killed": "perpetrators"}

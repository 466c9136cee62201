"""Policies: named rules that turn the statements that hold into low, best and high. One small function each.

Descriptions, sources and settings stand in codebook/policies.yml; a test keeps the two lists equal. Every policy gets
the same Standing and returns a Choice, so that a new one needs only a function here and an entry there. Time (what was
replaced, what came late) is the matter of series, the same for all.
"""

from pipeline import codebook
from pipeline.reconcile.policies.choice import Choice, Policy, voting
from pipeline.reconcile.policies.recorders import conservative, gtd
from pipeline.reconcile.policies.simple import highest, latest, majority
from pipeline.reconcile.policies.span import range_policy
from pipeline.reconcile.policies.weighted import weighted

__all__ = ["POLICIES", "Choice", "default_policies", "policy", "voting"]

POLICIES: dict[str, Policy] = {
    "range": range_policy, "gtd": gtd, "conservative": conservative, "majority": majority, "latest": latest,
    "highest": highest, "weighted": weighted,
}  # fmt: skip


def default_policies() -> list[str]:
    """The policies that the codebook says to run, the default first."""
    return list(codebook.read("policies")["run"])


def policy(name: str) -> Policy:
    """The policy of this name. Raises ValueError for an unknown one."""
    if name not in POLICIES:
        raise ValueError(f"policy {name!r} is unknown; known are {', '.join(POLICIES)} (codebook/policies.yml)")
    return POLICIES[name]

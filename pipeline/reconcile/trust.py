"""Trust: how reliable each speaker has been, and who copies from whom. Learned in learning, used by `weighted`.

Here belong the formulas of accuracy and dependence of Dong, Berti-Équille and Srivastava (PVLDB 2009).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp, log, prod

from pipeline import codebook
from pipeline.reconcile.statement import Statement


def speaker(s: Statement) -> str:
    """Whose record counts: the publisher's or agency's; of quoted sources that of their kind, since names differ."""
    return f"any {s.origin_class}" if s.named else s.voice


@cache
def rule(name: str) -> float:
    """A number of the policy's entry in the codebook."""
    return float(codebook.read("policies")["policies"]["weighted"]["settings"][name])


@dataclass(frozen=True, slots=True)
class Trust:
    """accuracy: speaker -> share of right numbers; copying: two speakers in order -> chance that one copies."""

    accuracy: Mapping[str, float] = field(default_factory=dict)
    copying: Mapping[tuple[str, str], float] = field(default_factory=dict)

    def weight(self, who: str) -> float:
        """ln(n A / (1 - A)): what one more such voice adds to the evidence for its number."""
        share = min(max(self.accuracy.get(who, rule("accuracy")), rule("least_accuracy")), rule("most_accuracy"))
        return log(rule("false_values") * share / (1 - share))

    def independence(self, who: str, others: Sequence[str]) -> float:
        """The chance that the speaker took its number from none of the others."""
        return prod(1 - rule("copy_rate") * self.copying.get(pair(who, other), 0.0) for other in sorted(others))


def pair(a: str, b: str) -> tuple[str, str]:
    """Two speakers in order."""
    return (a, b) if a <= b else (b, a)


def chance_of_copying(same_true: int, same_false: int, different: int) -> float:
    """How likely it is that one of two copies: shared wrong numbers speak for it, shared right ones hardly."""
    wrong, copied, n = 1 - rule("accuracy"), rule("copy_rate"), rule("false_values")
    true, false = (1 - wrong) ** 2, wrong**2 / n
    other = 1 - true - false
    odds = log((1 - rule("copy_prior")) / rule("copy_prior"))
    odds += same_true * log(true / (copied * (1 - wrong) + (1 - copied) * true))
    odds += same_false * log(false / (copied * wrong + (1 - copied) * false))
    odds += different * log(other / ((1 - copied) * other))
    return 1 / (1 + exp(min(odds, 700)))

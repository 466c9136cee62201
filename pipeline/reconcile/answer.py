"""One figure on one day: the policy's choice with its status, counts and a reason that a person can read.

Here belongs the status. Choosing is the policies' matter, time that of series, the sentence that of wording.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline import codebook
from pipeline.reconcile.policies import Choice, policy
from pipeline.reconcile.series import Standing, stand
from pipeline.reconcile.statement import Statement
from pipeline.reconcile.wording import reason


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reports up to a day support."""

    choice: Choice
    standing: Standing
    status: str
    reason: str
    supporting: tuple[str, ...]
    dissenting: tuple[str, ...]
    superseded: tuple[str, ...]

    @property
    def values(self) -> tuple[int | None, int | None, int | None]:
        """low, best, high."""
        return self.choice.low, self.choice.best, self.choice.high


def answer(
    statements: Sequence[Statement], name: str, outdated: Mapping[str, str], day: str = "9999-12-31"
) -> Answer | None:
    """The figure under a policy from statements up to `day` in order of publication; None when nothing holds."""
    return answer_from(stand(statements, outdated, day), name)


def answer_from(standing: Standing, name: str) -> Answer | None:
    """The figure under a policy from where it stands."""
    if not standing.current and not standing.aside:
        return None
    choice = policy(name)(standing)
    supporting = {c for s in choice.supporting for c in standing.claims_of(s)}
    dissenting = {c for s in (*choice.dissenting, *standing.aside, *standing.held) for c in s.claim_ids}
    status = _status(choice, standing)
    return Answer(
        choice, standing, status, reason(choice, standing), tuple(sorted(supporting)),
        tuple(sorted(dissenting - supporting)), tuple(sorted(standing.replaced - supporting - dissenting)),
    )  # fmt: skip


def _status(choice: Choice, standing: Standing) -> str:
    if choice.best is None or not standing.current:
        return "discounted"
    agreeing = [s for s in choice.supporting if s.standing != "floor"]
    voices = {s.voice for s in agreeing}
    against = {s.voice for s in choice.dissenting if s.standing in ("counted", "estimated")}
    official = any(s.origin_class in codebook.read("reconcile_rules")["official"] for s in agreeing)
    if against and 2 * len(against) >= len(voices):
        return "contested"
    if len(voices) >= int(codebook.read("reconcile_rules")["confirmed_voices"]) or (official and len(voices) >= 2):
        return "confirmed"
    return "corroborated" if len(voices) == 2 else "single_source"

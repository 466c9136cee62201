"""One figure on one day: the policy's choice with its status, counts and a reason that a person can read.

Here belong status and wording. Choosing is the policies' matter, time that of series.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline import codebook
from pipeline.reconcile.policies import Choice, policy, voting
from pipeline.reconcile.series import Standing, stand
from pipeline.reconcile.statement import Statement


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
        choice, standing, status, _reason(choice, standing, status), tuple(sorted(supporting)),
        tuple(sorted(dissenting - supporting)), tuple(sorted(standing.replaced - supporting - dissenting)),
    )  # fmt: skip


def _status(choice: Choice, standing: Standing) -> str:
    if choice.best is None:
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


def _reason(choice: Choice, standing: Standing, status: str) -> str:
    """One sentence: who supports the value, who differs, what was replaced or set aside."""
    parts = [_opening(choice, standing)]
    against = [s for s in choice.dissenting if s.standing in ("counted", "estimated", "floor")]
    if against and choice.best is not None:
        parts.append("against " + _list(f"{_words(s)} from {_who(s)}" for s in against))
    if standing.held:
        parts.append(
            "held back until a second voice has it: " + _list(f"{_words(s)} from {_who(s)}" for s in standing.held)
        )
    if standing.aside and choice.best is not None:
        parts.append("set aside " + _list(f"{_words(s)} ({s.standing}, {_who(s)})" for s in standing.aside))
    if standing.stale:
        parts.append(f"{_n(len(standing.stale), 'late repeat')} of replaced numbers ignored")
    earlier = len(standing.replaced) - len({c for s in standing.stale for c in s.claim_ids})
    if earlier > 0:
        parts.append(f"{_n(earlier, 'earlier claim')} replaced")
    return "; ".join(parts) + "."


def _opening(choice: Choice, standing: Standing) -> str:
    if choice.best is None:
        kinds = " or ".join(sorted({s.standing for s in standing.aside})) or "unusable"
        return f"No value: only {kinds} numbers, " + _list(f"{_words(s)} from {_who(s)}" for s in standing.aside)
    agreeing = sorted({s.voice for s in choice.supporting})
    same = [s for s in choice.supporting if s.point == choice.best] or list(choice.supporting)
    newest = max(same or voting(standing), key=lambda s: s.order)
    basis = "" if newest.basis == "stated" else f", as {newest.basis}"
    return (
        f"{_words(newest)}{basis} on the word of {_n(len(agreeing), 'voice')} ({_list(agreeing)}), latest {newest.day}"
    )


def _words(s: Statement) -> str:
    """A statement's number as words: "at least 17", "10 to 15", "up to 20"."""
    if s.point is None:
        return f"up to {s.high}"
    if s.quantifier == "range":
        return f"{s.low} to {s.high}"
    return f"{WORDS.get(s.quantifier, '')}{s.point}"


WORDS = {"at_least": "at least ", "more_than": "more than ", "about": "about ", "vague": "loosely at least "}


def _who(s: Statement) -> str:
    return s.source or s.voice


def _list(items: Iterable[str], most: int = 4) -> str:
    """The first few, alphabetically, and how many more."""
    words = sorted(set(items))
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more


def _n(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"

"""The reason of a figure: one sentence of plain English on who supports it, who differs and what was set aside.

Here belongs wording alone. What is chosen is the policies' matter.
"""

from collections.abc import Iterable

from pipeline.reconcile.cutting import cut
from pipeline.reconcile.policies import Choice, voting
from pipeline.reconcile.series import Standing
from pipeline.reconcile.statement import (
    COUNTED_ON,
    LAST_DEAD,
    LESS_THE_DEAD,
    LESS_THE_FOUND,
    WITH_ATTACKERS,
    WITH_LATER,
    Statement,
)

LENGTH = 200
NAME = 60
"""The longest name of a source."""
TELLING = "according to "
"""What a source as written may begin with."""
HOW = {
    LESS_THE_DEAD: "those hit, less those who died",
    LESS_THE_FOUND: "those missing before, less those found since",
    WITH_ATTACKERS: "with the attackers, whom other reports include",
    COUNTED_ON: "the rank of the last victim, less the dead",
    WITH_LATER: "those counted before, and who died since",
    LAST_DEAD: "the rank of the last who died",
    "the sum with further victims": "with further victims added",
    "a part": "one part of the total",
    "parts": "parts of the total added up",
    "a subset": "only some of the total",
    "a window": "of one stretch of time",
}
"""How a number that nobody stated as such came about, by its basis."""
ALONE = {
    "distrusted": "only an interested party says so",
    "feared": "it is only feared",
    "bounded": "only an upper bound is known, so best is the fewest that it allows",
}
WORDS = {"at_least": "at least ", "more_than": "more than ", "about": "about ", "vague": "at least "}
SIDES = {
    "feared": "feared",
    "bounded": "an upper bound",
    "wider": "over several incidents",
    "distrusted": "an interested party",
    "denied": "denied",
}


def reason(choice: Choice, standing: Standing) -> str:
    """The sentence; what does not fit into its length is left out from the end."""
    parts = [_opening(choice, standing)]
    against = [s for s in choice.dissenting if s.standing in ("counted", "estimated", "floor")]
    if against and choice.best is not None:
        parts.append("against " + listed(f"{words(s)} from {who(s)}" for s in against))
    if standing.held:
        parts.append("waiting for a second voice: " + listed(f"{words(s)} from {who(s)}" for s in standing.held))
    if standing.aside and standing.current:
        parts.append("set aside " + listed(f"{words(s)} from {who(s)} ({SIDES[s.standing]})" for s in standing.aside))
    if standing.stale:
        parts.append(f"{counted(len(standing.stale), 'late repeat')} of replaced numbers ignored")
    earlier = len(standing.replaced) - len({c for s in standing.stale for c in s.claim_ids})
    if earlier > 0:
        parts.append(f"{counted(earlier, 'earlier claim')} replaced")
    return _fitting(parts)


def _fitting(parts: list[str]) -> str:
    text = parts[0]
    for part in parts[1:]:
        if len(text) + len(part) + 3 <= LENGTH:
            text += f"; {part}"
    return cut(text, LENGTH - 1) if len(text) >= LENGTH else f"{text}."


def _opening(choice: Choice, standing: Standing) -> str:
    if choice.best is None:
        kinds = " or ".join(sorted({SIDES[s.standing] for s in standing.aside})) or "unusable"
        told = listed(f"{words(s)} from {who(s)}" for s in standing.aside)
        return f"No value, only a bound: {told}" if choice.high is not None else f"No value: {told} ({kinds})"
    newest = _newest(choice, standing)
    basis = "" if newest.basis == "stated" else f" ({_how(newest.basis)})"
    if not standing.current:
        side = ALONE[newest.standing]
        return f"{words(newest)}{basis}: {side} ({_names(choice.supporting)}), latest {newest.day}"
    voices = counted(len({s.voice for s in choice.supporting}), "voice")
    return f"{words(newest)}{basis} on the word of {voices} ({_names(choice.supporting)}), latest {newest.day}"


def _how(basis: str) -> str:
    """How the number came about: the words of its basis, else the group counted, or the groups added up."""
    summed = basis.removeprefix("the sum of ")
    told = f"{summed} added up" if summed != basis else f"the number of {basis.removeprefix('the ')}"
    return HOW.get(basis, told.replace("_", " "))


def _newest(choice: Choice, standing: Standing) -> Statement:
    same = [s for s in choice.supporting if s.point == choice.best] or list(choice.supporting)
    return max(same or voting(standing), key=lambda s: s.order)


def words(s: Statement) -> str:
    """A statement's number as words: "at least 17", "10 to 15", "up to 20,000"."""
    if s.point is None:
        return f"up to {s.high:,}" if s.high is not None else "a number"
    if s.quantifier == "range" and s.high is not None:
        return f"{s.low:,} to {s.high:,}"
    number = f"{WORDS.get(s.quantifier, '')}{s.point:,}"
    return f"“{s.word}”, {number}" if s.word else number


def who(s: Statement) -> str:
    """The source as written, else the report by its publisher and title; long ones cut between two words."""
    source = " ".join(s.source.split())
    told = source[len(TELLING) :] if source.lower().startswith(TELLING) else source
    return cut(told, NAME) if told else s.report


def _names(some: Iterable[Statement]) -> str:
    """Each voice once, by the name that its newest statement gives it."""
    names = {s.voice: who(s) for s in sorted(some, key=lambda s: s.order)}
    return listed(names.values(), most=3)


def listed(items: Iterable[str], most: int = 3) -> str:
    """The first few, alphabetically, and how many more."""
    told = sorted(set(items))
    more = f" and {len(told) - most} more" if len(told) > most else ""
    return ", ".join(told[:most]) + more


def counted(count: int, noun: str) -> str:
    """A number with its noun."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"

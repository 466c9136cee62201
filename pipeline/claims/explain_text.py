"""An explanation as lines that a person reads in a terminal.

Here belongs the wording. What is explained is found in explain.py.
"""

from collections.abc import Iterator

from pipeline.claims.claim import Claim
from pipeline.claims.explain import Explanation


def as_lines(found: Explanation) -> Iterator[str]:
    """The whole explanation."""
    place = "the title" if found.claim.mention.field == "title" else f"sentence {found.claim.mention.sentence_no + 1}"
    yield f"{found.claim_id}: {in_words(found.claim)}"
    yield f"  {place}: {found.marked}"
    yield ""
    yield f"Rule: {found.rule.name}"
    yield f"  {found.rule.meaning}"
    yield f"  here: {' + '.join(_fitted(found))}"
    if found.rule.pattern:
        yield f"  example: {found.rule.example}"
        yield f"  pattern: {found.rule.pattern}"
    yield from _read_as(found)
    yield from _others(found)
    yield from _context(found.claim)
    yield from _confidence(found)


def _fitted(found: Explanation) -> Iterator[str]:
    """The meanings of the chunks from the first that plays a role to the last."""
    roles = [k for k, piece in enumerate(found.pieces) if piece.role]
    yield from (piece.meaning for piece in found.pieces[min(roles, default=0) : max(roles, default=-1) + 1])


def in_words(claim: Claim) -> str:
    """Measure, value and group in a line."""
    named = [claim.victim_group] if claim.victim_group != "all" else []
    unit = claim.currency or claim.unit
    return f"{claim.measure}, {value_in_words(claim)} ({', '.join([unit, *named])})"


def value_in_words(claim: Claim) -> str:
    """The value as its quantifier leaves it: "at least 17", "10 to 15"."""
    values = (claim.value_low, claim.value_best, claim.value_high)
    low, best, high = ("open" if v is None else f"{v:,}" for v in values)
    match claim.quantifier:
        case "exact":
            return best
        case "range":
            return f"{low} to {high}"
        case "at_most" | "less_than":
            return f"{claim.quantifier.replace('_', ' ')} {high}"
        case "vague":
            return f"a vague word, {low} or more"
        case quantifier:
            return f"{quantifier.replace('_', ' ')} {best}"


def _read_as(found: Explanation) -> Iterator[str]:
    yield ""
    yield "The sentence as the grammar sees it (letter, meaning, words):"
    for piece in found.pieces:
        mark = {"counted": "→", "trigger": "*"}.get(piece.role, " ")
        yield f"  {mark} {piece.letter}  {piece.meaning:32} {' '.join(piece.text.split())}"
    yield "  (→ is counted, * says what happened)"


def _others(found: Explanation) -> Iterator[str]:
    yield ""
    if not found.rivals:
        yield "No other rule fits these words."
        return
    yield "Tried and lost:"
    for rival in found.rivals:
        yield f"  {rival.rule} ({rival.confidence:.2f}) would count {rival.measure}: {rival.why}"


def _context(claim: Claim) -> Iterator[str]:
    days = " to ".join(dict.fromkeys(d for d in (claim.period_start, claim.period_end) if d))
    source = f"{claim.attributed_to or 'nobody named'} ({claim.attribution_class})"
    rows = {
        "scope": claim.scope, "period": f"{days} ({claim.date_precision})" if days else "not said",
        "place": " ".join(p for p in (claim.place, claim.country_iso3) if p) or "not said", "source": source,
        "assertion": claim.assertion + (", negated" if claim.negated else ""),
    }  # fmt: skip
    yield ""
    yield "From the words around it:"
    yield from (f"  {name:10} {value}" for name, value in rows.items())
    if claim.parent is not None:
        yield f"  {'part of':10} {in_words(claim.parent)}"


def _confidence(found: Explanation) -> Iterator[str]:
    yield ""
    yield f"Confidence {found.claim.confidence:.2f}"
    for sign, factor in zip(" ××××", found.factors, strict=False):
        yield f"  {sign} {factor.value:.2f}  {factor.reason}"
    if abs(found.claim.confidence - found.uncalibrated) >= 0.005:
        share = f"{found.claim.confidence:.0%}"
        yield f"  = {found.uncalibrated:.2f}; of claims with this number, {share} were right on labelled reports"

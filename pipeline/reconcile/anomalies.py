"""Anomalies of figures and of their course: one named check each. A doubtful row is published with its anomaly.

Here belong doubts about what reconciling made of the claims. Doubts about single claims and articles stand in
claim_doubts; those about files and records are found in reading.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pipeline import codebook
from pipeline.reconcile.claim_doubts import claim_doubts
from pipeline.reconcile.doubt import Doubt
from pipeline.reconcile.events import Case, cases
from pipeline.reconcile.policies import default_policies
from pipeline.reconcile.series import Standing, levels, stand
from pipeline.reconcile.statement import EVERYBODY, Key, Statement
from pipeline.reconcile.wording import counted, who, words
from pipeline.tables.anomalies import Anomalies
from pipeline.tables.base import LIST_SEPARATOR
from pipeline.tables.registry import conform, empty, make_id


@dataclass(frozen=True, slots=True)
class Line:
    """One figure on the timeline of one event: what the series checks look at."""

    case: Case
    key: Key
    statements: Sequence[Statement]
    standing: Standing
    figure_id: str


def find_anomalies(
    claims: pd.DataFrame, articles: pd.DataFrame, events: pd.DataFrame, figures: pd.DataFrame
) -> pd.DataFrame:
    """All doubts about the claims and about the figures of the default policy."""
    figures = figures[figures["policy"] == default_policies()[0]]
    doubts = list(claim_doubts(claims, articles, events))
    for check in FIGURE_CHECKS:
        doubts += check(figures)
    doubts += vague_word_alone(figures, claims)
    doubts += incidents_do_not_sum(figures, events)
    for line in _lines(claims, articles, events):
        for look in SERIES_CHECKS:
            doubts += look(line)
    rows: list[dict[str, Any]] = [
        d._asdict() | {"anomaly_id": make_id("ano", d.table, d.row_id, d.check)} for d in doubts
    ]
    return conform(Anomalies, pd.DataFrame(rows).drop_duplicates("anomaly_id")) if rows else empty(Anomalies)


def _lines(claims: pd.DataFrame, articles: pd.DataFrame, events: pd.DataFrame) -> Iterator[Line]:
    policy = default_policies()[0]
    for case in cases(claims, articles, events):
        for key, some in case.by_key.items():
            yield Line(case, key, some, stand(some, case.outdated), case.figure_id(key, policy))


# ------------------------------------------------------------------ figures


def _rows(figures: pd.DataFrame) -> list[dict[str, Any]]:
    cells = figures.astype(object)
    return [{str(k): v for k, v in row.items()} for row in cells.where(cells.notna(), None).to_dict("records")]


def low_above_best(figures: pd.DataFrame) -> Iterator[Doubt]:
    """low, best and high out of order: a fault of a policy."""
    low, best, high = figures["low"], figures["best"], figures["high"]
    wrong = (low > best) | (best > high) | (low > high)
    for row in _rows(figures[wrong.fillna(False)]):
        message = f"low {row['low']}, best {row['best']}, high {row['high']} are out of order: the policy is at fault."
        yield Doubt("figures", row["figure_id"], "low_above_best", "error", message)


def contested_figure(figures: pd.DataFrame) -> Iterator[Doubt]:
    """Voices disagree beyond what their words allow."""
    for row in _rows(figures[figures["status"] == "contested"]):
        yield Doubt("figures", row["figure_id"], "contested_figure", "info", f"Voices disagree: {row['reason']}")


def nobody_trusted(figures: pd.DataFrame) -> Iterator[Doubt]:
    """Only a party to the fight, or only fear or denial, stands behind the number."""
    for row in _rows(figures[figures["status"] == "discounted"]):
        message = f"{row['reason']} An independent report is needed for a value."
        yield Doubt("figures", row["figure_id"], "nobody_trusted", "warning", message)


def subset_larger_than_whole(figures: pd.DataFrame) -> Iterator[Doubt]:
    """More children than people: one of the two is read wrongly, or they are of different days."""
    place = ["event_id", "measure", "scope", "unit"]
    whole = figures[figures["victim_group"] == EVERYBODY].set_index(place)["best"].dropna()
    whole = whole[~whole.index.duplicated()]
    parts = figures[figures["victim_group"] != EVERYBODY].join(whole.rename("whole"), on=place)
    for row in _rows(parts[(parts["best"] > parts["whole"]).fillna(False)]):
        message = (
            f"{row['best']:,} {row['victim_group']} {row['measure']} are more than the {row['whole']:,} of everybody; "
            "look at the claims of both figures."
        )
        yield Doubt("figures", row["figure_id"], "subset_larger_than_whole", "warning", message)


def vague_word_alone(figures: pd.DataFrame, claims: pd.DataFrame) -> Iterator[Doubt]:
    """A figure behind which stands nothing but a word like "dozens"."""
    words = dict(zip(claims["claim_id"], claims["quantifier"], strict=True))
    for row in _rows(figures[figures["best"].notna() & figures["supporting_claim_ids"].notna()]):
        if {words.get(claim) for claim in row["supporting_claim_ids"].split(LIST_SEPARATOR)} == {"vague"}:
            message = f"Nobody gives a number; {row['best']:,} is the least that a vague word allows: a floor."
            yield Doubt("figures", row["figure_id"], "vague_word_alone", "info", message)


def incidents_do_not_sum(figures: pd.DataFrame, events: pd.DataFrame) -> Iterator[Doubt]:
    """The incidents of a campaign do not add up to its total: the gap and what it may be."""
    parent = {e: p for e, p in zip(events["event_id"], events["parent_event_id"], strict=True) if isinstance(p, str)}
    inside = Counter(parent.values())
    adds_up = figures["measure"].isin(codebook.read("reconcile_rules")["adds_up"])
    whole = _rows(figures[adds_up & (figures["victim_group"] == EVERYBODY) & figures["best"].notna()])
    parts: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for row in whole:
        if row["event_id"] in parent:
            parts[parent[row["event_id"]], row["measure"], row["unit"]].append(int(row["best"]))
    for row in whole:
        known = parts.get((row["event_id"], row["measure"], row["unit"]), [])
        if row["scope"] == "cumulative" and known and sum(known) != row["best"]:
            severity = "info" if sum(known) < row["best"] else "warning"
            message = _gap(int(row["best"]), known, inside[row["event_id"]], row["measure"])
            yield Doubt("figures", row["figure_id"], "incidents_do_not_sum", severity, message)


def _gap(total: int, known: list[int], inside: int, measure: str) -> str:
    summed = sum(known)
    told = counted(len(known), "incident")
    opening = f"The total is {total:,} {measure}; the {told} with a figure add up to {summed:,}"
    if summed < total:
        silent = f", {inside - len(known)} more are known without one" if inside > len(known) else ""
        return f"{opening}{silent}: {total - summed:,} belong to incidents that no report here gives a figure for."
    return f"{opening}: {summed - total:,} too many; an incident is counted twice, or the total is older."


FIGURE_CHECKS: tuple[Callable[[pd.DataFrame], Iterator[Doubt]], ...] = (
    low_above_best, contested_figure, nobody_trusted, subset_larger_than_whole,
)  # fmt: skip


# ------------------------------------------------------------------ series


def toll_falls(line: Line) -> Iterator[Doubt]:
    """A voice gives a lower number on a later day and does not say that it corrects itself."""
    last: dict[str, Statement] = {}
    if line.key.measure in levels():
        return
    for s in line.statements:
        if s.standing not in ("counted", "estimated") or s.point is None:
            continue
        before = last.get(s.voice)
        if before and before.day < s.day and s.point < (before.point or 0) and not s.corrects:
            message = (
                f"{who(s)} gave {before.point:,} {line.key.measure} on {before.day} and {s.point:,} on {s.day} "
                "without a correction."
            )
            yield Doubt("claims", s.claim_ids[0], "toll_falls", "warning", message)
        last[s.voice] = s


def jump_held_back(line: Line) -> Iterator[Doubt]:
    """A number out of proportion waits for a second voice."""
    for s in line.standing.held:
        message = (
            f"{words(s)} {line.key.measure} from {who(s)} on {s.day} is out of proportion to what was known; "
            "it counts once a second voice has it."
        )
        yield Doubt("claims", s.claim_ids[0], "jump_held_back", "warning", message)


def stale_repeat(line: Line) -> Iterator[Doubt]:
    """A report repeats a number that had been replaced before it appeared."""
    for s in line.standing.stale:
        message = f"{words(s)} {line.key.measure} had been replaced before {s.day}."
        yield Doubt("claims", s.claim_ids[0], "stale_repeat", "info", message)


SERIES_CHECKS: tuple[Callable[[Line], Iterator[Doubt]], ...] = (toll_falls, jump_held_back, stale_repeat)

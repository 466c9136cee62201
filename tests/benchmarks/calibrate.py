"""Fits codebook/confidence.yml: a logistic curve with few parameters over all judged claims, never per corpus.

Here belongs the fit. The error is also shown for each source when the curve is fitted without it: what to expect of
reports that nobody has labelled.

    python -m tests.benchmarks.calibrate [--eval FOLDER] [--dry]
"""

import argparse
import collections
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

import numpy as np

from pipeline.claims import confidence
from pipeline.claims.confidence import Curve, chance, features, kinds, logit
from tests.benchmarks import calibration, judged
from tests.benchmarks.corpora import PROJECT, NoCorpora, corpora, evaluation_root, make_drop
from tests.benchmarks.judged import Judged
from tests.benchmarks.tables import make_tables, write_tables

BOOK = PROJECT / "pipeline" / "codebook" / "confidence.yml"
RULES = {
    "manner": "_manner", "sum": "_sum$", "subset": "^subset", "noun": "^counted_", "money": "^money", "toll": "^toll",
    "far": "_far", "named": "^named_", "unnamed": "^unnamed_",
}  # fmt: skip
FLAGS = (
    "one", "open", "scope_cumulative", "scope_subset", "above", "below", "echoed", "title", "lead", "sourced",
    "several",
)  # fmt: skip
RIDGE, ROUNDS = 2.0, 50
EVEN = 0.5
"""How far sources count alike however many claims of each are judged: 0 by claims, 1 alike."""
HEAD = """# From a rule's own confidence to a calibrated one (claims/confidence.py):
#   chance = 1 / (1 + exp(-(intercept + slope × log-odds of the rule's confidence + the offsets of its features)))
# Written by: python -m tests.benchmarks.calibrate
"""


def uncalibrated() -> Curve:
    """The curve that leaves a confidence as it is."""
    return Curve(0.0, 1.0, {}, {})


def collect(given: str | None) -> list[Judged]:
    """All judged claims with the rules' own confidence."""
    root = evaluation_root(given)
    with patch.object(confidence, "curve", uncalibrated), tempfile.TemporaryDirectory() as temporary:
        found = judged.from_golden()
        for corpus in corpora(root, []):
            if corpus.name in judged.SETS:
                drop, tables = Path(temporary) / "raw" / corpus.name, Path(temporary) / corpus.name
                make_drop(root, corpus, drop)
                write_tables(make_tables(drop).tables, tables)
                found += judged.from_corpus(root, corpus, tables)
    return found


def fit(claims: Sequence[Judged]) -> Curve:
    """Ridge-penalised logistic regression by Newton's method; intercept and slope are free."""
    rules = {name: re.compile(pattern) for name, pattern in RULES.items()}
    names = [*RULES, *FLAGS]
    rows = np.array([[1.0, logit(c.confidence), *_flags(c, rules, names)] for c in claims])
    right = np.array([c.right for c in claims], dtype=float)
    sizes = collections.Counter(c.source for c in claims)
    weights = np.array([sizes[c.source] ** -EVEN for c in claims])
    weights /= weights.mean()
    penalty = np.diag([0.0, 0.0, *([RIDGE] * len(names))])
    beta = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-rows @ beta))
        gradient = rows.T @ (weights * (right - p)) - penalty @ beta
        beta = beta + np.linalg.solve(rows.T @ (rows * (weights * p * (1 - p))[:, None]) + penalty, gradient)
    intercept, slope, *offsets = (round(float(b), 3) for b in beta)
    return Curve(intercept, slope, dict(zip(names, offsets, strict=True)), rules)


def _flags(claim: Judged, rules: dict[str, re.Pattern[str]], names: Sequence[str]) -> list[float]:
    found = set(features(claim.told, claim.beside, kinds(claim.told.rule, rules)))
    return [float(name in found) for name in names]


def apply(curve: Curve, claims: Sequence[Judged]) -> list[Judged]:
    """The same claims with their calibrated confidence."""
    named = [features(c.told, c.beside, kinds(c.told.rule, curve.rules)) for c in claims]
    return [c._replace(confidence=chance(c.confidence, n, curve)) for c, n in zip(claims, named, strict=True)]


def write(curve: Curve) -> None:
    """Puts the curve into the codebook."""
    lines = [f"intercept: {curve.intercept}", f"slope: {curve.slope}", "rules:  # feature: pattern of its rules' names"]
    lines += [f'  {name}: "{pattern.pattern}"' for name, pattern in curve.rules.items()]
    lines += ["offsets:", *(f"  {name}: {value}" for name, value in curve.offsets.items())]
    BOOK.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """The command line; 2 when there are no corpora."""
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks.calibrate")
    options.add_argument("--eval", help="folder of annotated corpora (default ../shared/eval)")
    options.add_argument("--dry", action="store_true", help="show the fit, write nothing")
    chosen = options.parse_args()
    try:
        claims = collect(chosen.eval)
    except NoCorpora as nothing:
        print(nothing, file=sys.stderr)
        return 2
    curve = fit(claims)
    print("\n".join(["Before:", *calibration.table(claims), ""]))
    print("\n".join(["After:", *calibration.table(apply(curve, claims)), ""]))
    for source in sorted({c.source for c in claims}):
        rest, own = [c for c in claims if c.source != source], [c for c in claims if c.source == source]
        error = calibration.expected_error(apply(fit(rest), own))
        print(f"fitted without {source}: error there {error:.3f}, uncalibrated {calibration.expected_error(own):.3f}")
    if not chosen.dry:
        write(curve)
        print(f"-> {BOOK.relative_to(PROJECT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

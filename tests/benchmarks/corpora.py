"""The annotated corpora below an evaluation folder: what there is, how each becomes a raw folder, how each is scored.

Here belong the calls of the evaluation folder's own scripts (to_raw.py, score.py, score_claims.py). Nothing in here
knows what a corpus says.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
DEFAULT_EVAL = PROJECT.parent / "shared" / "eval"
LINKING, STORIES, FOUNDING = "_linking", "timeline17", "founding"
WITH_LINKING = ("gva",)
"""Sets that are also run with the ids of their events hidden."""


class NoCorpora(Exception):
    """There is nothing to score; the message says where it was looked for and what to do."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """One call of a scorer: the script, its arguments besides --tables, and the set's name on the scoreboard."""

    script: str
    arguments: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """One raw folder to make and score. `drop` holds the arguments of to_raw.py; without any, `folder` is copied."""

    name: str
    folder: Path
    scorers: tuple[Scorer, ...]
    drop: tuple[str, ...] = ()
    raw: bool = field(default=False)


def evaluation_root(given: str | None) -> Path:
    """The folder of corpora. Raises NoCorpora."""
    root = Path(given).expanduser().resolve() if given else DEFAULT_EVAL
    if not (root / "score.py").is_file():
        where = f"{given}" if given else "../shared/eval beside the project"
        raise NoCorpora(f"No annotated corpora: {where} holds no score.py. Name another: make accuracy EVAL=folder")
    return root


def corpora(root: Path, wanted: Sequence[str]) -> list[Corpus]:
    """All corpora below the root, or those named. Raises NoCorpora for a name that is not there."""
    found = {corpus.name: corpus for corpus in _all(root)}
    unknown = [name for name in wanted if name not in found]
    if unknown:
        raise NoCorpora(f"No corpus {', '.join(unknown)} below {root.name}; there are: {', '.join(found)}")
    return [corpus for name, corpus in found.items() if not wanted or name in wanted]


def _all(root: Path) -> list[Corpus]:
    found = []
    for folder in sorted(p for p in root.iterdir() if any(p.glob("articles.jsonl*"))):
        drop = ("--eval-dir", str(folder))
        if folder.name == STORIES:
            found.append(Corpus(folder.name, folder, _claim_scorers(root, folder), (*drop, "--campaign-id")))
            continue
        arguments = ("--eval-dir", str(folder))
        found.append(Corpus(folder.name, folder, (Scorer("score.py", arguments, folder.name),), drop))
        if folder.name in WITH_LINKING:
            name = folder.name + LINKING
            scorer = Scorer("score.py", (*arguments, "--linking"), name)
            found.append(Corpus(name, folder, (scorer,), (*drop, "--no-event-id")))
    seed, gold = root.parent / "seed", root / "gold" / "founding_article_quantities.csv"
    if gold.is_file() and seed.is_dir():
        found.append(Corpus(FOUNDING, seed, (Scorer("score_claims.py", ("--gold", str(gold)), FOUNDING),), raw=True))
    return found


def _claim_scorers(root: Path, folder: Path) -> tuple[Scorer, ...]:
    """A scorer for each file of labelled claims on the stories."""
    articles = str(folder / "articles.jsonl")
    return tuple(
        Scorer("score_claims.py", ("--gold", str(gold), "--articles", articles), gold.stem)
        for gold in sorted((root / "gold").glob("*_claims.csv"))
    )


def make_drop(root: Path, corpus: Corpus, drop: Path) -> None:
    """Writes the raw folder of a corpus."""
    shutil.rmtree(drop, ignore_errors=True)
    if corpus.raw:
        shutil.copytree(corpus.folder, drop)
    else:
        _call(root, "to_raw.py", *corpus.drop, "--out", str(drop))


def scores(root: Path, corpus: Corpus, tables: Path) -> list[dict[str, Any]]:
    """The rows of the corpus's scorers: set, metric, measure, n, score, floor, ceiling, peer, better."""
    rows: list[dict[str, Any]] = []
    for scorer in corpus.scorers:
        answer = json.loads(_call(root, scorer.script, *scorer.arguments, "--tables", str(tables), "--json"))
        found = answer["scores"] if isinstance(answer, dict) else answer
        rows += [{"measure": "*", "ceiling": None, "peer": "", **row, "set": scorer.label} for row in found]
    return rows


def _call(root: Path, script: str, *arguments: str) -> str:
    """What a script of the evaluation folder prints. Raises NoCorpora with what it said when it fails."""
    done = subprocess.run([sys.executable, str(root / script), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoCorpora(f"{script} failed: {done.stderr.strip()[-800:]}")
    return done.stdout

"""Our own golden set scored: what the pipeline makes of every labelled sentence and report.

Here belongs the matching of labels with claims and the counting; the texts and labels lie in tests/golden.

    python -m tests.benchmarks.golden                       the table
    python -m tests.benchmarks.golden FAMILY …              and every error of these files (or: all)
    python -m tests.benchmarks.golden --write-known-misses  renew tests/golden/known_misses.yml
"""

import argparse
import collections
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from pipeline.claims.claim import Claim
from pipeline.claims.extract import extract
from pipeline.reading.article import Article, hash_text

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
KNOWN_MISSES = GOLDEN / "known_misses.yml"
ATTRIBUTES = {
    "quantifier": "quantifier", "group": "victim_group", "scope": "scope", "assertion": "assertion",
    "attribution": "attribution_class", "negated": "negated", "currency": "currency", "unit": "unit",
    "period_start": "period_start", "period_end": "period_end",
}  # fmt: skip
"""Key of a label and the claim's attribute that answers it. Each is also a class of error."""
MISSED, EXTRA = "missed", "extra"
KNOWN_HEAD = """# Golden texts that the pipeline does not read right yet, each with its classes of error. The test of
# the golden set fails when one of them comes right ("remove it from the list") or goes wrong in a new way.
# Written by: python -m tests.benchmarks.golden --write-known-misses
"""


class Entry(NamedTuple):
    """One labelled text. `complete`: its claims are all there are, so that any other is an error."""

    family: str
    id: str
    published: str
    title: str
    text: str
    claims: list[dict[str, Any]]
    not_claims: list[Any]
    complete: bool
    publisher: str = ""


@dataclass(slots=True)
class Outcome:
    """What the pipeline made of an entry: labels met with their claim, labels missed, claims that nobody labelled."""

    entry: Entry
    met: list[tuple[dict[str, Any], Claim]] = field(default_factory=list)
    missed: list[dict[str, Any]] = field(default_factory=list)
    extra: list[Claim] = field(default_factory=list)

    def wrong(self) -> Iterator[tuple[dict[str, Any], Claim, str]]:
        """Labels met whose claim differs in an attribute, once an attribute."""
        for label, claim in self.met:
            for key, attribute in ATTRIBUTES.items():
                if key in label and str(getattr(claim, attribute)) != str(label[key]):
                    yield label, claim, key

    def errors(self) -> list[str]:
        """The classes of error, each once; none: read right."""
        found = [MISSED] * bool(self.missed) + [EXTRA] * bool(self.extra)
        return list(dict.fromkeys([*found, *(key for _, _, key in self.wrong())]))


@cache
def sentences() -> tuple[Entry, ...]:
    """All labelled sentences."""
    files = {path.stem: load(path) for path in sorted((GOLDEN / "claims").glob("*.yml"))}
    return tuple(
        Entry(family, e["id"], e["published"], "", e["text"], e["claims"], [], True)
        for family, found in files.items()
        for e in found
    )


@cache
def reports() -> tuple[Entry, ...]:
    """All labelled reports; their claims are the important ones, not all."""
    loaded = [load(path) for path in sorted((GOLDEN / "reports").glob("*.yml"))]
    return tuple(
        Entry("reports", e["id"], e["published"], e["title"], e["text"], e["claims"], e["not_claims"], False,
              e["publisher"])
        for e in loaded
    )


def load(path: Path) -> Any:
    """A file of the golden set."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)


def article(entry: Entry) -> Article:
    """The entry as reading would hand it on."""
    published = datetime.fromisoformat(entry.published).replace(tzinfo=UTC)
    return Article(
        article_id=f"art-{entry.id}", document_id=f"doc-{entry.id}", raw_path=f"{entry.id}.txt", raw_id=entry.id,
        given_event_id=entry.id, given_campaign_id="", url="", publisher=entry.publisher,
        title=entry.title, published_at=published, published_at_basis="given", retrieved_at=published, language="en",
        n_chars=len(entry.text),
        text_sha256=hash_text(entry.text), text=entry.text,
    )  # fmt: skip


def judge(entry: Entry) -> Outcome:
    """Runs extraction on the entry and matches its claims with the labels, each claim with one label at most."""
    outcome = Outcome(entry)
    left = [claim for claim in extract(article(entry)).claims if claim.mention.field == "text"]
    for label in entry.claims:
        start, end = place(entry.text, label)
        fitting = [c for c in left if _answers(c, label) and c.mention.start < end and start < c.mention.end]
        fitting.sort(key=lambda c: (_distance(c, label), abs(c.mention.start - start) + abs(c.mention.end - end)))
        if fitting:
            outcome.met.append((label, fitting[0]))
            left = [c for c in left if c is not fitting[0]]
        else:
            outcome.missed.append(label)
    rejected = [place(entry.text, {"number": n} if isinstance(n, str) else n) for n in entry.not_claims]
    outcome.extra = [
        c for c in left if entry.complete or any((c.mention.start, c.mention.end) == span for span in rejected)
    ]
    return outcome


def _answers(claim: Claim, label: dict[str, Any]) -> bool:
    values = (claim.value_low, claim.value_best, claim.value_high)
    return claim.measure == label["measure"] and values == (label["low"], label["best"], label["high"])


def _distance(claim: Claim, label: dict[str, Any]) -> int:
    """Attributes in which a claim differs from a label: of two claims on one span, the label's own."""
    return sum(str(getattr(claim, a)) != str(label[k]) for k, a in ATTRIBUTES.items() if k in label)


def place(text: str, label: dict[str, Any]) -> tuple[int, int]:
    """Span of the label's surface: its nth occurrence as whole words."""
    surface = label["number"]
    pattern = rf"(?<!\w)(?<!\d[.,]){re.escape(surface)}(?!\w)(?![.,]\d)"
    start = [m.start() for m in re.finditer(pattern, text)][label.get("nth", 1) - 1]
    return start, start + len(surface)


@cache
def outcomes() -> tuple[Outcome, ...]:
    """The outcome of every sentence and report."""
    return tuple(judge(entry) for entry in (*sentences(), *reports()))


def scores(found: Sequence[Outcome], name: str) -> list[dict[str, Any]]:
    """Recall (measure and value), share of claims that are labelled, and each attribute over the labels met."""
    met, missed = sum(len(o.met) for o in found), sum(len(o.missed) for o in found)
    extra = sum(len(o.extra) for o in found)
    rows = [_row(name, "entries_right", len(found), sum(not o.errors() for o in found)),
            _row(name, "recall", met + missed, met), _row(name, "precision", met + extra, met)]  # fmt: skip
    wrong = collections.Counter(key for o in found for _, _, key in o.wrong())
    labelled = collections.Counter(key for o in found for label, _ in o.met for key in ATTRIBUTES if key in label)
    return [*rows, *(_row(name, key, labelled[key], labelled[key] - wrong[key]) for key in ATTRIBUTES if labelled[key])]


def _row(name: str, metric: str, n: int, right: int) -> dict[str, Any]:
    score = right / n if n else None
    unknown = {"floor": None, "ceiling": None, "peer": "", "better": "high"}
    return {"set": name, "metric": metric, "measure": "*", "n": n, "score": score, **unknown}


def families(found: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """Outcomes by the file that they stand in."""
    groups: dict[str, list[Outcome]] = collections.defaultdict(list)
    for outcome in found:
        groups[outcome.entry.family].append(outcome)
    return dict(groups)


def table(found: Sequence[Outcome]) -> Iterator[str]:
    """One line a file, and one for all."""
    yield f"{'file':30} {'entries':>7} {'right':>6} {'labels':>6} {'missed':>6} {'extra':>6}  wrong attributes"
    for name, some in [*families(found).items(), ("all", list(found))]:
        labels = sum(len(o.met) + len(o.missed) for o in some)
        wrong = collections.Counter(key for o in some for _, _, key in o.wrong())
        right, missed = sum(not o.errors() for o in some), sum(len(o.missed) for o in some)
        extra = sum(len(o.extra) for o in some)
        shown = ", ".join(f"{key} {n}" for key, n in wrong.most_common())
        yield f"{name:30} {len(some):7} {right:6} {labels:6} {missed:6} {extra:6}  {shown}"


def details(outcome: Outcome) -> Iterator[str]:
    """Every error of an entry in words."""
    yield f"{outcome.entry.id} | {outcome.entry.text.strip()}"
    for label in outcome.missed:
        yield f"    missed {label['number']!r} {label['measure']} {label['low']}/{label['best']}/{label['high']}"
    for claim in outcome.extra:
        values = f"{claim.value_low}/{claim.value_best}/{claim.value_high}"
        yield f"    extra {claim.mention.surface!r} {claim.measure} {values} ({claim.rule})"
    for label, claim, key in outcome.wrong():
        ours = getattr(claim, ATTRIBUTES[key])
        yield f"    {key} of {label['number']!r} is {ours}, labelled {label[key]} ({claim.rule})"


def known_misses() -> dict[str, list[str]]:
    """Ids of the sentences that are known to be read wrong, with their classes of error."""
    return load(KNOWN_MISSES) or {} if KNOWN_MISSES.exists() else {}


def write_known_misses() -> int:
    """Writes the list anew from what the pipeline does now; the number of its entries."""
    misses = {o.entry.id: o.errors() for o in outcomes() if o.errors()}
    lines = [f"{name}: [{', '.join(classes)}]\n" for name, classes in misses.items()]
    KNOWN_MISSES.write_text(KNOWN_HEAD + "".join(lines), encoding="utf-8")
    return len(misses)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.golden")
    parser.add_argument("families", nargs="*", help="files whose errors are shown one by one, or: all")
    parser.add_argument("--write-known-misses", action="store_true")
    chosen = parser.parse_args()
    for outcome in outcomes():
        if outcome.errors() and {"all", outcome.entry.family} & set(chosen.families):
            print("\n".join(details(outcome)))
    print("\n".join(table(outcomes())))
    for row in [*scores([o for o in outcomes() if o.entry.complete], "sentences"),
                *scores([o for o in outcomes() if not o.entry.complete], "reports")]:  # fmt: skip
        print(f"{row['set']:10} {row['metric']:14} {row['n']:5} {row['score']:.3f}")
    if chosen.write_known_misses:
        print(f"{write_known_misses()} known misses -> {KNOWN_MISSES.relative_to(GOLDEN.parents[1])}")


if __name__ == "__main__":
    main()

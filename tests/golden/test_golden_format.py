"""The golden set checks itself: every entry is well formed, every surface stands in its text, everything is covered.

Here belongs the format and nothing else; what the pipeline makes of the sentences is tested elsewhere.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.tables import vocabulary

HERE = Path(__file__).parent
CODEBOOK = HERE.parents[1] / "pipeline" / "codebook"
SENTENCE_FILES = sorted((HERE / "claims").glob("*.yml"))
REPORT_FILES = sorted((HERE / "reports").glob("*.yml"))

STYLES = {"wire", "local", "ministry", "ngo", "un", "live", "headline", "caps", "broadcast"}
SENTENCE_KEYS = {"id", "style", "published", "text", "claims"}
REPORT_KEYS = SENTENCE_KEYS | {"publisher", "title", "figures", "not_claims"}
VALUE_KEYS = {"measure", "low", "best", "high", "quantifier"}
CLAIM_REQUIRED = VALUE_KEYS | {"number"}
CLAIM_OPTIONAL = {
    "nth", "group", "scope", "assertion", "attribution", "negated", "counted", "currency", "unit", "period_start",
    "period_end", "place", "sum", "part_of_sum",
}  # fmt: skip
FIGURE_OPTIONAL = {"group", "scope", "currency", "unit"}
UNITS = {"household"}
NOT_PERSONS = {
    "vessels", "vehicles", "aircraft", "strikes", "projectiles", "troops", "housing_destroyed", "housing_damaged",
    "amount", "sources",
}  # fmt: skip
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

# Which of low, best and high each quantifier fills; "about" also fills high for "nearly" and "almost".
FILLED = {
    "exact": ["lbh"], "at_least": ["lb"], "more_than": ["lb"], "at_most": ["h"], "less_than": ["h"],
    "about": ["b", "bh"], "range": ["lh"], "vague": ["l"],
}  # fmt: skip


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def codebook_keys(name: str, section: str) -> set[str]:
    return set(load(CODEBOOK / f"{name}.yml")[section])


MEASURES = codebook_keys("measures", "measures")
GROUPS = codebook_keys("victim_groups", "groups")
SENTENCES: list[dict[str, Any]] = [entry for path in SENTENCE_FILES for entry in load(path)]
REPORTS: list[dict[str, Any]] = [load(path) for path in REPORT_FILES]


def occurrences(surface: str, text: str) -> int:
    """How often the surface stands in the text as whole words: "3" is not in "30", nor in "3.5" or "1,300"."""
    return len(re.findall(rf"(?<!\w)(?<!\d[.,]){re.escape(surface)}(?!\w)(?![.,]\d)", text))


def check_value(row: dict[str, Any]) -> None:
    filled = "".join(key[0] for key in ("low", "best", "high") if row[key] is not None)
    assert filled in FILLED[row["quantifier"]], f"{row['quantifier']} does not fill {filled or 'nothing'}"
    values = [row[key] for key in ("low", "best", "high") if row[key] is not None]
    assert all(type(value) is int and value >= 0 for value in values)
    assert values == sorted(values)


def check_codes(row: dict[str, Any]) -> None:
    assert row["measure"] in MEASURES
    assert row.get("group", "all") in GROUPS
    assert row.get("scope", "incident") in vocabulary.SCOPES
    assert row.get("unit", "household") in UNITS
    assert ("currency" in row) == (row["measure"] == "amount"), "an amount has a currency, and nothing else has"
    assert re.fullmatch(r"[A-Z]{3}", row.get("currency", "USD"))
    assert not (row["measure"] in NOT_PERSONS and "group" in row), "only persons have a victim group"


def check_claim(claim: dict[str, Any], text: str) -> None:
    assert claim.keys() >= CLAIM_REQUIRED and claim.keys() <= CLAIM_REQUIRED | CLAIM_OPTIONAL, claim.keys()
    found = occurrences(claim["number"], text)
    assert found >= claim.get("nth", 1), f"{claim['number']!r} stands {found} times in the text"
    assert found == 1 or "nth" in claim, f"{claim['number']!r} stands {found} times: say which with nth"
    check_value(claim)
    check_codes(claim)
    assert claim.get("assertion", "asserted") in vocabulary.ASSERTIONS
    assert claim.get("attribution", "unknown") in vocabulary.ATTRIBUTION_CLASSES
    for key in ("negated", "sum", "part_of_sum"):
        assert claim.get(key, True) is True, "a flag is true or absent"
    assert ("negated" in claim) == (claim["best"] == 0), "nobody is a claim of zero, and negated"
    assert claim.get("scope") == "subset" or "part_of_sum" not in claim
    for key in ("counted", "place"):
        assert claim.get(key, "") in text
    days = [claim[key] for key in ("period_start", "period_end") if key in claim]
    assert all(ISO_DAY.fullmatch(day) for day in days) and days == sorted(days)


def check_claims(claims: list[dict[str, Any]], text: str) -> None:
    for claim in claims:
        check_claim(claim, text)
    keys = [(claim["number"], claim.get("nth", 1), claim["measure"]) for claim in claims]
    assert len(keys) == len(set(keys)), "one claim a number and measure"
    assert_sums_add_up(claims)


def assert_sums_add_up(claims: list[dict[str, Any]]) -> None:
    """The parts of all sums of a measure add up to the sums: a slip in either shows."""
    for measure in {claim["measure"] for claim in claims if "sum" in claim}:
        rows = [claim for claim in claims if claim["measure"] == measure]
        for end in ("low", "high") if any(row["best"] is None for row in rows) else ("best",):
            sums = sum(row[end] or 0 for row in rows if "sum" in row)
            parts = sum(row[end] or 0 for row in rows if "part_of_sum" in row)
            assert sums == parts, f"{measure}: parts add up to {parts}, sums to {sums}"


def check_head(entry: dict[str, Any]) -> None:
    assert entry["style"] in STYLES
    assert ISO_DAY.fullmatch(entry["published"])
    assert entry["text"].strip()


@pytest.mark.parametrize("path", SENTENCE_FILES, ids=lambda path: path.stem)
def test_sentences_are_well_formed(path: Path) -> None:
    """A typing error in a label would count as an error of the pipeline."""
    for entry in load(path):
        assert entry.keys() == SENTENCE_KEYS, f"{entry.get('id')}: {entry.keys() ^ SENTENCE_KEYS}"
        assert entry["id"].startswith(path.stem.replace("_", "-") + "-")
        check_head(entry)
        check_claims(entry["claims"], entry["text"])


@pytest.mark.parametrize("path", REPORT_FILES, ids=lambda path: path.stem)
def test_reports_are_well_formed(path: Path) -> None:
    """As for sentences; also a figure that no claim of the report carries, or a surface both kept and rejected."""
    report = load(path)
    assert report.keys() == REPORT_KEYS, report.keys() ^ REPORT_KEYS
    assert report["id"] == path.stem
    assert report["title"].strip() and report["publisher"].strip()
    check_head(report)
    check_claims(report["claims"], report["text"])
    check_figures(report)
    check_not_claims(report)


def check_figures(report: dict[str, Any]) -> None:
    claimed = {claim["measure"] for claim in report["claims"]}
    for figure in report["figures"]:
        assert figure.keys() >= VALUE_KEYS and figure.keys() <= VALUE_KEYS | FIGURE_OPTIONAL, figure.keys()
        check_value(figure)
        check_codes(figure)
        assert figure["measure"] in claimed, f"no claim on {figure['measure']}"


def check_not_claims(report: dict[str, Any]) -> None:
    kept = {(claim["number"], claim.get("nth", 1)) for claim in report["claims"]}
    for number, nth, unique in rejected(report):
        found = occurrences(number, report["text"])
        assert found == 1 if unique else found >= nth, f"{number!r} stands {found} times in the text"
        assert (number, nth) not in kept, f"{number!r} is both kept and rejected"


def rejected(report: dict[str, Any]) -> Iterator[tuple[str, int, bool]]:
    """Surface, which occurrence, and whether it must be the only one."""
    for item in report["not_claims"]:
        if isinstance(item, str):
            yield item, 1, True
        else:
            yield item["number"], item["nth"], False


def test_ids_are_unique() -> None:
    """Two entries of one id would overwrite each other on the scoreboard."""
    ids = [entry["id"] for entry in SENTENCES + REPORTS]
    assert len(ids) == len(set(ids))


def test_texts_are_unique() -> None:
    """A sentence entered twice would count twice."""
    texts = [entry["text"] for entry in SENTENCES + REPORTS]
    assert len(texts) == len(set(texts))


def test_the_set_is_large_enough() -> None:
    """The set shrinks below what was promised."""
    assert len(SENTENCES) >= 400
    assert len(REPORTS) >= 40


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("measure", MEASURES),
        ("group", GROUPS),
        ("quantifier", set(vocabulary.QUANTIFIERS)),
        ("scope", set(vocabulary.SCOPES)),
        ("assertion", set(vocabulary.ASSERTIONS)),
        ("attribution", set(vocabulary.ATTRIBUTION_CLASSES)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_code_is_covered_by_sentences(key: str, expected: set[str]) -> None:
    """A code that no sentence shows could break unseen."""
    assert {claim[key] for entry in SENTENCES for claim in entry["claims"] if key in claim} == expected

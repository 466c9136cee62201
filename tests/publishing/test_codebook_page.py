"""The codebook page: every code that a table may hold is explained, and every policy has its source."""

import pytest

from pipeline import codebook
from pipeline.publishing.codebook_page import CODES, codebook_page, meanings
from pipeline.tables import vocabulary as v

KNOWN = {
    "quantifiers": v.QUANTIFIERS, "statuses": v.FIGURE_STATUSES, "scopes": v.SCOPES, "assertions": v.ASSERTIONS,
    "attribution_classes": v.ATTRIBUTION_CLASSES, "revision_reasons": v.REVISION_REASONS, "severities": v.SEVERITIES,
    "changes": v.CHANGES,
}  # fmt: skip


@pytest.mark.parametrize("kind", CODES)
def test_every_code_has_a_meaning(kind: str) -> None:
    """A code that nobody explains is understood by everybody differently."""
    assert set(meanings(kind)) == set(KNOWN[kind])


def test_measures_vague_words_and_policies_stand_on_the_page() -> None:
    """The page is what researchers cite in their methods section."""
    page = codebook_page()
    assert all(f"| `{measure}` |" in page for measure in codebook.read("measures")["measures"])
    assert "| `dozens` | 24 |" in page
    for name, policy in codebook.read("policies")["policies"].items():
        [row] = [line for line in page.splitlines() if line.startswith(f"| `{name}` | {policy['description'][:20]}")]
        assert policy["source"][:20] in row


def test_rows_have_as_many_cells_as_their_header() -> None:
    """A stroke or a line feed in a meaning would break the table."""
    for part in codebook_page().split("\n## ")[1:]:
        rows = [line.replace("\\|", "") for line in part.splitlines() if line.startswith("|")]
        assert len({row.count("|") for row in rows}) == 1

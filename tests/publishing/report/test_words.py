"""How the report words what the tables hold."""

import pytest

from pipeline.publishing.report.words import titled


@pytest.mark.parametrize(
    ("label", "given", "title"),
    [
        ("fire in Lunde, 2025-03-04", None, "Fire in Lunde, 2025-03-04"),
        ("strike-7 since 2025-09-02", "strike-7", "strike-7 since 2025-09-02"),
        ("flood in Varn", "ev-1", "Flood in Varn"),
    ],
)
def test_labels_become_titles_and_given_ids_stay(label: str, given: str | None, title: str) -> None:
    """An id written with another letter is not found again in the input."""
    assert titled({"label": label, "given_event_id": given}) == title

"""as-of: what the world knew on a day, what was written down by a day, and both together."""

import pandas as pd
import pytest

from pipeline.publishing.as_of import figures_as_of, published_by
from tests.publishing.made_tables import a_fire, made, revision

LATER = "2025-03-20T06:00:00Z"
REVISIONS = made(
    revisions=[
        revision("range", "2025-03-04", None, 17),
        revision("range", "2025-03-05", 17, 19),
        revision("range", "2025-03-04", 17, 16, reason="retroactive", recorded_at=LATER),
    ]
)["revisions"]


@pytest.mark.parametrize(
    ("as_of", "recorded_by", "best"),
    [(None, None, 19), ("2025-03-04", None, 16), ("2025-03-04", "2025-03-11", 17), (None, "2025-03-11", 19),
     (pd.Timestamp("2025-03-04T15:00"), None, 16)],
    ids=["now", "that day, read now", "that day, as written then", "as written then", "a moment"],
)  # fmt: skip
def test_a_figure_on_a_day(as_of: str | None, recorded_by: str | None, best: int) -> None:
    """Mixing up the two times tells readers that something was known before it was."""
    assert figures_as_of(REVISIONS, as_of, recorded_by)["best"].tolist() == [best]


def test_a_figure_does_not_exist_before_its_first_report() -> None:
    """A toll on the day before the event would be invented."""
    assert figures_as_of(REVISIONS, "2025-03-03").empty


def test_a_withdrawn_figure_is_gone() -> None:
    """A figure that nothing supports must not be loaded as if something did."""
    gone = made(revisions=[revision("range", "2025-03-04", 17, None, reason="retracted")])["revisions"]
    assert figures_as_of(gone).empty


def test_reports_of_the_day_itself_count() -> None:
    """As of a day means until its end."""
    articles = a_fire()["articles"]
    assert len(published_by("articles", articles, "2025-03-04")) == 1
    assert len(published_by("articles", articles, "2025-03-05")) == 3


def test_a_table_without_a_day_is_refused() -> None:
    """All rows in answer to a question about a day would look like an answer; so would figures of now."""
    for name in ("mentions", "events_wide"):
        with pytest.raises(ValueError, match=f"{name} holds what is known now"):
            published_by(name, made()[name], "2025-03-04")

"""Copies and origins: ten papers with one wire story are one voice, and two reporters at one fire are two."""

import pandas as pd
import pytest

from pipeline import codebook
from pipeline.linking.copies import copy_features, find_copies
from pipeline.linking.credits import agency_of
from tests.reconcile.by_hand import article_frame

WIRE = (
    "PORT LUME (Reuters) - Fourteen dock workers were killed when a grain silo collapsed onto the eastern quay of "
    "Port Lume on Monday, the harbour master said. Rescuers with dogs and "
    "thermal cameras searched the dust through the night. "
    "The silo, built in 1962, had been closed for repairs since the spring, according to the port's own records. "
    "Nine of the injured were taken to the island's only hospital, where the lights failed twice before midnight. "
    "The mayor promised that every family would be told by morning what had happened to its people."
)
LOCAL = WIRE.removeprefix("PORT LUME (Reuters) - ").replace("Rescuers with dogs", "Rescue teams with sniffer dogs") + (
    " Our reporter saw a crowd at the gate that sang old sailors' songs until the first ambulance left the quay."
)
OTHER = (
    "A grain silo came down at Port Lume on Monday and fourteen people are dead, the union of dockers said. "
    "Its chairwoman blamed years of neglect and called for a strike on Thursday at all three terminals. "
    "Witnesses spoke of a sound like a train, then of silence, then of gulls."
)


def reports(*texts: tuple[str, str]) -> pd.DataFrame:
    rows = [
        {"id": f"r{i}", "day": f"2031-05-0{i + 1}", "from": who, "text": text} for i, (who, text) in enumerate(texts)
    ]
    return find_copies(article_frame(rows)).sort_values("raw_id", ignore_index=True)


def test_a_reprint_with_changes_is_a_copy_and_the_agency_its_origin() -> None:
    """Otherwise one wire story confirms itself."""
    found = reports(("Harbour Post", WIRE), ("Hill Courier", LOCAL), ("Docker", OTHER))
    assert found["copy_group_id"][0] == found["copy_group_id"][1]
    assert pd.isna(found["copy_group_id"][2])
    assert found["origin"].tolist() == ["Reuters", "Reuters", "Docker"]


def test_without_a_credit_the_earliest_publisher_is_the_origin() -> None:
    """The later paper copied; it did not find out for itself."""
    plain = WIRE.replace("PORT LUME (Reuters) - ", "")
    found = reports(("Harbour Post", plain), ("Hill Courier", LOCAL))
    assert found["origin"].tolist() == ["Harbour Post", "Harbour Post"]


def test_equal_short_texts_are_copies_and_alike_short_texts_are_not() -> None:
    """Two headlines on two fires share most of their words."""
    found = reports(
        ("A", "Fire kills three in Lume"), ("B", "Fire kills three in Lume"), ("C", "Fire kills four in Lume")
    )
    assert found["copy_group_id"][0] == found["copy_group_id"][1]
    assert pd.isna(found["copy_group_id"][2])


def test_copy_groups_do_not_depend_on_the_order_of_reports() -> None:
    """An id that changes with the order of files is no id."""
    one = reports(("Harbour Post", WIRE), ("Hill Courier", LOCAL), ("Docker", OTHER))
    frame = article_frame([{"id": "r1", "day": "2031-05-02", "from": "Hill Courier", "text": LOCAL},
                           {"id": "r0", "day": "2031-05-01", "from": "Harbour Post", "text": WIRE}])  # fmt: skip
    two = find_copies(frame.iloc[::-1]).set_index("raw_id")
    assert two.loc["r0", "copy_group_id"] == one["copy_group_id"][0]


def test_every_feature_of_the_codebook_has_a_value() -> None:
    """A feature with a weight and no value silently counts nothing."""
    from pipeline.linking.copies import _print

    features = copy_features(_print(WIRE, ""), _print(LOCAL, ""))
    assert set(features) == set(codebook.read("linking_copies")["features"])
    assert all(0 <= value <= 1 for value in features.values())


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("LUME (AP) — Three people died.", "Associated Press"),
        ("LUME, May 3 (Reuters) - Three people died.", "Reuters"),
        ("Three people died on Monday in a fire at the docks.\n\n— Reuters", "Reuters"),
        ("By A. Writer, Associated Press\nThree people died.", "Associated Press"),
        ("AFP - Three people died.", "Agence France-Presse"),
        ("The minister told Reuters that three people died.", ""),
        ("Three people died, the AP reported earlier.", ""),
    ],
)
def test_agency_credits(text: str, agency: str) -> None:
    """A quoted agency is a source; a credited one is the author."""
    assert agency_of("Harbour Post", text) == agency


def test_an_agency_that_publishes_itself_needs_no_credit() -> None:
    """Else an agency's own page would be a second origin of its copies."""
    assert agency_of("Reuters", "Three people died.") == "Reuters"

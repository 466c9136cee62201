"""Sources of one report: which are one voice, which stand beside one another, and whose number is an old one."""

from typing import Any

import pytest

from pipeline.reconcile.figures import reconcile
from pipeline.reconcile.told import is_to_date, was_put_earlier
from tests.reconcile.by_hand import frames, ids_of

OFFICIALS = {"source": "officials", "class": "official"}
RELATIVES = {"source": "A committee of relatives", "class": "witness"}


def figure(measure: str, *reports: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    """The figure on everybody that these reports (their claims), a day apart, support."""
    told = [[{"measure": measure, "position": 40 * i} | claim for i, claim in enumerate(some)] for some in reports]
    made = [{"id": f"r{i}", "day": f"2031-05-0{i + 1}", "claims": some} for i, some in enumerate(told)]
    rows = reconcile(*frames(made), ["range"])
    found = rows[(rows["measure"] == measure) & (rows["victim_group"] == "all")]
    return {str(k): v for k, v in found.iloc[0].items()}


def ends(found: dict[str, Any]) -> tuple[Any, Any, Any]:
    return found["low"], found["best"], found["high"]


def test_another_source_stands_beside_the_first() -> None:
    """Fails when the three of local sources vanish because another source of the same report has five."""
    local, other = {"n": 3, "source": "local sources"}, {"n": 5, "source": "Another source, in the harbour"}
    found = figure("killed", (local, other))
    assert ends(found) == (3, 3, 5)
    assert found["n_origins"] == 2
    assert ends(figure("killed", (local, other | {"n": 3}))) == (3, 3, 3)
    assert ends(figure("killed", (local, other | {"source": "sources in the harbour"})))[1] == 5


def test_whom_a_report_quotes_without_a_name_is_not_its_officials() -> None:
    """Fails when the relatives' 21 is published on the word of the officials, who have 17."""
    toll = {"n": 17, "rule": "toll", "scope": "cumulative"} | OFFICIALS
    found = figure("killed", (toll, {"n": 21} | RELATIVES), ({"n": 17},))
    assert ends(found) == (17, 17, 21)
    assert "21 from A committee of relatives" in found["reason"]


@pytest.mark.parametrize(
    "marked",
    [
        "Activists had earlier put the toll at »26«.",
        "The ministry, which had previously said that »26« people died, now has 29.",
        "Initial reports put the number of dead at »26«.",
        "Police initially reported »26« dead.",
        "That is more than the »26« deaths reported earlier.",
    ],
)
def test_words_for_a_number_of_before(marked: str) -> None:
    """What somebody had put earlier is no number of today."""
    assert was_put_earlier(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Police initially reported 15 dead but later raised the toll to »26«.",
        "While initial reports had five dead, the toll rose to »26«.",
        "Earlier on Friday »26« people were killed.",
        "Police said »26« people died.",
    ],
)
def test_words_for_a_number_of_today(marked: str) -> None:
    """The number behind "later" is the new one."""
    assert not was_put_earlier(marked)


def test_what_somebody_had_put_earlier_is_replaced_by_the_report_s_own() -> None:
    """Fails when 26 wins over 29 because the report of the 29 tells what activists had counted before."""
    old = {"n": 26, "source": "local activists", "class": "ngo", "excerpt": "Activists had earlier put it at »26«."}
    monitors = {"n": 26, "source": "monitors", "class": "ngo"}
    found = figure("killed", (monitors,), ({"n": 29, "source": "a charity", "class": "ngo"}, old))
    assert ends(found) == (26, 29, 29)
    assert found["superseded_claim_ids"] == ids_of("r1.1")
    assert ends(figure("killed", (old,))) == (26, 26, 26)


@pytest.mark.parametrize(
    ("marked", "is_total"),
    [
        ("Police said »64« people had been arrested to date in connection with the trouble.", True),
        ("So far »64« people have been held.", True),
        ("In all »64« were arrested.", True),
        ("»64« people were arrested so far this year.", False),
        ("So far six were charged and »64« arrested.", False),
        ("»64« people were arrested overnight.", False),
    ],
)
def test_words_for_a_total_to_date(marked: str, is_total: bool) -> None:
    """A total of the year is over more than this event."""
    assert is_to_date(marked) == is_total


def test_a_total_to_date_stands_before_the_few_of_the_title() -> None:
    """Six were jailed, of the 64 arrested to date: the title's six are some of them."""
    jailed, excerpt = {"n": 6, "excerpt": "»Six« jailed over the riot"}, "»64« people had been arrested to date."
    police = {"n": 64, "source": "Police", "class": "official", "scope": "cumulative", "excerpt": excerpt}
    assert figure("detained", (jailed, police))["best"] == 64
    assert figure("detained", (jailed, police | {"excerpt": "»64« people were arrested in May."}))["best"] == 6


def test_the_noun_of_a_measure_is_no_larger_group() -> None:
    """ "26 were detained overnight" counts; "32 detainees had bruises" may tell of others in the same cells."""
    some = {"n": 32, "group": "detainees", "rule": "counted_noun"}
    assert ends(figure("detained", ({"n": 26, "source": "the ministry", "class": "official"}, some))) == (26, 26, 26)
    assert ends(figure("detained", (some,))) == (32, 32, 32)

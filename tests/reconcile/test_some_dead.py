"""Numbers of some of the dead: those who died of their wounds, bodies handed over, groups without a total."""

from typing import Any

import pytest

from pipeline.reconcile.figures import reconcile
from tests.reconcile.by_hand import frames


def killed(*reports: tuple[str, tuple[dict[str, Any], ...]]) -> tuple[Any, Any, Any]:
    """Low, best and high of everybody killed that these reports (a day with its claims) support."""
    made = [{"id": f"r{i}", "day": f"2031-05-{day}", "claims": list(claims)} for i, (day, claims) in enumerate(reports)]
    figures = reconcile(*frames(made), ["range"])
    found = figures[(figures["measure"] == "killed") & (figures["victim_group"] == "all")]
    return tuple(found[end].item() for end in ("low", "best", "high"))  # type: ignore[return-value]


SOURCE = {"source": "the coordinator", "class": "expert", "scope": "cumulative"}


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("»Three« people, one of them a child, died of their wounds at the clinic since Sunday.", 29),
        ("»Three« people were killed on the bridge.", 3),
    ],
)
def test_those_who_died_of_their_wounds_are_some_of_the_dead(words: str, low: int) -> None:
    """Fails when "three died of their wounds since Sunday" is the low end of 29 dead."""
    charity = {"n": 29, "source": "a charity", "class": "ngo"}
    assert killed(("06", (charity, {"n": 3, "excerpt": words} | SOURCE))) == (low, 29, 29)


def test_who_died_of_wounds_alone_is_counted() -> None:
    """Nothing else is said of the dead."""
    words = "»Three« people died of their wounds."
    assert killed(("06", ({"n": 3, "excerpt": words},))) == (3, 3, 3)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("»20« bodies handed over, one is left", (21, 21, 21)),
        ("»20« of the bodies have been identified", (21, 21, 21)),
        ("»20« bodies were found", (20, 20, 21)),
    ],
)
def test_bodies_handed_over_are_some_of_the_dead(words: str, found: tuple[int, int, int]) -> None:
    """Fails when the 20 handed over rival the 21 of the toll before."""
    assert killed(("01", ({"n": 21},)), ("06", ({"n": 20, "excerpt": words},))) == found


def test_a_group_of_the_dead_bounds_their_number_from_below() -> None:
    """Twelve of the dead were women: no count of the dead, and no low end of the 21 that another report counts."""
    women = {"n": 12, "group": "women", "scope": "subset", "excerpt": "»Twelve« of the dead were women."}
    assert killed(("01", ({"n": 21},)), ("03", (women,))) == (21, 21, 21)
    assert killed(("01", ({"n": 21},)), ("03", (women | {"scope": "incident"},)))[0] == 12
    assert killed(("03", (women,)))[:2] == (12, 12)


def women(*reports: tuple[str, tuple[dict[str, Any], ...]]) -> tuple[Any, Any, Any]:
    """Low, best and high of the women killed."""
    made = [{"id": f"r{i}", "day": f"2031-05-{day}", "claims": list(claims)} for i, (day, claims) in enumerate(reports)]
    figures = reconcile(*frames(made), ["range"])
    found = figures[(figures["measure"] == "killed") & (figures["victim_group"] == "women")]
    return tuple(found[end].item() for end in ("low", "best", "high"))  # type: ignore[return-value]


SEVEN = {"n": 7, "group": "women", "scope": "subset", "excerpt": "Among the 26 dead were »seven« women."}
ONE = {"n": 1, "group": "women", "scope": "subset", "excerpt": "»One« woman died of her wounds on Sunday."}


@pytest.mark.parametrize(
    ("before", "after", "best"),
    [
        (({"n": 26}, SEVEN), ({"n": 29}, ONE), 8),
        (({"n": 26}, SEVEN), ({"n": 26}, ONE), 7),
        (({"n": 26}, SEVEN), (ONE,), 7),
        (({"n": 26}, SEVEN), ({"n": 29}, ONE | {"excerpt": "»One« woman was pulled from the rubble dead."}), 7),
        (({"n": 26}, SEVEN), ({"n": 29}, ONE | {"n": 9, "excerpt": "»Nine« of those who have died are women."}), 9),
    ],
    ids=["the toll rose", "no rise", "no toll", "no later death", "counted anew"],
)
def test_a_woman_who_died_since_comes_on_top_of_those_before(
    before: tuple[dict[str, Any], ...], after: tuple[dict[str, Any], ...], best: int
) -> None:
    """Fails when seven women stay seven though one more has died and the toll rose by her."""
    assert women(("03", before), ("06", after))[1] == best

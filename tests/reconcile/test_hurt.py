"""What the dead, and the rank of the last victim, say of the number of the injured."""

from typing import Any

import pytest

from pipeline.reconcile.counted_on import rank
from pipeline.reconcile.figures import reconcile
from tests.reconcile.by_hand import frames

SHOT = {"n": 7, "measure": "injured", "rule": "passive_manner", "excerpt": "»Seven« people were shot."}
APART = (
    {"n": 1, "excerpt": "»A man« was killed and six others wounded."},
    {"n": 6, "measure": "injured", "excerpt": "A man was killed and »six« others wounded."},
)


def injured(*reports: tuple[str, tuple[dict[str, Any], ...]]) -> tuple[Any, Any, Any]:
    """Low, best and high of the injured that these reports (a day with its claims) support."""
    made = [{"id": f"r{i}", "day": f"2031-05-{day}", "claims": list(claims)} for i, (day, claims) in enumerate(reports)]
    figures = reconcile(*frames(made), ["range"])
    found = figures[(figures["measure"] == "injured") & (figures["victim_group"] == "all")]
    return tuple(found[end].item() if len(found) else None for end in ("low", "best", "high"))  # type: ignore[return-value]


@pytest.mark.parametrize("days", [("01", "02"), ("01", "01")], ids=["later", "the same day"])
def test_the_dead_of_another_report_are_among_those_shot_if_the_numbers_add_up(days: tuple[str, str]) -> None:
    """One killed and six wounded, then "seven were shot": the seven are these."""
    assert injured((days[0], APART), (days[1], (SHOT,))) == (6, 6, 6)


def test_a_later_report_that_tells_the_dead_apart_sets_the_number_of_the_hurt() -> None:
    """ "Seven were shot", then one killed and six wounded. Numbers that do not add up are two counts."""
    assert injured(("01", (SHOT,)), ("02", APART)) == (6, 6, 7)
    assert injured(("01", (SHOT | {"n": 9},)), ("02", APART))[2] == 9


@pytest.mark.parametrize(
    ("excerpt", "best"),
    [
        ("»Five« people were hurt, one fatally.", 4),
        ("»Five« people were injured, including a girl who later died in hospital.", 4),
        ("»Five« people were injured, one of whom has since died.", 4),
        ("»Five« people were injured, including a girl of nine.", 5),
        ("»Five« people were injured, one of them badly.", 5),
    ],
)
def test_a_number_of_hurt_that_says_that_some_died_counts_the_dead(excerpt: str, best: int) -> None:
    """Only where the words say so: who counts the injured beside the dead counts them apart."""
    hurt = {"n": 5, "measure": "injured", "excerpt": excerpt}
    assert injured(("01", (hurt, {"n": 1, "excerpt": "»A girl« died."}))) == (best, best, best)


def test_a_sum_with_people_who_were_shot_counts_the_dead_too() -> None:
    """Two men were shot and died, a child was wounded: one is hurt, not three."""
    men = {"n": 2, "measure": "injured", "group": "men", "rule": "passive_manner", "excerpt": "»Two« men were shot."}
    child = {"n": 1, "measure": "injured", "group": "children", "excerpt": "»A child« was wounded."}
    assert injured(("01", (men, child, {"n": 2, "excerpt": "»Two« people died."}))) == (1, 1, 1)


def test_the_others_of_a_sum_are_beside_its_own_members() -> None:
    """ "A boy and two others were shot" may count the dead; "two others were shot" after the dead does not."""
    words = "»A boy and two others« were shot."
    both = {"n": 3, "measure": "injured", "rule": "passive_manner_sum", "excerpt": words}
    dead = {"n": 1, "excerpt": "»One« of them died."}
    assert injured(("01", (both, dead))) == (2, 2, 2)
    others = {"n": 3, "measure": "injured", "rule": "passive_manner", "excerpt": "»Three« others were shot."}
    assert injured(("01", (others, dead))) == (3, 3, 3)


def test_a_word_that_may_be_no_person_is_not_taken_from_those_shot() -> None:
    """The name of a program, "Gun Down Initiative", reads like somebody who was gunned down."""
    doubtful = {"n": 1, "rule": "unnamed_object", "excerpt": "The program is named Gun Down »Initiative«."}
    assert injured(("01", (SHOT, doubtful))) == (7, 7, 7)


# ------------------------------------------------------------------ ranks


@pytest.mark.parametrize(
    ("excerpt", "place"),
    [("Police say »an 8th teen« was hurt.", 8), ("»A fifth adult victim« came in.", 5), ("»A man« was hurt.", 0),
     ("The fifth time, »a man« was hurt.", 0)],
)  # fmt: skip
def test_rank(excerpt: str, place: int) -> None:
    """Of the marked words alone."""
    assert rank(excerpt) == place


def test_a_further_victim_is_counted_on() -> None:
    """Four, then a fifth; with one dead a sixth is the fifth of the injured; a rank far off is of something else."""
    four = {"n": 4, "measure": "injured", "excerpt": "Officers found »four« victims hurt."}
    fifth = {"n": 1, "measure": "injured", "excerpt": "»A fifth victim« came to a hospital by himself."}
    sixth = fifth | {"excerpt": "»A sixth victim« came to a hospital by himself."}
    dead = {"n": 1, "excerpt": "»One« man died."}
    assert injured(("01", (four, fifth))) == (5, 5, 5)
    assert injured(("01", (four, sixth, dead))) == (5, 5, 5)
    assert injured(("01", (four, sixth))) == (4, 4, 4)


def test_a_rank_alone_tells_how_many() -> None:
    """ "An 8th teen was hurt" makes eight; a second person may be the second beside one told of otherwise."""
    eighth = {"n": 1, "measure": "injured", "group": "children", "excerpt": "»An 8th teen« was hurt."}
    assert injured(("01", (eighth,))) == (8, 8, 8)
    second = {"n": 1, "measure": "injured", "excerpt": "»A second man« was hurt."}
    assert injured(("01", (second,))) == (1, 1, 2)
    assert injured(("01", (second, {"n": 1, "excerpt": "»A man« was killed."}))) == (1, 1, 1)


def test_an_attacker_s_rank_is_none_of_the_victims() -> None:
    """ "A third gunman was wounded" beside two victims."""
    two = {"n": 2, "measure": "injured", "excerpt": "»Two« people were hurt."}
    gunman = {"n": 1, "measure": "injured", "group": "perpetrators", "excerpt": "»A third gunman« was wounded."}
    assert injured(("01", (two, gunman))) == (2, 2, 2)


def test_parts_go_with_the_number_that_they_are_part_of() -> None:
    """Twelve shot in the city, two children among them, in a report on one boy: the two are of the twelve."""
    boy = {"n": 1, "measure": "injured", "group": "children", "excerpt": "»A boy« was hurt.", "position": 0}
    city = {"n": 12, "measure": "injured", "excerpt": "»Twelve« people were hurt that day.", "position": 900}
    two = {"n": 2, "measure": "injured", "group": "children", "scope": "subset", "position": 900}
    of_city = two | {"parent": "r0.1", "excerpt": "Twelve people, two »children«, were hurt."}
    assert injured(("01", (boy, city, of_city)))[1] == 1


def test_the_dead_come_off_the_last_number_of_the_hurt_alone() -> None:
    """30 hurt, then 41; when two more die it is of the 41, and a count of that very day needs nothing taken off."""
    source = {"source": "the hospital", "class": "medical"}
    first = ({"n": 12}, {"n": 30, "measure": "injured"} | source)
    second = ({"n": 21}, {"n": 41, "measure": "injured", "source": "the ministry", "class": "official"})
    died = {"n": 23, "excerpt": "»23« have now died in hospital."}
    assert injured(("01", first), ("02", second), ("03", (died,)))[0] == 30
    assert injured(("01", first), ("02", second), ("03", (died, {"n": 41, "measure": "injured"})))[1] == 41


def test_one_of_the_hurt_who_died_need_not_be_told_of_among_the_dead() -> None:
    """Fails when the girl who died counts as hurt because no other sentence counts her death."""
    hurt = {"n": 5, "measure": "injured", "excerpt": "»Five« people were injured, including a girl who later died."}
    assert injured(("01", (hurt,))) == (4, 4, 4)


HIMSELF = {
    "n": 1, "measure": "injured", "group": "perpetrators", "counted": "himself", "rule": "active_manner",
    "excerpt": "An officer shot »himself« in the foot.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("nobody", "some", "best"),
    [
        ("»No one« was hurt.", HIMSELF, 1),
        ("»No one« at that address was hurt.", {"n": 2, "measure": "injured", "scope": "part"}, 2),
        ("»No one« was hurt inside the second house.", {"n": 2, "measure": "injured", "scope": "part"}, 2),
        ("»No one« was hurt.", {"n": 3, "measure": "killed"}, 0),
    ],
    ids=["but himself", "there", "inside", "at all"],
)
def test_nobody_hurt_in_one_place_leaves_those_hurt_elsewhere(nobody: str, some: dict[str, Any], best: int) -> None:
    """Fails when a zero of one house, or of all others, stands for everybody."""
    assert injured(("01", ({"n": 0, "measure": "injured", "excerpt": nobody}, some)))[1] == best


BOY = {"n": 1, "measure": "injured", "rule": "passive_manner", "excerpt": "»The boy« was shot in the chest."}
DEAD = {"n": 1, "excerpt": "»A boy« was killed."}


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ((DEAD,), (BOY,), (None, None, None)),
        ((DEAD,), (BOY | {"n": 3},), (3, 3, 3)),
        ((DEAD, BOY | {"rule": "passive", "excerpt": "»A girl« was wounded."}), (BOY,), (1, 1, 1)),
        ((), (BOY,), (1, 1, 1)),
    ],
    ids=["the dead", "more than the dead", "somebody is hurt", "nobody has died"],
)
def test_who_was_shot_in_a_report_without_deaths_is_the_dead_of_the_others(
    before: tuple[dict[str, Any], ...], after: tuple[dict[str, Any], ...], found: tuple[Any, Any, Any]
) -> None:
    """Fails when a boy killed, of whom the next report says how he was shot, is one dead and one hurt."""
    assert injured(("01", before), ("02", after)) == found


def test_the_groups_of_the_dead_who_were_shot_are_not_hurt_either() -> None:
    """Fails when a table says that nobody is known to be hurt, and beside it that one child is."""
    told = [("01", [DEAD]), ("02", [BOY | {"group": "children"}])]
    made = [{"id": day, "day": f"2031-05-{day}", "claims": claims} for day, claims in told]
    figures = reconcile(*frames(made), ["range"])
    assert set(figures["measure"]) == {"killed"}

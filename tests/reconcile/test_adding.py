"""Further victims of one report: what comes on top, and what is only a part of a number that is stated."""

from typing import Any

import pytest

from pipeline.reconcile.figures import reconcile
from tests.reconcile.by_hand import frames


def best(*claims: dict[str, Any]) -> Any:
    """The number killed that a lone report with these claims supports."""
    figures = reconcile(*frames([{"id": "a", "day": "2031-05-01", "claims": list(claims)}]), ["range"])
    return figures[(figures["measure"] == "killed") & (figures["victim_group"] == "all")]["best"].item()


@pytest.mark.parametrize(
    ("excerpt", "n", "total"),
    [
        ("»Five« more protesters were shot dead the next day.", 5, 36),
        ("Another »12« bodies were found later.", 12, 43),
        ("»Two« others died in hospital.", 2, 33),
        ("»Five« of the protesters were shot dead at the gate.", 5, 31),
    ],
)
def test_words_beside_the_number_put_it_on_top(excerpt: str, n: int, total: int) -> None:
    """Without the sum the figure is the larger of two numbers that both hold."""
    assert best({"n": 31, "excerpt": "»31« protesters were killed."}, {"n": n, "excerpt": excerpt}) == total


def test_parts_of_a_stated_total_are_not_added_to_it() -> None:
    """ "Seven were killed in two attacks: four in the city, another three in the hills" is seven, not ten."""
    whole = {"n": 7, "excerpt": "»Seven« people were killed in two attacks."}
    parts = {"n": 4, "excerpt": "»Four« died in the city."}, {"n": 3, "excerpt": "Another »three« died in the hills."}
    assert best(whole, *parts) == 7


def test_a_report_s_own_lead_stands_before_whom_it_quotes() -> None:
    """A larger number that the report quotes widens the interval; it does not outvote the report."""
    report = {"id": "a", "day": "2031-05-01", "claims": [
        {"n": 4, "quantifier": "at_least"}, {"n": 7, "source": "Radio Lume", "class": "media"}]}  # fmt: skip
    claims, articles, events = frames([report])
    claims["position"] = [2000 if source == "Radio Lume" else 0 for source in claims["attributed_to"]]
    row = reconcile(claims, articles, events, ["range"]).iloc[0]
    assert (row["low"], row["best"], row["high"]) == (4, 4, 7)


@pytest.mark.parametrize(
    ("excerpt", "before", "total"),
    [
        ("»A woman« was also killed.", 1, 2),
        ("»Jon Baker«, a customer of 25, was also killed.", 1, 2),
        ("»A woman« was killed.", 1, 1),
        ("»A woman« was also killed.", 4, 4),
    ],
    ids=["also", "named", "told-again", "of-several"],
)
def test_who_was_also_killed_is_a_second_wherever_it_stands(excerpt: str, before: int, total: int) -> None:
    """Far down a report the second victim is named; beside several she is one of them."""
    first = {"n": before, "excerpt": f"»{before}« killed on Elm Street.", "position": 0}
    assert best(first, {"n": 1, "excerpt": excerpt, "position": 2000}) == total


def best_of(measure: str, *reports: tuple[dict[str, Any], ...]) -> Any:
    """Best of everybody that these reports, a week apart, support."""
    made = [
        {"id": f"r{i}", "day": f"2031-05-{7 * i + 1:02}",
         "claims": [{"measure": measure, "position": 90 * k} | claim for k, claim in enumerate(claims)]}
        for i, claims in enumerate(reports)
    ]  # fmt: skip
    figures = reconcile(*frames(made), ["range"])
    return figures[(figures["measure"] == measure) & (figures["victim_group"] == "all")]["best"].item()


COMA = "A man is in a coma; 14 other protesters were injured."


@pytest.mark.parametrize(
    ("one", "others", "best"),
    [
        (COMA.replace("A man", "»A man«"), COMA.replace("14", "»14«"), 15),
        ("»A man« is in a coma.", "»14« other protesters were injured.", 14),
        ("»A man« is in a coma; 14 protesters were injured.", "A man is in a coma; »14« protesters were injured.", 14),
    ],
    ids=["one sentence", "two sentences", "no others"],
)
def test_one_hurt_before_others_of_the_same_sentence(one: str, others: str, best: int) -> None:
    """Fails when the man of "a man is in a coma; 14 others were injured" is not counted."""
    man = {"n": 1, "group": "men", "excerpt": one}
    assert best_of("injured", (man, {"n": 14, "group": "protesters", "excerpt": others} | {"group": "all"})) == best


PANEL = "Panel confirms »16« heat deaths, rules out 11"
DOCTORS = {"source": "doctors", "class": "medical"}


@pytest.mark.parametrize(
    ("title", "best"),
    [(PANEL, 16), (PANEL.replace("11", "3"), 27), ("Panel confirms »16« heat deaths", 27)],
    ids=["that make it up", "others", "none"],
)
def test_a_report_that_takes_some_off_replaces_the_number_before(title: str, best: int) -> None:
    """27, then "16 confirmed, 11 ruled out": nobody stands for 27 any more."""
    assert best_of("killed", ({"n": 27} | DOCTORS,), ({"n": 16, "excerpt": title},)) == best


@pytest.mark.parametrize(
    ("more", "best"), [("»Eight« more deaths were logged.", 16), ("»Eight« deaths were logged.", 19)]
)
def test_numbers_that_make_up_the_total_are_parts_of_it(more: str, best: int) -> None:
    """27, of which one doctor has 19 and another eight more: when the 27 goes, the 19 is no number of all."""
    one = {"n": 19, "source": "a physician at the district clinic", "class": "medical"}
    parts = ({"n": 27} | DOCTORS, one, {"n": 8, "excerpt": more})
    assert best_of("killed", parts, ({"n": 16, "excerpt": PANEL},)) == best


def test_nothing_is_added_to_a_toll_that_the_report_gives_elsewhere() -> None:
    """ "Two more succumbed, taking the toll to 58" is 58: the two were published on top of the toll that holds them."""
    further = {"n": 2, "excerpt": "»Two« more persons succumbed on Tuesday.", "position": 0}
    toll = {"n": 58, "excerpt": "taking the toll in the hill district to »58«", "rule": "toll", "position": 60}
    assert best(further, toll | {"scope": "part"}) == 58


def test_parts_of_a_count_that_is_of_no_use_are_not_added_up() -> None:
    """ "At least 260 were killed over two days, 18 of them children and 13 women" would be published as 31."""
    whole = {"n": 260, "quantifier": "at_least", "group": "civilians", "scope": "window", "name": "all",
             "excerpt": "At least »260« civilians have been killed over two days."}  # fmt: skip
    parts = [{"n": n, "group": group, "scope": "subset", "parent": "all", "excerpt": f"»{n}« {group}"}
             for n, group in ((18, "children"), (13, "women"))]  # fmt: skip
    assert best(whole, *parts) == 260

"""Numbers over several incidents, and one person who is told of in two words."""

from typing import Any

import pytest

from pipeline.reconcile.figures import reconcile
from pipeline.reconcile.several import spreads
from tests.reconcile.by_hand import frames


def best(measure: str, *claims: dict[str, Any], title: str = "") -> Any:
    """The number of everybody that a lone report with these claims supports; None without a figure."""
    report = {"id": "a", "day": "2031-05-01", "title": title, "claims": [{"measure": measure} | one for one in claims]}
    figures = reconcile(*frames([report]), ["range"])
    found = figures[(figures["measure"] == measure) & (figures["victim_group"] == "all")]["best"]
    return found.item() if len(found) else None


@pytest.mark.parametrize(
    ("excerpt", "wide"),
    [
        ("Three shootings kill »five« in Varnholt", True),
        ("»Nine« people were hurt in weekend shootings.", True),
        ("»Eight« others, including a girl of nine, have been wounded in separate shootings since Friday.", True),
        ("A string of unrelated, mostly nightly shootings left »six« people dead.", True),
        ("Violent night in St. Orvel leaves one dead, »nine« others wounded", True),
        ("»Seven« other people were wounded in four separate scenes.", True),
        ("»Twelve« people were shot in the city in about ten hours.", True),
        ("»Two« people died within 24 hours of the crash.", False),
        ("»Four« people were wounded in a shooting on Elm Street.", False),
        ("The shooting left »five« people wounded.", False),
        ("The violence left »five« people dead.", False),
        ("Two men were arrested after »four« people were shot.", False),
        ("Police say the same gun was used in three shootings that killed »four« people.", False),
        ("»Six« people died in shootings on one man's rampage through Orvel.", False),
    ],
)
def test_words_that_spread_a_number_over_incidents(excerpt: str, wide: bool) -> None:
    """The total of a night is nobody's own; a number of one shooting stays its own."""
    assert spreads(excerpt) is wide


def test_the_incident_s_own_number_stands_before_that_of_the_night() -> None:
    """A round-up gives its total first, in title and lead, and the incident's number further down."""
    total = {"n": 5, "excerpt": "Three shootings kill »five« in one night."}
    again = {"n": 5, "excerpt": "»Five« people were dead by morning.", "position": 40}
    own = {"n": 3, "excerpt": "The shooting on Elm Street killed »three« people.", "position": 900}
    assert best("killed", total, again, own) == 3
    assert best("killed", total, again) == 5


def test_a_number_over_a_span_of_time_is_over_the_incidents_too() -> None:
    """ "At least 11 shot since Sunday" beside "10 wounded in shootings" is no incident's number."""
    total = {"n": 10, "excerpt": "»10« wounded in city shootings"}
    span = {"n": 11, "scope": "cumulative", "rule": "passive_manner", "excerpt": "»11« people were shot since Sunday."}
    own = {"n": 1, "excerpt": "»A woman« was wounded on Elm Street.", "position": 700}
    assert best("injured", total, span, own) == 1


def test_the_night_s_number_as_a_part_is_no_bound_of_one_victim_s_incident() -> None:
    """Fails when 40 hurt in the city's night are the high end of an incident that hurt one; alone they bound it."""
    night = {"n": 40, "scope": "part", "excerpt": "»40« were wounded in 33 separate shootings since Friday."}
    other = {"id": "b", "day": "2031-05-01", "claims": [{"n": 1, "excerpt": "»A girl« was wounded on Elm Street."}]}
    told = [{"id": "a", "day": "2031-05-01", "claims": [night]}]
    ends = [reconcile(*frames(some), ["range"])["low"].tolist() for some in (told, [*told, other])]
    highs = reconcile(*frames([*told, other]), ["range"])["high"].tolist()
    assert (ends, highs) == ([[40], [1]], [1])


def test_the_person_of_the_title_is_the_one_further_down() -> None:
    """Title and body choose two words for one person, whose groups differ; two persons of the body are two."""
    title = {"n": 1, "group": "children", "excerpt": "»Teen« killed in Orvel shooting"}
    man = {"n": 1, "group": "men", "excerpt": "»An 18-year-old man« was killed.", "position": 200}
    woman = {"n": 1, "group": "women", "excerpt": "»A woman« died in hospital.", "position": 400}
    assert best("killed", title, man, title="Teen killed in Orvel shooting") == 1
    assert best("killed", title, man, woman, title="Teen killed in Orvel shooting") == 2


def test_one_hurt_person_does_not_stand_for_all_who_were_shot() -> None:
    """ "Six shot, one critically hurt": the firm wording tells of one of them."""
    shot = {"n": 6, "rule": "passive_manner", "excerpt": "»Six« people were shot."}
    hurt = {"n": 1, "excerpt": "»One« is critically hurt."}
    assert best("injured", shot, hurt) == 6
    assert best("injured", shot, hurt | {"n": 5}) == 5


def test_people_found_with_gunshot_wounds_may_be_the_dead() -> None:
    """Police find three people with gunshot wounds, one dies; a sentence with the dead in it tells them apart."""
    found = {"n": 3, "excerpt": "Officers found »three« people with gunshot wounds."}
    apart = {"n": 3, "excerpt": "Officers found one man dead and »three« people with gunshot wounds."}
    dead = {"n": 1, "measure": "killed", "excerpt": "»One« man was killed."}
    assert best("injured", found, dead) == 2
    assert best("injured", apart, dead) == 3
    assert best("injured", found) == 3


@pytest.mark.parametrize(
    ("other", "ends"),
    [
        ({"n": 1, "group": "men", "excerpt": "»A young man« was killed."}, (1, 2)),
        ({"n": 2, "group": "men", "excerpt": "»Two« men were killed."}, (3, 3)),
        ({"n": 1, "group": "children", "excerpt": "»The boy« was killed."}, (1, 1)),
    ],
    ids=["perhaps one person", "others", "the same"],
)
def test_a_teen_and_a_young_man_of_two_sentences_may_be_one(other: dict[str, Any], ends: tuple[int, int]) -> None:
    """Fails when one victim, called a boy here and a young man there, is two; two is the high end."""
    boy = {"n": 1, "group": "children", "excerpt": "»A teenage boy« was killed.", "position": 50}
    report = {"id": "a", "day": "2031-05-01", "claims": [boy, other | {"position": 400}]}
    figures = reconcile(*frames([report]), ["range"])
    everybody = figures[figures["victim_group"] == "all"]
    assert (everybody["best"].item(), everybody["high"].item()) == ends

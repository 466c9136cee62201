"""Names of sites behind or before a headline are no part of it; a dash of the headline's own stays."""

import pytest

from pipeline.linking.titles import bare_titles


@pytest.mark.parametrize(
    ("title", "site", "bare"),
    [
        ("Three dead in crash - KXYZ News, Weather & Sports", "", "Three dead in crash"),
        ("Three dead in crash | The Daily Post", "", "Three dead in crash"),
        ("Three dead in crash — velm.com", "", "Three dead in crash"),
        ("Three dead in cra - | Wave 3 Velm", "wave3.com", "Three dead in cra"),
        ("Three dead in crash - WAVE 3 - Velm, Ohio", "wave3.com", "Three dead in crash"),
        ("Three dead in crash « Velm Bay", "velmbay.example", "Three dead in crash"),
        ("Northern Gazette | Two dead in fire at a mill", "", "Two dead in fire at a mill"),
        ("Ferry sinks — at least 3 dead — Daily Star", "", "Ferry sinks — at least 3 dead"),
    ],
)
def test_a_sites_name_goes(title: str, site: str, bare: str) -> None:
    assert bare_titles([title], [site]) == [bare]


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Bus crash – 12 dead", ""),
        ("Bus Crash - 12 Dead", "velmpost.com"),
        ("Ferry sinks – hundreds missing in storm, news agency says", "The Herald"),
        ("Game with a gun — one dead, another in prison", "dead.com"),
        ("Ten Dead - Army Raids Border Post", ""),
        ("News, Weather, Sports", ""),
        ("A 16-year-old shot", "The Daily Post"),
        ("", ""),
    ],
)
def test_a_headlines_own_dash_stays(title: str, site: str) -> None:
    assert bare_titles([title], [site]) == [title]


def test_what_often_ends_the_titles_of_one_site_is_its_name() -> None:
    heads = ["Bus crash leaves two dead", "Fire guts mill", "Man shot in Velm"]
    assert bare_titles([f"{head} - Valley's Own" for head in heads], ["x.com"] * 3) == heads
    spread = [f"{head} - Valley's Own" for head in heads]
    assert bare_titles(spread, ["x.com", "y.com", "z.com"]) == spread
    unknown = [f"{head} - Valley's Own" for head in heads]
    assert bare_titles(unknown, [""] * 3) == unknown


def test_what_ends_alike_in_small_letters_is_told() -> None:
    titles = [f"{place}: car hits wall – two dead" for place in ("Velm", "Ostra", "Tarn")]
    assert bare_titles(titles, ["x.com"] * 3) == titles

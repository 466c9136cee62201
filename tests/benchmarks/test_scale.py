"""The benchmark of many claims, run small: what it makes is known, and most of it comes back."""

from pipeline import codebook
from pipeline.linking.link import link
from pipeline.reconcile.figures import reconcile
from tests.benchmarks.made_stories import make
from tests.benchmarks.scale import recovered


def test_the_truth_of_made_stories_comes_back() -> None:
    """If linking falls apart, or a benchmark measures nothing, the recovery rate shows it here first."""
    made = make(2000)
    linked = link(made.articles, made.claims)
    figures = reconcile(linked.claims, linked.articles, linked.events, codebook.read("policies")["run"])
    found = recovered(made, linked, figures[figures["policy"] == "range"])
    assert found.b_cubed > 0.9
    assert found.tolls > 0.9


def test_the_same_seed_makes_the_same_stories() -> None:
    """Two runs could not be compared if the stories moved."""
    assert make(200, seed=3).claims.equals(make(200, seed=3).claims)

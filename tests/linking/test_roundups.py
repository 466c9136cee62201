"""Pages that tell of several incidents: only the scenes of the given one count, and those on one stay whole."""

import dataclasses
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

from pipeline import codebook
from pipeline.claims.frames import extract_frames
from pipeline.linking.link import Linked, link
from pipeline.linking.roundups import SCENE
from pipeline.linking.scenes import PAGE, is_roundup, scenes
from pipeline.reading.article import Article
from pipeline.reconcile.figures import reconcile
from tests.reconcile.by_hand import article_frame

STORIES = yaml.safe_load(Path(__file__).with_name("roundups.yml").read_text(encoding="utf-8"))


def linked(*reports: dict[str, str]) -> Linked:
    """The reports as of one given incident, read and linked."""
    articles = article_frame([
        {"id": str(i), "event_id": "X", "day": "2031-05-04"} | report for i, report in enumerate(reports)
    ])  # fmt: skip
    fields = [field.name for field in dataclasses.fields(Article)]
    texts = (Article(**{name: row[name] for name in fields}) for row in articles.to_dict("records"))
    return link(articles, extract_frames(texts)[1])


def best(found: Linked, measure: str) -> Any:
    """The number of everybody; None without a figure."""
    figures = reconcile(found.claims, found.articles, found.events, ["range"])
    rows = figures[(figures["measure"] == measure) & (figures["victim_group"] == "all")]["best"]
    return None if rows.empty or pd.isna(rows.item()) else rows.item()


@pytest.mark.parametrize("story", STORIES["roundups"], ids=lambda story: story["id"])
def test_only_the_scene_of_the_given_incident_counts(story: dict[str, Any]) -> None:
    """Fails when the dead of another street join those of the given incident."""
    found = linked(story["page"], story["other"])
    assert {m: best(found, m) for m in ("killed", "injured")} == {m: story[m] for m in ("killed", "injured")}


@pytest.mark.parametrize("story", STORIES["whole"], ids=lambda story: story["id"])
def test_a_page_on_one_incident_stays_whole(story: dict[str, Any]) -> None:
    """Fails when the scenes of one attack, or the hours of its updates, are taken for incidents of their own."""
    assert not (linked(story["page"], story["other"]).claims["scope"] == "background").any()


def test_a_page_alone_stays_whole() -> None:
    """Without another report nobody says which of its incidents the given one is."""
    page = STORIES["roundups"][0]["page"]
    assert not (linked(page).claims["scope"] == "background").any()


def test_the_title_of_one_incident_keeps_its_number() -> None:
    """Fails when the first lines, which tell of the whole night, take the title's number with them."""
    found = linked(
        {
            "title": "2 dead, 5 hurt in Brook Street shooting",
            "text": "After a violent night in Hale, police look into three separate shootings that left 12 wounded. "
            "The latest shooting happened at the Nightjar club on Brook Street. Around 2 a.m., a man was wounded "
            "in the Old Mill yard.",
        },
        {"title": "Nightjar club attacked", "text": "Gunmen fired at the Nightjar club on Brook Street in Hale."},
    )
    assert (best(found, "killed"), best(found, "injured")) == (2, 5)


def test_a_page_is_cut_where_another_incident_begins() -> None:
    """Times of death and the blocks where victims lived begin no scene."""
    text = (
        "Two men were shot on Mill Road. One died at 10 p.m. in hospital. He lived in the 200 block of Elm Street. "
        "In a separate attack, a woman was stabbed."
    )
    assert [scene.text.split()[0] for scene in scenes(text)] == ["Two", "In"]
    assert is_roundup("Two men shot", text)
    assert not is_roundup("Two men shot", text.partition(" In a separate")[0])


def test_every_feature_has_a_weight() -> None:
    """A feature without an entry, or an entry without a feature, would silently count for nothing."""
    book = codebook.read("linking_scenes")
    assert (set(PAGE), set(SCENE)) == (set(book["page"]), set(book["scene"]))

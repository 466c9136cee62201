"""Datelines: where and when a report was written, which is no part of its first sentence."""

from datetime import UTC, datetime

import pytest

from pipeline.claims.datelines import read_dateline
from pipeline.claims.extract import extract
from pipeline.reading.article import Article


@pytest.mark.parametrize(("text", "place", "dateline"), [
    ("NAIROBI, Kenya (Agency) -- Twelve people died.", "NAIROBI, Kenya", "NAIROBI, Kenya (Agency) -- "),
    ("NAIROBI — Twelve people died.", "NAIROBI", "NAIROBI — "),
    ("Arvel (Agency) - Twelve people died.", "Arvel", "Arvel (Agency) - "),
    ("PORT ORIM, March 9 - Twelve people died.", "PORT ORIM", "PORT ORIM, March 9 - "),
    ("PORT ORIM, Sept. 2 (Agency) — Twelve died.", "PORT ORIM", "PORT ORIM, Sept. 2 (Agency) — "),
    ("ARVEL, 9 March 2021 (Agency) -- Twelve died.", "ARVEL", "ARVEL, 9 March 2021 (Agency) -- "),
    ("ARVEL, Ruritania, Oct 3 – Twelve died.", "ARVEL, Ruritania", "ARVEL, Ruritania, Oct 3 – "),
    ("ARVEL, August 7. /Agency/. Twelve died.", "ARVEL", "ARVEL, August 7. /Agency/. "),
    ("Arvel, Jan 7 (AGN): Twelve died.", "Arvel", "Arvel, Jan 7 (AGN): "),
    ("Arvel, Jan 7: Twelve died.", "Arvel", "Arvel, Jan 7: "),
    ("ARVEL, Monday - Twelve died.", "ARVEL", "ARVEL, Monday - "),
    ("STA. ORIM, Arvelia — Twelve died.", "STA. ORIM, Arvelia", "STA. ORIM, Arvelia — "),
    ("NAIROBI: Twelve died.", "NAIROBI", "NAIROBI: "),
    ("(Agency) - Twelve people died.", "", "(Agency) - "),
    ("Twelve people died. It was late.", "", ""),
    ("The minister - a lawyer - resigned.", "", ""),
    ("UPDATE - Twelve people died.", "", ""),
    ("POLICE: Twelve people died.", "", ""),
    ("On Tuesday, June 9 - a holiday - twelve died.", "", ""),
    ("Two miners, March 4: a portrait.", "", ""),
    ("", "", ""),
])  # fmt: skip
def test_a_dateline_is_what_stands_before_the_report(text: str, place: str, dateline: str) -> None:
    """Fails when reports lose their country, a day is taken for a place, or an aside becomes a dateline."""
    assert read_dateline(text) == (place, len(dateline))


def test_the_day_of_writing_is_not_the_day_of_the_event() -> None:
    """Fails when the deaths are dated to March 9, or put in "ARVEL, March 9"."""
    text = "ARVEL, March 9 - Twelve people were killed in Zelvik on Sunday. Four were hurt."
    day = datetime(2021, 3, 9, tzinfo=UTC)
    article = Article("a", "a", "a.txt", "", "", "", "", "", "", day, "given", day, "en", len(text), "", text)
    dead, hurt = extract(article).claims
    assert (dead.period_start, dead.place) == ("2021-03-07", "Zelvik")
    assert (hurt.value_best, hurt.place) == (4, "ARVEL")

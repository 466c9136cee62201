"""Made-up news in bulk, for the speed benchmark where no corpus is at hand.

Here belong sentence patterns and invented names. About as many numbers, claims and idle sentences a kilobyte as in
agency reports; nothing to measure accuracy on.
"""

import random
from datetime import UTC, datetime, timedelta

from pipeline.reading.article import Article, hash_text

PLACES = ("Tolvar", "Merrow", "Karvosh", "Zelvik", "Ostrel", "Lunde", "Sarvo", "Okendu", "Varn", "Brisk")
SOURCES = ("police", "the interior ministry", "a hospital official", "rescue workers", "the army", "the mayor")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
THINGS = ("a bomb blast", "a mudslide", "a ferry accident", "shelling", "an air strike", "a fire", "a shooting")
TELLING = (
    "At least {n} people were killed and {m} others wounded in {thing} in {place} on {day}, {source} said.",
    "{source} said {n} bodies had been pulled from the rubble and {m} people were still missing.",
    "The death toll rose to {n} from {m}, including {k} children, according to {source}.",
    "Some {big} people have been displaced since the fighting began in {place}, {source} told reporters.",
    "Two soldiers and {k} civilians died when {thing} hit a market, {source} said.",
    "The government promised ${k}.{d} million in aid to {place} and {m} tents for the homeless.",
)
IDLE = (
    "Witnesses described scenes of panic as families searched for relatives in the narrow streets of the old quarter.",
    "The road to {place} remained closed, and the telephone network had not been restored by late {day}.",
    "Analysts say that the province, long neglected by the capital, has seen little investment since {year}.",
    "The region produces about {k} percent of the country's wheat and most of its cotton.",
    "“We have not slept for two nights,” said a teacher aged {age} who had walked {m} kilometres to the camp.",
    "Schools were to reopen next week, but few parents said that they would send their children there.",
    "It was the first visit of a head of state to {place} in {k} years, and it lasted less than {m} minutes.",
)  # fmt: skip


def articles(count: int, seed: int = 1) -> list[Article]:
    """That many articles, the same for the same seed."""
    chance = random.Random(seed)
    return [_article(number, chance) for number in range(count)]


def _article(number: int, chance: random.Random) -> Article:
    lines = [_sentence(chance) for _ in range(chance.randint(12, 40))]
    text = "\n\n".join(" ".join(lines[k : k + 3]) for k in range(0, len(lines), 3))
    published = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=number)
    return Article(
        article_id=f"art-{number:016x}", document_id=f"doc-{number:016x}", raw_path="made", raw_id=str(number),
        given_event_id="", given_campaign_id="", url="", publisher="Made News", title=lines[0], published_at=published,
        published_at_basis="given", retrieved_at=published, language="en", n_chars=len(text),
        text_sha256=hash_text(text), text=text,
    )  # fmt: skip


def _sentence(chance: random.Random) -> str:
    pattern = chance.choice(TELLING if chance.random() < 0.3 else IDLE)
    filled = pattern.format(
        n=chance.randint(2, 400), m=chance.randint(2, 900), k=chance.randint(2, 12), d=chance.randint(1, 9),
        big=f"{chance.randint(2, 90)},000", year=chance.randint(1950, 2020), age=chance.randint(19, 90),
        place=chance.choice(PLACES), day=chance.choice(DAYS), source=chance.choice(SOURCES),
        thing=chance.choice(THINGS),
    )  # fmt: skip
    return filled[0].upper() + filled[1:]

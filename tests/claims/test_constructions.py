"""Each construction of the codebook reads its own example, and constructions keep out of one another's way."""

import pytest

from pipeline import codebook
from pipeline.claims.attach import attach
from pipeline.claims.chunks import Chunker
from pipeline.claims.lexicon import lexicon
from pipeline.quantities.find import find_mentions
from pipeline.reading.tokens import tokenise

ENTRIES = codebook.read("constructions")["constructions"]


def attachments(text: str, is_title: bool = False) -> list[tuple[str, str, str, str]]:
    """(words, measure, construction, scope) of each counted phrase of a sentence."""
    sentence = tokenise(text, 0, 0, len(text))
    kept = [m for m in find_mentions("text", text, [(0, len(text))]) if m.status == "kept"]
    chunks = Chunker(sentence, lexicon(), kept, is_title).chunks()
    found = attach(chunks, sentence.lower, lexicon())
    span = [(sentence.starts[chunks[a.chunk].first], sentence.ends[chunks[a.chunk].last - 1]) for a in found]
    return [(text[s:e], a.measure, a.rule, a.scope) for (s, e), a in zip(span, found, strict=True)]


@pytest.mark.parametrize("entry", ENTRIES, ids=[e["name"] for e in ENTRIES])
def test_a_construction_reads_its_example(entry: dict) -> None:
    """A pattern that no longer matches its example is lost, or another one has taken its place."""
    example = entry["example"]
    read = attachments(example["text"], example.get("title", False))
    found = [(m, r.removesuffix("_manner")) for words, m, r, _ in read if example["number"] in words]
    assert (example["measure"], entry["name"]) in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 killed, 30 wounded in Tolvar blast", {"12": "killed", "30": "injured"}),
        ("Gunmen killed 12 and wounded 30.", {"12": "killed", "30": "injured"}),
        ("Two gunmen killed 12 people.", {"12 people": "killed"}),
        ("The blast killed and wounded 20 people.", {"20 people": "casualties"}),
        ("About 40 people are dead or missing.", {"About 40 people": "killed_or_missing"}),
        ("A man was shot dead and his wife was wounded.", {"A man": "killed", "his wife": "injured"}),
        ("Five wounded soldiers were flown home.", {"Five wounded soldiers": "injured"}),
        ("Killing five villagers, said an official.", {"five villagers": "killed"}),
    ],
)
def test_each_number_goes_to_its_own_verb(text: str, expected: dict[str, str]) -> None:
    """Numbers that change verbs turn the wounded into the dead."""
    found = {words: measure for words, measure, _, _ in attachments(text)}
    assert {k: found.get(k) for k in expected} == expected


@pytest.mark.parametrize(
    ("text", "subset", "whole"),
    [
        ("17 people, including three children, were killed.", ["three children"], ["17 people"]),
        ("Five were hurt, including two police, and 17 were wounded.", ["two police"], ["Five", "17"]),
        ("Two of the victims were strangled to death and three were shot dead.", ["Two of the victims", "three"], []),
    ],
)
def test_a_subset_is_not_a_total(text: str, subset: list[str], whole: list[str]) -> None:
    """A part taken for the whole would publish three deaths where seventeen died."""
    found = {words: scope for words, _, _, scope in attachments(text)}
    assert [found.get(w) for w in subset] == ["subset"] * len(subset)
    assert [found.get(w) for w in whole] == [""] * len(whole)


def test_one_number_may_have_two_fates() -> None:
    """ "Kidnapped and killed" is a kidnapping and a killing; "killed or wounded" is one number and not split."""
    found = attachments("The raiders kidnapped and killed three farmers.")
    assert [(words, measure) for words, measure, _, _ in found] == [
        ("three farmers", m) for m in ("kidnapped", "killed")
    ]

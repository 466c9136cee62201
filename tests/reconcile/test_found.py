"""Who is told of as hurt, missing or trapped no more."""

import pytest

from pipeline.reconcile.told import is_no_longer


@pytest.mark.parametrize(
    ("measure", "marked"),
    [
        ("injured", "»two« people injured when a bus fell into a gorge have died, taking the toll to 20."),
        ("injured", "»a woman« who was wounded in last week's shooting at the arcade died of her injuries."),
        ("missing", "»ten« of the 12 people reported missing have been found alive; two are still being looked for."),
        ("missing", "the bodies of the last »two« people missing after a bridge collapsed on friday were found."),
        ("trapped", "the »nine« miners who had been trapped in the pit since tuesday were found dead."),
        ("trapped", "all »33« trapped miners have been rescued."),
    ],
)
def test_words_that_end_it(measure: str, marked: str) -> None:
    """Else two missing remain missing for ever, and the dead are counted among the hurt."""
    assert is_no_longer(measure, marked)


@pytest.mark.parametrize(
    ("measure", "marked"),
    [
        ("injured", "»two« people were injured and a third died."),
        ("injured", "»five« people were hurt, one of whom has since died."),
        ("injured", "»six« people injured in the blast are in hospital, and two people died."),
        ("missing", "»12« people are missing and four bodies were found."),
        ("missing", "»12« people are missing after the boat was found adrift."),
        ("missing", "»two« people have not been found."),
        ("trapped", "»nine« remain trapped; five were rescued."),
        ("killed", "»nine« people killed in the blast were found."),
    ],
)
def test_words_about_others(measure: str, marked: str) -> None:
    """Somebody else was found or died."""
    assert not is_no_longer(measure, marked)

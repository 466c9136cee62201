"""Text -> language code (ISO 639-1), empty where the text is too short or too mixed to tell.

The detector is loaded at the first question: most inputs say their language.
"""

import re
from functools import cache
from typing import Any

SAMPLE = 500
FEWEST_LETTERS = 20
SUREST = 0.8
CODE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*", re.I)


def given_language(value: str) -> str:
    """The language part of a code such as "en-GB"; empty where it is no code."""
    match = CODE.fullmatch(value.strip())
    return match[1].lower() if match else ""


def detect_language(text: str) -> str:
    """The language of the beginning of a text."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return ""
    # Capitals look foreign to the detector.
    language, chance = _detector().classify(sample.lower() if sample.isupper() else sample)
    return str(language) if chance >= SUREST else ""


@cache
def _detector() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

"""The versions of code and codebook: a hash of the files that a result depends on.

Here belongs which folders decide about which result. A changed README or test changes none of them.
"""

import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
CODEBOOK = PACKAGE / "codebook"
DIGITS = 12

READING = ("tables", "codebook", "reading")
EXTRACTION = (*READING, "quantities", "claims")
LINKING = (*EXTRACTION, "linking")
RECONCILING = (*LINKING, "reconcile")
PUBLISHING = (*RECONCILING, "publishing")

MENTIONED = re.compile(r"codebook\.read\(\s*[\"'](\w+)[\"']")
"""A codebook file that code reads by its name."""
UNTOLD = re.compile(r"codebook\.read\(\s*[^\"'\s]|from pipeline\.codebook import|codebook\.FOLDER")
"""Code whose codebook files cannot be told: it depends on all of them."""


@cache
def version(folders: tuple[str, ...]) -> str:
    """Versions of the code of these folders and of the codebook files that it reads: "code-codebook"."""
    return f"{code_version(folders)}-{codebook_version(folders)}"


@cache
def code_version(folders: tuple[str, ...]) -> str:
    """Twelve hexadecimal digits that change when a Python file of these folders changes."""
    return hash_files(sources(folders))


@cache
def codebook_version(folders: tuple[str, ...]) -> str:
    """Twelve hexadecimal digits that change when a codebook file that these folders read changes."""
    text = "".join(file.read_text(encoding="utf-8") for file in sources(folders) if file.parent != CODEBOOK)
    files = [file for file in sorted(CODEBOOK.iterdir()) if file.suffix in (".yml", ".json")]
    named = MENTIONED.findall(text)
    return hash_files(files if UNTOLD.search(text) else [file for file in files if file.stem in named])


def sources(folders: Iterable[str]) -> list[Path]:
    """The Python files of these folders, and the templates of their pages."""
    found = [file for folder in folders for file in sorted((PACKAGE / folder).rglob("*"))]
    return [file for file in found if file.suffix in (".py", ".html", ".css", ".js")]


def hash_files(files: Iterable[Path]) -> str:
    """Hash of the files' paths and contents."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(PACKAGE).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:DIGITS]

"""The file of people's decisions: its bytes, and a fingerprint that tells whether it changed.

Here belongs where it lies. What its lines mean belongs to linking/decision_file.py.
"""

import hashlib

from pipeline.defs.store.folder import Folder

FILE = "decisions.csv"
DIGITS = 12


def review_bytes(folder: Folder) -> bytes:
    """The file as it is; nothing when nobody has decided anything yet."""
    try:
        return folder.read(FILE)
    except FileNotFoundError:
        return b""


def review_fingerprint(folder: Folder) -> str:
    """Changes when the file does."""
    return hashlib.sha256(review_bytes(folder)).hexdigest()[:DIGITS]

"""What reading hands on: which files hold records that give ids."""

from pipeline.reading.article import is_record_file
from pipeline.reading.files import BYTES, DOCUMENTS, RECORDS


def test_endings_of_records_are_known_where_ids_are_compared() -> None:
    """Ids of a new format of records are compared by nobody, or names of files are taken for ids."""
    endings = [*RECORDS, *(ending for ending in BYTES if ending != ".eml")]
    assert all(is_record_file(f"a/b{ending}{packed}") for ending in endings for packed in ("", ".gz"))
    assert not any(is_record_file(f"a/b{ending}") for ending in DOCUMENTS)

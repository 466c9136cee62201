"""All of Dagster's definitions: whatever lies below defs/."""

from pathlib import Path

import dagster as dg


@dg.definitions
def defs() -> dg.Definitions:
    """Loads the definitions; no data, no network."""
    return dg.load_from_defs_folder(path_within_project=Path(__file__).parent)

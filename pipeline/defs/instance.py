"""The project's own Dagster instance: SQLite and logs below .dagster/, set up from dagster.yaml.

Here belongs where Dagster keeps what it knows. No Dagster is imported here.
"""

import os
from pathlib import Path

from pipeline.defs.settings import PROJECT

HOME = "DAGSTER_HOME"


def prepare_instance() -> Path:
    """The instance's folder, with its settings in place; DAGSTER_HOME names another one where it is set."""
    home = Path(os.environ.get(HOME) or PROJECT / ".dagster").resolve()
    home.mkdir(parents=True, exist_ok=True)
    settings = (PROJECT / "dagster.yaml").read_bytes()
    kept = home / "dagster.yaml"
    if not kept.exists() or kept.read_bytes() != settings:
        kept.write_bytes(settings)
    os.environ[HOME] = str(home)
    return home

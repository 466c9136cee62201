"""The project's own Dagster instance: SQLite and logs below .dagster/, set up from dagster.yaml.

Here belongs where Dagster keeps what it knows. No Dagster is imported here.
"""

import os
from pathlib import Path

from pipeline.defs.settings import PROJECT

HOME = "DAGSTER_HOME"
WORKSPACE = f"""\
load_from:
  - python_module:
      module_name: pipeline.definitions
      location_name: reckoner
      working_directory: "{PROJECT.as_posix()}"
"""
"""Tells the UI where the definitions are, under the name that it shows."""


def home_folder() -> Path:
    """The instance's folder; DAGSTER_HOME names another one where it is set."""
    return Path(os.environ.get(HOME) or PROJECT / ".dagster").resolve()


def prepare_instance() -> Path:
    """The instance's folder, with its settings in place."""
    home = home_folder()
    home.mkdir(parents=True, exist_ok=True)
    for name, content in (("dagster.yaml", (PROJECT / "dagster.yaml").read_text()), ("workspace.yaml", WORKSPACE)):
        kept = home / name
        if not kept.exists() or kept.read_text() != content:
            kept.write_text(content)
    os.environ[HOME] = str(home)
    return home

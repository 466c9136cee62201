"""The command `ui`: Dagster's web server and daemon over the project's instance.

Here belongs starting them, and finding out first whether the port is free. No Dagster is imported here.
"""

import os
import signal
import socket
import sys
from pathlib import Path

from pipeline.defs.settings import WATCH, SettingError

HOST = "127.0.0.1"
SUPERSEDED = "ignore:Function `dev_command` is superseded"
"""`dagster dev` recommends `dg dev`, a package of its own that brings nothing needed here."""


def check_port(port: int) -> None:
    """Raises SettingError when something listens there: a second UI on a taken port would say that it serves."""
    with socket.socket() as probe:
        if probe.connect_ex((HOST, port)) == 0:
            raise SettingError(
                f"Port {port} is taken, perhaps by a UI that is already open at http://{HOST}:{port}. "
                f"Choose another one: make ui PORT={port + 1}"
            )


def ui_command(port: int) -> list[str]:
    """The command line that serves the UI."""
    dev = ["dagster", "dev", "--workspace", "workspace.yaml"]
    return [sys.executable, "-m", *dev, "--host", HOST, "--port", str(port), "--log-level", "error"]


def serve_ui(port: int, home: Path) -> None:
    """Becomes the UI's process over the instance in `home`; Ctrl-C ends it."""
    check_port(port)
    os.environ.setdefault(WATCH, "1")
    os.environ.setdefault("PYTHONWARNINGS", SUPERSEDED)
    print(f"Dagster UI: http://{HOST}:{port} (ready in some ten seconds; Ctrl-C ends it)", flush=True)
    # A script's background jobs ignore the interrupt, and Dagster takes a request to end for one: it would never end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.chdir(home)
    os.execv(sys.executable, ui_command(port))

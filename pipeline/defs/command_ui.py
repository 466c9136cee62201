"""The command `ui`: Dagster's web server and daemon over the project's instance.

Here belongs starting them, and finding out first whether the port is free. No Dagster is imported here.
"""

import os
import socket
import sys

from pipeline.defs.settings import PROJECT, WATCH, SettingError

HOST = "127.0.0.1"


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
    return [
        sys.executable, "-m", "dagster", "dev", "-m", "pipeline.definitions", "--host", HOST, "--port", str(port),
        "--log-level", "warning",
    ]  # fmt: skip


def serve_ui(port: int) -> None:
    """Becomes the UI's process; Ctrl-C ends it."""
    check_port(port)
    os.environ.setdefault(WATCH, "1")
    print(f"Dagster UI: http://{HOST}:{port} (ready in some ten seconds; Ctrl-C ends it)", flush=True)
    os.chdir(PROJECT)
    os.execv(sys.executable, ui_command(port))

"""Real runs in processes of their own, fast to start and easy to kill.

A process that has imported everything forks one child a run, so that a run costs what it does and not what Python's
imports do. `python -m tests.soak.runner` is that process; `Runner` talks to it.
"""

import contextlib
import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.defs.settings import PROJECT

KILLED = -signal.SIGKILL


class Ended(NamedTuple):
    """How a run ended: its exit code (KILLED when it was), its seconds, and what it printed."""

    code: int
    seconds: float
    output: str


class Runner:
    """Starts runs of the command line in an environment, and kills them when it is told to."""

    def __init__(self, log: Path, **environment: str) -> None:
        self.log = log
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.runner"], cwd=PROJECT, env=os.environ | environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def run(self, *arguments: str, kill_after: float = 0, kill_at_write: int = 0, **environment: str) -> Ended:
        """Runs a command; kills it after so many seconds or at its n-th write, if these are given."""
        order = {"arguments": arguments, "after": kill_after, "write": kill_at_write, "environment": environment,
                 "log": str(self.log)}  # fmt: skip
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        code, seconds = json.loads(self.process.stdout.readline())
        return Ended(code, seconds, self.log.read_text())

    def close(self) -> None:
        """Ends the process."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(30)


@contextlib.contextmanager
def runner(log: Path, **environment: str) -> Iterator[Runner]:
    """A runner that is ended at the end."""
    found = Runner(log, **environment)
    try:
        yield found
    finally:
        found.close()


def import_everything() -> None:
    """All that a run imports, and what it loads at its first text."""
    import pipeline

    for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from pipeline.claims.frames import extract_frames
    from pipeline.reading.files import read_file
    from tests.soak.month import START, report

    extract_frames(read_file("a.txt", report("Sarvo", 12).encode(), START).articles)


def serve() -> None:
    """Takes orders from standard input, one JSON object a line, and answers with code and seconds."""
    import_everything()
    for line in sys.stdin:
        order = json.loads(line)
        started = time.monotonic()
        child = os.fork()
        if not child:
            run_one(order)
        if order["after"]:
            signal.signal(signal.SIGALRM, partial(kill, child))
            signal.setitimer(signal.ITIMER_REAL, order["after"])
        _, status = os.waitpid(child, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        print(json.dumps([os.waitstatus_to_exitcode(status), time.monotonic() - started]), flush=True)


def kill(child: int, *_: object) -> None:
    """Ends a child at once."""
    os.kill(child, signal.SIGKILL)


def run_one(order: dict[str, Any]) -> None:
    """The child: the command line, in this process, which then ends."""
    handle = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(handle, 1)
    os.dup2(handle, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ |= order["environment"]
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if audit := order["environment"].get("SOAK_AUDIT"):
        watch_process(audit)
    if code := order["environment"].get("SOAK_CODE"):
        change_code(code)
    if order["write"]:
        die_at_write(order["write"])
    from pipeline.__main__ import main

    code = 70
    with contextlib.suppress(BaseException):
        code = main(order["arguments"])
    sys.stdout.flush()
    os._exit(code)


def watch_process(log: str) -> None:
    """Writes down each file that this process opens for writing, and each address that it connects to."""
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "socket.connect" or event == "socket.getaddrinfo":
            os.write(handle, f"connect {arguments[-1] if event == 'socket.connect' else arguments[0]}\n".encode())
        elif event == "open" and isinstance(arguments[0], str | os.PathLike):
            writes = arguments[2] & (os.O_WRONLY | os.O_RDWR) if isinstance(arguments[2], int) else 0
            if writes:
                os.write(handle, f"write {os.path.abspath(os.fspath(arguments[0]))}\n".encode())  # noqa: PTH100
        elif event in ("os.rename", "os.remove", "os.mkdir"):
            os.write(handle, f"write {os.path.abspath(os.fspath(arguments[event == 'os.rename']))}\n".encode())  # noqa: PTH100

    sys.addaudithook(hook)


def change_code(salt: str) -> None:
    """Lets the code be another one, as an upgrade would: every hash of the files of the package differs."""
    from pipeline.defs.store import versions

    hash_files = versions.hash_files
    for cached in (versions.version, versions.code_version, versions.codebook_version):
        cached.cache_clear()
    versions.hash_files = lambda files: hash_files(files)[: -len(salt)] + salt  # type: ignore[assignment]


def die_at_write(n: int) -> None:
    """Kills this process at its n-th change of a file: half of the times before it, half of the times behind it."""
    left = n

    def watch(change: Any) -> Any:
        def watched(*arguments: Any, **named: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0 and n % 2:
                os.kill(os.getpid(), signal.SIGKILL)
            result = change(*arguments, **named)
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return watched

    # Path.replace calls os.replace, Path.unlink os.unlink: every change of a whole file passes through one of these.
    for name in ("replace", "unlink", "fsync"):
        setattr(os, name, watch(getattr(os, name)))


if __name__ == "__main__":
    serve()

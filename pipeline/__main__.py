"""The command line: `python -m pipeline run`, `ui`, `explain`, `history`; installed as `reckoner`.

Here belong the arguments and what can be answered before Dagster is imported: a wrong folder, another run at work, and
a rerun with nothing new.
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from datetime import date

from pipeline.compute.engines import EngineError, engine
from pipeline.defs.command_ui import serve_ui
from pipeline.defs.instance import prepare_instance
from pipeline.defs.settings import (
    COMPUTE,
    PROCESSED,
    RAW,
    SettingError,
    absolute,
    check_settings,
    load_env_file,
    setting,
)
from pipeline.defs.store.folder import open_folder
from pipeline.defs.store.lock import Busy, sole_writer
from pipeline.defs.store.news import UpToDate, up_to_date

STARTED = time.monotonic()
DEFAULT_PORT = 3000


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; 0 when all went well, 1 when the run failed, 2 when it could not start."""
    chosen = arguments_of_commands().parse_args(arguments)
    try:
        load_env_file()
        choose_folders(getattr(chosen, "raw", None), chosen.out)
        check_settings()
        if chosen.command in ("explain", "history"):
            return answer(chosen)
        home = prepare_instance()
        if chosen.command == "ui":
            serve_ui(chosen.port, home)
        return run_all(chosen.rebuild)
    except (SettingError, EngineError, Busy) as problem:
        print(problem, file=sys.stderr)
        return 2
    except OSError as problem:
        print(f"{problem.filename or setting(PROCESSED)} cannot be written or read ({problem.strerror or problem}). "
              "The published tables are those of the last good run. Check disk space and permissions, and run again.",
              file=sys.stderr)  # fmt: skip
        return 2
    except KeyboardInterrupt:
        print("\nStopped. The published tables are those of the last good run.", file=sys.stderr)
        return 130


def arguments_of_commands() -> argparse.ArgumentParser:
    """The commands and what each takes."""
    parser = argparse.ArgumentParser(prog="reckoner", description="News reports in, reconciled figures out.")
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="bring all tables up to date")
    run.add_argument("--rebuild", action="store_true", help="start over from the raw files; revisions are kept")
    ui = commands.add_parser("ui", help="open the Dagster UI over the same runs")
    ui.add_argument("--port", type=a_port, default=DEFAULT_PORT, help=f"port on this machine (default {DEFAULT_PORT})")
    why = commands.add_parser("explain", help="say why a claim says what it says")
    why.add_argument("claim_id", help="id of a claim: the column claim_id of the claims table")
    then = commands.add_parser("history", help="say what was believed about an event, and when")
    then.add_argument("event_id", help="id of an event, or the id that the input gave it")
    moment = then.add_mutually_exclusive_group()
    moment.add_argument("--day", type=a_day, help="what the reports up to this day support (2025-03-31)")
    moment.add_argument("--run", dest="run_id", help="what this run published (its id, or how it begins)")
    then.add_argument("--policy", help="rule that chose the values (default: the first of codebook/policies.yml)")
    for command in (run, ui):
        command.add_argument("--raw", help="folder or fsspec address with reports (default data/raw)")
    for command in (run, ui, why, then):
        command.add_argument("--out", help="folder or fsspec address for the tables (default data/processed)")
    return parser


def a_port(text: str) -> int:
    """A port as the command line gives it."""
    if not (text.isdecimal() and 0 < int(text) < 65536):
        raise argparse.ArgumentTypeError(f"{text} is no port; write a number from 1 to 65535")
    return int(text)


def a_day(text: str) -> str:
    """A day as the command line gives it."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day; write it like 2025-03-31") from None


def answer(chosen: argparse.Namespace) -> int:
    """Answers a question about tables that are there; needs no Dagster."""
    if chosen.command == "explain":
        from pipeline.defs.command_explain import explain_claim

        return explain_claim(chosen.claim_id)
    from pipeline.defs.command_history import tell_history

    return tell_history(chosen.event_id, chosen.day, chosen.run_id, chosen.policy)


def choose_folders(raw: str | None, out: str | None) -> None:
    """Sets the folders for everything that this process starts."""
    os.environ[RAW] = absolute(raw or setting(RAW))
    os.environ[PROCESSED] = absolute(out or setting(PROCESSED))


def run_all(rebuild: bool) -> int:
    """Brings the tables up to date, or says that they are."""
    engine(setting(COMPUTE))
    raw, store = open_folder(setting(RAW)), open_folder(setting(PROCESSED))
    if not raw.exists():
        raise SettingError(f"The raw folder {raw.url} does not exist. Make it, or name another one: make run RAW=…")
    with sole_writer(store):
        known = None if rebuild else up_to_date(raw, store)
        if known:
            return say_up_to_date(known)
        from pipeline.definitions import defs
        from pipeline.defs.command_run import materialize_all

        return materialize_all(defs(), rebuild, STARTED)


def say_up_to_date(known: UpToDate) -> int:
    """What a rerun with nothing new prints."""
    print(f"Nothing new since {known.published_at}: {known.n_files} files as they were, the tables whole.")
    print("(use --rebuild, or make run REBUILD=1, to start over)\n")
    print(known.summary)
    return 0


if __name__ == "__main__":
    sys.exit(main())

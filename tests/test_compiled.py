"""The compiled modules: a build is found for exactly its sources, and the hot modules can be compiled."""

import os
import shutil
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from pipeline import compiled

ASK = "import pipeline.claims.tiny as tiny; print(tiny.double(21), tiny.__file__)"
COMPILER = pytest.mark.skipif(shutil.which("cc") is None, reason="needs a C compiler")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of its own with this one's compiled.py and a few lines in its hot folders."""
    folder = tmp_path / "pipeline"
    for name in ("claims", "quantities", "reading"):
        (folder / name).mkdir(parents=True)
        (folder / name / "__init__.py").write_text("", encoding="utf-8")
    (folder / "__init__.py").write_text("from pipeline import compiled\n\ncompiled.use()\n", encoding="utf-8")
    shutil.copy(compiled.PACKAGE / "compiled.py", folder)
    for name in compiled.ALONE:
        (folder / name).write_text("STOPS = '.'\n", encoding="utf-8")
    (folder / "claims" / "tiny.py").write_text("def double(n: int) -> int:\n    return 2 * n\n", encoding="utf-8")
    monkeypatch.setattr(compiled, "PACKAGE", folder)
    monkeypatch.setattr(compiled, "BUILDS", tmp_path / "build" / "compiled")
    return folder


def ask(package: Path, switch: str = "1") -> str:
    """What a fresh interpreter says of the small module."""
    return subprocess.run([sys.executable, "-c", ASK], cwd=package.parent, capture_output=True, text=True, check=True,
                          env=os.environ | {compiled.SWITCH: switch, "PYTHONPATH": str(package.parent)}).stdout.strip()


def test_a_changed_source_leaves_its_build_behind(package: Path) -> None:
    """Machine code of yesterday's rules would go on giving yesterday's claims."""
    compiled.folder_of_build().mkdir(parents=True)
    assert compiled.is_built()
    with (package / "claims" / "tiny.py").open("a", encoding="utf-8") as source:
        source.write("# a reason\n")
    assert not compiled.is_built()


def test_modules_are_found_by_name(tmp_path: Path) -> None:
    """A module that the finder misses or mistakes would run uncompiled, or in another's place."""
    file = tmp_path / "pipeline" / "claims" / f"tiny{EXTENSION_SUFFIXES[0]}"
    file.parent.mkdir(parents=True)
    file.touch()
    finder = compiled.CompiledModules(tmp_path)
    spec = finder.find_spec("pipeline.claims.tiny")
    assert spec is not None and spec.origin == str(file)
    assert finder.find_spec("pipeline.claims.other") is None


def test_without_a_build_the_sources_run(package: Path) -> None:
    """A machine without a C compiler must do all the same work."""
    assert ask(package) == f"42 {package / 'claims' / 'tiny.py'}"


@pytest.mark.slow
@COMPILER
def test_a_build_is_used_until_it_is_stale_or_switched_off(package: Path) -> None:
    """Only here does a build run for real: unused it gains nothing, used for changed sources it gives wrong answers."""
    assert compiled.build() == 0
    built = ask(package)
    assert built.startswith("42 ") and built.endswith(EXTENSION_SUFFIXES[0])
    assert ask(package, switch="0").endswith("tiny.py")
    (package / "claims" / "tiny.py").write_text("def double(n: int) -> int:\n    return 3 * n\n", encoding="utf-8")
    assert ask(package).startswith("63 ")


@COMPILER
def test_what_cannot_be_compiled_is_said(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A half-made build, or none and no word, would leave the user guessing."""
    (package / "claims" / "tiny.py").write_text("def double(n: int) -> int:\n    return str(n)\n", encoding="utf-8")
    assert compiled.build() == 1
    assert "tiny.py" in capsys.readouterr().err
    assert not list(compiled.BUILDS.iterdir())


@pytest.mark.slow
def test_the_hot_modules_can_be_compiled(tmp_path: Path) -> None:
    """mypyc knows less than Python: a construct that it does not take costs every user of `make compiled` the speed."""
    config = tmp_path / "mypy.ini"
    config.write_text(compiled.TYPES, encoding="utf-8")
    work = f"import sys; from mypyc.build import mypycify; mypycify(sys.argv[1:], target_dir={str(tmp_path)!r})"
    names = [path.relative_to(compiled.PACKAGE.parent).as_posix() for path in compiled.sources()]
    made = subprocess.run([sys.executable, "-c", work, "--config-file", str(config), *names], check=False,
                          cwd=compiled.PACKAGE.parent, capture_output=True, text=True)  # fmt: skip
    assert made.returncode == 0, made.stdout[-2000:] + made.stderr[-2000:]

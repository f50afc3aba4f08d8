"""Nobody but the store opens the live file, and one SQLite library alone is in the process.

An `open()` and `close()` of the live file in the same process drops the locks that SQLite holds on it, and so does a
second SQLite library: both let another process write in the middle of a transaction.
"""

import ast
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils.utils import sqlite3

import desktop_app
from desktop_app.storage.profile import Profile
from desktop_app.storage.store import Store

PACKAGE = Path(desktop_app.__file__).parent
STORAGE = PACKAGE / "storage"
BUNDLED = importlib.util.find_spec("pysqlite3") is not None
# What reads, writes or moves a file's bytes by itself.
OPENERS = {
    *(
        "open",
        "read_bytes",
        "read_text",
        "write_bytes",
        "write_text",
        "touch",
        "unlink",
        "remove",
        "rename",
        "replace",
    ),
    *("copy", "copy2", "copyfile", "move", "file_digest", "connect", "QFile", "QSaveFile", "write", "link_to"),
}
READERS = OPENERS & {"open", "read_bytes", "read_text", "copy", "copy2", "copyfile", "move", "file_digest"}
# What takes all of a folder along, the live file with it.
WHOLE_FOLDERS = {"copytree", "make_archive", "rmtree"}


def trees(folder: Path) -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))}


def names_the_live_file(node: ast.AST, known: set[str]) -> bool:
    """Tell whether an expression is, or is made from, the path of the live file."""
    return any(
        (isinstance(part, ast.Attribute) and part.attr == "database")
        or (isinstance(part, ast.Name) and part.id in known)
        for part in ast.walk(node)
    )


def uses_of_the_live_file(tree: ast.Module) -> Iterator[str]:
    """Yield each place that would open, copy or move the live file without SQLite."""
    known = {"database"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and names_the_live_file(node.value, known):
            known |= {name.id for target in node.targets for name in ast.walk(target) if isinstance(name, ast.Name)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value == Profile(Path()).database.name:
            yield f"line {node.lineno}: {node.value!r}"
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
        given = [*node.args, *(keyword.value for keyword in node.keywords)]
        if isinstance(node.func, ast.Attribute):
            given.append(node.func.value)
        opens = name in OPENERS and ast.unparse(node.func) != "Store.open"
        if name in WHOLE_FOLDERS or (opens and any(names_the_live_file(part, known) for part in given)):
            yield f"line {node.lineno}: {ast.unparse(node)}"


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def calls(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            yield node.lineno, name


def test_nobody_outside_the_store_touches_the_live_file() -> None:
    outside = {path: tree for path, tree in trees(PACKAGE).items() if STORAGE not in path.parents}
    found = {str(path): uses for path, tree in outside.items() if (uses := list(uses_of_the_live_file(tree)))}
    assert found == {}


@pytest.mark.parametrize(
    "code",
    [
        "open(profile.database)",
        "profile.database.read_bytes()",
        "shutil.copy(service.database, x)",
        "p = profile.database\nwith open(p, 'rb') as file: pass",
        "def f(database): return hashlib.file_digest(open(str(database)), 'md5')",
        "sqlite3.connect(profile.database)",
        "folder / 'plimsoll.db'",
        "shutil.copytree(profile.folder, x)",
    ],
)
def test_this_check_sees_what_it_is_for(code: str) -> None:
    assert list(uses_of_the_live_file(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    ["Store.open(profile.database, read_only=True)", "label(str(service.database.parent))", "open(settings_path)"],
)
def test_this_check_lets_the_rest_be(code: str) -> None:
    assert not list(uses_of_the_live_file(ast.parse(code)))


def test_the_store_opens_no_file_by_itself() -> None:
    found = [
        f"{path.name}:{line} {name}"
        for path, tree in trees(STORAGE).items()
        for line, name in calls(tree)
        if name.rpartition(".")[2] in READERS and name not in ("os.open", "Store.open")
    ]
    assert found == []


def test_the_store_opens_by_descriptor_only_what_sqlite_does_not_have_open() -> None:
    found = {
        f"{path.name} {function.name}"
        for path, tree in trees(STORAGE).items()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef) and "os.open" in {name for _, name in calls(function)}
    }
    assert found == {"profile.py __enter__", "profile.py private_file", "profile.py sync_to_disk"}


def test_the_one_sqlite_is_the_one_that_sqlite_utils_chose() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{line} {name}"
        for path, tree in trees(PACKAGE).items()
        for line, name in imported(tree)
        if name.startswith(("sqlite3", "pysqlite3", "PySide6.QtSql", "apsw")) or name.endswith("QtSql")
    ]
    assert found == []


def test_sqlite_has_the_fix_for_lost_pages() -> None:
    if not BUNDLED:
        pytest.skip("this machine has no wheel of pysqlite3")
    assert sqlite3.__name__ == "pysqlite3"
    assert sqlite3.sqlite_version_info >= (3, 51, 3)


PROBE = """
import sys
from desktop_app.storage.store import Store
Store.open(None).close()
import sqlite3
files = {line.split()[-1] for line in open("/proc/self/maps") if "sqlite" in line}
print(sqlite3.__name__, "_sqlite3" in sys.modules, *sorted(file for file in files if ".so" in file))
"""


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="only Linux lists the loaded libraries")
def test_one_sqlite_library_is_loaded() -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, text=True, check=True, cwd=PACKAGE.parent, timeout=60
    )
    name, standard, *libraries = run.stdout.split()
    assert (name, standard) == (("pysqlite3", "False") if BUNDLED else ("sqlite3", "True"))
    assert len([library for library in libraries if BUNDLED or "lib-dynload" not in library]) == 1, libraries


WITHOUT_BUNDLE = """
import sys
sys.modules["pysqlite3"] = None
from desktop_app.storage.store import Store
from pathlib import Path
with Store.open(Path(sys.argv[1])) as store:
    print(store.check(), sys.modules["sqlite3"].__name__)
"""


def test_the_library_of_the_system_opens_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "plimsoll.db"
    Store.open(path).close()
    for file in (path, tmp_path / "made there.db"):
        command = [sys.executable, "-c", WITHOUT_BUNDLE, str(file)]
        run = subprocess.run(command, capture_output=True, text=True, cwd=PACKAGE.parent, timeout=60, check=False)
        assert (run.stdout, run.stderr) == ("[] sqlite3\n", "")
    with Store.open(tmp_path / "made there.db") as store:
        assert store.check() == []

"""The house keeps its shape: which layer may import which, what is told about every part, and how large it may be.

Every import counts, late and type-only ones too.
"""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "desktop_app"
TOP = {"app", "cli", "__main__"}
# layer -> the layers that it may import from; the files at the top may import from all.
LAYERS = {
    "domain": set(),
    "storage": {"domain"},
    "feeds": {"domain"},
    "notify": {"domain"},
    "engine": {"domain", "storage", "feeds", "notify"},
    "ui": {"domain", "engine"},
}
QT = {"PySide6", "shiboken6", "pyqtgraph"}
NUMPY = {"numpy"}
NUMPY_FILES = {
    "engine/curves.py",
    "engine/growth.py",
    "engine/market.py",
    "engine/odds.py",
    "engine/past.py",
    "engine/price_history.py",
    "engine/returns.py",
    "engine/scan.py",
    "engine/stress.py",
    "engine/stress_book.py",
    "engine/stress_paths.py",
    "engine/stress_run.py",
    "engine/worth_paths.py",
    "engine/odds_inputs.py",
    "storage/candles.py",
    "feeds/files/blocks.py",
    "storage/series.py",
}
LONGEST_FILE, LONGEST_FUNCTION = 500, 60
# The budget of 12 holds for all that works without a window. The window stands on top of that with a chain of its
# own: page within window within composition root, each a small file.
BELOW_THE_WINDOW = frozenset(LAYERS) - {"ui"}
LONGEST_CHAINS = {"below the window": (BELOW_THE_WINDOW, 12), "the window": (frozenset({"ui", *TOP}), 14)}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def module_of(path: Path, root: Path = ROOT) -> str:
    """Return the dotted name of the module in the file at `path`."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> dict[str, tuple[Path, ast.Module]]:
    """Return path and syntax tree of every module of the program by its dotted name."""
    paths = sorted((ROOT / PACKAGE).rglob("*.py"))
    return {module_of(path): (path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths}


def imports(name: str, path: Path, tree: ast.AST) -> Iterator[str]:
    """Yield the dotted name of everything that a module imports, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
                kept = parents[: len(parents) - node.level + 1]
                base = ".".join([*kept, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def own(target: str, known: dict[str, object]) -> str | None:
    """Return the program's module that an imported name lies in, or None for a stranger's."""
    while target.startswith(PACKAGE):
        if target in known:
            return target
        target = target.rpartition(".")[0]
    return None


@cache
def graph() -> dict[str, frozenset[str]]:
    """Return for each module the modules of the program that it imports."""
    known = dict.fromkeys(modules())
    return {
        name: frozenset(
            found for target in imports(name, path, tree) if (found := own(target, known)) not in (None, name)
        )
        for name, (path, tree) in modules().items()
    }


def layer(name: str) -> str:
    """Return the layer that a module lies in; the package itself has none."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else ""


def functions(tree: ast.AST) -> Iterator[Function]:
    """Yield every function in a tree, nested ones and methods too."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def public_parts(tree: ast.Module) -> Iterator[ast.ClassDef | Function]:
    """Yield the public classes and functions of a module, and the public methods of its public classes."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (part for part in node.body if isinstance(part, Function) and not part.name.startswith("_"))


def overrides_qt(name: str, part: ast.ClassDef | Function) -> bool:
    """Tell whether a method is Qt's own under Qt's own name, which Qt describes."""
    return layer(name) == "ui" and isinstance(part, Function) and any(letter.isupper() for letter in part.name)


def annotated(function: Function) -> bool:
    """Tell whether a function says what it takes and gives; `self` and `cls` need no word."""
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    rest = [one for one in (arguments.vararg, arguments.kwarg) if one is not None]
    missing = [one.arg for one in (*named, *rest) if one.annotation is None]
    return function.returns is not None and set(missing) <= {"self", "cls"}


def circles(edges: dict[str, frozenset[str]]) -> list[list[str]]:
    """Return circles of imports, each as the modules along it."""
    found: list[list[str]] = []
    done: set[str] = set()

    def walk(name: str, trail: list[str]) -> None:
        if name in trail:
            found.append([*trail[trail.index(name) :], name])
            return
        if name in done:
            return
        for target in sorted(edges.get(name, ())):
            walk(target, [*trail, name])
        done.add(name)

    for name in sorted(edges):
        walk(name, [])
    return found


def longest_chain(edges: dict[str, frozenset[str]]) -> list[str]:
    """Return the longest chain of modules of which each imports the next; `edges` have no circle."""

    @cache
    def chain(name: str) -> tuple[str, ...]:
        return (name, *max((chain(target) for target in edges[name]), key=len, default=()))

    return list(max((chain(name) for name in edges), key=len, default=()))


def allowed(importer: str, target: str) -> bool:
    """Tell whether the layer of `importer` may import from that of `target`."""
    source, aim = layer(importer), layer(target)
    if source in TOP or not aim or source == aim:
        return aim not in TOP or importer.endswith(("__main__", ".cli"))
    return aim in LAYERS.get(source, set())


def test_every_layer_is_known() -> None:
    assert {layer(name) for name in modules()} <= {"", *LAYERS, *TOP}


def test_imports_follow_the_arrows() -> None:
    wrong = [
        f"{name} -> {target}" for name, targets in graph().items() for target in targets if not allowed(name, target)
    ]
    assert not wrong


def test_there_is_no_circle() -> None:
    assert not circles(graph())


@pytest.mark.parametrize(("layers", "most"), LONGEST_CHAINS.values(), ids=LONGEST_CHAINS)
def test_the_longest_chain_of_imports_is_within_its_budget(layers: frozenset[str], most: int) -> None:
    part = {name: targets for name, targets in graph().items() if layer(name) in layers}
    chain = longest_chain({name: targets & part.keys() for name, targets in part.items()})
    assert len(chain) <= most, " -> ".join(chain)
    assert all(second in graph()[first] for first, second in pairwise(chain))


def roots_of(name: str) -> set[str]:
    path, tree = modules()[name]
    return {target.split(".")[0] for target in imports(name, path, tree)}


def test_qt_is_in_the_window_alone() -> None:
    with_qt = [name for name in modules() if roots_of(name) & QT]
    assert with_qt, "the test has lost sight of Qt"
    assert [name for name in with_qt if layer(name) not in ("ui", "app")] == []


def test_numpy_is_where_series_are_computed_or_drawn() -> None:
    with_numpy = [
        modules()[name][0].relative_to(ROOT / PACKAGE).as_posix() for name in modules() if roots_of(name) & NUMPY
    ]
    assert with_numpy, "the test has lost sight of numpy"
    assert [path for path in with_numpy if path not in NUMPY_FILES and not path.startswith("ui/charts/")] == []


def test_the_domain_needs_nothing_but_the_standard_library() -> None:
    strangers = {
        f"{name}: {root}"
        for name in modules()
        if layer(name) == "domain"
        for root in roots_of(name) - {PACKAGE} - set(sys.stdlib_module_names)
    }
    assert not strangers


def test_below_the_engine_nothing_logs_and_nothing_asks_for_the_time() -> None:
    clocks = {("datetime", "now"), ("datetime", "utcnow"), ("date", "today"), ("time", "time")}
    wrong = []
    for name, (_, tree) in modules().items():
        if layer(name) in ("domain", "feeds"):
            wrong += [f"{name}: logging" for root in roots_of(name) if root == "logging"]
            wrong += [
                f"{name}:{node.lineno}"
                for node in ast.walk(tree)
                if isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and (node.value.id, node.attr) in clocks
            ]
    assert not wrong


def test_every_module_says_what_it_is() -> None:
    assert [name for name, (_, tree) in modules().items() if not ast.get_docstring(tree)] == []


def test_every_public_part_says_what_it_does() -> None:
    silent = [
        f"{name}:{part.lineno} {part.name}"
        for name, (_, tree) in modules().items()
        for part in public_parts(tree)
        if not ast.get_docstring(part) and not overrides_qt(name, part)
    ]
    assert not silent


def test_every_function_is_annotated() -> None:
    bare = [
        f"{name}:{function.lineno} {function.name}"
        for name, (_, tree) in modules().items()
        for function in functions(tree)
        if not annotated(function)
    ]
    assert not bare


def swallows(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler does nothing at all with what it caught, of whatever kind."""
    broad = handler.type is None or ast.unparse(handler.type) in ("Exception", "BaseException")
    return broad and all(isinstance(part, ast.Pass) or _is_ellipsis(part) for part in handler.body)


def _is_ellipsis(part: ast.stmt) -> bool:
    return isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant) and part.value.value is ...


def test_no_error_of_any_kind_is_swallowed() -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, (_, tree) in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and swallows(node)
    ]
    assert not wrong


def test_no_connection_goes_unverified() -> None:
    wrong = [
        f"{name}:{node.value.lineno}"
        for name, (_, tree) in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "verify"
    ]
    assert not wrong


def test_no_file_is_too_long() -> None:
    sizes = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, (path, _) in modules().items()}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}


def test_no_function_is_too_long() -> None:
    sizes = {
        f"{name}:{function.lineno} {function.name}": (function.end_lineno or 0) - function.lineno + 1
        for name, (_, tree) in modules().items()
        for function in functions(tree)
    }
    assert {place: size for place, size in sizes.items() if size > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize(
    ("importer", "target", "may"),
    [
        ("desktop_app.storage.store", "desktop_app.domain.money", True),
        ("desktop_app.domain.money", "desktop_app.storage.store", False),
        ("desktop_app.feeds.client", "desktop_app.storage.store", False),
        ("desktop_app.ui.text", "desktop_app.storage.store", False),
        ("desktop_app.engine.monitor", "desktop_app.ui.text", False),
        ("desktop_app.app", "desktop_app.storage.store", True),
        ("desktop_app.cli", "desktop_app.app", True),
        ("desktop_app.ui.window", "desktop_app.app", False),
        ("desktop_app.ui.window", "desktop_app.cli", False),
        ("desktop_app.app", "desktop_app.cli", False),
    ],
)
def test_the_rule_of_arrows_can_say_no(importer: str, target: str, may: bool) -> None:
    assert allowed(importer, target) is may


def test_a_circle_is_found_and_a_chain_is_measured() -> None:
    edges = {"a": frozenset("bc"), "b": frozenset("c"), "c": frozenset("d"), "d": frozenset()}
    assert not circles(edges)
    assert longest_chain(edges) == ["a", "b", "c", "d"]
    assert circles({**edges, "d": frozenset("b")}) == [["b", "c", "d", "b"]]


def test_late_relative_and_type_only_imports_are_seen() -> None:
    lines = (
        "import os.path",
        "if TYPE_CHECKING:",
        "    from . import a",
        "def f():",
        "    from ..b import c",
        "    import numpy",
    )
    text = "\n".join(lines)
    found = set(imports("desktop_app.x.y", Path("y.py"), ast.parse(text)))
    assert found == {"os.path", "desktop_app.x.a", "desktop_app.b.c", "numpy"}

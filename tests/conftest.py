"""What holds for every test: no unexpected word in the log, nothing left running, no real home folder."""

import gc
import logging
import os
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
OUR_THREADS = frozenset({"database", "figures", "files", "futures", "network"})
_HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
}

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)  # no test speaks to the desktop that it runs on

# A loaded machine is slow for reasons that are not the test's, so no example has a deadline.
settings.register_profile("quick", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("quick"), max_examples=400, print_blob=True)
settings.load_profile("quick")


# What `quick` leaves out: the real window, processes, crashes, long waits. One walk through the window stays in.
THOROUGH = (
    "e2e/",
    "reliability/",
    "engine/test_asleep.py",
    "engine/test_outside.py",
    "engine/test_price_reading.py",
    "feeds/test_faults.py",
    "feeds/test_hosts.py",
    "test_app.py",
    "test_cli.py",
    "test_conftest.py",
    "test_start.py",
    "test_watch.py",
)
QUICK_ALL_THE_SAME = ("e2e/test_keyboard.py", "reliability/test_refusals.py")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is `thorough`, by its file."""
    for item in items:
        name = item.path.relative_to(ROOT / "tests").as_posix() if item.path.is_relative_to(ROOT / "tests") else ""
        if name.startswith(THOROUGH) and name not in QUICK_ALL_THE_SAME:
            item.add_marker(pytest.mark.thorough)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of `tests/reference`."""
    group = parser.getgroup("reference")
    group.addoption("--reference", type=Path, help="File of golden cases to run instead of tests/reference/cases.json")
    group.addoption("--data", type=Path, default=SHARED / "data", help="Folder that the cases' file names start from")


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over what the imports made: it is looked through after each test with Qt."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def shared() -> Path:
    """The folder of real data beside the checkout; without it the test is skipped."""
    if not SHARED.is_dir():
        pytest.skip(f"there is no {SHARED}")
    return SHARED


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, so that no real profile is ever touched.

    Most tests leave theirs as it was; the next test then has it.
    """
    if not _homes or not _is_untouched(_homes[-1]):
        _homes.append(tmp_path_factory.mktemp("home"))
        for inside in _HOME_VARIABLES.values():
            (_homes[-1] / inside).mkdir(mode=0o700, exist_ok=True)
    for name, inside in _HOME_VARIABLES.items():
        monkeypatch.setenv(name, str(_homes[-1] / inside))
    return _homes[-1]


_homes: list[Path] = []


def _is_untouched(folder: Path) -> bool:
    inside = {name for name in _HOME_VARIABLES.values() if name}
    if not folder.is_dir() or set(os.listdir(folder)) != inside:
        return False
    return not any(os.listdir(folder / name) for name in inside)


@pytest.fixture(scope="session")
def httpserver_listen_address() -> tuple[str, int]:
    """Where pytest-httpserver listens: any free port of the loopback address, by number."""
    return "127.0.0.1", 0


@pytest.fixture
def expected_log() -> list[str]:
    """Patterns of log records at WARNING or over that the test brings about; each of them must come."""
    return []


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture, expected_log: list[str]) -> Iterator[None]:
    yield
    phases = ("setup", "call", "teardown")
    loud = [record for phase in phases for record in caplog.get_records(phase) if record.levelno >= logging.WARNING]
    words = [f"{record.name}: {record.getMessage()}" for record in loud]
    unexpected = [word for word in words if not any(re.search(pattern, word) for pattern in expected_log)]
    assert not unexpected, f"unexpected log records: {unexpected}"
    silent = [pattern for pattern in expected_log if not any(re.search(pattern, word) for word in words)]
    assert not silent, f"log records that did not come: {silent}; there were {words}"


@pytest.fixture(autouse=True)
def _nothing_left_running(request: pytest.FixtureRequest) -> Iterator[None]:
    before = set(threading.enumerate())
    with_qt = bool({"qtbot", "qapp"} & set(request.fixturenames))
    widgets = _top_level_widgets() if with_qt else []
    yield
    left = _threads_since(before)
    assert not left, f"threads left running: {left}"
    if with_qt:
        _let_qt_delete()
        left_widgets = [widget for widget in _top_level_widgets() if widget not in widgets]
        assert not left_widgets, f"top-level widgets left: {left_widgets}"
        # Looking through everything takes as long as a small test, so what was active before is known from last time.
        active = _active_timers()
        left_timers = [timer for timer in active if timer not in _timers_known]
        _timers_known[:] = active
        assert not left_timers, f"timers left active: {left_timers}, of {[timer.parent() for timer in left_timers]}"


_timers_known: list[QTimer] = []


def _threads_since(before: set[threading.Thread], patience_s: float = 2.0) -> list[threading.Thread]:
    """Return the new threads that keep a process alive or are the program's own, after a moment to end."""
    end = time.monotonic() + patience_s
    while True:
        new = [thread for thread in threading.enumerate() if thread not in before]
        left = [thread for thread in new if not thread.daemon or thread.name in OUR_THREADS]
        if not left or time.monotonic() > end:
            return left
        time.sleep(0.01)


def _let_qt_delete() -> None:
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    gc.collect()


def _top_level_widgets() -> list[object]:
    return list(QApplication.topLevelWidgets()) if isinstance(QCoreApplication.instance(), QApplication) else []


def _active_timers() -> list[QTimer]:
    """Return every active QTimer that Python knows of."""
    known = [found for found in gc.get_objects() if issubclass(type(found), QTimer)]
    return [timer for timer in known if shiboken6.isValid(timer) and timer.isActive()]

"""The rules of `conftest.py` can fail: each is broken in a run of its own."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CONFTEST = Path(__file__).with_name("conftest.py")
BREAKS_A_RULE = """
import logging, threading, time
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QWidget

keep = []

def test_log():
    logging.getLogger("x").warning("never expected")

def test_silence(expected_log):
    expected_log.append("will not come")

def test_thread():
    threading.Thread(target=time.sleep, args=(60,), name="database", daemon=True).start()

def test_widget(qtbot):
    keep.append(QWidget())
    keep[-1].show()

def test_timer(qtbot):
    keep.append(QTimer())
    keep[-1].start(10**6)

def test_qt_warning(qtbot):
    qWarning(b"from Qt")
"""
KEEPS_ALL_RULES = """
import logging
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

def test_good(qtbot, expected_log):
    expected_log.append("^x: so")
    logging.getLogger("x").error("so it is")
    window = QWidget()
    timer = QTimer(window)
    timer.start(10**6)
    qtbot.addWidget(window)
    window.show()
    assert Path.home() != Path({real!r})
"""


def test_what_a_test_leaves_behind_fails_it(pytester: pytest.Pytester, home: Path) -> None:
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))
    pytester.makeini(
        "[pytest]\nqt_api = pyside6\nqt_log_level_fail = WARNING\n"
        "addopts = -p no:randomly -p no:xdist -p no:cacheprovider"
    )
    pytester.makepyfile(test_bad=BREAKS_A_RULE, test_fine=KEEPS_ALL_RULES.format(real=str(home)))
    result = pytester.runpytest_subprocess("-q")
    result.assert_outcomes(passed=6, errors=5, failed=1)
    told = result.stdout.str()
    for words in (
        "unexpected log records: ['x: never expected']",
        "log records that did not come: ['will not come']",
        "threads left running: [<Thread(database",
        "top-level widgets left: [<PySide6.QtWidgets.QWidget",
        "timers left active: [<PySide6.QtCore.QTimer",
        "FAILED test_bad.py::test_qt_warning",
    ):
        assert words in told

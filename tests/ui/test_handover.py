"""One window for a profile: a second start hands over what it was started with."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from desktop_app.ui.handover import LONGEST, Receiver, address_of, hand_over

SECOND = """
import pathlib, sys
from desktop_app.ui.handover import hand_over
folder, *files = map(pathlib.Path, sys.argv[1:])
sys.exit(0 if hand_over(folder, files) else 7)
"""


@pytest.fixture
def receiver(qapp, home, tmp_path):
    made = Receiver(tmp_path)
    yield made
    made.close()
    made.deleteLater()


def second_start(folder: Path, *files: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SECOND, str(folder), *files])


@pytest.mark.parametrize("files", [(), ("/a/my loans.plimsoll", "/b/價格.csv")])
def test_a_second_start_reaches_the_first_window_with_its_files(qtbot, receiver, tmp_path, files):
    with qtbot.waitSignal(receiver.arrived, timeout=20000) as heard:
        second = second_start(tmp_path, *files)
    assert heard.args == [[Path(one) for one in files]]
    assert second.wait(20) == 0


def test_nobody_answers_for_another_profile(receiver, tmp_path):
    assert not hand_over(tmp_path / "other", [])


def test_a_socket_that_a_crash_left_is_taken_over(qtbot, qapp, home, tmp_path):
    Path(address_of(tmp_path)).write_bytes(b"")
    receiver = Receiver(tmp_path)
    with qtbot.waitSignal(receiver.arrived, timeout=20000):
        second = second_start(tmp_path)
    assert second.wait(20) == 0
    receiver.close()
    receiver.deleteLater()


@pytest.mark.parametrize("words", [b"nonsense\n", b'{"files": 3}\n', b"[]\n", b"x" * (LONGEST + 10)])
def test_what_is_no_message_is_turned_away(qtbot, receiver, tmp_path, words):
    heard = []
    receiver.arrived.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(address_of(tmp_path))
    socket.write(words)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=10000)
    assert not heard
    assert bytes(socket.readAll().data()) == b""
    socket.deleteLater()


def test_only_the_person_may_speak_to_the_window(receiver, tmp_path):
    assert Path(address_of(tmp_path)).stat().st_mode & 0o077 == 0


def test_the_token_of_the_desktop_goes_along(qtbot, receiver, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    socket = QLocalSocket()
    socket.connectToServer(address_of(tmp_path))
    with qtbot.waitSignal(receiver.arrived, timeout=10000):
        socket.write(json.dumps({"files": [], "token": "abc"}).encode() + b"\n")
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "abc"
    socket.deleteLater()

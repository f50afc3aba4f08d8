"""Which words open the window, and what becomes of files among them."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.__main__ import window_request
from desktop_app.cli import run

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ((), ("", [], set())),
        (("--demo",), ("", [], {"--demo"})),
        (("--profile", "p", "--in-tray"), ("p", [], {"--in-tray"})),
        (("report",), None),
        (("--profile", "p", "report", "--json"), None),
        (("--help",), None),
        (("none.json",), None),
    ],
)
def test_the_window_is_told_from_a_command(words, asked):
    assert window_request(words) == asked


def test_a_file_among_the_words_goes_to_the_window(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("mine.plimsoll").touch()
    Path("report").touch()  # a command wins over a file of its name
    assert window_request(["mine.plimsoll"]) == ("", [str(tmp_path / "mine.plimsoll")], set())
    assert window_request(["report"]) is None


def test_a_file_that_is_not_there_is_told_as_that(capsys):
    assert run(["lost.plimsoll"]) == 2
    assert capsys.readouterr().err == "plimsoll: there is no file lost.plimsoll.\n"


def test_a_second_start_hands_its_file_to_the_first_window(tmp_path, home):
    """Two processes: the first has the window, the second ends at once, and the first has the loan."""
    portfolio = tmp_path / "mine.plimsoll"
    loan = {
        "id": "one",
        "name": "Handed over",
        "platform": "nexo",
        "preset": "nexo",
        "opened": "2026-01-01",
        "collateral": [{"asset": "BTC", "amount": "1"}],
        "debts": [{"asset": "USDT", "amount": "500"}],
    }
    portfolio.write_text(json.dumps({"format": "plimsoll-portfolio", "version": 1, "loans": [loan]}))
    profile = tmp_path / "profile"
    start = [sys.executable, "-m", "desktop_app", "--profile", str(profile)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen(start, cwd=ROOT, env=environment)
    try:
        end = time.monotonic() + 60
        lock = profile / "plimsoll.lock"
        code = None
        while code != 0 and time.monotonic() < end:
            if not lock.exists() or not lock.stat().st_size or not list((home / "run").glob("plimsoll-*")):
                time.sleep(0.05)
                continue
            code = subprocess.run(
                [*start, str(portfolio)], cwd=ROOT, env=environment, timeout=60, check=False
            ).returncode
        assert code == 0
        report = [*start, "report", "--json"]
        while time.monotonic() < end:
            told = subprocess.run(report, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
            if "Handed over" in told.stdout:
                break
        assert "Handed over" in told.stdout
        assert first.poll() is None
    finally:
        first.terminate()
        first.wait(30)

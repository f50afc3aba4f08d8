"""`plimsoll watch`: exit codes, a line that a script can read, and an end within two seconds."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.domain.prices.quote import Quote
from desktop_app.engine import commands, importing
from desktop_app.engine.monitor import Monitor
from desktop_app.storage.profile import Profile, ProfileGuard
from desktop_app.storage.store import Store

ROOT = Path(__file__).resolve().parent.parent
BANK = {"id": "bank", "name": "Bank"}
LINE = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ( \w+=\S+)+$")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile with one loan of 1 BTC against 500 USDT whose network is kept out."""
    profile = Profile(tmp_path / "profile")
    profile.prepare()
    terms = {"levels": [{"key": "call", "kind": "margin_call", "ltv": "0.7"}]}
    one = {
        "id": "one",
        "name": "One",
        "platform": "bank",
        "opened": "2026-01-01",
        "collateral": [{"asset": "BTC", "amount": "1"}],
        "debts": [{"asset": "USDT", "amount": "500"}],
        "terms": terms,
    }
    path = tmp_path / "portfolio.json"
    path.write_text(json.dumps({"format": "plimsoll-portfolio", "version": 1, "platforms": [BANK], "loans": [one]}))
    with Store.open(profile.database) as store:
        monitor = Monitor(store)
        now = datetime.now(UTC)
        commands.change_setting(monitor, "polling", False)
        importing.import_file(monitor, path, now)
    return profile.folder


def price(folder: Path, value: str) -> None:
    now = datetime.now(UTC)
    with Store.open(Profile(folder).database) as store:
        Monitor(store).accept([Quote("BTC", "USD", Decimal(value), now, name, now) for name in ("a", "b")], now)


def start(folder: Path, *words: str) -> "subprocess.Popen[str]":
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", "desktop_app", "--profile", str(folder), "watch", *words]
    return subprocess.Popen(command, cwd=ROOT, env=bare, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def once(folder: Path) -> tuple[int, dict[str, str]]:
    process = start(folder, "--once")
    out, err = process.communicate(timeout=60)
    assert LINE.match(out.strip()), (out, err)
    return process.returncode, dict(word.split("=") for word in out.split()[1:])


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [("1000", 0, "ok"), ("650", 1, "firing"), ("", 3, "unknown")],
    ids=["ok", "alert", "blind"],
)
def test_one_look_ends_with_how_it_stands(folder: Path, value: str, code: int, said: str) -> None:
    if value:
        price(folder, value)
    ended, fields = once(folder)
    assert (ended, fields["state"]) == (code, said)
    assert fields["loans"] == "1"


def test_a_look_beside_a_window_tells_what_that_knows_and_does_not_wait(folder: Path) -> None:
    price(folder, "650")
    database = Profile(folder).database
    with Store.open(database) as store:
        assert Monitor(store, kind="window").may_ring(datetime.now(UTC))
        with ProfileGuard(Profile(folder)):
            began = time.monotonic()
            assert once(folder)[0] == 1
            assert time.monotonic() - began < 20


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGTERM")
def test_a_watch_says_its_line_and_ends_within_two_seconds(folder: Path) -> None:
    price(folder, "1000")
    process = start(folder, "--every", "1")
    assert process.stdout is not None
    assert LINE.match(process.stdout.readline().strip())
    process.send_signal(signal.SIGTERM)
    began = time.monotonic()
    process.communicate(timeout=20)
    assert time.monotonic() - began < 2
    assert process.returncode == 0


@pytest.mark.parametrize("unit", sorted((ROOT / "packaging" / "systemd").iterdir()), ids=lambda path: path.name)
def test_units_are_sound(unit: Path, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("there is no systemd-analyze")
    program = shutil.which("true")
    copy = tmp_path / unit.name
    for one in unit.parent.iterdir():
        words = one.read_text(encoding="utf-8").replace("/usr/bin/plimsoll", str(program))
        (tmp_path / one.name).write_text(words, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", "--man=no", copy], capture_output=True, text=True, check=False
    )
    assert unit.name not in done.stderr, done.stderr

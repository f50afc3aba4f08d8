"""The window's own start and the pictures of pages, as processes of their own."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SLOW = partial(pytest.param, marks=pytest.mark.slow)


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *words],
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
@pytest.mark.parametrize("words", [("--demo",), SLOW(()), SLOW(("--profile", "somewhere"))])
def test_without_a_display_the_window_says_so_in_one_line(words, tmp_path):
    done = run(*words, HOME=str(tmp_path))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("plimsoll: there is no display")


@pytest.mark.parametrize(("page", "language"), [SLOW("overview", "en"), ("loans", "zh_TW")])
def test_a_picture_is_drawn_without_a_display(tmp_path, page, language):
    out = tmp_path / "page.png"
    done = run("--demo", "shot", page, str(out), "--language", language, "--size", "1200x800", HOME=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    header = out.read_bytes()[:24]
    assert header.startswith(b"\x89PNG")
    assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (1200, 800)


def test_a_picture_of_a_profile_leaves_its_file_alone(tmp_path):
    portfolio = tmp_path / "mine.json"
    portfolio.write_text('{"format": "plimsoll-portfolio", "version": 1}')
    profile = tmp_path / "profile"
    assert run("--profile", str(profile), "import", str(portfolio), HOME=str(tmp_path)).returncode == 0
    before = (profile / "plimsoll.db").read_bytes()
    done = run("--profile", str(profile), "shot", "overview", str(tmp_path / "x.png"), HOME=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert (profile / "plimsoll.db").read_bytes() == before
    missing = run("--profile", str(tmp_path / "none"), "shot", "overview", str(tmp_path / "y.png"), HOME=str(tmp_path))
    assert missing.returncode == 2
    assert len(missing.stderr.splitlines()) == 1

"""What packages are made of agrees with the program, and checks of packages can fail."""

import configparser
import importlib.util
import re
import shlex
import struct
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from desktop_app.__main__ import window_request
from desktop_app.cli import plimsoll
from desktop_app.engine.price_files import PORTFOLIO_ENDINGS

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def load(name: str):
    """Return a script of packaging/bundle as a module."""
    spec = importlib.util.spec_from_file_location(f"bundle_{name}", PACKAGING / "bundle" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def desktop_entry():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(PACKAGING / "linux" / "plimsoll.desktop", encoding="utf-8")
    return entry


def test_menu_type_and_description_name_one_type_and_the_endings_that_are_imported():
    kind = ET.parse(PACKAGING / "linux" / "plimsoll-mime.xml").getroot().find(f"{MIME}mime-type")
    described = ET.parse(PACKAGING / "linux" / "io.github.plimsoll.Plimsoll.metainfo.xml").getroot()
    assert desktop_entry()["Desktop Entry"]["MimeType"] == f"{kind.get('type')};"
    assert described.find("provides/mediatype").text == kind.get("type")
    endings = {glob.get("pattern").removeprefix("*") for glob in kind.findall(f"{MIME}glob")}
    assert all(ending.endswith(PORTFOLIO_ENDINGS) for ending in endings)
    assert ".plimsoll" in endings
    assert r"Software\Classes\.plimsoll" in (PACKAGING / "windows" / "plimsoll.iss").read_text(encoding="utf-8")


def test_the_menu_opens_the_window(tmp_path):
    portfolio = tmp_path / "mine.plimsoll"
    portfolio.touch()
    for section in desktop_entry().sections():
        words = shlex.split(desktop_entry()[section]["Exec"].replace("%f", str(portfolio)))
        assert words[0] == "plimsoll"
        assert window_request(words[1:]) is not None


def test_the_menu_speaks_every_language_of_the_program():
    entry = desktop_entry()["Desktop Entry"]
    for key in ("GenericName", "Comment", "Keywords"):
        assert {name for name in entry if name.startswith(f"{key}[")} == {f"{key}[zh_TW]", f"{key}[zh_CN]"}


def test_every_unit_starts_a_command_that_there_is():
    for unit in (PACKAGING / "systemd").glob("*.service"):
        words = shlex.split(re.search(r"^ExecStart=(.+)$", unit.read_text(encoding="utf-8"), re.MULTILINE)[1])
        assert words[0] == "/usr/bin/plimsoll"
        command = plimsoll.commands[words[1]]
        command.make_context(words[1], words[2:], **plimsoll.context_settings)


def test_set_up_and_package_name_the_same_packages_for_the_same_libraries():
    table = load("deb").LIBRARIES
    script = (PACKAGING / "setup.sh").read_text(encoding="utf-8")
    named = re.findall(r"^(lib\S+\.so)\.\d+ (lib\S+)$", script, re.MULTILINE)
    assert len(named) > 20
    assert [(name, package) for name, package in named if table.get(name, package) != package] == []


@pytest.mark.parametrize(("size", "code"), [(900, 0), (1_200_000, 1)])
def test_a_bundle_over_its_budget_fails(tmp_path, monkeypatch, capsys, size, code):
    module = load("size")
    monkeypatch.setattr(module, "BUDGET_MB", 1.0)
    (tmp_path / "_internal" / "numpy").mkdir(parents=True)
    (tmp_path / "_internal" / "numpy" / "core.so").write_bytes(b"x" * size)
    (tmp_path / "_internal" / "link.so").symlink_to("numpy/core.so")
    monkeypatch.setattr(sys, "argv", ["size.py", str(tmp_path)])
    assert module.main() == code
    assert ("OVER BUDGET" in capsys.readouterr().out) is bool(code)


def test_icons_are_drawn_in_each_size_and_form(tmp_path, monkeypatch, qapp):
    module = load("icons")
    drawn = {size: module.picture(size, "#161f2f", "#4aa8ff") for size in (16, 256)}
    for size, data in drawn.items():
        assert struct.unpack(">II", data[16:24]) == (size, size)
    directory = module.ico(drawn)
    count = struct.unpack("<HHH", directory[:6])[2]
    length, offset = struct.unpack("<II", directory[6 + 16 + 8 : 6 + 32])
    assert count == 2
    assert directory[offset : offset + length] == drawn[256]
    assert struct.unpack(">I", module.icns({"ic08": drawn[256]})[4:8])[0] == 16 + len(drawn[256])
    ET.fromstring(module.svg("#161f2f", "#4aa8ff"))


def test_the_bundle_leaves_the_tests_tools_out():
    recipe = (PACKAGING / "bundle" / "plimsoll.spec").read_text(encoding="utf-8")
    for tool in ("pip", "pytest", "mypy", "ruff", "hypothesis"):
        assert f'"{tool}"' in recipe

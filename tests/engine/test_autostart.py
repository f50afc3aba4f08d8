"""Starting with the computer: the entry that the system reads."""

import configparser
import plistlib
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.engine import autostart

COMMAND = ["/opt/my apps/plimsoll", "--in-tray"]


@pytest.mark.skipif(sys.platform != "linux", reason="the file is that of Linux")
def test_it_is_switched_on_and_off(home):
    assert not autostart.is_on()
    autostart.switch(True, COMMAND)
    assert autostart.is_on()
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(home / "config" / "autostart" / "plimsoll.desktop")
    assert entry["Desktop Entry"]["Exec"] == '"/opt/my apps/plimsoll" --in-tray'
    autostart.switch(False)
    autostart.switch(False)
    assert not autostart.is_on()


@pytest.mark.skipif(sys.platform != "linux", reason="the file is that of Linux")
def test_an_entry_that_the_desktop_hid_counts_as_off(home):
    autostart.switch(True, COMMAND)
    path = autostart.entry_path()
    path.write_text(path.read_text() + "Hidden=true\n")
    assert not autostart.is_on()


def unquoted(line):
    """Read words as the specification of desktop entries has them read: first the escapes of the file, then quotes."""
    text = line.replace("\\\\", "\\")
    words = re.findall(r'"((?:\\.|[^"\\])*)"|(\S+)', text)
    return [(re.sub(r"\\(.)", r"\1", within) or plain).replace("%%", "%") for within, plain in words]


@given(st.lists(st.text(st.sampled_from('ab /.%$`"\\é價'), min_size=1), min_size=1))
def test_every_word_of_a_command_arrives_as_it_was(words):
    line = " ".join(map(autostart.quoted, words))
    assert unquoted(line) == words


def test_macos_gets_a_launch_agent():
    told = plistlib.loads(autostart.launch_agent(COMMAND))
    assert told["ProgramArguments"] == COMMAND
    assert told["RunAtLoad"] is True


def test_a_bundle_starts_its_own_file(monkeypatch):
    assert autostart.own_command()[1:] == ["-m", "desktop_app", "--in-tray"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert autostart.own_command() == [sys.executable, "--in-tray"]

"""The program as a part of the desktop: start with the computer, About, the notice of a newer version."""

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QPlainTextEdit

from desktop_app.engine import autostart
from desktop_app.engine.updates import Newer
from desktop_app.ui.update_notice import UpdateNotice


@pytest.fixture
def settings_desk(desk):
    desk.main.window.open_page("settings")
    return desk


def test_a_tick_lets_the_computer_start_the_program(settings_desk):
    box = settings_desk.seen(QCheckBox, "Start with the computer")
    assert not box.isChecked()
    box.click()
    settings_desk.wait_until(autostart.is_on)
    settings_desk.main.window.build()
    settings_desk.wait_until(lambda: settings_desk.names(QCheckBox))
    again = settings_desk.seen(QCheckBox, "Start with the computer")
    settings_desk.wait_until(again.isChecked)
    again.click()
    settings_desk.wait_until(lambda: not autostart.is_on())


def test_the_notice_is_off_until_a_person_turns_it_on_and_its_address_is_checked(settings_desk):
    settings = settings_desk.main.service
    assert not settings.settings.update_notice
    settings_desk.seen(QCheckBox, "Tell me when a newer version is out").click()
    settings_desk.wait_until(lambda: settings.settings.update_notice)
    address = settings_desk.seen(QLineEdit, "Address that tells the newest version")
    settings_desk.type_into(address, "http://example.org/x")
    address.editingFinished.emit()
    assert "https://" in settings_desk.words()
    assert settings.settings.update_url == ""
    settings_desk.type_into(address, "https://example.org/x")
    address.editingFinished.emit()
    settings_desk.wait_until(lambda: settings.settings.update_url == "https://example.org/x")


def test_about_tells_version_folder_and_each_licence(settings_desk, tmp_path):
    settings_desk.click("About Plimsoll")
    shown = settings_desk.seen(QListWidget, "Parts")
    settings_desk.wait_until(lambda: shown.count() > 20)
    assert str(tmp_path) in settings_desk.words()
    numpy = next(row for row in range(shown.count()) if shown.item(row).text().startswith("numpy "))
    shown.setCurrentRow(numpy)
    licence = settings_desk.seen(QPlainTextEdit, "Licence")
    settings_desk.wait_until(lambda: "NumPy Developers" in licence.toPlainText())
    settings_desk.click("Close")


def test_a_newer_version_is_told_once(desk, monkeypatch):
    UpdateNotice(desk.main.session, desk.main.window.toasts.push, desk.main)
    monkeypatch.setattr(desk.main.service._updates, "newer", Newer("9.9", "https://example.org/9.9"))
    desk.do(lambda monitor, now: None)
    desk.wait_until(lambda: "Plimsoll 9.9 is out" in desk.words())
    desk.click("Close")
    desk.do(lambda monitor, now: None)
    assert "9.9" not in desk.words()

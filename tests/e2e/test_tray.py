"""What the desktop is told while the window may be hidden: by its own service, and what happens without one."""

from contextlib import contextmanager
from decimal import Decimal

import alerting
import pytest
from desktop_bus import Manner, as_session_bus
from PySide6.QtWidgets import QApplication

from desktop_app.domain.alerts.state import AlertState
from desktop_app.domain.prices.quote import Quote
from desktop_app.engine import commands
from desktop_app.engine.service import utc_now
from desktop_app.ui import sound


def prepare(service):
    service.query(lambda monitor: alerting.add_loans(monitor.store, 1)).result()
    service.run(lambda monitor, now: (monitor.reload(), commands.change_setting(monitor, "polling", False))).result()


def price(desk, value):
    now = utc_now()
    quotes = [Quote("BTC", "USD", Decimal(value), now, name, now) for name in ("a", "b")]
    desk.do(lambda monitor, _: monitor.accept(quotes, now))


@contextmanager
def bell(monkeypatch):
    rung = []
    monkeypatch.setattr(QApplication, "beep", lambda: rung.append(True))
    yield rung


@pytest.mark.parametrize(("language", "words"), [("en", "Margin call"), ("zh_TW", "追繳"), ("zh_CN", "追缴")])
def test_a_margin_call_is_shown_by_the_desktop_in_each_language(open_desk, monkeypatch, language, words):
    with as_session_bus(Manner.GOOD, monkeypatch) as shown:
        desk = open_desk(prepare=prepare, polling=True, tray=True, language=language)
        desk.shell.hide()
        price(desk, "1000")
        price(desk, "690")
        desk.wait_until(lambda: shown.calls)
        desk.wait_until(lambda: not [one for one in desk.snapshot.due if one.channel == "tray"])
    (call,) = shown.calls
    text = f"{call[3]}\n{call[4]}"
    assert words.lower() in text.lower()
    for part in ("Loan 0", "72.5%", "690"):
        assert part in text
    assert call[6]["urgency"] == ("y", 2)


@pytest.mark.parametrize("manner", [Manner.REFUSES, None])
def test_where_the_desktop_shows_nothing_the_bell_rings_and_the_window_tells(open_desk, monkeypatch, manner):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "")
    with bell(monkeypatch) as rung:
        if manner is None:
            desk = open_desk(prepare=prepare, polling=True, tray=True)
            price(desk, "1000")
            price(desk, "690")
            desk.wait_until(lambda: rung)
        else:
            with as_session_bus(manner, monkeypatch):
                desk = open_desk(prepare=prepare, polling=True, tray=True)
                price(desk, "1000")
                price(desk, "690")
                desk.wait_until(lambda: rung)
        desk.wait_until(lambda: desk.main.window.toasts.toasts)


def test_the_test_of_the_tray_says_where_nothing_can_be_shown(open_desk):
    desk = open_desk(prepare=prepare, polling=True, tray=True)
    desk.main.window.tray_test.emit("a", "b")
    desk.wait_until(lambda: "This desktop shows no messages" in desk.words())


def test_a_demonstration_leaves_the_desktop_alone(open_desk, monkeypatch):
    with as_session_bus(Manner.GOOD, monkeypatch) as shown:
        desk = open_desk(demo=True, tray=True)
        assert not desk.main.service.show_on_desktop("a", "b", critical=True).result(5)
    assert shown.calls == []


@pytest.mark.parametrize(
    ("key", "state"), [("acknowledge", AlertState.ACKNOWLEDGED), ("snooze", AlertState.SNOOZED), ("show", None)]
)
def test_a_button_of_a_message_answers_while_the_window_is_hidden(open_desk, monkeypatch, key, state):
    with as_session_bus(Manner.GOOD, monkeypatch) as shown:
        desk = open_desk(prepare=prepare, polling=True, tray=True)
        desk.shell.hide()
        price(desk, "1000")
        price(desk, "690")
        desk.wait_until(lambda: shown.calls)
        actions = shown.calls[0][5]
        assert dict(zip(actions[1::2], actions[::2], strict=True))["Acknowledge"] == "acknowledge"
        shown.press(1, key)
        if state is None:
            desk.wait_until(lambda: desk.shell.isVisible() and desk.main.window.pages["loans"].isVisible())
        else:
            desk.wait_until(lambda: [one.state for one in desk.snapshot.alerts if one.level == "call"] == [state])
            assert not desk.shell.isVisible()


def test_the_chime_is_played_by_the_first_player_there_is(qapp, qtbot, monkeypatch, tmp_path):
    """A player that works is used; one that fails, and none at all, leave the bell."""
    rung = []
    monkeypatch.setattr(QApplication, "beep", lambda: rung.append(True))
    heard = tmp_path / "heard"
    for name, code in (("plays", 0), ("fails", 1)):
        player = tmp_path / name
        player.write_text(f'#!/bin/sh\necho "$@" >> {heard}\nexit {code}\n')
        player.chmod(0o755)
    one = sound.Sound()
    monkeypatch.setattr(sound, "PLAYERS", {"linux": [[str(tmp_path / "none")], [str(tmp_path / "plays"), "-q"]]})
    one.ring()
    qtbot.waitUntil(lambda: heard.exists() and heard.read_text().endswith("alert.wav\n"), timeout=30000)
    assert heard.read_text().startswith("-q /")
    assert not rung
    one.stop()
    monkeypatch.setattr(sound, "PLAYERS", {"linux": [[str(tmp_path / "fails")]]})
    one.ring()
    qtbot.waitUntil(lambda: rung == [True], timeout=30000)
    monkeypatch.setattr(sound, "PLAYERS", {})
    one.ring()
    assert rung == [True, True]
    one.stop()
    one.deleteLater()

"""Alerts as a person meets them: popups, answers, rules, channels, and the banner when nothing is watched."""

import json
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import alerting
import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTabWidget, QToolButton
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from desktop_app.domain.alerts.rule import RuleKind
from desktop_app.domain.alerts.state import AlertState
from desktop_app.domain.prices.quote import Quote
from desktop_app.engine import alert_commands, commands
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.polling import Poller
from desktop_app.engine.service import Outside, utc_now
from desktop_app.notify.secrets import Secrets
from desktop_app.notify.sending import NotifyError, NotifyFault
from desktop_app.ui import alert_text
from desktop_app.ui.dialogs.alert_rule import AlertRuleDialog
from desktop_app.ui.dialogs.channel import ChannelDialog
from desktop_app.ui.standstill import StandstillBanner
from desktop_app.ui.widgets.toast import MOST_POPUPS


def with_loans(count=1):
    """Return what prepares a service with loans of 1 BTC against 500 USD, whose first price is safe."""

    def prepare(service):
        service.query(lambda monitor: alerting.add_loans(monitor.store, count)).result()
        service.run(lambda monitor, now: monitor.reload()).result()

    return prepare


def price(desk, value, later=0.0, asset="BTC"):
    now = utc_now() + timedelta(seconds=later)
    quotes = [Quote(asset, "USD", Decimal(value), now, name, now) for name in ("a", "b")]
    return desk.do(lambda monitor, _: monitor.accept(quotes, now))


def toasts(desk):
    return desk.main.window.toasts.toasts


@pytest.fixture
def watched(open_desk):
    desk = open_desk(prepare=with_loans())
    price(desk, "1000")
    return desk


def active(desk):
    return {alert.level: alert.state for alert in desk.snapshot.active_alerts if alert.level}


def open_alerts(desk, tab):
    desk.main.window.open_page("alerts")
    tabs = desk.seen(QTabWidget, "Parts of the alerts")
    (index,) = [n for n in range(tabs.count()) if tabs.tabText(n).split(" (")[0] == tab]
    tabs.setCurrentIndex(index)


def choose(box, words):
    index = box.findText(words)
    assert index >= 0, [box.itemText(n) for n in range(box.count())]
    box.setCurrentIndex(index)


def test_a_price_rule_is_added_by_hand_and_rings(watched):
    desk = watched
    desk.main.window.open_page("alerts")
    desk.click("Add a rule")
    desk.wait_until(lambda: desk.shell.findChildren(AlertRuleDialog))
    choose(desk.seen(QComboBox, "Tell me about"), "Price below")
    scope = desk.seen(QComboBox, "Of")
    assert "All" not in [scope.itemText(n) for n in range(scope.count())]
    choose(scope, "BTC")
    desk.type_into(desk.seen(QLineEdit, "Limit"), "950")
    desk.click("Save")
    desk.wait_until(lambda: any(rule.kind is RuleKind.PRICE_BELOW for rule in desk.snapshot.rules))
    price(desk, "940", 1)
    desk.wait_until(lambda: toasts(desk))
    assert "BTC fell to $940" in toasts(desk)[0].accessibleDescription()


def test_an_alert_is_acknowledged_from_its_popup_and_comes_no_more(watched):
    price(watched, "800", 1)
    watched.wait_until(lambda: toasts(watched))
    watched.click("Acknowledge")
    watched.wait_until(lambda: active(watched) == {"warning": AlertState.ACKNOWLEDGED})
    assert not toasts(watched)


def test_an_alert_is_snoozed_from_its_popup(watched):
    price(watched, "800", 1)
    watched.wait_until(lambda: toasts(watched))
    more = watched.seen(QToolButton, "More ways to answer")
    assert [action.text() for action in more.menu().actions()] == ["Snooze 1 h", "Snooze until it gets worse"]
    watched.click("Snooze 15 min")
    watched.wait_until(lambda: active(watched) == {"warning": AlertState.SNOOZED})
    price(watched, "700", 2)
    watched.wait_until(lambda: toasts(watched))
    assert "Past your margin call" in toasts(watched)[0].accessibleDescription()


@pytest.mark.parametrize(
    ("button", "state"),
    [
        ("Acknowledge", AlertState.ACKNOWLEDGED),
        ("Snooze 1 h", AlertState.SNOOZED),
        ("Snooze until it gets worse", AlertState.SNOOZED),
    ],
)
def test_an_alert_whose_popup_was_closed_stays_on_the_page_until_it_is_answered(watched, button, state):
    price(watched, "800", 1)
    watched.wait_until(lambda: toasts(watched))
    watched.main.window.toasts.clear()
    open_alerts(watched, "Active")
    page = watched.main.window.pages["alerts"]
    page.active.table.selectRow(0)
    watched.click(button)
    watched.wait_until(lambda: active(watched) == {"warning": state})


def test_snoozing_all_leaves_what_was_acknowledged(watched):
    price(watched, "700", 1)
    alert = next(one for one in watched.snapshot.active_alerts if one.level == "warning")
    watched.do(lambda monitor, now: alert_commands.acknowledge(monitor, alert.id, now))
    watched.main.window.snooze_all(15)
    watched.wait_until(lambda: active(watched) == {"warning": AlertState.ACKNOWLEDGED, "call": AlertState.SNOOZED})


def test_a_mute_is_set_shown_and_ended(watched):
    desk = watched
    desk.main.window.open_page("alerts")
    menu = desk.main.window.pages["alerts"]._mute.menu()
    menu.actions()[0].trigger()
    desk.wait_until(lambda: "Muted until" in desk.words())
    price(desk, "800", 1)
    assert not toasts(desk), "an early warning is not critical"
    price(desk, "700", 2)
    desk.wait_until(lambda: toasts(desk))
    menu.actions()[-1].trigger()
    desk.wait_until(lambda: "Muted until" not in desk.words())
    desk.wait_until(lambda: len(toasts(desk)) >= 1)


def test_a_repeated_telling_takes_the_place_of_its_popup(watched):
    price(watched, "700", 1)
    watched.wait_until(lambda: toasts(watched))
    for number in range(1, 6):
        later = utc_now() + timedelta(seconds=number * 901)
        quotes = [Quote("BTC", "USD", Decimal(700), later, name, later) for name in ("a", "b")]
        watched.do(lambda monitor, _, q=quotes, t=later: (monitor.accept(q, t), monitor.tick(t)))
    shown = [toast.about for toast in toasts(watched)]
    assert len(shown) == len(set(shown)) <= MOST_POPUPS


def test_one_fall_that_moves_ten_loans_is_one_popup(open_desk):
    desk = open_desk(prepare=with_loans(10))
    price(desk, "1000")
    price(desk, "600", 1)
    desk.wait_until(lambda: toasts(desk))
    assert len(toasts(desk)) == 1
    words = toasts(desk)[0].accessibleDescription()
    assert "10 alerts at once" in words
    assert "and 6 more" in words


def test_a_popup_comes_within_two_seconds_of_the_accepted_tick(open_desk, httpserver: HTTPServer):
    prices = {"now": 1000.0}
    asked: list[float] = []

    def handle(_: Request) -> Response:
        asked.append(time.monotonic())
        stamp = int(datetime.now(UTC).timestamp())
        body = {"bitcoin": {"usd": prices["now"], "last_updated_at": stamp}}
        return Response(json.dumps(body), content_type="application/json")

    httpserver.expect_request("/api/v3/simple/price").respond_with_handler(handle)

    def prepare(service):
        with_loans()(service)

        def change(monitor: Monitor, now: datetime) -> None:
            commands.change_setting(monitor, "sources", ("coingecko",))
            commands.change_setting(monitor, "source_bases", {"coingecko": httpserver.url_for("").rstrip("/")})
            commands.change_setting(monitor, "backfill", False)
            commands.change_setting(monitor, "jump", Decimal(1))

        service.run(change).result()

    desk = open_desk(prepare=prepare, polling=True)
    desk.wait_until(lambda: desk.snapshot.loans and desk.snapshot.loans[0].depth.value == "safe" and asked)
    desk.bot.wait(1100)  # a source's time counts seconds
    prices["now"] = 690.0
    desk.main.service.poll_now()
    desk.wait_until(lambda: toasts(desk))
    assert time.monotonic() - asked[-1] < 2


class Fails:
    def __call__(self, address: str, title: str, body: str) -> None:
        if "bad" in address:
            raise NotifyError(NotifyFault.REFUSED, "403")


@pytest.fixture
def with_outside(open_desk):
    outside = Outside(alert_text.message, Secrets(use_keyring=False), Fails())

    def prepare(service):
        service.run(lambda monitor, now: commands.change_setting(monitor, "polling", False)).result()
        with_loans()(service)

    return open_desk(prepare=prepare, polling=True, outside=outside)


def add_channel(desk, name, address):
    open_alerts(desk, "Channels")
    desk.click("Add a channel")
    desk.wait_until(lambda: desk.shell.findChildren(ChannelDialog))
    desk.type_into(desk.seen(QLineEdit, "Name"), name)
    desk.type_into(desk.seen(QLineEdit, "Address"), address)
    desk.click("Save")


def test_a_wrong_address_of_a_channel_is_refused_with_a_sentence(with_outside):
    add_channel(with_outside, "Phone", "nosuch://nowhere")
    words = with_outside.words()
    assert "address" in words.lower()
    assert with_outside.shell.findChildren(ChannelDialog), "the form stays open"
    assert not [one for one in with_outside.snapshot.channels if one.service]
    with_outside.click("Cancel")


def test_the_test_button_goes_through_every_kind_of_channel(with_outside):
    desk = with_outside
    for name, address in (("Phone", "json://good.example"), ("Old phone", "json://bad.example")):
        add_channel(desk, name, address)
        desk.wait_until(lambda name=name: name in {one.name for one in desk.snapshot.channels})
    page = desk.main.window.pages["alerts"]
    said = []
    for row in range(len(desk.snapshot.channels)):
        page.channels.table.selectRow(row)
        desk.click("Send a test")
        desk.bot.wait(150)
        said.append(desk.main.window._note.text())
    words = "\n".join(said)
    assert "The test went out by Phone." in words
    assert "Nothing got out by Old phone: the service refused it (403)" in words
    assert toasts(desk), "the window's own test is a popup"


def banner(desk):
    (found,) = [one for one in desk.shell.findChildren(QLabel) if isinstance(one, StandstillBanner)]
    return found


def test_a_watch_that_stands_still_is_told_in_the_window(with_outside, monkeypatch):
    desk = with_outside
    desk.wait_until(lambda: desk.main.service.still_s() < 5)
    desk.main.window._second()
    assert not banner(desk).isVisible()
    monkeypatch.setattr(type(desk.main.service), "still_s", lambda self: 31.0)
    desk.main.window._second()
    assert banner(desk).isVisible()
    assert "The watch stands still" in banner(desk).text()


def test_a_watch_that_ended_for_good_is_told_in_the_window(open_desk, monkeypatch, expected_log):
    expected_log.append("the watch ended: poller ended")

    async def dies(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(Poller, "run", dies)
    desk = open_desk(prepare=with_loans(), polling=True)
    desk.wait_until(lambda: (desk.main.window._second(), "The watch has ended" in banner(desk).text())[1])
    assert banner(desk).isVisible()


def test_a_window_that_watches_nothing_shows_no_banner(watched):
    watched.main.window._second()
    assert not banner(watched).isVisible()


@pytest.mark.parametrize("language", ["en", "zh_TW", "zh_CN"])
def test_every_tab_of_the_alerts_opens_in_every_language(open_desk, language):
    desk = open_desk(demo=True, language=language)
    desk.main.window.open_page("alerts")
    tabs = desk.main.window.pages["alerts"].tabs
    names = []
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        desk.bot.wait(20)
        assert tabs.currentWidget().isVisible()
        assert not tabs.currentWidget().grab().isNull()
        names.append(tabs.tabText(index))
    assert len(set(names)) == 5
    assert (language == "en") == all(name.isascii() for name in names)

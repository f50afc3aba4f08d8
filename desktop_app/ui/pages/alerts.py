"""Alerts: what stands to be dealt with, the rules behind it, everything that rang, and how it got out."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabWidget, QVBoxLayout, QWidget

from desktop_app.domain.alerts.channel import Channel
from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.alerts.rule import Rule
from desktop_app.engine import alert_commands, channel_commands
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import alert_text, numbers, theme
from desktop_app.ui.dialogs.alert_rule import AlertRuleDialog
from desktop_app.ui.dialogs.channel import ChannelDialog
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages import alert_columns
from desktop_app.ui.pages.page import Navigator, Page, heading
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button, label
from desktop_app.ui.widgets.listing import Listing
from desktop_app.ui.widgets.table import Act

MUTES = (60, 480)


class AlertsPage(Page):
    """The alert list outlives every popup; rules, deliveries and channels lie beside it."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 2, 20, 14)
        column.setSpacing(theme.SPACE)
        head, row = heading(
            tr("Alerts"), tr("Every level of every loan rings by itself, once, and again only after it was left.")
        )
        self._mute = button(tr("Mute"), lambda: None)
        menu = QMenu(self._mute)
        for minutes in MUTES:
            menu.addAction(numbers.duration(minutes * 60), partial(self._mute_for, minutes))
        menu.addAction(tr("End the mute"), lambda: self._mute_for(0))
        self._mute.setMenu(menu)
        row.addWidget(self._mute)
        row.addWidget(button(tr("Add a rule"), lambda: AlertRuleDialog.ask(session, None, self), "primary"))
        column.addLayout(head)
        self._muted = label("", "warning", wrap=True)
        self._muted.hide()
        column.addWidget(self._muted)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Parts of the alerts"))
        column.addWidget(self.tabs, 1)
        currency = session.snapshot.currency if session.snapshot else "USD"
        self._add_tabs(currency)
        self.tabs.currentChanged.connect(self._tab_changed)

    def _add_tabs(self, currency: str) -> None:
        self.active: Listing[AlertRecord] = Listing(
            tr("Active"),
            alert_columns.alerts(currency),
            lambda alert: alert.id,
            tr("Nothing stands to be dealt with. Every level of every loan is watched by itself."),
            self._open,
            key="alerts-active",
            acts=[Act(words, act, many=True) for words, act in self._answers()] + [Act(tr("Show loan"), self._open)],
        )
        self.rules: Listing[Rule] = Listing(
            tr("Rules"),
            alert_columns.rules(self._names),
            lambda rule: rule.id,
            "",
            self._change_rule,
            key="alerts-rules",
            acts=(
                Act(tr("Change…"), self._change_rule),
                Act(tr("On / off"), self._switch_rule, many=True),
                Act(tr("Remove"), self._remove_rule, many=True),
            ),
        )
        self.history: Listing[AlertRecord] = Listing(
            tr("History"),
            alert_columns.alerts(currency),
            lambda alert: alert.id,
            tr("No alert has rung yet."),
            self._open,
            key="alerts-history",
            acts=(Act(tr("Show loan"), self._open),),
            searched=True,
        )
        self.delivery = Listing(
            tr("Delivery"),
            alert_columns.tellings(currency, self._channel_name),
            lambda one: one.key,
            tr("Nothing was told yet."),
            key="alerts-delivery",
        )
        self.channels: Listing[Channel] = Listing(
            tr("Channels"),
            alert_columns.channels(),
            lambda channel: channel.id,
            "",
            self._change_channel,
            key="alerts-channels",
            acts=(
                Act(tr("Change…"), self._change_channel),
                Act(tr("Remove"), self._remove_channel),
                Act(tr("Send a test"), self._test_channel, many=True),
            ),
        )
        self.table = self.active.table
        parts: list[tuple[Listing[Any], Sequence[QWidget]]] = [
            (self.active, self._active_buttons()),
            (self.rules, self._rule_buttons()),
            (self.history, [button(tr("Show loan"), lambda: self._with(self.history, self._open))]),
            (self.delivery, []),
            (self.channels, self._channel_buttons()),
        ]
        for listing, buttons in parts:
            self.tabs.addTab(_tab(listing, buttons), listing.caption)

    def _answers(self) -> list[tuple[str, Callable[[AlertRecord], object]]]:
        return [
            (tr("Acknowledge"), self._acknowledge),
            (tr("Snooze 15 min"), partial(self._snooze, 15)),
            (tr("Snooze 1 h"), partial(self._snooze, 60)),
            (tr("Snooze until it gets worse"), partial(self._snooze, 0)),
        ]

    def _active_buttons(self) -> list[QWidget]:
        made: list[QWidget] = [button(words, partial(self._answer, act)) for words, act in self._answers()]
        made.append(button(tr("Show loan"), lambda: self._with(self.active, self._open)))
        return made

    def _rule_buttons(self) -> list[QWidget]:
        return [
            button(tr("Change…"), lambda: self._with(self.rules, self._change_rule)),
            button(tr("On / off"), lambda: self._with(self.rules, self._switch_rule)),
            button(tr("Remove"), lambda: self._with(self.rules, self._remove_rule)),
        ]

    def _channel_buttons(self) -> list[QWidget]:
        return [
            button(tr("Add a channel"), lambda: ChannelDialog.ask(self.session, None, self)),
            button(tr("Change…"), lambda: self._with(self.channels, self._change_channel)),
            button(tr("Remove"), lambda: self._with(self.channels, self._remove_channel)),
            button(tr("Send a test"), lambda: self._with(self.channels, self._test_channel)),
        ]

    def _with(self, listing: Listing[Any], act: Callable[..., object]) -> None:
        chosen = listing.current()
        if chosen is not None:
            act(chosen)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        self.active.show_rows(snapshot.active_alerts)
        self.rules.show_rows(sorted(snapshot.rules, key=lambda rule: (rule.is_usual, rule.kind.value, rule.scope)))
        self.history.show_rows(snapshot.alerts)
        self.channels.show_rows(snapshot.channels)
        active = len(snapshot.active_alerts)
        self.tabs.setTabText(0, tr("Active ({count})").format(count=active) if active else tr("Active"))
        until = snapshot.muted_until
        muted = until is not None and until > snapshot.at
        self._muted.setVisible(muted)
        words = tr("Muted until {when}: only what is critical is told.")
        self._muted.setText(words.format(when=numbers.moment(until)))
        self._tab_changed()

    def _tab_changed(self) -> None:
        if self.tabs.currentIndex() == self.tabs.count() - 2:
            self.session.ask(alert_commands.deliveries, self.delivery.show_rows)

    def _names(self, rule: Rule) -> str:
        snapshot = self.session.snapshot
        if not rule.scope or snapshot is None:
            return rule.scope or tr("All")
        view = snapshot.loan(rule.scope)
        return view.loan.name if view is not None else snapshot.platform_name(rule.scope)

    def _channel_name(self, channel_id: str) -> str:
        snapshot = self.session.snapshot
        known = next((one for one in snapshot.channels if one.id == channel_id), None) if snapshot else None
        return alert_columns.channel_name(known) if known is not None else channel_id

    def _answer(self, act: Callable[[AlertRecord], object]) -> None:
        """Answer every chosen alert that still stands."""
        for alert in self.active.table.chosen_rows():
            if alert.is_active:
                act(alert)

    def _acknowledge(self, alert: AlertRecord) -> None:
        self.session.do(lambda monitor, now: alert_commands.acknowledge(monitor, alert.id, now))

    def _snooze(self, minutes: int, alert: AlertRecord) -> None:
        if minutes:
            self.session.do(lambda monitor, now: alert_commands.snooze(monitor, alert.id, minutes, now))
        else:
            self.session.do(lambda monitor, now: alert_commands.snooze_until_worse(monitor, alert.id, now))

    def _open(self, alert: AlertRecord) -> None:
        if alert.loan_id:
            self.navigator.open_loan(alert.loan_id)
        elif alert.price_asset:
            self.navigator.open_page("prices")

    def _mute_for(self, minutes: int) -> None:
        def act(monitor: Monitor, now: datetime) -> None:
            alert_commands.mute(monitor, now + timedelta(minutes=minutes) if minutes else None)

        self.session.do(act)

    def _change_rule(self, rule: Rule) -> None:
        AlertRuleDialog.ask(self.session, rule, self)

    def _switch_rule(self, rule: Rule) -> None:
        self.session.do(lambda monitor, now: alert_commands.switch_rule(monitor, rule.id, now))

    def _remove_rule(self, rule: Rule) -> None:
        def removed(_: object) -> None:
            words = tr("It was switched off; it comes with the program.") if rule.is_usual else tr("The rule is gone.")
            self.navigator.tell(words)

        self.session.do(lambda monitor, now: alert_commands.remove_rule(monitor, rule.id, now), removed)

    def _change_channel(self, channel: Channel) -> None:
        if channel.service:
            ChannelDialog.ask(self.session, channel, self)

    def _remove_channel(self, channel: Channel) -> None:
        secrets = self.session.service.secrets
        if channel.service and secrets is not None:
            self.session.do(lambda monitor, now: channel_commands.remove_channel(monitor, channel.id, secrets))

    def _test_channel(self, channel: Channel) -> None:
        title, body = tr("Plimsoll: a test"), tr("If you can read this, alerts reach you here.")

        def told(fault: str) -> None:
            name = alert_columns.channel_name(channel)
            done = tr("The test went out by {name}.").format(name=name)
            self.navigator.tell(alert_text.fault(name, fault) if fault else done)

        self.navigator.test_channel(channel, title, body, told)


def _tab(listing: QWidget, buttons: Sequence[QWidget]) -> QWidget:
    """Return a listing under a row of its buttons."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(8)
    if buttons:
        row = QHBoxLayout()
        for one in buttons:
            row.addWidget(one)
        row.addStretch(1)
        column.addLayout(row)
    column.addWidget(listing, 1)
    return page

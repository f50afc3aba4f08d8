"""The tray and the desktop: an icon with the worst loan, messages of alerts, and the way back to the window."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from desktop_app.domain.alerts.channel import TRAY
from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.alerts.rule import Severity
from desktop_app.domain.alerts.state import AlertState
from desktop_app.domain.alerts.telling import Telling
from desktop_app.engine import commands
from desktop_app.engine.alert_commands import told
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import alert_text, text
from desktop_app.ui.i18n import tr
from desktop_app.ui.icons import mark_icon
from desktop_app.ui.session import Session
from desktop_app.ui.shell import Shell
from desktop_app.ui.sound import Sound
from desktop_app.ui.widgets.loan_card import state_of


class Handled(Protocol):
    """What the tray lets a person do without opening the window."""

    def open_page(self, name: str) -> None:
        """Show a page."""

    def open_loan(self, loan_id: str) -> None:
        """Show the detail of a loan."""

    def acknowledge(self, alert_id: str) -> None:
        """Mark an alert as seen."""

    def snooze(self, alert_id: str, minutes: int) -> None:
        """Quieten an alert for a time."""

    def snooze_all(self, minutes: int) -> None:
        """Quieten every active alert for a time."""

    def lock_now(self) -> None:
        """Cover the window until somebody unlocks it."""


class Tray(QObject):
    """Best effort: where the desktop has no tray, the alert list and the popups in the window serve alone."""

    def __init__(self, session: Session, shell: Shell, window: Handled, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shell = shell
        self._window = window
        self._told: set[str] = set()
        self._sound = Sound(self)
        self._badge = 0
        self._token = ""
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._menu = QMenu()
            self._menu.addAction(tr("Show Plimsoll"), self.raise_window)
            self._menu.addAction(tr("Snooze all for 15 minutes"), lambda: window.snooze_all(15))
            self._menu.addAction(tr("Snooze all for 1 hour"), lambda: window.snooze_all(60))
            self._menu.addAction(tr("Lock the window"), window.lock_now)
            self._menu.addSeparator()
            self._menu.addAction(tr("Quit"), QApplication.quit)
            self._icon = QSystemTrayIcon(QIcon(mark_icon()), self)
            self._icon.setContextMenu(self._menu)
            self._icon.activated.connect(self._activated)
            self._icon.messageClicked.connect(self.raise_window)
            self._icon.show()
            QApplication.setQuitOnLastWindowClosed(False)
        session.changed.connect(self._changed)

    def hides_window(self) -> bool:
        """Tell whether closing the window leaves the program in the tray."""
        return self._icon is not None and self._icon.isVisible()

    def explain(self) -> None:
        """Say, the first time, that the program goes on in the tray."""
        if self._icon is None or self._session.service.settings.tray_explained:
            return
        words = tr("Plimsoll keeps watching here. Quit it from this icon's menu.")
        self._icon.showMessage(tr("Still watching"), words, mark_icon())
        self._session.do(lambda monitor, now: commands.change_setting(monitor, "tray_explained", True), always=True)

    def remove(self) -> None:
        """Take the icon away."""
        self._sound.stop()
        if self._icon is not None:
            self._icon.hide()
        if self._menu is not None:
            self._menu.deleteLater()

    def raise_window(self) -> None:
        """Bring the window back."""
        self._shell.show()
        self._shell.raise_()
        self._shell.activateWindow()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.raise_window()

    def test(self, title: str, words: str) -> None:
        """Show a message that a person asked for, and tell where none can be shown."""

        def shown(taken: bool) -> None:
            if not taken:
                self._session.failed.emit(tr("This desktop shows no messages; the window tells alerts instead."))

        self._show(title, words, critical=False, shown=shown)

    def _show(
        self,
        title: str,
        words: str,
        *,
        critical: bool,
        shown: Callable[[bool], None],
        buttons: Sequence[tuple[str, str]] = (),
        chosen: Callable[[str], None] | None = None,
    ) -> None:
        """Show a message by the desktop's own service, else at the tray; `shown` is told whether either could."""

        def pressed(key: str) -> None:  # on the network's thread
            if chosen is not None:
                self._session.post(lambda: chosen(key))

        def asked(taken: bool) -> None:
            if not taken and self._icon is not None:
                kind = QSystemTrayIcon.MessageIcon.Critical if critical else QSystemTrayIcon.MessageIcon.Warning
                self._icon.showMessage(title, words, kind)
            shown(taken or self._icon is not None)

        asking = self._session.service.show_on_desktop(
            title, words, critical=critical, buttons=buttons, chosen=pressed if chosen else None
        )
        self._session.follow(asking, asked, lambda _: asked(False))

    def _changed(self) -> None:
        snapshot = self._session.snapshot
        if snapshot is None:
            return
        due = [one for one in snapshot.due if one.channel == TRAY and one.key not in self._told]
        if due:
            self._told |= {one.key for one in due}
            self._message(due, snapshot)
        unanswered = sum(alert.state is AlertState.FIRING for alert in snapshot.alerts)
        if unanswered != self._badge:
            self._badge = unanswered
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            app.setBadgeNumber(unanswered)
        if self._icon is not None and snapshot.open_loans:
            worst = snapshot.open_loans[0]
            value = worst.valuation.ltv if worst.valuation else None
            words, token = state_of(worst)
            self._icon.setToolTip(f"{worst.loan.name}: {text.ltv(value)} · {words}")
            if token != self._token:
                self._token = token
                self._icon.setIcon(mark_icon(token))

    def _message(self, due: list[Telling], snapshot: Snapshot) -> None:
        """Show one message for all alerts of this moment; where none can be shown the window has them alone."""
        gravest = max((one.alert for one in due), key=lambda alert: (alert.severity, alert.at))
        title, words = alert_text.message([gravest], snapshot)
        others = len({one.alert.id for one in due}) - 1
        if others:
            words = tr("{words} And %n more in the alert list.", "", others).format(words=words)
        keys = [one.key for one in due]

        def shown(_: bool) -> None:
            self._session.do(lambda monitor, now: told(monitor, keys, now), always=True)

        alerts = list({one.alert.id: one.alert for one in due}.values())
        if self._session.service.settings.sound and not all(alert.late for alert in alerts):
            self._sound.ring()
        QApplication.alert(self._shell)
        self._show(
            title,
            words,
            critical=gravest.severity is Severity.CRITICAL,
            shown=shown,
            buttons=self._buttons(alerts),
            chosen=lambda key: self._chosen(key, alerts),
        )

    def _buttons(self, alerts: Sequence[AlertRecord]) -> list[tuple[str, str]]:
        plan = tr("Show plan") if len(alerts) == 1 and alerts[0].loan_id else tr("Show")
        answers = [("acknowledge", tr("Acknowledge") if len(alerts) == 1 else tr("Acknowledge all"))]
        return [("default", plan), ("show", plan), *answers, ("snooze", tr("Snooze 15 min"))]

    def _chosen(self, key: str, alerts: Sequence[AlertRecord]) -> None:
        """Do what a button of a message says."""
        if key in ("default", "show"):
            self.raise_window()
            if len(alerts) == 1 and alerts[0].loan_id:
                self._window.open_loan(alerts[0].loan_id)
            else:
                self._window.open_page("alerts")
            return
        for alert in alerts:
            if key == "acknowledge":
                self._window.acknowledge(alert.id)
            elif key == "snooze":
                self._window.snooze(alert.id, 15)

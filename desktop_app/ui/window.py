"""The furnished window: rail, top bar, pages, popups. Built into the shell once everything is imported."""

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.alerts.channel import TRAY, WINDOW, Channel
from desktop_app.domain.alerts.state import AlertState
from desktop_app.engine import alert_commands, commands
from desktop_app.engine.snapshot import Changed
from desktop_app.ui import numbers, window_acts
from desktop_app.ui.acts import Act
from desktop_app.ui.arrivals import Arrivals
from desktop_app.ui.dialogs.holding import HoldingDialog
from desktop_app.ui.dialogs.loan import LoanDialog
from desktop_app.ui.dialogs.position import PositionDialog
from desktop_app.ui.dialogs.shortcuts import ShortcutsDialog
from desktop_app.ui.i18n import tr
from desktop_app.ui.lock import Lock, LockScreen
from desktop_app.ui.pages.alerts import AlertsPage
from desktop_app.ui.pages.earn import EarnPage
from desktop_app.ui.pages.loans import LoansPage
from desktop_app.ui.pages.overview import OverviewPage
from desktop_app.ui.pages.page import Page
from desktop_app.ui.pages.platforms import PlatformsPage
from desktop_app.ui.pages.prices import PricesPage
from desktop_app.ui.pages.reserve import ReservePage
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.pages.stress import StressPage
from desktop_app.ui.palette import Palette
from desktop_app.ui.rail import Rail
from desktop_app.ui.session import Session
from desktop_app.ui.shell import Shell
from desktop_app.ui.standstill import StandstillBanner
from desktop_app.ui.telling import Teller
from desktop_app.ui.top_bar import TopBar, changed
from desktop_app.ui.widgets.basics import label
from desktop_app.ui.widgets.toast import Toast, ToastStack

PAGES: dict[str, type[Page]] = {
    "overview": OverviewPage,
    "loans": LoansPage,
    "earn": EarnPage,
    "reserve": ReservePage,
    "stress": StressPage,
    "prices": PricesPage,
    "alerts": AlertsPage,
    "platforms": PlatformsPage,
    "settings": SettingsPage,
}
_NOTE_MS = 8000
_MOST_VISITED = 50


def page_title(name: str) -> str:
    """Return the title of a page in the rail."""
    return {
        "overview": tr("Overview"),
        "loans": tr("Loans"),
        "earn": tr("Earn"),
        "reserve": tr("Reserve"),
        "stress": tr("Stress test"),
        "prices": tr("Prices"),
        "alerts": tr("Alerts"),
        "platforms": tr("Platforms"),
        "settings": tr("Settings"),
    }[name]


class Window(QObject):
    """Furnishes a shell and keeps it in step with the session. `tray_test` asks the tray for a message."""

    tray_test = Signal(str, str)

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self.shell = shell
        self.session = session
        self._teller = Teller(session, self)
        self._actions: list[QAction] = []
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._second)
        self._timer.start()
        self._note_timer = QTimer(self)
        self._note_timer.setSingleShot(True)
        self._note_timer.setInterval(_NOTE_MS)
        self._note_timer.timeout.connect(self._hide_note)
        self._page = "overview"
        self._visited: list[str] = []
        self._ahead: list[str] = []
        self._screen: LockScreen | None = None
        self.lock = Lock(session, self._lock_changed, self)
        self._hidden = session.service.settings.hide_amounts
        numbers.hide(self._hidden)
        self.build()
        self.arrivals = Arrivals(session, shell, self.tell, self._push)
        session.changed.connect(self._changed)
        session.failed.connect(self.tell)

    def build(self) -> None:
        """Build everything anew: at the start, and after a change of theme or language."""
        root = QWidget()
        row = QHBoxLayout(root)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        titles = [(name, page_title(name)) for name in PAGES]
        self._rail = Rail(titles, self.shell.devicePixelRatioF(), self.visit)
        row.addWidget(self._rail)
        main = QVBoxLayout()
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        self.bar = TopBar(self.session, self, self._adds())
        main.addWidget(self.bar)
        self._banner = StandstillBanner(self.session)
        main.addWidget(self._banner)
        self._note = label("", "muted", wrap=True)
        self._note.setContentsMargins(20, 0, 20, 8)
        self._note.hide()
        main.addWidget(self._note)
        self._stack = QStackedWidget()
        self.pages: dict[str, Page] = {name: made(self.session, self) for name, made in PAGES.items()}
        for page in self.pages.values():
            self._stack.addWidget(page)
        main.addWidget(self._stack, 1)
        row.addLayout(main, 1)
        self.shell.setCentralWidget(root)
        root.setFocus()
        self.toasts = ToastStack(root)
        self._add_actions()
        self.open_page(self._page)
        if self.session.snapshot is not None:
            self._changed()
        if self.lock.locked:
            self._screen = None
            self._lock_changed(True)

    def _adds(self) -> list[tuple[str, Callable[[], object]]]:
        return [
            (tr("Loan…"), self.add_loan),
            (tr("Holding…"), self.add_holding),
            (tr("Position that earns…"), self.add_position),
            ("", self.add_loan),
            (tr("Import files…"), self.import_file),
            (tr("Paste a table"), self.paste),
        ]

    def _add_actions(self) -> None:
        for old in self._actions:
            self.shell.removeAction(old)
            old.deleteLater()
        self._actions.clear()
        for act in self.acts():
            if not act.keys:
                continue
            action = QAction(act.words, self.shell)
            action.setShortcuts([QKeySequence(keys) for keys in act.keys])
            action.triggered.connect(lambda _=False, chosen=act.run: chosen())
            action.setEnabled(not self.lock.locked)
            self.shell.addAction(action)
            self._actions.append(action)

    def acts(self) -> list[Act]:
        """Return everything that can be done from anywhere."""
        pages = [(name, page_title(name)) for name in PAGES]
        return window_acts.of_window(self, pages)

    # What the top bar, the find box and shortcuts offer.

    def find(self) -> None:
        """Open the find-or-do box."""
        found = [*self.acts(), *window_acts.of_snapshot(self, self.session.snapshot)]
        corner = self.bar.search.mapToGlobal(self.bar.search.rect().topLeft())
        Palette(found, self.shell).open_at(corner)

    def show_shortcuts(self) -> None:
        """Open the list of shortcuts."""
        ShortcutsDialog(self.acts(), self.shell).open()

    def visit(self, name: str) -> None:
        """Show a page, and remember the one before for the way back."""
        if name != self._page:
            self._visited = [*self._visited[1 - _MOST_VISITED :], self._page]
            self._ahead.clear()
        self.open_page(name)

    def back(self) -> None:
        """Show the page that was open before."""
        if self._visited:
            self._ahead.append(self._page)
            self.open_page(self._visited.pop())

    def forward(self) -> None:
        """Show the page that was left by going back."""
        if self._ahead:
            self._visited.append(self._page)
            self.open_page(self._ahead.pop())

    def visit_by_key(self, name: str) -> None:
        """Show a page and stand in it, so that Tab goes on from there."""
        self.visit(name)
        self.pages[name].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def undo(self) -> None:
        """Take back the newest change."""
        self._turn(self.session.service.undo(), tr("Taken back: {what}."), tr("There is nothing to take back."))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._turn(self.session.service.redo(), tr("Done again: {what}."), tr("There is nothing to do again."))

    def _turn(self, future: "Future[Changed | None]", pattern: str, nothing: str) -> None:
        def done(what: Changed | None) -> None:
            self.tell(pattern.format(what=changed(what)) if what is not None else nothing)

        self.session.follow(future, done, lambda error: self.tell(self.session.tell_failure(error)))

    def choose_currency(self, code: str) -> None:
        """Count in another currency."""
        self.session.do(lambda monitor, now: commands.change_setting(monitor, "currency", code))

    def toggle_hidden(self) -> None:
        """Show amounts as dots, or as they are."""
        wanted = not self.session.service.settings.hide_amounts
        self.session.do(lambda monitor, now: commands.change_setting(monitor, "hide_amounts", wanted), always=True)

    def lock_now(self) -> None:
        """Cover the window until somebody unlocks it."""
        self.lock.lock()

    def _lock_changed(self, locked: bool) -> None:
        root = self.shell.centralWidget()
        if locked and self._screen is None and root is not None:
            self._screen = LockScreen(self.session, root, self.lock.unlock)
            self._screen.cover()
            self._screen.show()
            self._screen.field.setFocus()
            self.toasts.clear()  # what they say stays in the alert list
        elif not locked and self._screen is not None:
            self._screen.hide()
            self._screen.deleteLater()
            self._screen = None
            self._changed()
        for action in self._actions:
            action.setEnabled(not locked)

    # What pages may ask for (see pages.page.Navigator).

    def open_page(self, name: str) -> None:
        """Show a page."""
        self._page = name
        page = self.pages[name]
        self._stack.setCurrentWidget(page)
        self._rail.choose(name)
        if self.session.snapshot is not None:
            page.show_snapshot(self.session.snapshot)

    def open_loan(self, loan_id: str) -> None:
        """Show the detail of a loan."""
        page = self.pages["loans"]
        assert isinstance(page, LoansPage)
        page.choose(loan_id)
        self.visit("loans")

    def open_asset(self, asset: str) -> None:
        """Show the price of an asset."""
        page = self.pages["prices"]
        assert isinstance(page, PricesPage)
        self.visit("prices")
        page.choose(asset)

    def add_loan(self) -> None:
        """Ask for a new loan, in a dialog that stays beside the window."""
        dialog = LoanDialog(self.session, None, self.shell)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self.open_loan)
        dialog.open()

    def add_holding(self) -> None:
        """Ask for a new holding."""
        HoldingDialog.ask(self.session, None, self.shell)

    def add_position(self) -> None:
        """Ask for a new position that earns."""
        PositionDialog.ask(self.session, None, self.shell)

    def import_file(self) -> None:
        """Ask for files and import them."""
        self.arrivals.choose()

    def paste(self) -> None:
        """Import the table in the clipboard."""
        self.arrivals.paste()

    def tell(self, words: str) -> None:
        """Show a sentence under the top bar for a while."""
        self._note.setText(words)
        self._note.show()
        self._note_timer.start()

    def _push(self, toast: Toast) -> None:
        self.toasts.push(toast)

    def _hide_note(self) -> None:
        self._note.hide()

    def snooze_all(self, minutes: int) -> None:
        """Quieten every active alert that nobody has acknowledged; a worse level rings all the same."""
        snapshot = self.session.snapshot
        for alert in snapshot.active_alerts if snapshot else ():
            if alert.state is not AlertState.ACKNOWLEDGED:
                self.snooze(alert.id, minutes)
        self.toasts.clear()

    # Keeping in step.

    def _changed(self) -> None:
        snapshot = self.session.snapshot
        if snapshot is None:
            return
        if snapshot.settings.hide_amounts != self._hidden and not self.lock.locked:
            self._hidden = snapshot.settings.hide_amounts
            numbers.hide(self._hidden)
        self.pages[self._page].show_snapshot(snapshot)
        self._rail.count(len(snapshot.active_alerts))
        self.bar.show_snapshot(snapshot)
        self._second()
        self._teller.tell(snapshot, self.toasts)

    def _second(self) -> None:
        self._banner.look()
        self.lock.look()
        if self._screen is not None:
            self._screen.cover()
        snapshot = self.session.snapshot
        if snapshot is None:
            return
        self.bar.tick(snapshot)
        self.pages[self._page].tick(snapshot)

    def test_channel(self, channel: Channel, title: str, body: str, told: Callable[[str], None]) -> None:
        """Send a test by a channel; `told` gets the fault, empty where it got out."""
        if channel.id == WINDOW:
            self.toasts.push(Toast(title, body, "accent", [(tr("Close"), lambda: None)], tr("now")))
            told("")
        elif channel.id == TRAY:
            self.tray_test.emit(title, body)
            told("")
        else:
            self.session.test_channel(channel, title, body, told)

    def acknowledge(self, alert_id: str) -> None:
        """Mark an alert as seen."""
        self.session.do(lambda monitor, now: alert_commands.acknowledge(monitor, alert_id, now), always=True)

    def snooze(self, alert_id: str, minutes: int) -> None:
        """Quieten an alert for `minutes`; 0 until it gets worse."""
        if minutes:
            self.session.do(lambda monitor, now: alert_commands.snooze(monitor, alert_id, minutes, now), always=True)
        else:
            self.session.do(lambda monitor, now: alert_commands.snooze_until_worse(monitor, alert_id, now), always=True)

"""The furnished window: rail, top bar, pages, popups. Built into the shell once everything is imported."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.alerts.channel import TRAY, WINDOW, Channel
from desktop_app.domain.alerts.state import AlertState
from desktop_app.engine import alert_commands
from desktop_app.ui import theme
from desktop_app.ui.arrivals import Arrivals
from desktop_app.ui.dialogs.loan import LoanDialog
from desktop_app.ui.freshness import freshness_words
from desktop_app.ui.i18n import tr
from desktop_app.ui.icons import icon, mark_pixmap
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
from desktop_app.ui.session import Session
from desktop_app.ui.shell import Shell
from desktop_app.ui.standstill import StandstillBanner
from desktop_app.ui.telling import Teller
from desktop_app.ui.widgets.basics import button, label
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
        row.addWidget(self._rail())
        main = QVBoxLayout()
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(self._top_bar())
        self._banner = StandstillBanner(self.session)
        main.addWidget(self._banner)
        self._note = label("", "muted", wrap=True)
        self._note.setContentsMargins(20, 0, 20, 8)
        self._note.hide()
        main.addWidget(self._note)
        self._stack = QStackedWidget()
        self.pages: dict[str, Page] = {name: made(self.session, self) for name, made in PAGES.items()}
        for name, page in self.pages.items():
            page.setAccessibleName(page_title(name))
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

    def _rail(self) -> QWidget:
        rail = QWidget()
        rail.setObjectName("rail")
        rail.setFixedWidth(theme.RAIL_WIDTH)
        rail.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(rail)
        column.setContentsMargins(10, 16, 10, 14)
        column.setSpacing(2)
        brand = QHBoxLayout()
        brand.setContentsMargins(10, 0, 0, 12)
        brand.setSpacing(9)
        mark = QLabel()
        mark.setPixmap(mark_pixmap(26, self.shell.devicePixelRatioF()))
        brand.addWidget(mark)
        brand.addWidget(label("Plimsoll", "title"))
        brand.addStretch(1)
        column.addLayout(brand)
        self._nav = QButtonGroup(self)
        self._nav.setExclusive(True)
        self._nav_buttons: dict[str, QPushButton] = {}
        for name in PAGES:
            if name == "settings":
                column.addStretch(1)
            column.addWidget(self._nav_button(name))
        self._count = label("")
        self._count.setStyleSheet(
            f"background: {theme.tokens().call}; color: {theme.tokens().ground}; border-radius: 8px;"
            "padding: 0 7px; font-size: 11px; font-weight: 600;"
        )
        holder = QHBoxLayout(self._nav_buttons["alerts"])
        holder.setContentsMargins(0, 0, 12, 0)
        holder.addStretch(1)
        self._count.setFixedHeight(18)
        holder.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._count.hide()
        return rail

    def _nav_button(self, name: str) -> QPushButton:
        made = QPushButton(page_title(name))
        made.setProperty("role", "nav")
        made.setCheckable(True)
        made.setIcon(icon(name, theme.tokens().muted))
        made.setIconSize(QSize(16, 16))
        made.setAccessibleName(page_title(name))
        made.clicked.connect(lambda _=False: self.open_page(name))
        self._nav.addButton(made)
        self._nav_buttons[name] = made
        return made

    def _top_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(12)
        self._demo = label(tr("Demonstration: invented figures, nothing is stored"), "small")
        self._demo.setStyleSheet(
            f"color: {theme.tokens().watch}; border: 1px dashed {theme.tokens().watch};"
            "border-radius: 8px; padding: 5px 10px;"
        )
        self._demo.hide()
        row.addWidget(self._demo)
        row.addStretch(1)
        self._dot = label("●")
        self._freshness = label("", "small")
        row.addWidget(self._dot)
        row.addWidget(self._freshness)
        self._import = button(tr("Import"), self.import_file)
        self._import.setIcon(icon("import", theme.tokens().text))
        row.addWidget(self._import)
        row.addWidget(self._more_imports())
        self._snooze = QPushButton(tr("Snooze"))
        self._snooze.setIcon(icon("snooze", theme.tokens().text))
        menu = QMenu(self._snooze)
        for minutes, words in ((15, tr("All alerts for 15 minutes")), (60, tr("All alerts for 1 hour"))):
            menu.addAction(words, partial(self.snooze_all, minutes))
        self._snooze.setMenu(menu)
        row.addWidget(self._snooze)
        add = button(tr("Add loan"), self.add_loan, "primary")
        add.setIcon(icon("plus", theme.tokens().on_accent))
        row.addWidget(add)
        return bar

    def _more_imports(self) -> QToolButton:
        """Return the button behind which the rarer ways to import are."""
        made = QToolButton()
        made.setIcon(icon("more", theme.tokens().text))
        made.setAccessibleName(tr("More ways to import"))
        made.setToolTip(made.accessibleName())
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        menu.addAction(tr("Choose files"), self.import_file)
        menu.addAction(tr("Paste a table"), self._paste)
        made.setMenu(menu)
        return made

    def _paste(self) -> None:
        self.arrivals.paste()

    def _add_actions(self) -> None:
        for old in self._actions:
            self.shell.removeAction(old)
            old.deleteLater()
        self._actions.clear()
        entries: list[tuple[str, QKeySequence | str, Callable[[], object]]] = [
            (tr("Add loan"), QKeySequence(QKeySequence.StandardKey.New), self.add_loan),
            (tr("Import"), QKeySequence(QKeySequence.StandardKey.Open), self.import_file),
            (tr("Paste a table"), QKeySequence(QKeySequence.StandardKey.Paste), self._paste),
            (tr("Ask for prices now"), "F5", self.session.service.poll_now),
            (tr("Quit"), QKeySequence(QKeySequence.StandardKey.Quit), QGuiApplication.quit),
        ]
        for number, name in enumerate(PAGES, start=1):
            entries.append((page_title(name), f"Ctrl+{number}", partial(self._open_by_key, name)))
        for words, keys, act in entries:
            action = QAction(words, self.shell)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, chosen=act: chosen())
            self.shell.addAction(action)
            self._actions.append(action)

    # What pages may ask for (see pages.page.Navigator).

    def open_page(self, name: str) -> None:
        """Show a page."""
        self._page = name
        page = self.pages[name]
        self._stack.setCurrentWidget(page)
        for key, made in self._nav_buttons.items():
            made.setChecked(key == name)
            tint = theme.tokens().text if key == name else theme.tokens().muted
            made.setIcon(icon(key, tint))
        if self.session.snapshot is not None:
            page.show_snapshot(self.session.snapshot)

    def _open_by_key(self, name: str) -> None:
        """Show a page and stand in it, so that Tab goes on from there."""
        self.open_page(name)
        self.pages[name].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_loan(self, loan_id: str) -> None:
        """Show the detail of a loan."""
        page = self.pages["loans"]
        assert isinstance(page, LoansPage)
        page.choose(loan_id)
        self.open_page("loans")

    def add_loan(self) -> None:
        """Ask for a new loan, in a dialog that stays beside the window."""
        dialog = LoanDialog(self.session, None, self.shell)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self.open_loan)
        dialog.open()

    def import_file(self) -> None:
        """Ask for files and import them."""
        self.arrivals.choose()

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
        self.pages[self._page].show_snapshot(snapshot)
        self._demo.setVisible(snapshot.demo)
        active = len(snapshot.active_alerts)
        self._count.setText(str(active))
        self._count.setVisible(active > 0)
        self._nav_buttons["alerts"].setAccessibleDescription(tr("%n active", "", active))
        self._second()
        self._teller.tell(snapshot, self.toasts)

    def _second(self) -> None:
        self._banner.look()
        snapshot = self.session.snapshot
        if snapshot is None:
            return
        words, token = freshness_words(snapshot, self.session)
        self._freshness.setText(words)
        self._dot.setStyleSheet(f"color: {theme.colour(token).name()};")
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
        self.session.do(lambda monitor, now: alert_commands.acknowledge(monitor, alert_id, now))

    def snooze(self, alert_id: str, minutes: int) -> None:
        """Quieten an alert for `minutes`; 0 until it gets worse."""
        if minutes:
            self.session.do(lambda monitor, now: alert_commands.snooze(monitor, alert_id, minutes, now))
        else:
            self.session.do(lambda monitor, now: alert_commands.snooze_until_worse(monitor, alert_id, now))

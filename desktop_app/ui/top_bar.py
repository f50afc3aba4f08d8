"""The bar over every page: find or do, undo, freshness of prices, currency, snooze, add."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from desktop_app.engine.snapshot import Changed, Offers, Snapshot
from desktop_app.ui import theme
from desktop_app.ui.freshness import freshness_words
from desktop_app.ui.i18n import tr
from desktop_app.ui.icons import icon
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import label

CURRENCIES = ("USD", "EUR", "GBP", "TWD", "CNY", "JPY")


class Doing(Protocol):
    """Who carries out what the bar offers."""

    def find(self) -> None:
        """Open the find-or-do box."""

    def undo(self) -> None:
        """Take back the newest change."""

    def redo(self) -> None:
        """Do again what was taken back."""

    def snooze_all(self, minutes: int) -> None:
        """Quieten every active alert for `minutes`."""

    def choose_currency(self, code: str) -> None:
        """Count in another currency."""


class TopBar(QWidget):
    """Shows what holds for everything; `adds` are the entries of the button at the right."""

    def __init__(self, session: Session, doing: Doing, adds: Sequence[tuple[str, Callable[[], object]]]) -> None:
        super().__init__()
        self._session = session
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(10)
        self.search = QPushButton(tr("Find or do…   Ctrl+K"))
        self.search.setProperty("role", "find")
        self.search.setIcon(icon("find", theme.tokens().muted))
        self.search.setAccessibleName(tr("Find or do anything"))
        self.search.setMinimumWidth(170)
        self.search.clicked.connect(lambda _=False: doing.find())
        row.addWidget(self.search)
        self.undo = _tool("undo", tr("Undo"), doing.undo)
        self.redo = _tool("redo", tr("Redo"), doing.redo)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        self.demo = label(tr("Demonstration"), "small")
        self.demo.setToolTip(tr("Demonstration: invented figures, nothing is stored"))
        self.demo.setAccessibleName(self.demo.toolTip())
        self.demo.setStyleSheet(
            f"color: {theme.tokens().watch}; border: 1px dashed {theme.tokens().watch};"
            "border-radius: 8px; padding: 5px 10px;"
        )
        self.demo.hide()
        row.addWidget(self.demo)
        row.addStretch(1)
        self._dot = label("●")
        self._freshness = label("", "small")
        row.addWidget(self._dot)
        row.addWidget(self._freshness)
        self.currency = QPushButton("USD")
        self.currency.setAccessibleName(tr("Currency"))
        self._currencies = QMenu(self.currency)
        for code in CURRENCIES:
            self._currencies.addAction(code, partial(doing.choose_currency, code))
        self.currency.setMenu(self._currencies)
        row.addWidget(self.currency)
        row.addWidget(self._snooze(doing))
        row.addWidget(self._add(adds))

    def _snooze(self, doing: Doing) -> QPushButton:
        made = QPushButton(tr("Snooze"))
        made.setAccessibleName(tr("Snooze"))
        made.setIcon(icon("snooze", theme.tokens().text))
        menu = QMenu(made)
        for minutes, words in ((15, tr("All alerts for 15 minutes")), (60, tr("All alerts for 1 hour"))):
            menu.addAction(words, partial(doing.snooze_all, minutes))
        made.setMenu(menu)
        return made

    def _add(self, adds: Sequence[tuple[str, Callable[[], object]]]) -> QPushButton:
        made = QPushButton(tr("Add position"))
        made.setProperty("role", "primary")
        made.setAccessibleName(tr("Add position"))
        made.setIcon(icon("plus", theme.tokens().on_accent))
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        self.adds = QMenu(made)
        for words, act in adds:
            if words:
                self.adds.addAction(words, act)
            else:
                self.adds.addSeparator()
        made.setMenu(self.adds)
        return made

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what `snapshot` tells of everything."""
        self.demo.setVisible(snapshot.demo)
        self.currency.setText(snapshot.currency)
        self._show_offers(snapshot.offers)

    def _show_offers(self, offers: Offers) -> None:
        for made, offered, bare, pattern in (
            (self.undo, offers.undo, tr("Undo"), tr("Undo: {what}")),
            (self.redo, offers.redo, tr("Redo"), tr("Redo: {what}")),
        ):
            made.setEnabled(offered is not None)
            made.setToolTip(pattern.format(what=changed(offered)) if offered is not None else bare)
            made.setAccessibleDescription(made.toolTip())

    def tick(self, snapshot: Snapshot) -> None:
        """Bring the age of prices up to date."""
        words, token = freshness_words(snapshot, self._session)
        self._freshness.setText(words)
        self._dot.setStyleSheet(f"color: {theme.colour(token).name()};")


def changed(what: Changed) -> str:
    """Return what a change was about."""
    return {
        Changed.LOAN: tr("loan"),
        Changed.HOLDING: tr("holding"),
        Changed.POSITION: tr("position"),
        Changed.PLATFORM: tr("platform"),
        Changed.PRICE: tr("own price"),
        Changed.RULE: tr("alert rule"),
        Changed.LENDER: tr("rule of a lender"),
        Changed.NFT: tr("price of an NFT"),
        Changed.SETTING: tr("setting"),
    }[what]


def _tool(picture: str, words: str, act: Callable[[], object]) -> QToolButton:
    made = QToolButton()
    made.setProperty("role", "quiet")
    made.setIcon(icon(picture, theme.tokens().text))
    made.setAccessibleName(words)
    made.setToolTip(words)
    made.setEnabled(False)
    made.clicked.connect(lambda _=False: act())
    return made

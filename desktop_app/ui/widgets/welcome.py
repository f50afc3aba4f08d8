"""The first start: language and currency, then a loan, a file, or a look at a demonstration."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.engine import commands
from desktop_app.ui.i18n import LANGUAGES, tr
from desktop_app.ui.icons import mark_pixmap
from desktop_app.ui.session import Session
from desktop_app.ui.top_bar import CURRENCIES
from desktop_app.ui.widgets.basics import Card, button, captioned, label


class Welcome(QWidget):
    """What an empty profile shows: two choices and three ways to begin."""

    def __init__(self, session: Session, add: Callable[[], object], bring: Callable[[], object]) -> None:
        super().__init__()
        self._session = session
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        card = Card()
        card.setFixedWidth(560)
        card.body.setContentsMargins(34, 30, 34, 30)
        card.body.setSpacing(12)
        mark = QLabel()
        mark.setPixmap(mark_pixmap(54, self.devicePixelRatioF()))
        card.body.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        title = label(tr("Welcome aboard"), "heading")
        card.body.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        words = tr(
            "Plimsoll shows how deep each of your loans lies, on every platform together, and tells you in time. "
            "Everything stays on this computer."
        )
        told = label(words, "muted", wrap=True)
        told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(told)
        card.body.addLayout(self._choices())
        card.body.addSpacing(6)
        for text, more, act, role in (
            (tr("Add a loan"), tr("Two minutes: what is pledged, what is owed, whose rules."), add, "primary"),
            (tr("Import a file"), tr("A portfolio file or prices: CSV, XLSX, JSON."), bring, ""),
            (
                tr("Look at a demonstration"),
                tr("An invented portfolio in a window of its own; nothing is kept."),
                demonstrate,
                "",
            ),
        ):
            card.body.addWidget(button(text, act, role))
            explained = label(more, "small", wrap=True)
            explained.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            card.body.addWidget(explained)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        settings = self._session.service.settings
        languages = [(tr("as the system"), "system"), *((words, key) for key, words in LANGUAGES.items())]
        self.language = self._choice(tr("Language"), languages, settings.language, "language")
        self.currency = self._choice(
            tr("Currency"), [(code, code) for code in CURRENCIES], settings.currency, "currency"
        )
        row.addWidget(captioned(tr("Language"), self.language))
        row.addWidget(captioned(tr("Currency"), self.currency))
        return row

    def _choice(self, words: str, entries: list[tuple[str, str]], value: str, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(words)
        for shown, data in entries:
            box.addItem(shown, data)
        box.setCurrentIndex(max(0, box.findData(value)))
        box.activated.connect(lambda _: self._keep(name, box.currentData()))
        return box

    def _keep(self, name: str, value: object) -> None:
        self._session.do(lambda monitor, now: commands.change_setting(monitor, name, value))


def demonstrate() -> None:
    """Open the demonstration in a program of its own, so that it never mixes with what is real."""
    frozen = bool(getattr(sys, "frozen", False))
    arguments = ["--demo"] if frozen else ["-m", "desktop_app", "--demo"]
    QProcess.startDetached(sys.executable, arguments)

"""About: version, licence, where the data lie, and every part with its licence."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app import __version__
from desktop_app.engine.parts import Part, inventory, licence_text, parts
from desktop_app.ui.i18n import tr
from desktop_app.ui.icons import mark_pixmap
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button, label

_WIDTH, _HEIGHT, _LIST = 760, 600, 270


class AboutDialog(QDialog):
    """Names the parts at once, and reads a licence when its part is chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(tr("About Plimsoll"))
        self.resize(_WIDTH, _HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.addLayout(self._head())
        for caption, words in self._facts():
            column.addLayout(_line(caption, words))
        column.addWidget(label(tr("Parts and their licences"), "title"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Parts"))
        self.list.setFixedWidth(_LIST)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda item, _: self._show(item))
        self.licence = QPlainTextEdit()
        self.licence.setReadOnly(True)
        self.licence.setAccessibleName(tr("Licence"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addWidget(self.licence, 1)
        column.addLayout(row, 1)
        column.addLayout(self._foot())
        session.work(parts, self._fill, self._failed)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        mark = QLabel()
        mark.setPixmap(mark_pixmap(44, self.devicePixelRatioF()))
        row.addWidget(mark)
        told = QVBoxLayout()
        told.addWidget(label(tr("Plimsoll {version}").format(version=__version__), "title"))
        told.addWidget(
            label(tr("Apache License 2.0. No financial advice; check every figure with your lender."), "small")
        )
        row.addLayout(told, 1)
        return row

    def _facts(self) -> list[tuple[str, str]]:
        database = self._session.service.database
        where = str(database.parent) if database else tr("nowhere: the demonstration stores nothing")
        listed = inventory()
        sbom = str(listed) if listed else tr("lies in the installed program; this one runs from its source")
        return [(tr("Data folder"), where), (tr("Inventory of parts (SBOM)"), sbom)]

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        database = self._session.service.database
        if database is not None:
            url = QUrl.fromLocalFile(str(database.parent))
            row.addWidget(button(tr("Open the data folder"), lambda: QDesktopServices.openUrl(url)))
        row.addStretch(1)
        close = button(tr("Close"), self.accept, "primary")
        close.setDefault(True)
        row.addWidget(close)
        return row

    def _fill(self, found: tuple[Part, ...]) -> None:
        for part in found:
            item = QListWidgetItem(f"{part.name} {part.version}\n{part.licence}")
            item.setData(Qt.ItemDataRole.UserRole, part)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        part: Part = item.data(Qt.ItemDataRole.UserRole)

        def shown(text: str) -> None:
            self.licence.setPlainText(
                text or tr("{licence}: its text comes with the source.").format(licence=part.licence)
            )

        self._session.work(lambda: licence_text(part), shown, self._failed)

    def _failed(self, error: BaseException) -> None:
        self.licence.setPlainText(self._session.tell_failure(error))


def _line(caption: str, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    name = label(caption, "small")
    name.setFixedWidth(190)
    row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, selectable=True, wrap=True), 1)
    return row

"""The form of a dependency: which platform has how much of what it holds with which other."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.risk.contagion import Dependency
from desktop_app.engine import platform_commands
from desktop_app.ui import text
from desktop_app.ui.dialogs.fields import in_a_row
from desktop_app.ui.dialogs.form import Form
from desktop_app.ui.entry import identifier
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.asks import Ask, Kind
from desktop_app.ui.widgets.basics import captioned, label
from desktop_app.ui.widgets.inputs import Inputs


class DependencyDialog(Form):
    """Asks for a dependency, or for changes to `known`; a platform may be new."""

    def __init__(self, session: Session, known: Dependency | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(tr("Edit dependency") if known else tr("Add a dependency"))
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        words = tr("What a platform holds with another, or lent to it, is lost to it once that one fails.")
        column.addWidget(label(words, "small", wrap=True))
        self.platform = self._choice(tr("Platform"), known.platform if known else "")
        self.on = self._choice(tr("Depends on"), known.on if known else "")
        for box in (self.platform, self.on):
            box.setEnabled(known is None)
        column.addLayout(in_a_row(captioned(tr("Platform"), self.platform), captioned(tr("Depends on"), self.on)))
        self.figures = Inputs(
            (
                Ask(
                    "share", tr("With the share of its assets, %"), Kind.SHARE, known.share if known else Decimal("0.1")
                ),
                Ask("source", tr("Source"), Kind.TEXT, known.source if known else ""),
            ),
            2,
        )
        column.addWidget(self.figures)
        column.addLayout(self.foot())

    @staticmethod
    def ask(session: Session, known: Dependency | None, parent: QWidget) -> None:
        """Open the form beside the window."""
        dialog = DependencyDialog(session, known, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _choice(self, caption: str, chosen: str) -> QComboBox:
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setAccessibleName(caption)
        line = box.lineEdit()
        assert line is not None
        line.setAccessibleName(caption)
        line.setPlaceholderText(tr("choose or type a new one"))
        snapshot = self._session.snapshot
        for platform in snapshot.platforms if snapshot else ():
            box.addItem(platform.name, platform.id)
        box.setCurrentIndex(box.findData(chosen) if chosen else -1)
        return box

    def _named(self, box: QComboBox) -> tuple[str, str]:
        """Return identifier and name of a platform, known or new.

        Raises:
            Refused: nothing was entered.
        """
        name = box.currentText().strip()
        if not name:
            raise Refused(Problem.NAME_MISSING)
        index = box.findText(name, Qt.MatchFlag.MatchFixedString)
        return (str(box.itemData(index)) if index >= 0 else identifier(name)), name

    def keep(self) -> None:
        """Check what was entered and have it carried out."""
        self.wrong.hide()
        values = self.figures.values()
        if values is None:
            return
        try:
            (tail, first), (head, second) = self._named(self.platform), self._named(self.on)
        except Refused as refused:
            self.refused(refused)
            return
        dependency = Dependency(tail, head, values["share"], values["source"])
        self.save.setEnabled(False)
        self._session.do(
            lambda monitor, now: platform_commands.keep_dependency(monitor, dependency, (first, second), now),
            lambda _: self.accept(),
            self.refused,
        )

    def refused(self, refused: Refused) -> None:
        """Say what was refused at its field, where there is one, else at the foot."""
        if self.figures.show_problem(refused.field, text.short_sentence(refused)):
            self.save.setEnabled(True)
        else:
            super().refused(refused)

"""The list of all shortcuts, by what they are for."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.acts import Act
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages.page import scrolled
from desktop_app.ui.widgets.basics import button, label, rule


class ShortcutsDialog(QDialog):
    """Keys beside what they do."""

    def __init__(self, acts: Sequence[Act], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.resize(460, 560)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 16, 18, 16)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        row = 0
        with_keys = sorted((act for act in acts if act.keys), key=lambda act: act.group)
        for group, members in groupby(with_keys, key=lambda act: act.group):
            grid.addWidget(label(group, "title"), row, 0, 1, 2)
            grid.addWidget(rule(), row + 1, 0, 1, 2)
            row += 2
            for act in members:
                grid.addWidget(label(act.words), row, 0)
                grid.addWidget(label(spelled(act.keys), "muted"), row, 1)
                row += 1
        grid.setRowStretch(row, 1)
        outer.addWidget(scrolled(content), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(tr("Close"), self.accept))
        outer.addLayout(foot)


def spelled(keys: Sequence[str]) -> str:
    """Return shortcuts as this system writes them."""
    return tr(" or ").join(QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) for one in keys)

"""The first rows of a file, with what each column means over it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.engine.price_files import ColumnUse, Mapping, Preview, Role
from desktop_app.ui import import_text, theme
from desktop_app.ui.i18n import tr

SHOWN_ROWS = 8
MOST_COLUMNS = 40
_ONCE = (Role.TIME, Role.CLOCK, Role.OPEN, Role.HIGH, Role.LOW, Role.ASSET, Role.CURRENCY)
_ROW = 30


class ColumnTable(QTableWidget):
    """Shows a preview; `chosen` is called with the mapping once a person changed what a column means."""

    def __init__(self, chosen: Callable[[Mapping], None]) -> None:
        super().__init__()
        self._chosen = chosen
        self._mapping: Mapping = ()
        self._names: tuple[str, ...] = ()
        self._roles: list[QComboBox] = []
        self._assets: list[QLineEdit] = []
        self.setAccessibleName(tr("First rows"))
        self.setFont(theme.figures(self.font()))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_preview(self, found: Preview) -> None:
        """Show the first rows of `found` and what it takes its columns for."""
        columns = min(len(found.header), MOST_COLUMNS)
        names = tuple(name or str(number + 1) for number, name in enumerate(found.header[:columns]))
        if names != self._names:
            self._build(names)
        self._mapping = found.mapping
        closes = [use for use in found.mapping if use.role is Role.CLOSE]
        wide = len(closes) > 1 or any(use.asset for use in closes)
        for use, box, line in zip(found.mapping[:columns], self._roles, self._assets, strict=True):
            box.setCurrentIndex(box.findData(use.role))
            line.setText("/".join(filter(None, (use.asset, use.currency))))
            line.setVisible(wide and use.role is Role.CLOSE)
        self.setRowHidden(1, not wide)
        self._fill(found, columns)

    def _build(self, names: tuple[str, ...]) -> None:
        self._names = names
        self.clear()
        self.setColumnCount(len(names))
        self.setRowCount(2)
        self.setHorizontalHeaderLabels([f"{name[:28]}" for name in names])
        self._roles = [self._role_box(number, name) for number, name in enumerate(names)]
        self._assets = [self._asset_line(number, name) for number, name in enumerate(names)]
        self.setRowHeight(0, 38)
        self.setRowHeight(1, 38)

    def _role_box(self, number: int, name: str) -> QComboBox:
        box = QComboBox()
        for role in (Role.IGNORED, *(one for one in Role if one is not Role.IGNORED)):
            box.addItem(import_text.role(role), role)
        box.setAccessibleName(tr("Meaning of column {name}").format(name=name))
        box.activated.connect(lambda _: self._choose_role(number, box.currentData()))
        self.setCellWidget(0, number, box)
        return box

    def _asset_line(self, number: int, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(tr("asset"))
        line.setAccessibleName(tr("Asset of column {name}").format(name=name))
        line.editingFinished.connect(lambda: self._choose_asset(number, line.text()))
        holder = QWidget()  # a table shows again what stands in its cells itself
        inside = QHBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(line)
        self.setCellWidget(1, number, holder)
        return line

    def _choose_role(self, number: int, role: Role) -> None:
        uses = list(self._mapping)
        if uses[number].role is role:
            return
        wide = role is Role.CLOSE and any(use.role is Role.CLOSE and use.asset for use in uses)
        for other, use in enumerate(uses):
            if use.role is role and (role in _ONCE or (role is Role.CLOSE and not wide)):
                uses[other] = ColumnUse()
        uses[number] = ColumnUse(role, self._names[number].upper() if wide else "")
        self._chosen(tuple(uses))

    def _choose_asset(self, number: int, words: str) -> None:
        asset, _, currency = (part.strip().upper() for part in words.partition("/"))
        use = self._mapping[number]
        if use.role is Role.CLOSE and (use.asset, use.currency) != (asset, currency):
            uses = list(self._mapping)
            uses[number] = replace(use, asset=asset, currency=currency)
            self._chosen(tuple(uses))

    def _fill(self, found: Preview, columns: int) -> None:
        rows = found.rows[:SHOWN_ROWS]
        self.setRowCount(2 + len(rows))
        metrics = self.fontMetrics()
        widths = [max(158, metrics.horizontalAdvance(name[:28]) + 24) for name in self._names]
        for number, cells in enumerate(rows):
            for column in range(columns):
                words = cells[column] if column < len(cells) else ""
                item = QTableWidgetItem(words[:80])
                if found.mapping[column].role is Role.IGNORED:
                    item.setForeground(theme.colour("muted"))
                self.setItem(number + 2, column, item)
                widths[column] = max(widths[column], min(260, metrics.horizontalAdvance(words[:80]) + 24))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        shown = 38 * (1 if self.isRowHidden(1) else 2) + _ROW * len(rows)
        self.setFixedHeight(shown + self.horizontalHeader().sizeHint().height() + 18)

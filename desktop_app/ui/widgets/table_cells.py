"""What a table paints: headings of groups over the whole width, small curves, titles clear of the corner."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop_app.ui import theme
from desktop_app.ui.models.arranging import Column, Group

CORNER = 24
_Index = QModelIndex | QPersistentModelIndex


class Header(QHeaderView):
    """Titles of columns; that of the last one leaves room for the button in the corner."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorClearable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(36)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint a title."""
        beyond = rect.right() - (self.width() - CORNER)
        super().paintSection(painter, rect.adjusted(0, 0, -beyond, 0) if beyond > 0 else rect, logicalIndex)


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a table, of which `line_at` returns what stands on a line: a row or a group's heading."""

    def __init__(
        self, table: QTableView, columns: Sequence[Column[Any]], line_at: Callable[[int], Any | Group | None]
    ) -> None:
        super().__init__(table)
        self._table, self._columns, self._line_at = table, columns, line_at

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a cell, the part of a group's heading that lies in it, or a small curve."""
        line = self._line_at(index.row())
        if isinstance(line, Group):
            self._paint_group(painter, option, index, line)
            return
        super().paint(painter, option, index)
        spark = self._columns[index.column()].spark
        if spark is not None and line is not None:
            paint_spark(painter, QRectF(option.rect).adjusted(8, 7, -8, -7), spark(line))

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Leave out the words where a curve stands for them."""
        super().initStyleOption(option, index)
        if self._columns[index.column()].spark is not None:
            option.text = ""

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, group: Group) -> None:
        """Write the heading from the left edge of the table on: each cell shows the part that falls into it."""
        table = self._table
        super().paint(painter, option, index.model().index(index.row(), max(1, index.column())))
        painter.save()
        painter.setClipRect(option.rect)
        left = -table.horizontalScrollBar().value() if not table.horizontalScrollBar().isHidden() else 0
        box = QRect(left, option.rect.top(), table.viewport().width() - left, option.rect.height())
        middle, tip = box.center().y() + 0.5, left + 12.0
        shape = (
            [(tip, middle - 4), (tip + 5, middle), (tip, middle + 4)]
            if group.folded
            else [(tip - 1.5, middle - 2.5), (tip + 6.5, middle - 2.5), (tip + 2.5, middle + 3)]
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("muted"))
        painter.drawPolygon([QPointF(x, y) for x, y in shape])
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.figures(option.font, bold=True))
        words = index.model().index(index.row(), 0).data()
        painter.drawText(box.adjusted(26, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


def paint_spark(painter: QPainter, box: QRectF, values: Sequence[float]) -> None:
    """Paint values (none of them NaN) as a curve over the whole width of a box, its end marked by a dot."""
    if len(values) < 2 or box.width() < 8:
        return
    low, high = min(values), max(values)
    room = high - low
    step = (box.width() - 4) / (len(values) - 1)
    points = [
        QPointF(
            box.left() + number * step,
            box.center().y() if not room else box.bottom() - (value - low) / room * box.height(),
        )
        for number, value in enumerate(values)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent"), 1.3))
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawEllipse(points[-1], 2.2, 2.2)
    painter.restore()

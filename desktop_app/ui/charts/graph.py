"""Who depends on whom, drawn: a box a platform with its state, an arrow from who holds something to where it lies."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from desktop_app.ui import accessible, theme
from desktop_app.ui.charts.legend import Entry
from desktop_app.ui.charts.picture import Pictured
from desktop_app.ui.i18n import tr
from desktop_app.ui.sheet import write_rows
from desktop_app.ui.widgets.basics import STATE_SHAPES, paint_shape

_HIGH = 30.0
_ARROW = 9.0
_BEND = 16.0


@dataclass(frozen=True, slots=True)
class Node:
    """A box: its identifier, name, words on its state, the token of its colour and shape."""

    id: str
    name: str
    words: str
    token: str


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from `tail` to `head` with its words; `hot` where a loss runs along it."""

    tail: str
    head: str
    words: str
    hot: bool


class DependencyGraph(QWidget, Pictured):
    """Draws nodes on an oval and those without arrows below; `chosen` follows a click, or Enter on a box."""

    accessible_role = accessible.CHART
    chosen = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._nodes: tuple[Node, ...] = ()
        self._edges: tuple[Edge, ...] = ()
        self._at = 0
        self.setMinimumSize(360, 240)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Who depends on whom"))

    def sizeHint(self) -> QSize:
        """Return a size at which a dozen boxes stand apart."""
        return QSize(560, 340)

    def show_graph(self, nodes: Sequence[Node], edges: Sequence[Edge]) -> None:
        """Show `nodes` and `edges`; the box that was chosen stays so while it is there."""
        before = self._nodes[self._at].id if self._nodes else ""
        self._nodes, self._edges = tuple(nodes), tuple(edges)
        self._at = next((n for n, node in enumerate(nodes) if node.id == before), 0)
        self._describe()
        self.update()

    def _describe(self) -> None:
        if self._nodes:
            node = self._nodes[self._at]
            told = [f"{node.name}: {node.words}"]
            names = {one.id: one.name for one in self._nodes}
            told += [
                tr("depends on {platform} with {share}").format(platform=names.get(edge.head, ""), share=edge.words)
                for edge in self._edges
                if edge.tail == node.id
            ]
            self.setAccessibleDescription(". ".join(told))

    def boxes(self) -> dict[str, QRectF]:
        """Return where each box stands, in pixels."""
        metrics = QFontMetricsF(theme.figures(self.font(), 12, bold=True))
        tied = {name for edge in self._edges for name in (edge.tail, edge.head)}
        ring = [node for node in self._nodes if node.id in tied]
        loose = [node for node in self._nodes if node.id not in tied]
        room = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        if loose:
            room.setBottom(room.bottom() - _HIGH - 18)
        widths = {node.id: metrics.horizontalAdvance(node.name) + 36 for node in self._nodes}
        widest = max((widths[node.id] for node in ring), default=0.0)
        across, down = max(1.0, (room.width() - widest) / 2), max(1.0, (room.height() - _HIGH) / 2)
        found = {}
        for number, node in enumerate(ring):
            angle = 2 * math.pi * number / len(ring) - math.pi / 2
            middle = room.center() + QPointF(across * math.cos(angle), down * math.sin(angle))
            found[node.id] = _box(middle, widths[node.id])
        left = room.left()
        for node in loose:
            found[node.id] = QRectF(left, room.bottom() + 16, widths[node.id], _HIGH)
            left += widths[node.id] + 8
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the graph on the screen."""
        painter = QPainter(self)
        self._paint(painter, focused=self.hasFocus())
        painter.end()

    def paint_body(self, painter: QPainter, box: QRectF) -> None:
        """Paint the graph into a box."""
        painter.translate(box.topLeft())
        self._paint(painter, focused=False)

    def legend(self) -> list[Entry]:
        """Return what the arrows stand for."""
        return [Entry(tr("holds or lends there"), "muted"), Entry(tr("a loss runs along it"), "liquidation")]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the chart's menu."""
        self.menu_wanted.emit(event.globalPos())

    def _paint(self, painter: QPainter, *, focused: bool) -> None:
        """Paint arrows, then boxes over them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = self.boxes()
        both = {(edge.tail, edge.head) for edge in self._edges}
        for edge in self._edges:
            if edge.tail in boxes and edge.head in boxes:
                bend = _BEND if (edge.head, edge.tail) in both else 0.0
                self._paint_edge(painter, edge, boxes[edge.tail], boxes[edge.head], bend)
        for number, node in enumerate(self._nodes):
            self._paint_node(painter, node, boxes[node.id], focused=focused and number == self._at)

    def _paint_edge(self, painter: QPainter, edge: Edge, tail: QRectF, head: QRectF, bend: float) -> None:
        colour = theme.colour("liquidation" if edge.hot else "muted", 255 if edge.hot else 150)
        run = head.center() - tail.center()
        length = math.hypot(run.x(), run.y()) or 1.0
        side = QPointF(-run.y() / length * bend, run.x() / length * bend)
        begin, end = _rim(tail, head.center() + side) + side / 2, _rim(head, tail.center() + side) + side / 2
        painter.setPen(QPen(colour, 2.0 if edge.hot else 1.3))
        painter.drawLine(begin, end)
        angle = math.atan2(end.y() - begin.y(), end.x() - begin.x())
        wings = [
            end - QPointF(_ARROW * math.cos(angle + spread), _ARROW * math.sin(angle + spread))
            for spread in (-0.42, 0.42)
        ]
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([end, *wings]))
        font = theme.figures(self.font(), 11)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        middle = begin + (end - begin) * 0.5
        plate = _box(middle, metrics.horizontalAdvance(edge.words) + 8, metrics.height())
        painter.setBrush(theme.colour("panel"))
        painter.drawRect(plate)
        painter.setPen(theme.colour("liquidation" if edge.hot else "text"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, edge.words)

    def _paint_node(self, painter: QPainter, node: Node, box: QRectF, *, focused: bool) -> None:
        painter.setBrush(theme.colour("raised"))
        painter.setPen(QPen(theme.colour("accent" if focused else node.token), 3.0 if focused else 1.6))
        painter.drawRoundedRect(box, 8, 8)
        shape = QRectF(box.left() + 11, box.center().y() - 4.5, 9, 9)
        paint_shape(painter, STATE_SHAPES[node.token], shape, theme.colour(node.token))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.figures(self.font(), 12, bold=True))
        painter.drawText(box.adjusted(26, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, node.name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the box under the pointer."""
        for number, node in enumerate(self._nodes):
            if self.boxes()[node.id].contains(event.position()):
                self._at = number
                self._describe()
                self.update()
                self.chosen.emit(node.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from box to box, Enter chooses one."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
            Qt.Key(event.key())
        )
        if self._nodes and step is not None:
            self._at = (self._at + step) % len(self._nodes)
            self._describe()
            self.update()
        elif self._nodes and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._nodes[self._at].id)
        else:
            super().keyPressEvent(event)

    def export_csv(self, path: Path) -> None:
        """Write platforms with their states, and the dependencies, to `path`.

        Raises:
            OSError: it cannot be written.
        """
        names = {node.id: node.name for node in self._nodes}
        rows = [["platform", "state", "depends on", "share"]]
        for node in self._nodes:
            mine = [(names.get(edge.head, edge.head), edge.words) for edge in self._edges if edge.tail == node.id]
            rows += [[node.name, node.words, head, share] for head, share in mine or [("", "")]]
        write_rows(path, rows)


def _box(middle: QPointF, width: float, height: float = _HIGH) -> QRectF:
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)


def _rim(box: QRectF, towards: QPointF) -> QPointF:
    """Return where the line from the middle of a box towards a point leaves the box."""
    middle = box.center()
    run = towards - middle
    scales = [half / abs(part) for half, part in ((box.width() / 2, run.x()), (box.height() / 2, run.y())) if part]
    return middle + run * min(1.0, *scales) if scales else middle

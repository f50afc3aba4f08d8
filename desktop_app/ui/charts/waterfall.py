"""Why something moved: a bar for where it stood, one step for each cause, a bar for where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from desktop_app.ui import numbers
from desktop_app.ui.charts.legend import Entry
from desktop_app.ui.charts.painted import WHOLE, Canvas, Window
from desktop_app.ui.i18n import tr

ROW = 30.0
_SHARE_OF_NAMES, _MOST_NAMES, _FIGURES = 0.34, 240.0, 84.0


@dataclass(frozen=True, slots=True)
class Waterfall:
    """Steps (words, change) from `before` to `after`, all fractions; the steps add up to the difference."""

    before: Decimal
    after: Decimal
    steps: tuple[tuple[str, Decimal], ...]

    @property
    def height(self) -> int:
        """The height that all rows need."""
        return int(ROW * (len(self.steps) + 2) + 12)

    def rows(self) -> list[tuple[str, str, Decimal, Decimal, str]]:
        """Return name, figure, where its bar begins and ends, and colour token of each row."""
        found = [(tr("before"), numbers.percent(self.before, 2), Decimal(0), self.before, "accent")]
        level = self.before
        for words, change in self.steps:
            found.append((words, points(change), level, level + change, "call" if change > 0 else "safe"))
            level += change
        found.append((tr("after"), numbers.percent(self.after, 2), Decimal(0), self.after, "accent"))
        return found

    def _scale(self, canvas: Canvas) -> tuple[float, float, float, float]:
        """Return left edge and width of the bars' area, and the values at its ends."""
        names = min(_MOST_NAMES, canvas.box.width() * _SHARE_OF_NAMES)
        ends = [float(end) for _, _, *pair, _ in self.rows()[1:-1] for end in pair]
        ends += [float(self.before), float(self.after)]
        room = max(ends) - min(ends)
        low = max(0.0, min(ends) - max(room, max(ends) * 0.02))
        left = canvas.box.left() + names + 10
        return left, canvas.box.right() - _FIGURES - left, low, max(ends) + room * 0.02

    def draw(self, canvas: Canvas) -> None:
        """Paint the rows; a step that raised it points right, one that lowered it left."""
        left, width, low, high = self._scale(canvas)

        def place(value: Decimal) -> float:
            return left + (max(float(value), low) - low) / max(high - low, 1e-12) * width

        top = canvas.box.top() + 4
        for words, figure, start, end, token in self.rows():
            row = QRectF(canvas.box.left() + 4, top, left - canvas.box.left() - 14, ROW)
            canvas.words(row, words, "text", Qt.AlignmentFlag.AlignLeft)
            first, last = sorted((place(start), place(end)))
            bar = QRectF(first, top + 7, max(last - first, 1.5), ROW - 14)
            canvas.painter.setPen(Qt.PenStyle.NoPen)
            canvas.painter.setBrush(canvas.colour(token))
            canvas.painter.drawPolygon(_pointed(bar, 0 if token == "accent" else 1 if end > start else -1))
            canvas.painter.setPen(QPen(canvas.colour("muted", 130), 1, Qt.PenStyle.DotLine))
            if (words, figure) != (tr("after"), numbers.percent(self.after, 2)):
                canvas.painter.drawLine(QPointF(place(end), top + ROW - 7), QPointF(place(end), top + ROW + 7))
            side = QRectF(canvas.box.right() - _FIGURES, top, _FIGURES - 4, ROW)
            canvas.words(side, figure, "text", Qt.AlignmentFlag.AlignRight)
            top += ROW

    def words_at(self, point: QPointF, box: QRectF, window: Window = WHOLE) -> str:
        """Return name and figure of the row at a point."""
        number = int((point.y() - box.top() - 4) // ROW)
        found = self.rows()
        if not 0 <= number < len(found):
            return ""
        return f"{found[number][0]}: {found[number][1]}"

    def table(self) -> list[list[str]]:
        """Return the steps in points of LTV."""
        inner = [[words, f"{change * 100:f}"] for words, change in self.steps]
        ends = ([tr("before"), f"{self.before * 100:f}"], [tr("after"), f"{self.after * 100:f}"])
        return [[tr("cause"), tr("points")], ends[0], *inner, ends[1]]

    def legend(self) -> Sequence[Entry]:
        """Return what the bars stand for."""
        return [
            Entry(tr("LTV"), "accent", "bar"),
            Entry(tr("raised it (points right)"), "call", "bar"),
            Entry(tr("lowered it (points left)"), "safe", "bar"),
        ]


def _pointed(bar: QRectF, way: int) -> list[QPointF]:
    """Return the corners of a bar, with a tip to the right (1) or left (-1)."""
    tip = min(6.0, bar.width()) if way else 0.0
    middle = bar.center().y()
    if way > 0:
        inner = bar.right() - tip
        ring = [(bar.left(), bar.top()), (inner, bar.top()), (bar.right(), middle), (inner, bar.bottom())]
        ring.append((bar.left(), bar.bottom()))
    elif way < 0:
        inner = bar.left() + tip
        ring = [(bar.right(), bar.top()), (inner, bar.top()), (bar.left(), middle), (inner, bar.bottom())]
        ring.append((bar.right(), bar.bottom()))
    else:
        ring = [(bar.left(), bar.top()), (bar.right(), bar.top()), (bar.right(), bar.bottom())]
        ring.append((bar.left(), bar.bottom()))
    return [QPointF(x, y) for x, y in ring]


def points(change: Decimal) -> str:
    """Return a change of a share in points, with its sign."""
    text = numbers.plain(change * 100, 2)
    return f"+{text}" if change > 0 else text

"""The heat map of common falls and loans: how deep each loan lies after each fall."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop_app.domain.loans.ladder import Depth
from desktop_app.ui import numbers, text
from desktop_app.ui.charts.legend import Entry
from desktop_app.ui.charts.painted import WHOLE, Canvas, Window
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import STATE_SHAPES, paint_shape
from desktop_app.ui.widgets.loan_card import TOKENS

_NAMES, _HEAD, _GAP = 170.0, 22.0, 2.0
_MOST_ROW = 34.0
Cell = tuple[Depth, Decimal | None]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A row a loan, a column a fall; colour and shape tell the depth, the figure the LTV.

    `cells` has a row for each of `falls`, and in it one for each of `names`.
    """

    names: tuple[str, ...]
    falls: tuple[Decimal, ...]
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def height(self) -> int:
        """The least height at which every row can be read."""
        return int(_HEAD + 24 * max(1, len(self.names)) + 8)

    def _grid(self, box: QRectF) -> tuple[float, float]:
        """Return width and height of a cell within a box."""
        width = (box.width() - _NAMES) / max(1, len(self.falls))
        return width, min(_MOST_ROW, (box.height() - _HEAD) / max(1, len(self.names)))

    def draw(self, canvas: Canvas) -> None:
        """Paint names, falls and cells."""
        width, height = self._grid(canvas.box)
        origin = canvas.box.topLeft()
        for column, fall in enumerate(self.falls):
            head = QRectF(origin.x() + _NAMES + column * width, origin.y(), width, _HEAD)
            canvas.words(head, numbers.percent(-fall, 0), "muted", Qt.AlignmentFlag.AlignHCenter)
        for row, name in enumerate(self.names):
            top = origin.y() + _HEAD + row * height
            side = Qt.AlignmentFlag.AlignLeft
            canvas.words(QRectF(origin.x() + 4, top, _NAMES - 12, height), name, "text", side)
            for column in range(len(self.falls)):
                place = QRectF(origin.x() + _NAMES + column * width, top, width, height)
                self._draw_cell(canvas, place.adjusted(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2), column, row)

    def _draw_cell(self, canvas: Canvas, place: QRectF, column: int, row: int) -> None:
        depth, ltv = self.cells[column][row]
        token = TOKENS[depth]
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        canvas.painter.setBrush(canvas.colour(token, 38 if depth is Depth.SAFE else 74))
        canvas.painter.drawRoundedRect(place, 3, 3)
        mark = 7.0 if place.width() > 44 and depth is not Depth.SAFE else 0.0
        if mark:
            box = QRectF(place.left() + 5, place.center().y() - mark / 2, mark, mark)
            paint_shape(canvas.painter, STATE_SHAPES[token], box, canvas.colour(token))
        words = numbers.plain(ltv * 100, 0) if ltv is not None else "∞"
        canvas.words(place.adjusted(mark, 0, 0, 0), words, "text", Qt.AlignmentFlag.AlignHCenter)

    def words_at(self, point: QPointF, box: QRectF, window: Window = WHOLE) -> str:
        """Return loan, fall, LTV and depth of the cell at a point."""
        width, height = self._grid(box)
        column, row = int((point.x() - _NAMES) // max(width, 1)), int((point.y() - _HEAD) // max(height, 1))
        if not (0 <= column < len(self.falls) and 0 <= row < len(self.names)):
            return ""
        return self._told(column, row)

    def _told(self, column: int, row: int) -> str:
        depth, ltv = self.cells[column][row]
        return tr("{loan} after {fall}: LTV {ltv}, {state}").format(
            loan=self.names[row],
            fall=numbers.percent(-self.falls[column], 0),
            ltv=text.ltv(ltv, bare=ltv is None),
            state=text.depth(depth),
        )

    def legend(self) -> list[Entry]:
        """Return nothing: each cell tells its LTV, and its depth by a shape."""
        return []

    def table(self) -> list[list[str]]:
        """Return the LTVs, a row a loan."""
        rows = [[tr("Loan"), *(f"-{fall}" for fall in self.falls)]]
        for row, name in enumerate(self.names):
            ltvs = [self.cells[column][row][1] for column in range(len(self.falls))]
            rows.append([name, *("" if ltv is None else f"{ltv:.6f}" for ltv in ltvs)])
        return rows

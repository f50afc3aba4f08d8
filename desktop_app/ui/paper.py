"""A PDF laid out from top to bottom: headings, lines, tables that go on over pages, charts."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtWidgets import QApplication

from desktop_app.ui import theme
from desktop_app.ui.charts.painted import Canvas
from desktop_app.ui.i18n import tr

_POINTS = 72
_RESOLUTION = 288
_ROW, _LEAST_SHARE = 15.0, 0.05
_FOOT = 24.0


class Paper:
    """Writes to a PDF in points; `title` stands at the foot of every page.

    Raises:
        OSError: the file cannot be written.
    """

    def __init__(self, path: Path, title: str) -> None:
        with path.open("wb"):  # the writer itself does not say why it cannot write
            self._title = title
        self._writer = QPdfWriter(str(path))
        self._writer.setTitle(title)
        self._writer.setCreator("Plimsoll")
        self._writer.setResolution(_RESOLUTION)
        layout = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0)
        )
        self._writer.setPageLayout(layout)
        self._size = QSizeF(842, 595)
        self._painter = QPainter(self._writer)
        self._painter.scale(_RESOLUTION / _POINTS, _RESOLUTION / _POINTS)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._number = 1
        self._margin = 36.0
        self._y = self._margin

    def close(self) -> None:
        """Finish the last page and the file."""
        self._foot()
        self._painter.end()

    @property
    def _width(self) -> float:
        return self._size.width() - 2 * self._margin

    @property
    def _left_over(self) -> float:
        return self._size.height() - self._margin - _FOOT - self._y

    def _font(self, pixels: float, *, bold: bool = False) -> QFont:
        made = theme.figures(QApplication.font(), 0, bold)
        made.setPixelSize(max(1, round(pixels)))
        return made

    def _canvas(self, box: QRectF, pixels: float = 9, *, bold: bool = False) -> Canvas:
        return Canvas(self._painter, box, theme.LIGHT, self._font(pixels, bold=bold))

    def _foot(self) -> None:
        box = QRectF(self._margin, self._size.height() - self._margin - 6, self._width, 14)
        canvas = self._canvas(box, 8)
        canvas.words(box, self._title, "muted", Qt.AlignmentFlag.AlignLeft)
        words = tr("page {number}").format(number=self._number)
        canvas.words(box, words, "muted", Qt.AlignmentFlag.AlignRight)

    def new_page(self) -> None:
        """Go on on a new page."""
        self._foot()
        self._writer.newPage()
        self._number += 1
        self._y = self._margin

    def need(self, height: float) -> None:
        """Begin a new page where less than `height` is left."""
        if self._left_over < height:
            self.new_page()

    def heading(self, words: str, *, large: bool = False) -> None:
        """Write a heading; what follows it stays on its page."""
        self.need(80)
        height = 30.0 if large else 24.0
        box = QRectF(self._margin, self._y, self._width, height)
        self._canvas(box, 18 if large else 12, bold=True).words(box, words, "text", Qt.AlignmentFlag.AlignLeft)
        self._y += height

    def line(self, words: str, token: str = "muted") -> None:
        """Write a paragraph over as many lines as it takes."""
        font = self._font(9)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        room = QRectF(0, 0, self._width, 2000)
        height = QFontMetricsF(font).boundingRect(room, int(flags), words).height() + 4
        self.need(height)
        self._painter.setFont(font)
        self._painter.setPen(self._canvas(room).colour(token))
        self._painter.drawText(QRectF(self._margin, self._y, self._width, height), int(flags), words)
        self._y += height

    def gap(self, height: float = 10) -> None:
        """Leave room."""
        self._y += height

    def table(self, rows: Sequence[Sequence[str]], figures: Sequence[bool]) -> None:
        """Write a table, titles first; `figures` tells which columns stand at the right."""
        widths = self._widths(rows)
        self._table_row(rows[0], widths, figures, "muted")
        for row in rows[1:]:
            if self._left_over < _ROW:
                self.new_page()
                self._table_row(rows[0], widths, figures, "muted")
            self._table_row(row, widths, figures, "text")
        self.gap()

    def _widths(self, rows: Sequence[Sequence[str]]) -> list[float]:
        """Return the width of each column: what its words take, less where all together take more than there is."""
        metrics = QFontMetricsF(self._font(8))
        wanted = [max(metrics.horizontalAdvance(row[n]) for row in rows) + 10 for n in range(len(rows[0]))]
        total = sum(wanted)
        if total <= self._width:
            return [width * min(1.25, self._width / total) for width in wanted]
        least = self._width * _LEAST_SHARE
        wide = sum(width for width in wanted if width > 2 * least)
        over = total - self._width
        return [width - over * width / wide if width > 2 * least else width for width in wanted]

    def _table_row(self, row: Sequence[str], widths: list[float], figures: Sequence[bool], token: str) -> None:
        left = self._margin
        for words, width, right in zip(row, widths, figures, strict=True):
            box = QRectF(left + 3, self._y, width - 6, _ROW)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            self._canvas(box, 8).words(box, words, token, side)
            left += width
        self._painter.setPen(QPen(self._canvas(QRectF()).colour("border"), 0.5))
        under = self._y + _ROW
        self._painter.drawLine(QPointF(self._margin, under), QPointF(left, under))
        self._y += _ROW

    def charts(self, height: float, draws: Sequence[tuple[str, Callable[[Canvas], None]]]) -> None:
        """Paint charts side by side, each under its title."""
        self.need(height + 18)
        width = (self._width - 14 * (len(draws) - 1)) / len(draws)
        for number, (title, draw) in enumerate(draws):
            left = self._margin + number * (width + 14)
            head = QRectF(left, self._y, width, 16)
            self._canvas(head, 9, bold=True).words(head, title, "text", Qt.AlignmentFlag.AlignLeft)
            draw(self._canvas(QRectF(left, self._y + 18, width, height), 8))
        self._y += height + 28

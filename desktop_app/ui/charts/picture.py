"""A chart as a picture on its own: title, legend and drawing, as PNG, as SVG and on the clipboard."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView, QWidget

from desktop_app.ui import theme
from desktop_app.ui.charts import legend
from desktop_app.ui.i18n import tr

_SCALE = 2
_EDGE, _TITLE = 12, 24


class Pictured:
    """What every chart, a widget, can be made into. `caption` is the title over the picture, empty for none."""

    caption = ""

    def _chart(self) -> QWidget:
        assert isinstance(self, QWidget), "only a widget is a chart"
        return self

    def _font(self) -> QFont:
        return theme.figures(self._chart().font(), 11)

    def legend(self) -> Sequence[legend.Entry]:
        """Return what lines and marks stand for."""
        return ()

    def paint_body(self, painter: QPainter, box: QRectF) -> None:
        """Paint the drawing alone into a box, which has the chart's own size."""
        chart = self._chart()
        if isinstance(chart, QGraphicsView):
            chart.render(painter, box, chart.viewport().rect())
        else:
            chart.render(painter, box.topLeft().toPoint())

    def _picture_size(self) -> QSize:
        chart = self._chart()
        return QSize(chart.width() + 2 * _EDGE, chart.height() + 2 * _EDGE + self._above())

    def _above(self) -> int:
        entries = self.legend()
        tall = int(legend.height(entries, self._font(), self._chart().width())) + 4 if entries else 0
        return tall + (_TITLE if self.caption else 0)

    def _paint_picture(self, painter: QPainter) -> None:
        size, chart = self._picture_size(), self._chart()
        painter.fillRect(QRect(0, 0, size.width(), size.height()), theme.colour("panel"))
        box = QRectF(_EDGE, _EDGE, chart.width(), self._above())
        if self.caption:
            painter.setPen(theme.colour("text"))
            painter.setFont(theme.figures(chart.font(), 14, bold=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignTop, self.caption)
            box.setTop(box.top() + _TITLE)
        legend.paint(painter, box, self.legend(), self._font())
        self.paint_body(painter, QRectF(_EDGE, _EDGE + self._above(), chart.width(), chart.height()))

    def picture(self) -> QImage:
        """Return the chart as a picture, twice as fine as on the screen."""
        made = QImage(self._picture_size() * _SCALE, QImage.Format.Format_RGB32)
        made.setDevicePixelRatio(_SCALE)
        painter = QPainter(made)
        self._paint_picture(painter)
        painter.end()
        return made

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(self.picture())

    def export_png(self, path: Path) -> None:
        """Write the picture to `path` (PNG).

        Raises:
            OSError: it cannot be written.
        """
        if not QImageWriter(str(path), b"png").write(self.picture()):
            raise OSError(tr("{path} cannot be written").format(path=path))

    def export_svg(self, path: Path) -> None:
        """Write the chart to `path` as a drawing that stays sharp at any size (SVG).

        Raises:
            OSError: it cannot be written.
        """
        path.open("wb").close()  # the generator tells no fault
        size = self._picture_size()
        made = QSvgGenerator()
        made.setFileName(str(path))
        made.setSize(size)
        made.setViewBox(QRect(0, 0, size.width(), size.height()))
        made.setTitle(self.caption or self._chart().accessibleName())
        painter = QPainter(made)
        self._paint_picture(painter)
        painter.end()

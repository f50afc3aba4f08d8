"""Line icons and the Plimsoll mark, drawn in code in the colour they are asked for."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from desktop_app.ui import theme

# Each stroke is a list of points; "o x y r" is a circle.
_STROKES: dict[str, tuple[str, ...]] = {
    "overview": ("2 2 7 2 7 7 2 7 2 2", "9 2 14 2 14 7 9 7 9 2", "2 9 7 9 7 14 2 14 2 9", "9 9 14 9 14 14 9 14 9 9"),
    "loans": ("8 2 8 14", "4 14 12 14", "2 5 14 5", "2 5 0.8 9.5 4.6 9.5 3.4 5", "12.6 5 11.4 9.5 15.2 9.5 14 5"),
    "earn": ("o 8 8 6", "8 4.5 8 11.5", "10.2 6 6.6 6 6.6 8 9.6 8 9.6 10 5.8 10"),
    "reserve": ("2 6 8 2 14 6", "3 6 3 12", "6.3 6 6.3 12", "9.7 6 9.7 12", "13 6 13 12", "1.5 14 14.5 14"),
    "stress": ("1.5 5 4 3 7 6 10 3 14.5 6", "1.5 10 4 8 7 11 10 8 14.5 11", "1.5 14 14.5 14"),
    "prices": ("1.5 12 5 7 8 9.5 14.5 3", "10.5 3 14.5 3 14.5 7"),
    "alerts": ("3 11.5 4.3 10 4.3 6.5 5.6 3.8 8 2.8 10.4 3.8 11.7 6.5 11.7 10 13 11.5 3 11.5", "6.7 13.6 9.3 13.6"),
    "platforms": ("2 7 8 2 14 7", "3.5 6.5 3.5 14 12.5 14 12.5 6.5", "6.5 14 6.5 9.5 9.5 9.5 9.5 14"),
    "settings": ("o 8 8 2.2", "8 1.5 8 4", "8 12 8 14.5", "1.5 8 4 8", "12 8 14.5 8", "3.4 3.4 5.2 5.2",
                 "10.8 10.8 12.6 12.6", "12.6 3.4 10.8 5.2", "5.2 10.8 3.4 12.6"),
    "plus": ("8 3 8 13", "3 8 13 8"),
    "import": ("8 2 8 10", "4.5 6.8 8 10.2 11.5 6.8", "2.5 13.5 13.5 13.5"),
    "snooze": ("o 8 8 6", "8 4.5 8 8 10.5 9.5"),
    "find": ("o 7 7 4.5", "10.3 10.3 14 14"),
    "undo": ("2.5 6 6 2.5", "2.5 6 6 9.5", "2.5 6 10 6 13 8 13.5 10.5 12.5 13"),
    "redo": ("13.5 6 10 2.5", "13.5 6 10 9.5", "13.5 6 6 6 3 8 2.5 10.5 3.5 13"),
    "close": ("4 4 12 12", "12 4 4 12"),
    "more": ("4 6 8 10 12 6",),
    "edit": ("3 13 3.6 10.2 11 2.8 13.2 5 5.8 12.4 3 13",),
    "remove": ("3 4.5 13 4.5", "6 4.5 6 2.5 10 2.5 10 4.5", "4.2 4.5 5 13.5 11 13.5 11.8 4.5"),
}  # fmt: skip


@lru_cache(maxsize=256)
def icon(name: str, colour: str) -> QIcon:
    """Return the icon `name` in `colour` (#rrggbb), crisp at 100 to 300 % scaling."""
    made = QIcon()
    for scale in (1, 2, 3):
        picture = QPixmap(16 * scale, 16 * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colour), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in _STROKES[name]:
            _draw(painter, stroke)
        painter.end()
        made.addPixmap(picture)
    return made


def _draw(painter: QPainter, stroke: str) -> None:
    words = stroke.split()
    if words[0] == "o":
        x, y, radius = (float(word) for word in words[1:])
        painter.drawEllipse(QPointF(x, y), radius, radius)
        return
    figures = [float(word) for word in words]
    path = QPainterPath(QPointF(figures[0], figures[1]))
    for index in range(2, len(figures), 2):
        path.lineTo(figures[index], figures[index + 1])
    painter.drawPath(path)


def paint_mark(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Paint the Plimsoll mark: a ring with a line through it."""
    pen = painter.pen()
    pen.setColor(colour)
    pen.setWidthF(box.height() / 11)
    painter.setPen(pen)
    painter.setBrush(QColor(0, 0, 0, 0))
    inset = box.height() * 0.18
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    middle = box.center().y()
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))


def mark_pixmap(size: int, ratio: float = 1.0, token: str = "accent") -> QPixmap:
    """Return the Plimsoll mark as a picture of `size` pixels, in the colour `token`."""
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QRectF(0, 0, size, size), theme.colour(token))
    painter.end()
    return made


def mark_icon(token: str = "accent") -> QIcon:
    """Return the program's icon in the colour `token`."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128):
        made.addPixmap(mark_pixmap(size, token=token))
    return made

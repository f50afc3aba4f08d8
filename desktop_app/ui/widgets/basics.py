"""Small composed widgets: cards, labels, badges, figures, rules, empty states."""

from collections.abc import Callable
from functools import lru_cache
from typing import Self

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui import theme
from desktop_app.ui.widgets.help_mark import HelpMark
from desktop_app.ui.widgets.plain import button, label

__all__ = [
    "STATE_SHAPES",
    "Badge",
    "Card",
    "EmptyState",
    "StatCard",
    "button",
    "captioned",
    "clear",
    "label",
    "paint_shape",
    "rule",
    "state_icon",
    "tint",
]


def tint(made: QLabel, token: str) -> None:
    """Give a label the colour of `token`; a style that it has already is not set again, which would style it anew."""
    sheet = f"color: {theme.colour(token).name()};"
    if made.styleSheet() != sheet:
        made.setStyleSheet(sheet)


def rule() -> QFrame:
    """Return a thin horizontal line."""
    made = QFrame()
    made.setProperty("role", "rule")
    made.setFixedHeight(1)
    return made


def captioned(caption: str, field: QWidget) -> QWidget:
    """Return a field with its caption over it."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(label(caption, "small"))
    column.addWidget(field)
    column.addStretch(1)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Card(QFrame):
    """A rounded panel with an optional title; add to `body`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.title = label(title, "title")
        self.title.setParent(self)
        self.title.setVisible(bool(title))
        if title:
            self.head.addWidget(self.title)
            self.head.addStretch(1)
            self.body.addLayout(self.head)

    def explain(self, words: str) -> Self:
        """Put a mark beside the title that tells what it means; return the card."""
        self.head.insertWidget(1, HelpMark(self.title.text(), words))
        return self


class StatCard(Card):
    """One figure with a title over it and a line under it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.body.setSpacing(5)
        self._title = label(title, "small")
        self._top = QHBoxLayout()
        self._top.addWidget(self._title)
        self._top.addStretch(1)
        self.body.addLayout(self._top)
        self._figure = label("", "figure")
        self._plain = QFont()
        self._line = label("", "small", wrap=True)
        self._shape = QLabel()
        self._shape.setFixedSize(16, self._title.sizeHint().height())
        self._top.addWidget(self._shape)
        for part in (self._figure, self._line):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.setMinimumWidth(150)

    def explain(self, words: str) -> Self:
        """Put a mark beside the title that tells what it means; return the card."""
        self._top.insertWidget(1, HelpMark(self._title.text(), words))
        return self

    def show_value(self, figure: str, line: str, token: str = "text") -> None:
        """Show a figure in the colour of `token` and, where that is a state, its shape; the line goes under it."""
        self._shape.setVisible(token in STATE_SHAPES)
        if token in STATE_SHAPES:
            self._shape.setPixmap(state_icon(token).pixmap(QSize(16, 16), self.devicePixelRatio()))
        self._figure.setText(figure)
        if self._plain != self.font():
            self._plain = QFont(self.font())
            self._figure.setFont(theme.figures(self._plain, 22, bold=True))
        tint(self._figure, token)
        self._line.setText(line)
        self.setAccessibleName(f"{self._title.text()}: {figure}. {line}")


STATE_SHAPES = {
    "safe": "circle",
    "accent": "diamond",
    "watch": "triangle",
    "call": "square",
    "liquidation": "cross",
    "unknown": "ring",
}


class Badge(QWidget):
    """A state as a word on a tinted pill with a shape of its own, so that colour is not needed to tell it."""

    def __init__(self, words: str = "", token: str = "safe", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._token = words, token
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(words, token)

    def show_state(self, words: str, token: str) -> None:
        """Show `words` in the colour and shape of the state `token`."""
        self._words, self._token = words, token
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that the words need."""
        made = theme.figures(self.font(), 11, bold=True)
        return QSize(QFontMetrics(made).horizontalAdvance(self._words) + 32, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._token, theme.TINT))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, 10, 10)
        paint_shape(
            painter, STATE_SHAPES[self._token], QRectF(9, box.center().y() - 4, 8, 8), theme.colour(self._token)
        )
        painter.setPen(theme.colour(self._token))
        painter.setFont(theme.figures(self.font(), 11, bold=True))
        painter.drawText(box.adjusted(22, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()


def paint_shape(painter: QPainter, shape: str, box: QRectF, colour: QColor) -> None:
    """Paint the shape that stands for a state."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if shape == "circle":
        painter.drawEllipse(box)
    elif shape == "square":
        painter.drawRect(box)
    elif shape == "diamond":
        middle = box.center()
        corners = (
            (middle.x(), box.top()),
            (box.right(), middle.y()),
            (middle.x(), box.bottom()),
            (box.left(), middle.y()),
        )
        painter.drawPolygon([QPointF(x, y) for x, y in corners])
    elif shape == "triangle":
        path = QPainterPath(box.bottomLeft())
        path.lineTo(box.center().x(), box.top())
        path.lineTo(box.bottomRight())
        path.closeSubpath()
        painter.drawPath(path)
    else:
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(colour)
        pen.setWidthF(1.8)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if shape == "cross":
            painter.drawLine(box.topLeft(), box.bottomRight())
            painter.drawLine(box.topRight(), box.bottomLeft())
        else:
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def state_icon(token: str) -> QIcon:
    """Return the shape that stands for a state, as a picture before the words of a cell."""
    return _state_icon(token, theme.colour(token).name())


@lru_cache(maxsize=32)
def _state_icon(token: str, colour: str) -> QIcon:
    made = QIcon()
    for scale in (1, 2, 3):
        picture = QPixmap(16 * scale, 16 * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shape(painter, STATE_SHAPES[token], QRectF(4, 4, 8, 8), QColor(colour))
        painter.end()
        made.addPixmap(picture)
    return made


class EmptyState(QWidget):
    """What an empty page says: one sentence and what to do next."""

    def __init__(self, heading: str, words: str, actions: list[tuple[str, Callable[[], object]]]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(1)
        for text, role in ((heading, "heading"), (words, "muted")):
            line = label(text, role, wrap=True)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        row = QHBoxLayout()
        row.addStretch(1)
        for index, (words_, act) in enumerate(actions):
            row.addWidget(button(words_, act, "primary" if index == 0 else ""))
        row.addStretch(1)
        column.addSpacing(6)
        column.addLayout(row)
        column.addStretch(2)

"""What futures hold for one loan: the fan of its LTV, and by when its levels are reached."""

import math
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from desktop_app.ui import numbers
from desktop_app.ui.charts.legend import Entry
from desktop_app.ui.charts.painted import LEFT, RIGHT, WHOLE, Axes, Canvas, Window, axes_of, paint_axes
from desktop_app.ui.i18n import tr

Level = tuple[str, float, str]
Days = tuple[tuple[float, ...], ...]
Curve = tuple[str, str, tuple[float, ...]]


def _day_marks(axes: Axes) -> list[tuple[float, str]]:
    first, last = math.ceil(axes.first), math.floor(axes.last)
    step = max(1, -(-(last - first) // 6))
    return [(day, tr("day {number}").format(number=day)) for day in range(first, last + 1, step)]


def _shares(low: float, high: float, count: int = 5) -> list[tuple[float, str]]:
    """Return round marks between two shares, about `count` of them."""
    rough = max(high - low, 1e-6) / count
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * part for part in (1, 2, 2.5, 5, 10) if size * part >= rough)
    places = 0 if step >= 0.01 and step * 100 % 1 < 1e-9 else max(1, -math.floor(math.log10(step * 100)))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [(number * step, _percent(number * step, places)) for number in range(first, last + 1)]


def _day_at(x: float, box: QRectF, days: int, window: Window) -> int:
    """Return the day that lies under a pixel of a drawing in `box`."""
    across = (x - box.left() - LEFT) / max(1.0, box.width() - LEFT - RIGHT)
    share = window[0] + across * (window[1] - window[0])
    return min(days, max(1, round(share * days)))


def _percent(value: float, places: int = 1) -> str:
    return numbers.percent(Decimal(repr(value)), places)


@dataclass(frozen=True, slots=True)
class Fan:
    """LTV by day: the middle of all futures, half of them, nine tenths of them, and the levels.

    `days` are the LTVs at 5, 25, 50, 75 and 95 % of futures; `levels` are (words, LTV, token).
    """

    days: Days
    levels: tuple[Level, ...]

    def _axes(self, canvas: Canvas) -> Axes:
        highest = max([max(day) for day in self.days] + [level for _, level, _ in self.levels], default=1.0)
        lowest = min([min(day) for day in self.days] + [level for _, level, _ in self.levels], default=0.0)
        return axes_of(canvas, max(1, len(self.days)), max(0.0, lowest * 0.9), min(2.0, highest * 1.08))

    def draw(self, canvas: Canvas) -> None:
        """Paint the bands, the middle and the levels."""
        if not self.days:
            return
        axes = self._axes(canvas)
        paint_axes(canvas, axes, _day_marks(axes), _shares(axes.low, axes.high))
        canvas.painter.save()
        canvas.painter.setClipRect(axes.area.adjusted(-1, -1, 1, 1))
        for low, high, alpha in ((0, 4, 34), (1, 3, 60)):
            path = QPainterPath(axes.at(1, self.days[0][low]))
            for number, day in enumerate(self.days, 1):
                path.lineTo(axes.at(number, day[low]))
            for number in range(len(self.days), 0, -1):
                path.lineTo(axes.at(number, self.days[number - 1][high]))
            path.closeSubpath()
            canvas.painter.fillPath(path, canvas.colour("accent", alpha))
        middle = QPainterPath(axes.at(1, self.days[0][2]))
        for number, day in enumerate(self.days, 1):
            middle.lineTo(axes.at(number, day[2]))
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        canvas.painter.setPen(QPen(canvas.colour("accent"), 1.8))
        canvas.painter.drawPath(middle)
        canvas.painter.restore()
        for words, level, token in self.levels:
            at = axes.at(axes.first, level)
            canvas.painter.setPen(QPen(canvas.colour(token), 1.2, Qt.PenStyle.DashLine))
            canvas.painter.drawLine(at, QPointF(axes.area.right(), at.y()))
            box = axes.area.adjusted(4, at.y() - axes.area.top() - 16, 0, 0)
            box.setHeight(15)
            canvas.words(box, f"{words} {_percent(level)}", token, Qt.AlignmentFlag.AlignLeft)

    def words_at(self, point: QPointF, box: QRectF, window: Window = WHOLE) -> str:
        """Return the spread of LTV on the day under a point."""
        if not self.days:
            return ""
        number = _day_at(point.x(), box, len(self.days), window)
        five, _, half, _, most = self.days[number - 1]
        return tr("day {day}: half under {half}, nine tenths from {low} to {high}").format(
            day=number, half=_percent(half), low=_percent(five), high=_percent(most)
        )

    def legend(self) -> list[Entry]:
        """Return what line and bands stand for."""
        return [
            Entry(tr("middle of all futures"), "accent"),
            Entry(tr("half of them"), "accent", "area"),
            Entry(tr("nine tenths of them (lighter)"), "accent", "area"),
            *(Entry(words, token, "dash") for words, _, token in self.levels),
        ]

    def table(self) -> list[list[str]]:
        """Return the LTVs by day."""
        titles = [tr("day"), *(f"ltv_{share}" for share in (5, 25, 50, 75, 95))]
        return [titles, *([str(number), *(f"{x:.6f}" for x in day)] for number, day in enumerate(self.days, 1))]


@dataclass(frozen=True, slots=True)
class ByDay:
    """The share of futures in which a level is reached by each day; `curves` are (words, token, shares)."""

    curves: tuple[Curve, ...]

    def draw(self, canvas: Canvas) -> None:
        """Paint a step line for each level, its words at its end."""
        if not self.curves:
            return
        last = max(len(shares) for _, _, shares in self.curves)
        high = max(0.001, *(max(shares, default=0.0) for _, _, shares in self.curves)) * 1.15
        axes = axes_of(canvas, last, 0.0, min(1.0, high))
        paint_axes(canvas, axes, _day_marks(axes), _shares(0.0, axes.high))
        taken: list[float] = []
        for words, token, shares in self.curves:
            path = QPainterPath(axes.at(0, 0.0))
            for number, share in enumerate(shares, 1):
                path.lineTo(axes.at(number, share))
            canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
            dashed = Qt.PenStyle.DashLine if token == "muted" else Qt.PenStyle.SolidLine
            canvas.painter.save()
            canvas.painter.setClipRect(axes.area.adjusted(-1, -1, 1, 1))
            canvas.painter.setPen(QPen(canvas.colour(token), 1.8, dashed))
            canvas.painter.drawPath(path)
            canvas.painter.restore()
            box = axes.area.adjusted(8, 0, 0, 0)
            box.setTop(axes.area.top() + 16 * len(taken))
            box.setHeight(15)
            taken.append(box.top())
            told = f"{words} {_percent(shares[-1] if shares else 0.0)}"
            canvas.words(box, told, token, Qt.AlignmentFlag.AlignLeft)

    def words_at(self, point: QPointF, box: QRectF, window: Window = WHOLE) -> str:
        """Return the shares by the day under a point."""
        if not self.curves:
            return ""
        days = len(self.curves[0][2])
        number = _day_at(point.x(), box, days, window)
        told = ", ".join(f"{words} {_percent(shares[number - 1], 2)}" for words, _, shares in self.curves)
        return tr("by day {day}: {shares}").format(day=number, shares=told)

    def legend(self) -> list[Entry]:
        """Return what the lines stand for."""
        return [Entry(words, token, "dash" if token == "muted" else "line") for words, token, _ in self.curves]

    def table(self) -> list[list[str]]:
        """Return the shares by day."""
        days = len(self.curves[0][2]) if self.curves else 0
        return [
            [tr("day"), *(words for words, _, _ in self.curves)],
            *([str(n + 1), *(f"{shares[n]:.6f}" for _, _, shares in self.curves)] for n in range(days)),
        ]

"""Charts: no spike is lost, zoom and pan by keyboard, pictures and drawings that can be read, the same everywhere."""

from datetime import date, timedelta
from decimal import Decimal
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.domain.earn.payoff import Payoff
from desktop_app.engine.curves import LtvCurve, thinned
from desktop_app.engine.price_history import Compared
from desktop_app.engine.reserve_plan import Curve
from desktop_app.ui.charts.compare import CompareChart
from desktop_app.ui.charts.coverage import CoverageChart
from desktop_app.ui.charts.futures import Fan
from desktop_app.ui.charts.graph import DependencyGraph, Edge, Node
from desktop_app.ui.charts.legend import Entry, Legend
from desktop_app.ui.charts.ltv import LtvChart
from desktop_app.ui.charts.painted import PaintedChart
from desktop_app.ui.charts.payoff import PayoffChart
from desktop_app.ui.charts.pyramid import Pyramid, PyramidCurve
from desktop_app.ui.charts.waterfall import Waterfall
from desktop_app.ui.charts.worth import WorthChart
from desktop_app.ui.widgets.export import export_menu
from desktop_app.ui.widgets.table_cells import paint_spark

COUNT, SPIKES = 300_000, 1_000
START = 1.7e9


@pytest.mark.parametrize("width", [320, 1280, 2560])
@pytest.mark.parametrize("part", [1.0, 0.3])
def test_every_spike_and_the_newest_sample_are_drawn(width, part):
    chance = np.random.default_rng(3)
    values = chance.normal(0, 1, COUNT).cumsum() * 1e-4 + 0.5
    spikes = chance.choice(COUNT - 1, SPIKES, replace=False)
    values[spikes] = np.where(np.arange(SPIKES) % 2, 9.0, -9.0)
    times = START + 60.0 * np.arange(COUNT)
    curve = PyramidCurve(pen_of("accent"))
    curve.show_samples(times, values)
    first, last = times[-1] - (times[-1] - times[0]) * part, times[-1]
    xs, ys, single = curve.points(first, last, width)
    assert not single
    assert xs.size <= 2 * width + 1, "no more corners than two a column, and the newest"
    assert (xs[-1], ys[-1]) == (times[-1], values[-1])
    pixel = (last - first) / width
    seen = times[spikes] >= first
    for at, value in zip(times[spikes][seen], values[spikes][seen], strict=True):
        assert np.abs(xs[ys == value] - at).min() <= pixel


def pen_of(token):
    import pyqtgraph as pg

    from desktop_app.ui import theme

    return pg.mkPen(theme.colour(token))


@given(
    arrays(np.float64, st.integers(1, 40_000), elements=st.floats(-1e6, 1e6) | st.just(float("nan"))),
    st.integers(1, 900),
)
def test_columns_bound_all_samples(values, count):
    times = START + np.arange(values.size, dtype=np.float64)
    pyramid = Pyramid(times, values)
    _, least, most = pyramid.columns(times[0], times[-1] + 1, count)
    assert least.size <= count
    if np.isfinite(values).any():
        assert np.nanmin(least) == np.nanmin(values)
        assert np.nanmax(most) == np.nanmax(values)


def test_a_small_curve_loses_no_peak():
    times = START + 3600.0 * np.arange(800)
    values = np.full(800, 0.5)
    values[431] = 0.93
    curve = LtvCurve("x", times, values, values, (), (), ())
    found = thinned(curve, times[100], 48)
    assert len(found) == 48
    assert max(found) == 0.93
    assert thinned(curve, times[-1] + 1, 48) == ()


def ltv():
    chart = LtvChart()
    values = np.linspace(0.4, 0.7, 5000)
    chart.show_curve(LtvCurve("x", START + 3600.0 * np.arange(5000), values, values, (), (), ()))
    return chart


def worth():
    chart = WorthChart()
    chart.show_worth([date(2026, 1, 1) + timedelta(days=n) for n in range(300)], [float(n) for n in range(300)], "USD")
    return chart


def coverage():
    chart = CoverageChart()
    falls = tuple(Decimal(n) / 100 for n in range(101))
    need = tuple(fall * 1000 for fall in falls)
    chart.show_curve(Curve(falls, need, tuple(Decimal(400) for _ in falls), (), Decimal("0.4")), "USD", 0.6)
    return chart


def payoff():
    chart = PayoffChart()
    curve = tuple((Decimal(n), Decimal(n) ** 2) for n in range(1, 60))
    chart.show_payoff(Payoff(curve, tuple((price, price) for price, _ in curve), (Decimal(30),)), ("strike",))
    return chart


def compare():
    chart = CompareChart()
    times = START + 3600.0 * np.arange(700)
    rising = np.linspace(100, 140, 700)
    chart.show_compared([Compared("BTC", times, rising, times[0]), Compared("ETH", times, 200 - rising, times[0])])
    return chart


def fan():
    chart = PaintedChart("Fan", zooms=True)
    chart.show_drawing(Fan(tuple((0.1 + d / 500, 0.2, 0.3, 0.4, 0.5 + d / 500) for d in range(90)), ()))
    return chart


def waterfall():
    chart = PaintedChart("Why")
    steps = (("Price of BTC", Decimal("0.18")), ("Interest", Decimal("-0.02")))
    chart.show_drawing(Waterfall(Decimal("0.5"), Decimal("0.66"), steps))
    return chart


def graph():
    chart = DependencyGraph()
    chart.show_graph([Node("a", "Nexo", "stands", "safe"), Node("b", "OKX", "fails", "liquidation")],
                     [Edge("a", "b", "40%", True)])  # fmt: skip
    return chart


ALL = [ltv, worth, coverage, payoff, compare, fan, waterfall, graph]
PLOTS = [ltv, worth, coverage, payoff, compare]


def shown(qtbot, make):
    chart = make()
    qtbot.addWidget(chart)
    chart.resize(640, 320)
    chart.show()
    return chart


@pytest.mark.parametrize("make", ALL)
def test_every_chart_is_copied_and_written(qtbot, tmp_path, make):
    chart = shown(qtbot, make)
    chart.caption = "A title with <&>"
    menu = export_menu(chart.mapToGlobal(chart.rect().center()), chart, chart, "file", lambda words: None)
    assert menu.actions()[0].text() == "Copy as picture"
    menu.actions()[0].trigger()
    menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # while the chart that it belongs to is held
    copied = QGuiApplication.clipboard().image()
    assert copied.width() > 2 * 640
    colours = {
        copied.pixelColor(x, y).name() for x in range(0, copied.width(), 3) for y in range(0, copied.height(), 3)
    }
    assert len(colours) > 3, "something is drawn"
    chart.export_png(tmp_path / "chart.png")
    assert QImage(str(tmp_path / "chart.png")).size() == copied.size()
    chart.export_svg(tmp_path / "chart.svg")
    drawing = ElementTree.parse(tmp_path / "chart.svg").getroot()
    assert drawing.tag.endswith("svg")
    words = " ".join(part.text or "" for part in drawing.iter() if part.tag.endswith("text"))
    assert "A title with <&>" in words
    assert sum(part.tag.endswith(("path", "polyline", "polygon", "rect")) for part in drawing.iter()) > 3
    chart.export_csv(tmp_path / "chart.csv")
    assert len((tmp_path / "chart.csv").read_text(encoding="utf-8").splitlines()) > 1
    for write in (chart.export_png, chart.export_svg, chart.export_csv):
        with pytest.raises(OSError, match=r"."):
            write(tmp_path / "no such folder" / "chart")


@pytest.mark.parametrize("make", PLOTS)
def test_every_plot_is_zoomed_panned_and_pointed_at_by_keyboard(qtbot, make):
    chart = shown(qtbot, make)

    def seen():
        first, last = chart.getPlotItem().getViewBox().viewRange()[0]
        return first, last - first

    chart.show_all()
    start, span = seen()
    qtbot.keyClick(chart, Qt.Key.Key_Plus)
    qtbot.keyClick(chart, Qt.Key.Key_Plus)
    assert seen()[1] == pytest.approx(span * 0.49)
    zoomed = seen()[0]
    qtbot.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert seen()[0] < zoomed
    with qtbot.waitSignal(chart.pointed) as told:
        qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription() == told.args[0] == chart.words_at(chart.samples().size - 1)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription() == chart.words_at(chart.samples().size - 2)
    qtbot.keyClick(chart, Qt.Key.Key_0)
    if not hasattr(chart, "wanted"):  # that one is fitted when its answer comes
        assert seen() == pytest.approx((start, span))
    assert chart.legend(), "what the lines stand for is told"


def test_a_painted_chart_is_zoomed_by_wheel_keys_and_drag(qtbot):
    chart = shown(qtbot, fan)
    qtbot.keyClick(chart, Qt.Key.Key_Plus)
    start, end = chart.window_seen
    assert end - start == pytest.approx(0.7)
    middle = QPointF(320, 150)
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=middle.toPoint())
    to = QPointF(220, 150)
    left = Qt.MouseButton.LeftButton
    chart.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, to, to, left, left, Qt.KeyboardModifier.NoModifier))
    assert chart.window_seen[0] > start
    assert chart.words_at(QPointF(60, 150)) != fan().words_at(QPointF(60, 150))
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton)
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.window_seen == (0.0, 1.0)


def test_the_waterfall_adds_up_and_points_where_it_goes():
    steps = (("Price of BTC", Decimal("0.18")), ("Interest", Decimal("-0.02")))
    drawing = Waterfall(Decimal("0.5"), Decimal("0.66"), steps)
    rows = drawing.rows()
    assert [row[:2] for row in rows] == [
        ("before", "50.00%"), ("Price of BTC", "+18.00"), ("Interest", "−2.00"), ("after", "66.00%"),
    ]  # fmt: skip
    assert rows[-2][3] == drawing.after, "the last step ends where LTV stands"
    assert drawing.words_at(QPointF(5, 4 + 30 * 1.5), QRectF(0, 0, 600, drawing.height)) == "Price of BTC: +18.00"
    assert sum(Decimal(row[1]) for row in drawing.table()[1:-1]) == Decimal(drawing.table()[-1][1])


def test_compared_lines_differ_by_more_than_colour(qtbot):
    chart = shown(qtbot, compare)
    entries = chart.legend()
    assert [entry.words for entry in entries] == ["BTC 140.0", "ETH 60.0"]
    assert len({entry.shape for entry in entries}) == 2
    assert "ETH 100.0" in chart.words_at(0)


def test_a_legend_takes_the_rows_that_it_needs(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_entries([Entry("a rather long name of a line", "accent")] * 6)
    legend.resize(900, 20)
    legend.show()
    wide = legend.height()
    legend.resize(300, 20)
    assert legend.height() > wide
    assert "a rather long name" in legend.accessibleName()


@pytest.mark.parametrize("values", [(), (1.0,), (2.0, 2.0), (1.0, 5.0, 3.0)])
def test_small_curves_of_any_length(qtbot, values):
    picture = QImage(100, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    painter = QPainter(picture)
    paint_spark(painter, QRectF(0, 0, 100, 30), values)
    painter.end()
    drawn = any(picture.pixelColor(x, y).value() for x in range(100) for y in range(30))
    assert drawn == (len(values) > 1)

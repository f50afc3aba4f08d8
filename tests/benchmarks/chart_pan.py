"""A chart of ten million samples is panned and zoomed: one frame of ours beside one of a chart with nothing to draw.

Use: `python tests/benchmarks/chart_pan.py [SAMPLES] [FRAMES]`. Targets: p95 at most 1.5 times the empty frame and at
most 16 ms; 1,000 of 1,000 spikes of a single sample, and the newest sample, drawn at every width.
"""

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QApplication

from desktop_app.engine.curves import LtvCurve
from desktop_app.ui.charts.ltv import LtvChart
from desktop_app.ui.charts.pyramid import PyramidCurve

SPIKES = 1000
SIZE = (1280, 500)


def curve_of(count: int) -> tuple[LtvCurve, np.ndarray]:
    """Return an LTV over minutes with spikes of one sample, and where they are."""
    chance = np.random.default_rng(7)
    values = 0.5 + np.cumsum(chance.normal(0, 1e-5, count)).clip(-0.2, 0.2)
    spikes = chance.choice(count - 1, SPIKES, replace=False)
    values[spikes] = 0.95
    times = 1.5e9 + 60.0 * np.arange(count)
    return LtvCurve("x", times, values, values, (), (), ()), spikes


def drawn(curve: PyramidCurve, at: np.ndarray, first: float, last: float, width: int) -> int:
    """Return how many of the spikes at the times `at` are corners of what is drawn, within one pixel."""
    xs, ys, _ = curve.points(first, last, width)
    tops = np.sort(xs[ys == 0.95])
    if not tops.size:
        return 0
    pixel = (last - first) / width
    near = np.searchsorted(tops, at)
    gaps = [np.abs(tops[np.clip(near + move, 0, tops.size - 1)] - at) for move in (-1, 0)]
    return int((np.minimum(*gaps) <= pixel).sum())


def frame(chart: pg.PlotWidget, step: int) -> float:
    """Return the seconds of one panned or zoomed frame."""
    view = chart.getPlotItem().getViewBox()
    first, last = view.viewRange()[0]
    began = time.perf_counter()
    if step % 10 == 9:
        view.scaleBy(x=0.5 if step % 20 == 9 else 2.0, y=1)
    else:
        view.translateBy(x=(last - first) * (0.01 if step % 40 < 20 else -0.01), y=0)
    chart.viewport().repaint()
    return time.perf_counter() - began


def main() -> int:
    """Measure, print the ratios, return 1 where a target is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    frames = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    app = QApplication(sys.argv[:1])
    curve, spikes = curve_of(count)
    full, empty = LtvChart(), LtvChart()
    began = time.perf_counter()
    full.show_curve(curve)
    print(f"shown first (pyramid and look): {(time.perf_counter() - began) * 1000:.0f} ms")
    empty.show_curve(LtvCurve("x", curve.times[[0, -1]], curve.values[[0, -1]], curve.lows[[0, -1]], (), (), ()))
    empty.line.hide()
    for chart in (full, empty):
        chart.show_range("All")
        chart.resize(*SIZE)
        chart.show()
        view = chart.getPlotItem().getViewBox()
        view.setXRange(curve.times[0], curve.times[-1], padding=0)
    app.processEvents()
    times: dict[str, list[float]] = {"ours": [], "empty": []}
    for step in range(frames):
        times["empty"].append(frame(empty, step))
        times["ours"].append(frame(full, step))
    p95 = {name: float(np.percentile(found[10:], 95)) for name, found in times.items()}
    half = {name: float(np.median(found[10:])) for name, found in times.items()}
    ratio, ratio_half = p95["ours"] / p95["empty"], half["ours"] / half["empty"]
    print(f"empty frame   median {half['empty'] * 1000:6.2f} ms   p95 {p95['empty'] * 1000:6.2f} ms")
    print(f"{count:,} samples   median {half['ours'] * 1000:6.2f} ms   p95 {p95['ours'] * 1000:6.2f} ms")
    print(f"ratio   median {ratio_half:.2f}   p95 {ratio:.2f}   (target 1.5, and 16 ms)")
    first, last = float(curve.times[0]), float(curve.times[-1])
    found = {width: drawn(full.line, curve.times[spikes], first, last, width) for width in (320, 640, 1280, 2560)}
    newest = all(full.line.points(first, last, width)[1][-1] == curve.values[-1] for width in found)
    print(f"spikes drawn of {SPIKES}: {found}; newest drawn: {newest}")
    sound = newest and set(found.values()) == {SPIKES} and ratio <= 1.5 and p95["ours"] <= 0.016
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())

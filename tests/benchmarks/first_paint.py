"""First paint of Plimsoll beside an empty PySide6 window, each a fresh process, in turn.

Use: `python tests/benchmarks/first_paint.py [RUNS]`. Prints the medians with their spread and the ratio; the
target is at most 1.1. Time runs from the start of the process until the first paint event has been handled.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer

class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, QApplication.quit)

app = QApplication(sys.argv)
window = Window()
window.resize(1360, 860)
window.show()
app.exec()
"""
OURS = """
import sys
from PySide6.QtWidgets import QApplication
import desktop_app.app as app

app._furnish = lambda *_, **__: QApplication.quit() or 0
import desktop_app.__main__ as entry
sys.exit(entry.main(["--demo"]))
"""


def seconds(code: str, home: str) -> float:
    """Return how long a fresh process takes from its start to the end of its first paint."""
    environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "PYTHONPATH": str(ROOT)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def measure(runs: int) -> tuple[list[float], list[float]]:
    """Return the times of the empty window and of ours, measured in turn after one warm-up of each."""
    with tempfile.TemporaryDirectory() as home:
        for code in (EMPTY, OURS):
            seconds(code, home)
        pairs = [(seconds(EMPTY, home), seconds(OURS, home)) for _ in range(runs)]
    return [empty for empty, _ in pairs], [ours for _, ours in pairs]


def main() -> None:
    """Print the figures."""
    empty, ours = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
    for name, times in (("empty window", empty), ("plimsoll", ours)):
        print(f"{name:<14} median {median(times):.3f} s   {min(times):.3f} to {max(times):.3f} s")
    ratios = sorted(b / a for a, b in zip(empty, ours, strict=True))
    print(f"ratio          median {median(ratios):.3f}   {ratios[0]:.3f} to {ratios[-1]:.3f}   (target 1.1)")


if __name__ == "__main__":
    main()

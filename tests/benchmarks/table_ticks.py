"""A table of 10,000 rows: 50 cells that change, a whole column that changes, a frame while scrolling.

Use: `python tests/benchmarks/table_ticks.py [ROWS]`. The limit is a bare model that signals the cells that are seen.
Targets: 50 cells at most twice the limit, a whole column at most 5 ms.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from desktop_app.ui.models.rows import Column, RowsModel
from desktop_app.ui.widgets.table import Table

CHANGED, RUNS = 50, 60
Row = tuple[int, str, float, float]


class Bare(QAbstractTableModel):
    """The least that a table can do: rows of text, a signal for each row that is seen and changed."""

    def __init__(self, rows: list[Row]) -> None:
        super().__init__()
        self.rows = rows
        self.first, self.last = 0, -1

    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 4

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return str(self.rows[index.row()][index.column()]) if role == Qt.ItemDataRole.DisplayRole else None

    def change(self, rows: list[Row]) -> None:
        for row in rows:
            self.rows[row[0]] = row
            if self.first <= row[0] <= self.last:
                self.dataChanged.emit(self.index(row[0], 2), self.index(row[0], 2))


def columns() -> list[Column[Row]]:
    return [
        Column("number", lambda row: str(row[0]), lambda row: row[0], True),
        Column("name", lambda row: row[1]),
        Column("price", lambda row: str(row[2]), lambda row: row[2], True),
        Column("value", lambda row: str(row[3]), lambda row: row[3], True),
    ]


def rows_of(count: int, turn: int) -> list[Row]:
    return [(number, f"row {number}", number + turn / 1000, number * 2.0) for number in range(count)]


def timed(act: Callable[[int], None], runs: int = RUNS) -> float:
    """Return the median milliseconds of an act."""
    found = []
    for turn in range(runs):
        began = time.perf_counter()
        act(turn)
        found.append((time.perf_counter() - began) * 1000)
    return median(found)


def main() -> int:
    """Measure, print the ratios, return 1 where a target is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    app = QApplication(sys.argv[:1])
    bare, view = Bare(rows_of(count, 0)), QTableView()
    view.setModel(bare)
    model: RowsModel[Row] = RowsModel(columns(), lambda row: str(row[0]))
    table = Table(model, "rows")
    model.show_rows(rows_of(count, 0))
    table.fit()
    for one in (view, table):
        one.resize(900, 700)
        one.verticalHeader().setDefaultSectionSize(34)
        one.show()
    app.processEvents()
    bare.last = view.rowAt(view.viewport().height() - 1)
    spread = [number * (count // CHANGED) for number in range(CHANGED // 2)] + list(range(CHANGED - CHANGED // 2))
    ticks = [[(number, f"row {number}", number + turn / 7, number * 2.0) for number in spread] for turn in range(RUNS)]
    limit = timed(lambda turn: bare.change(ticks[turn]))
    ours = timed(lambda turn: model.change_rows(ticks[turn]))
    model.sort(2)
    sorted_ = timed(lambda turn: model.change_rows(ticks[turn]))
    wholes = [rows_of(count, turn) for turn in range(12)]
    whole_sorted = timed(lambda turn: model.show_rows(wholes[turn]), 12)
    model.sort(-1)
    whole = timed(lambda turn: model.show_rows(wholes[turn]), 12)
    print(f"{CHANGED} cells: limit {limit:.3f} ms, ours {ours:.3f} ms, ratio {ours / limit:.2f} (target 2)")
    print(f"{CHANGED} cells, sorted by the column that changes: {sorted_:.3f} ms")
    print(f"a whole column: {whole:.2f} ms, sorted by it {whole_sorted:.2f} ms (target 5)")
    scrolled = {}
    for name, one in (("bare", view), ("ours", table)):
        bar = one.verticalScrollBar()

        def scroll(turn: int, one: QTableView = one, bar: Any = bar) -> None:
            bar.setValue(turn * bar.maximum() // RUNS)
            one.viewport().repaint()

        scrolled[name] = timed(scroll)
    print(f"a frame while scrolling: bare {scrolled['bare']:.2f} ms, ours {scrolled['ours']:.2f} ms")
    return 0 if ours <= 2 * limit and whole <= 5 and whole_sorted <= 5 else 1


if __name__ == "__main__":
    sys.exit(main())

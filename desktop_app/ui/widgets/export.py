"""The small menu that writes a table or a chart to a file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from desktop_app.ui.charts.painted import PaintedChart, write_rows
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column
from desktop_app.ui.widgets.basics import button

Write = Callable[[Path], None]


def export_button(owner: QWidget, file: str, png: Write, csv: Write, failed: Callable[[str], None]) -> QPushButton:
    """Return a button whose menu writes a picture or a table; `failed` gets the sentence of what went wrong."""

    def save(ending: str, write: Write) -> None:
        name, _ = QFileDialog.getSaveFileName(owner, tr("Export"), f"{file}.{ending}", f"*.{ending}")
        if not name:
            return
        try:
            write(Path(name))
        except OSError as error:
            failed(tr("The file was not written: {why}").format(why=error))

    def open_menu() -> None:
        menu = QMenu(owner)
        menu.addAction(tr("Save as picture (PNG)…"), lambda: save("png", png))
        menu.addAction(tr("Save as table (CSV)…"), lambda: save("csv", csv))
        menu.exec(made.mapToGlobal(made.rect().bottomLeft()))
        menu.deleteLater()

    made = button("⋯", open_menu, "range", tr("Export: {what}").format(what=file))
    made.setToolTip(tr("Export"))
    return made


def chart_export(chart: PaintedChart, file: str, failed: Callable[[str], None]) -> QPushButton:
    """Return the export button of a painted chart."""
    return export_button(chart, file, chart.export_png, chart.export_csv, failed)


def picture_of(widget: QWidget) -> Write:
    """Return what writes a widget as it is seen as a picture."""

    def write(path: Path) -> None:
        if not widget.grab().save(str(path), "PNG"):
            raise OSError(tr("{path} cannot be written").format(path=path))

    return write


def rows_of(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> list[list[str]]:
    """Return a table's words, titles first."""
    return [[column.title for column in columns], *([column.words(row) for column in columns] for row in rows)]


def table_of(columns: Sequence[Column[Any]], rows: Callable[[], Sequence[Any]]) -> Write:
    """Return what writes a table's words."""
    return lambda path: write_rows(path, rows_of(columns, rows()))

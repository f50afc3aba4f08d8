"""The menu of a chart: copied as a picture, saved as picture, drawing or table, and shown as a whole again."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QPoint, SignalInstance
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from desktop_app.ui.charts.legend import Entry, Legend
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column
from desktop_app.ui.widgets.basics import Card, button, label

Told = Callable[[str], None]


class Exportable(Protocol):
    """A chart that can be copied and written; the writing ones raise OSError where they cannot."""

    menu_wanted: SignalInstance

    def legend(self) -> Sequence[Entry]:
        """Return what lines and marks stand for."""
        ...

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        ...

    def export_png(self, path: Path) -> None:
        """Write the picture to `path` (PNG)."""
        ...

    def export_svg(self, path: Path) -> None:
        """Write the drawing to `path` (SVG)."""
        ...

    def export_csv(self, path: Path) -> None:
        """Write what is drawn to `path` as a table."""
        ...


def save_as(parent: QWidget, file: str, ending: str, write: Callable[[Path], None], failed: Told) -> None:
    """Ask for a file and write it; `failed` gets the sentence of what went wrong."""
    name, _ = QFileDialog.getSaveFileName(parent, tr("Export the chart"), f"{file}.{ending}", f"*.{ending}")
    if not name:
        return
    try:
        write(Path(name))
    except OSError as error:
        failed(tr("The file was not written: {why}").format(why=error))


def export_menu(at: QPoint, parent: QWidget, chart: Exportable, file: str, failed: Told) -> QMenu:
    """Show what can be done with a chart; return the menu, which goes away by itself."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.addAction(tr("Copy as picture"), chart.copy_picture)
    menu.addAction(tr("Save as picture (PNG)…"), partial(save_as, parent, file, "png", chart.export_png, failed))
    menu.addAction(tr("Save as drawing (SVG)…"), partial(save_as, parent, file, "svg", chart.export_svg, failed))
    menu.addAction(tr("Save as table (CSV)…"), partial(save_as, parent, file, "csv", chart.export_csv, failed))
    whole = getattr(chart, "show_all", None)
    if whole is not None:
        menu.addSeparator()
        menu.addAction(tr("Show everything"), whole)
    menu.popup(at)
    return menu


def chart_export(chart: Exportable, file: str, failed: Told, name: str) -> QPushButton:
    """Return the button of a chart's menu, which a right click on the chart opens too; `name` says which chart."""
    parent = chart if isinstance(chart, QWidget) else None
    assert parent is not None, "a chart is a widget"

    def open_menu() -> None:
        export_menu(made.mapToGlobal(made.rect().bottomLeft()), parent, chart, file, failed)

    made = button("⋯", open_menu, "range", tr("Export: {name}").format(name=name))
    made.setToolTip(tr("Export the chart"))
    chart.menu_wanted.connect(lambda at: export_menu(at, parent, chart, file, failed))
    return made


class ExportCard(Card):
    """A chart under its title, with its menu; a sentence in its place while there is nothing to draw."""

    def __init__(self, title: str, chart: Exportable, file: str, failed: Told) -> None:
        super().__init__(title)
        assert isinstance(chart, QWidget), "a chart is a widget"
        self._picture: QWidget = chart
        self._nothing = label("", "muted", wrap=True)
        self._nothing.hide()
        self._export = chart_export(chart, file, failed, title)
        self.head.addWidget(self._export)
        self.body.addWidget(self._picture, 1)
        self.legend = Legend()
        self.body.addWidget(self.legend)
        self.body.addWidget(self._nothing)
        self._chart = chart
        self.show_legend()

    def show_legend(self) -> None:
        """Show what the chart's lines stand for now."""
        self.legend.show_entries(self._chart.legend())

    def show_nothing(self, words: str) -> None:
        """Show a sentence in place of the picture; nothing shows the picture again."""
        self._picture.setVisible(not words)
        self.legend.setVisible(not words)
        self._export.setVisible(not words)
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))


def rows_of(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> list[list[str]]:
    """Return a table's words, titles first."""
    return [[column.title for column in columns], *([column.words(row) for column in columns] for row in rows)]

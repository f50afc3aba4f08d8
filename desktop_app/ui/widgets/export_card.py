"""A card around a picture that can be saved: as PNG, and as a table."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import Card, button, label


class Exportable(Protocol):
    """A picture that can be written as PNG and as CSV; both raise OSError where they cannot."""

    def export_png(self, path: Path) -> None:
        """Write the picture to `path`."""
        ...

    def export_csv(self, path: Path) -> None:
        """Write what is drawn to `path` as a table."""
        ...


def save_as(
    parent: QWidget, file: str, ending: str, write: Callable[[Path], None], failed: Callable[[str], None]
) -> None:
    """Ask for a file and write it; `failed` gets the sentence of what went wrong."""
    name, _ = QFileDialog.getSaveFileName(parent, tr("Export the chart"), f"{file}.{ending}", f"*.{ending}")
    if not name:
        return
    try:
        write(Path(name))
    except OSError as error:
        failed(tr("The file was not written: {why}").format(why=error))


def export_menu(
    anchor: QPushButton, parent: QWidget, picture: Exportable, file: str, failed: Callable[[str], None]
) -> None:
    """Show the ways to save `picture` under `anchor`."""
    menu = QMenu(parent)
    menu.addAction(tr("Save as picture (PNG)…"), lambda: save_as(parent, file, "png", picture.export_png, failed))
    menu.addAction(tr("Save as table (CSV)…"), lambda: save_as(parent, file, "csv", picture.export_csv, failed))
    menu.exec(anchor.mapToGlobal(anchor.rect().bottomLeft()))
    menu.deleteLater()


class ExportCard(Card):
    """A picture under its title, with its export menu; a sentence in its place while there is nothing to draw."""

    def __init__(self, title: str, picture: QWidget, file: str, failed: Callable[[str], None]) -> None:
        super().__init__(title)
        self._picture = picture
        self._nothing = label("", "muted", wrap=True)
        self._nothing.hide()
        exporting: Exportable = picture  # type: ignore[assignment]  # every picture given is one
        self._export = button("⋯", lambda: export_menu(self._export, self, exporting, file, failed), "range")
        self._export.setAccessibleName(tr("Export: {name}").format(name=title))
        self._export.setToolTip(tr("Export the chart"))
        self.head.addWidget(self._export)
        self.body.addWidget(picture, 1)
        self.body.addWidget(self._nothing)

    def show_nothing(self, words: str) -> None:
        """Show a sentence in place of the picture; nothing shows the picture again."""
        self._picture.setVisible(not words)
        self._export.setVisible(not words)
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))

"""Files and tables on their way into the window: chosen, dropped, pasted, or found in the watched folder."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.engine.folder import FolderNews, FolderWatch
from desktop_app.engine.importing import import_file
from desktop_app.engine.price_files import PriceSource, is_price_file, pasted
from desktop_app.ui import i18n, text
from desktop_app.ui.dialogs.importing import ImportDialog
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.toast import Toast

Tell = Callable[[str], None]


class Arrivals(QObject):
    """Takes what arrives: prices open the import dialog, portfolios and NFT sales go in at once."""

    def __init__(self, session: Session, host: QWidget, tell: Tell, push: Callable[[Toast], None]) -> None:
        super().__init__(host)
        self._session = session
        self._host = host
        self._tell = tell
        self._push = push
        host.setAcceptDrops(True)
        host.installEventFilter(self)
        self._watch = FolderWatch(session.service, lambda news: session.post(lambda: self._found(news)), i18n.language)
        self._watch.start()

    def choose(self) -> None:
        """Ask for files."""
        dialog = QFileDialog(self._host, tr("Import a portfolio or prices"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = "*.json *.plimsoll *.csv *.txt *.tsv *.xlsx *.ods *.xls"
        dialog.setNameFilters([f"{tr('Portfolio or prices')} ({kinds})", f"{tr('All files')} (*)"])
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.open()

    def take(self, paths: Sequence[Path]) -> None:
        """Import portfolios and NFT sales at once, and open the dialog for prices."""

        def sorted_out(prices: list[bool]) -> None:
            for path, is_price in zip(paths, prices, strict=True):
                if not is_price:
                    self._import_at_once(path)
            files = [path for path, is_price in zip(paths, prices, strict=True) if is_price]
            if files:
                self._open(files)

        self._session.work(
            lambda: [is_price_file(path) for path in paths],
            sorted_out,
            lambda error: self._tell(self._session.tell_failure(error)),
        )

    def paste(self) -> None:
        """Take the files or the table that the clipboard has."""
        data = QGuiApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data else []
        words = data.text() if data else ""
        if paths:
            self.take(paths)
        elif "\n" in words.strip():
            self._open([pasted(words, tr("Pasted table"))])
        else:
            self._tell(tr("The clipboard has no table; copy one with its header first."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped onto the window."""
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            if _dropped(event):
                event.acceptProposedAction()
            return bool(_dropped(event))
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            paths = _dropped(event)
            event.acceptProposedAction()
            self.take(paths)
            return True
        return super().eventFilter(watched, event)

    def _open(self, sources: Sequence[Path | PriceSource]) -> None:
        shown = next((one for one in self._host.findChildren(ImportDialog) if one.isVisible()), None)
        if shown is not None:
            shown.add(sources)
            return
        dialog = ImportDialog(self._session, sources, self._host)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _import_at_once(self, path: Path) -> None:
        self._tell(tr("Importing {name}…").format(name=path.name))
        self._session.do(
            lambda monitor, now: import_file(monitor, path, now),
            lambda done: self._tell(text.imported(done)),
            lambda refused: self._tell(f"{path.name}: {text.sentence(refused)}"),
        )

    def _found(self, news: FolderNews) -> None:
        """Tell what the watched folder brought; what waits for a person gets a popup that opens the dialog."""
        if news.imported:
            self._tell(text.in_sequence(*(text.imported(done) for done in news.imported[:3])))
        if not news.waiting:
            return
        paths = [one.path for one in news.waiting]
        names = ", ".join(path.name for path in paths[:4])
        self._push(
            Toast(
                tr("%n file(s) in the watched folder wait for you", "", len(paths)),
                text.in_sequence(names, text.sentence(news.waiting[0].refused)),
                "watch",
                [(tr("Look at them"), lambda: self._open(paths)), (tr("Later"), lambda: None)],
            )
        )


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]

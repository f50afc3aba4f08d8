"""The popup that tells of a newer version: once for each, with the way to its page in the browser."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.engine.updates import Newer
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.toast import Toast


class UpdateNotice(QObject):
    """Looks with each Snapshot whether a newer version was found."""

    def __init__(self, session: Session, push: Callable[[Toast], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._push = push
        self._told: Newer | None = None
        session.changed.connect(self._look)

    def _look(self) -> None:
        newer = self._session.service.newer
        if newer is None or newer == self._told:
            return
        self._told = newer
        actions: list[tuple[str, Callable[[], object]]] = [(tr("Close"), lambda: None)]
        if newer.page:
            actions.insert(0, (tr("Show its page"), lambda: QDesktopServices.openUrl(QUrl(newer.page))))
        words = tr("Nothing was downloaded. Update it the way that you installed it.")
        title = tr("Plimsoll {version} is out").format(version=newer.version)
        self._push(Toast(title, words, "accent", actions, about="update"))

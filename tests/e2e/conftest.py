"""The real window on a profile of its own, driven by what a person can see."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.engine.demo import fill_with_demo
from desktop_app.engine.resources import resource
from desktop_app.engine.service import Service
from desktop_app.ui import sound
from desktop_app.ui.bridge import Bridge
from desktop_app.ui.dialogs.form import Form
from desktop_app.ui.i18n import install
from desktop_app.ui.main import Main
from desktop_app.ui.shell import Shell

_W = TypeVar("_W", bound=QWidget)
Opener = Callable[..., "Desk"]


class Desk:
    """The window as a person sees it: look things up by their visible or accessible name."""

    def __init__(self, qtbot: QtBot, main: Main, shell: Shell) -> None:
        self.bot = qtbot
        self.main = main
        self.shell = shell
        self.stopped = False

    @property
    def snapshot(self):
        return self.main.session.snapshot

    def seen(self, kind: type[_W], name: str) -> _W:
        """Return the visible widget of `kind` called `name`, in the window or in a dialog of its own."""
        found = [w for w in self._all(kind) if w.isVisible() and name in (w.accessibleName(), _words(w))]
        assert found, f"no {kind.__name__} called {name!r} is seen; there are {sorted(self.names(kind))}"
        return found[0]

    def names(self, kind: type[QWidget]) -> set[str]:
        return {w.accessibleName() or _words(w) for w in self._all(kind) if w.isVisible()}

    def _all(self, kind: type[_W]) -> list[_W]:
        roots = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        return [w for root in roots for w in [*root.findChildren(kind), *([root] if isinstance(root, kind) else [])]]

    def click(self, name: str) -> None:
        """Press the button that says `name`."""
        self.wait_until(lambda: not self.saving())
        self.bot.mouseClick(self.seen(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def choose(self, button: str, entry: str) -> None:
        """Choose an entry of a button's menu."""
        made = self.seen(QPushButton, button)
        actions = {action.text(): action for action in made.menu().actions()}
        assert entry in actions, f"the menu of {button!r} has {sorted(actions)}"
        actions[entry].trigger()

    def saving(self) -> list[Form]:
        """Return the forms whose Save was pressed and that have yet to close: a person waits for that."""
        return [form for form in self._all(Form) if form.isVisible() and not form.save.isEnabled()]

    def type_into(self, field: QWidget, words: str) -> None:
        """Type `words` in place of what stands in `field`."""
        field.setFocus()
        field.selectAll()
        self.bot.keyClicks(field, words)

    def words(self) -> str:
        """Return every visible label's text."""
        return "\n".join(label.text() for label in self._all(QLabel) if label.isVisible())

    def wait_until(self, happened: Callable[[], bool], timeout: int = 20000) -> None:
        self.bot.waitUntil(lambda: bool(happened()), timeout=timeout)

    def do(self, act):
        """Let the database thread do something and wait until the window shows it."""
        with self.bot.waitSignal(self.main.session.changed, timeout=20000):
            return self.main.service.run(act).result()

    def stop(self) -> None:
        """End the program behind the window; a second call does nothing."""
        if not self.stopped:
            self.stopped = True
            self.main.stop()

    def close(self) -> None:
        self.stop()
        self.shell.hide()
        self.main.deleteLater()
        self.shell.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return text().replace("&", "") if callable(text) else ""


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests make no noise, whatever the machine has, and leave no drafts behind."""
    monkeypatch.setattr(sound, "PLAYERS", {})
    monkeypatch.setattr(Form, "drafts", {})


@pytest.fixture
def open_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Opener]:
    """Open windows; all of them are closed at the end."""
    desks: list[Desk] = []

    def open_one(
        database: Path | None = tmp_path / "plimsoll.db",
        *,
        demo: bool = False,
        theme: str = "dark",
        language: str = "en",
        polling: bool = False,
        tray: bool = False,
        prepare: Callable[[Service], object] | None = None,
        **more: Any,
    ) -> Desk:
        shell = Shell(theme or "dark")
        bridge = Bridge()
        service = Service(None if demo else database, bridge.publish, demo=demo, polling=polling, **more)
        if demo:
            service.run(fill_with_demo).result()
        if prepare is not None:
            prepare(service)
        main = Main(shell, service, bridge, resource("i18n"), theme, language, tray=tray)
        service.start()
        shell.show()
        desk = Desk(qtbot, main, shell)
        desks.append(desk)
        desk.wait_until(lambda: desk.snapshot is not None)
        return desk

    yield open_one
    for desk in desks:
        desk.close()
    install("en", resource("i18n"))  # the next test starts in English, whatever this one spoke


@pytest.fixture
def desk(open_desk: Opener) -> Desk:
    """An empty window."""
    return open_desk()

"""Composition root: the only file that knows every layer. Paints first, imports the rest after that.

Each class of Qt costs time when it is first named, so the first paint names as few of them as it can.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop_app.ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import ExitStack
    from pathlib import Path

    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from desktop_app.engine.service import Service
    from desktop_app.ui.bridge import Bridge
    from desktop_app.ui.handover import Receiver
    from desktop_app.ui.main import Main
    from desktop_app.ui.widgets.toast import Toast

SHOT_WAIT_MS = 15000
STARTING_S = 2.0


def run_window(profile: str, *, demo: bool, files: Sequence[str] = (), in_tray: bool = False) -> int:
    """Open the window on the profile folder `profile` (empty: the default one); return the exit code.

    `files` are imported in it. Where the profile has a window already, that one comes to the front and takes them.
    With `in_tray` no window is shown where there is a tray to wait in.
    """
    from contextlib import ExitStack

    if _has_no_display():
        print("plimsoll: there is no display to open the window on; `plimsoll shot` draws a page.", file=sys.stderr)  # noqa: T201
        return 2
    app = _application()
    if not demo and _was_handed_over(profile, files):
        return 0
    shell = Shell(_first_theme())
    with ExitStack() as ending:
        codes: list[int] = []

        def furnish() -> None:
            codes.append(_furnish(shell, profile, ending, files, demo=demo))

        if in_tray:
            furnish()
            if not _waits_in_tray():
                shell.show()
        else:
            shell.painted.connect(furnish)
            shell.show()
        code = app.exec()
    return max([code, *codes])


def _was_handed_over(profile: str, files: Sequence[str], patience_s: float = 0.0) -> bool:
    """Tell whether the profile has a window that took over; a lock that names nobody is not even asked for.

    A window that is only just starting gets `patience_s` to begin to listen.
    """
    import time
    from pathlib import Path

    folder = _folder(profile)
    try:
        held = (folder / "plimsoll.lock").stat().st_size > 0
    except OSError:
        return False
    if not held:
        return False
    from desktop_app.ui.handover import hand_over

    paths, end = [Path(name) for name in files], time.monotonic() + patience_s
    while not (taken := hand_over(folder, paths)) and time.monotonic() < end:
        time.sleep(0.1)
    return taken


def _waits_in_tray() -> bool:
    from PySide6.QtWidgets import QSystemTrayIcon

    return QSystemTrayIcon.isSystemTrayAvailable()


def _furnish(shell: Shell, profile: str, ending: ExitStack, files: Sequence[str], *, demo: bool) -> int:
    """Import the rest and fill the shell; return 0, or 2 after telling why the profile cannot be used."""
    from PySide6.QtCore import QTimer

    from desktop_app.storage.errors import ProfileBusy, StoreError
    from desktop_app.storage.profile import Profile, ProfileGuard

    database = receiver = None
    try:
        if not demo:
            held = Profile(_folder(profile))
            held.prepare()
            ending.enter_context(ProfileGuard(held))
            from desktop_app.ui.handover import Receiver

            receiver = Receiver(held.folder, shell)  # as early as can be: a second start may come at once
            database = held.database
        main = _main(shell, database, demo=demo)
    except StoreError as error:
        if isinstance(error, ProfileBusy) and _was_handed_over(profile, files, patience_s=STARTING_S):
            shell.hide()
            QTimer.singleShot(0, QApplication.quit)
            return 0
        print(f"plimsoll: {error}", file=sys.stderr)  # noqa: T201 - the terminal is told as well
        _tell_and_quit(shell, str(error))
        return 2
    ending.callback(main.stop)
    _receive(main, receiver, files)
    return 0


def _receive(main: Main, receiver: Receiver | None, files: Sequence[str]) -> None:
    """Let the window take the files that it was started with, and what later starts on its profile bring."""
    from pathlib import Path

    from desktop_app.ui.update_notice import UpdateNotice

    def push(toast: Toast) -> None:
        main.window.toasts.push(toast)  # looked up late: the window is built anew now and then

    UpdateNotice(main.session, push, main)
    if files:
        main.window.arrivals.take([Path(name) for name in files])

    def arrived(paths: list[Path]) -> None:
        if main.tray is not None:
            main.tray.raise_window()
        if paths:
            main.window.arrivals.take(paths)

    if receiver is not None:
        receiver.arrived.connect(arrived)


def _main(
    shell: Shell,
    database: Path | None,
    theme: str = "",
    language: str = "",
    *,
    demo: bool,
    picture: bool = False,
) -> Main:
    from desktop_app.engine.resources import resource
    from desktop_app.ui.bridge import Bridge
    from desktop_app.ui.main import Main

    bridge = Bridge()
    service = _service(database, bridge, demo=demo, picture=picture)
    main = Main(shell, service, bridge, resource("i18n"), theme, language, tray=not picture)
    service.start()
    return main


def _service(database: Path | None, bridge: Bridge, *, demo: bool, picture: bool) -> Service:
    from desktop_app.engine.demo import fill_with_demo
    from desktop_app.engine.service import Outside, Service
    from desktop_app.notify.secrets import Secrets
    from desktop_app.ui.alert_text import message

    polling = False if demo or picture else None
    outside = None if demo or picture else Outside(message, Secrets())
    read_only = picture and not demo
    service = Service(database, bridge.publish, demo=demo, polling=polling, read_only=read_only, outside=outside)
    if demo:
        service.run(fill_with_demo).result()
    return service


def take_shot(
    folder: Path, page: str, out: Path, theme: str, language: str, size: tuple[int, int], *, demo: bool
) -> None:
    """Write a picture of `page` to `out`: the real window in the given theme, language and size.

    Raises:
        StoreError: the profile cannot be read.
        OSError: the picture cannot be written.
    """
    from PySide6.QtCore import QEventLoop, QTimer, qInstallMessageHandler

    from desktop_app.storage.profile import Profile

    if _has_no_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_qt_message)
    _application()
    shell = Shell(theme)
    shell.resize(*size)
    database = None if demo else Profile(folder).database
    main = _main(shell, database, theme, language, demo=demo, picture=True)
    try:
        main.window.open_page(page)
        shell.show()
        loop = QEventLoop()
        QTimer.singleShot(SHOT_WAIT_MS, loop.quit)
        main.when_settled(loop.quit)
        loop.exec()
        if not shell.grab().save(str(out), "PNG"):
            raise OSError(f"{out} cannot be written; choose a folder of your own.")
    finally:
        main.stop()
        shell.hide()


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Print Qt's messages but the one that the offscreen platform has for every window."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)  # noqa: T201 - where Qt itself would print it


def _has_no_display() -> bool:
    """Tell whether Qt would end the process for want of a display."""
    known = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in known)


def _tell_and_quit(shell: Shell, sentence: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, "Plimsoll", sentence, QMessageBox.StandardButton.Close, shell)
    box.finished.connect(QApplication.quit)
    box.open()


def _folder(profile: str) -> Path:
    from pathlib import Path

    if profile:
        return Path(profile)
    import platformdirs

    return Path(platformdirs.user_data_dir("plimsoll", appauthor=False))


def _application() -> QApplication:
    existing = QCoreApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Several threads for one small product cost more than they bring, and keep the machine awake.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("plimsoll")
    app.setApplicationDisplayName("Plimsoll")
    app.setDesktopFileName("plimsoll")
    if sys.platform == "win32":
        import ctypes

        # Notifications and the task bar find the Start-menu entry by it.
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("Plimsoll.Plimsoll")
    return app


def _first_theme() -> str:
    """Return the theme of the last time, kept beside the geometry so that the first paint needs no database.

    Asking the system for its own would cost as much as all the rest of the first paint.
    """
    from PySide6.QtCore import QSettings

    return str(QSettings("plimsoll", "window").value("theme", "dark"))

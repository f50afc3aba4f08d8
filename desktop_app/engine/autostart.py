"""Whether the program starts with the computer: kept where each system keeps it, and read from there."""

import os
import plistlib
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

NAME = "Plimsoll"
LABEL = "io.github.plimsoll.Plimsoll"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


def own_command() -> list[str]:
    """Return what starts this program in the tray: the bundle's own file, or this Python with the package."""
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop_app"]
    return [*start, "--in-tray"]


def is_on() -> bool:
    """Tell whether the system starts the program when its person logs in.

    Raises:
        OSError: the system does not let it be read.
    """
    if sys.platform == "win32":
        return _windows_value() is not None
    path = entry_path()
    if not path.is_file():
        return False
    return sys.platform == "darwin" or "\nHidden=true" not in path.read_text(encoding="utf-8")


def switch(on: bool, command: Sequence[str] = ()) -> None:
    """Let the system start the program at each log-in, or no longer.

    Args:
        on: Whether it should.
        command: The words of the command; empty for `own_command`.

    Raises:
        OSError: the system does not let it be written.
    """
    words = list(command or own_command())
    if sys.platform == "win32":
        _switch_windows(on, words)
        return
    path = entry_path()
    if not on:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(launch_agent(words) if sys.platform == "darwin" else desktop_entry(words).encode())
    os.replace(part, path)


def entry_path() -> Path:
    """Return the file by which Linux and macOS know what starts at log-in."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "autostart" / "plimsoll.desktop"


def desktop_entry(command: Sequence[str]) -> str:
    """Return the entry of the XDG autostart specification for a command."""
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        f"Name={NAME}\n"
        "Comment=Watches your loans\n"
        f"Exec={' '.join(map(quoted, command))}\n"
        "Icon=plimsoll\n"
        "Terminal=false\n"
        "X-GNOME-Autostart-enabled=true\n"
    )


def quoted(word: str) -> str:
    """Return a word of a command as a desktop entry wants it: quoted where it has to be, a percent sign doubled."""
    plain = word.replace("%", "%%")
    if shlex.quote(word) == word:
        return plain
    for sign in ("\\", '"', "`", "$"):
        plain = plain.replace(sign, f"\\{sign}")
    # The backslash is an escape of the file's texts as well, and so is written twice.
    return '"' + plain.replace("\\", "\\\\") + '"'


def launch_agent(command: Sequence[str]) -> bytes:
    """Return the property list by which macOS starts a command at log-in."""
    return plistlib.dumps({"Label": LABEL, "ProgramArguments": list(command), "RunAtLoad": True})


def _windows_value() -> str | None:
    if sys.platform != "win32":
        return None
    import winreg

    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
        try:
            return str(winreg.QueryValueEx(key, NAME)[0])
        except FileNotFoundError:
            return None


def _switch_windows(on: bool, command: Sequence[str]) -> None:
    if sys.platform != "win32":
        return
    import subprocess
    import winreg

    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
        if on:
            winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, subprocess.list2cmdline(command))
        elif _windows_value() is not None:
            winreg.DeleteValue(key, NAME)

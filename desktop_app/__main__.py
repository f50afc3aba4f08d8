"""`python -m desktop_app`: the window, or one of the commands."""

import os
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or run the command that `arguments` name; return the exit code.

    The window is told apart here, before anything heavy is imported, so that it paints at once.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    asked = window_request(words)
    if asked is not None:
        from desktop_app.app import run_window

        profile, files, switches = asked
        return run_window(profile, demo="--demo" in switches, files=files, in_tray="--in-tray" in switches)
    from desktop_app.cli import run

    return run(words)


def window_request(words: Sequence[str]) -> tuple[str, list[str], set[str]] | None:
    """Return what the window is asked for: profile, files, switches; None where `words` name a command.

    A file is told from a command by its dot or slash, and by being there.
    """
    profile, files, switches = "", [], set()
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word in ("--demo", "--in-tray"):
            switches.add(word)
        elif word == "--profile" and rest:
            profile = rest.pop(0)
        elif ("." in word or os.sep in word) and not word.startswith("-") and os.path.isfile(word):
            files.append(os.path.abspath(word))
        else:
            return None
    return profile, files, switches


if __name__ == "__main__":
    sys.exit(main())

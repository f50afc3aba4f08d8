"""`python -m desktop_app`: the window, or one of the commands."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or run the command that `arguments` name; return the exit code.

    The window is told apart here, before anything heavy is imported, so that it paints at once.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    plain = [word for word in words if word != "--demo"]
    if not plain or (len(plain) == 2 and plain[0] == "--profile"):
        from desktop_app.app import run_window

        return run_window(plain[1] if plain else "", demo="--demo" in words)
    from desktop_app.cli import run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())

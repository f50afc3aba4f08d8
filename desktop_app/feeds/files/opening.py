"""The bytes of a file, within the bounds of what is read at all."""

from pathlib import Path

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.plan import LARGEST_FILE


def read_source(path: Path) -> bytes:
    """Return the bytes of the file at `path`.

    Raises:
        Refused: it is not there, cannot be read or is too large.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Refused(Problem.FILE_TOO_LARGE, value=path.name, most="100 MB")
        return path.read_bytes()
    except FileNotFoundError:
        raise Refused(Problem.FILE_MISSING, value=path) from None
    except OSError as error:
        raise Refused(Problem.FILE_UNREADABLE, value=path, why=error.strerror) from None

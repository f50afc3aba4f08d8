"""Whose statement a file is: each venue's own header decides."""

from pathlib import Path
from types import ModuleType

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.encoding import decode, find_encodings
from desktop_app.feeds.files.statements import blockfi, nexo, okx
from desktop_app.feeds.files.statements.statement import Statement

READERS: tuple[ModuleType, ...] = (nexo, okx, blockfi)
LARGEST_FILE = 50 << 20


def interest_words(venue: str) -> tuple[str, ...]:
    """Return what a venue calls interest in its statements."""
    return next((tuple(reader.INTEREST) for reader in READERS if venue == reader.VENUE), ())


def words_of_product(venue: str, fixed_term: bool) -> tuple[str, ...]:
    """Return what a venue calls the interest of term deposits, or of all else, where it tells them apart."""
    words = interest_words(venue)
    fixed = next((tuple(getattr(reader, "TERM_INTEREST", ())) for reader in READERS if venue == reader.VENUE), ())
    if fixed_term:
        return fixed or words
    return tuple(word for word in words if word not in fixed)


def read_statement(path: Path) -> Statement:
    """Return the statement in the file at `path`.

    Raises:
        Refused: it cannot be read, is of no venue that is known, or a row in it is wrong.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Refused(Problem.FILE_TOO_LARGE, value=path.name, most="50 MB")
        raw = path.read_bytes()
    except FileNotFoundError:
        raise Refused(Problem.FILE_MISSING, value=path) from None
    except OSError as error:
        raise Refused(Problem.FILE_UNREADABLE, value=path, why=error.strerror) from None
    found = find_encodings(raw)
    if not found.names:
        raise Refused(Problem.NOT_TEXT, value=path.name)
    return parse_statement(decode(raw, found.names[0]))


def parse_statement(text: str) -> Statement:
    """Return the statement in `text`; see `read_statement`."""
    plain = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    for line in plain.splitlines()[:2]:
        header = [cell.strip() for cell in line.split(",")]
        for reader in READERS:
            if reader.is_mine(header):
                made: Statement = reader.read(plain)
                return made
    raise Refused(Problem.UNKNOWN_STATEMENT, line=1, value=plain.split("\n", 1)[0][:80])

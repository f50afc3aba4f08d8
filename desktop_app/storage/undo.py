"""What a person's changes did to the tables that they fill, as statements that take it back.

Temporary triggers write down the inverse of every insert, update and delete while recording is on (sqlite.org's
technical note "Automatic Undo/Redo Using SQLite"). They live with the connection: the file knows nothing of them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlite_utils import Database

TABLES = (
    "platforms",
    "loans",
    "loan_events",
    "holdings",
    "positions",
    "manual_prices",
    "alert_rules",
    "preset_rules",
    "nft_samples",
    "credit_lines",
    "dependencies",
    "platform_reviews",
    "scenarios",
    "settings",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One recorded change: the tables it touched in order, and the statements that take it back, last first."""

    tables: tuple[str, ...]
    statements: tuple[str, ...]


class UndoLog:
    """Records changes of one connection."""

    def __init__(self, db: Database, tables: Sequence[str] = TABLES) -> None:
        """Make the triggers; a table that the file does not have is passed over."""
        self._db = db
        known = {name for name in tables if db[name].exists()}
        connection = db.conn
        connection.execute("PRAGMA query_only=OFF")
        try:
            connection.execute(
                "CREATE TEMP TABLE IF NOT EXISTS undo_log (seq INTEGER PRIMARY KEY, name TEXT, statement TEXT,"
                " row TEXT, before TEXT, after TEXT) STRICT"
            )
            connection.execute('CREATE TEMP TABLE IF NOT EXISTS undo_on ("on" INTEGER NOT NULL) STRICT')
            for name in (table for table in tables if table in known):
                for statement in _triggers(name, _columns(db, name), _keys(db, name)):
                    connection.execute(statement)
            connection.commit()
        finally:
            connection.execute("PRAGMA query_only=ON")

    @contextmanager
    def recording(self) -> Iterator[list[Change]]:
        """Record what the block changes; the list that is yielded holds the change afterwards, if there was any."""
        found: list[Change] = []
        self._switch(on=True)
        try:
            yield found
        finally:
            self._switch(on=False)
            change = self._taken()
            if change is not None:
                found.append(change)

    def replay(self, db: Database, change: Change) -> None:
        """Run the statements of a change within the caller's transaction; references count at its end."""
        db.conn.execute("PRAGMA defer_foreign_keys=ON")
        for statement in change.statements:
            db.conn.execute(statement)

    def _switch(self, *, on: bool) -> None:
        with self._temporary():
            self._db.conn.execute("DELETE FROM temp.undo_on")
            if on:
                self._db.conn.execute("INSERT INTO temp.undo_on VALUES (1)")

    def _taken(self) -> Change | None:
        select = "SELECT name, statement, row, before, after FROM temp.undo_log ORDER BY seq"
        entries = self._db.conn.execute(select).fetchall()
        if not entries:
            return None
        with self._temporary():
            self._db.conn.execute("DELETE FROM temp.undo_log")
        begun: dict[tuple[str, str], str | None] = {}
        ended: dict[tuple[str, str], str | None] = {}
        for name, _, row, before, after in entries:
            begun.setdefault((name, row), before)
            ended[name, row] = after
        if begun == ended:  # what was taken out was put back as it was
            return None
        return Change(
            tuple(dict.fromkeys(entry[0] for entry in entries)), tuple(entry[1] for entry in reversed(entries))
        )

    @contextmanager
    def _temporary(self) -> Iterator[None]:
        """Let the temporary tables be written; the file itself is not touched."""
        connection = self._db.conn
        within = connection.in_transaction
        if not within:
            connection.execute("PRAGMA query_only=OFF")
        try:
            yield
            if not within and connection.in_transaction:
                connection.commit()
        finally:
            if not within:
                connection.execute("PRAGMA query_only=ON")


def _columns(db: Database, table: str) -> list[str]:
    return [column.name for column in db.table(table).columns]


def _keys(db: Database, table: str) -> list[str]:
    return list(db.table(table).pks)


def _triggers(table: str, columns: Sequence[str], keys: Sequence[str]) -> Iterator[str]:
    """Yield the statements that make the three triggers of a table."""

    def literal(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    def joined(parts: Sequence[str], between: str) -> str:
        return f" || {literal(between)} || ".join(parts)

    def where(row: str) -> str:
        return joined([f"""{literal(f'"{key}"=')} || quote({row}."{key}")""" for key in keys], " AND ")

    def values(row: str) -> str:
        return joined([f'quote({row}."{name}")' for name in columns], ",")

    listed = ",".join(f'"{name}"' for name in columns)
    assigned = joined([f"""{literal(f'"{name}"=')} || quote(old."{name}")""" for name in columns], ",")
    inverse = {
        "INSERT": f"""{literal(f'DELETE FROM "{table}" WHERE ')} || {where("new")}""",
        "DELETE": f"""{literal(f'INSERT INTO "{table}" ({listed}) VALUES (')} || {values("old")} || ')'""",
        "UPDATE": f"""{literal(f'UPDATE "{table}" SET ')} || {assigned} || ' WHERE ' || {where("new")}""",
    }
    row, before, after = where("new"), values("old"), values("new")
    seen = {
        "INSERT": f"{row}, NULL, {after}",
        "DELETE": f"{where('old')}, {before}, NULL",
        "UPDATE": f"{row}, {before}, {after}",
    }
    differs = " OR ".join(f'old."{name}" IS NOT new."{name}"' for name in columns)
    for event, statement in inverse.items():
        only = f" AND ({differs})" if event == "UPDATE" else ""
        yield (
            f'CREATE TEMP TRIGGER IF NOT EXISTS "undo_{table}_{event.lower()}" AFTER {event} ON main."{table}" '
            f"WHEN EXISTS (SELECT 1 FROM temp.undo_on){only} "
            f"BEGIN INSERT INTO undo_log (name, statement, row, before, after)"
            f" VALUES ({literal(table)}, {statement}, {seen[event]}); END"
        )

"""How the file came to have the form that it has: steps that are only ever added to."""

from collections.abc import Callable, Sequence

from sqlite_utils.utils import sqlite3

from desktop_app.storage.connection import APPLICATION_ID, faults
from desktop_app.storage.errors import StoreDamaged, StoreError, from_sqlite

Migration = Callable[[sqlite3.Connection], None]

# A Decimal's text begins with a digit or a minus and a digit: this keeps NaN, infinities and words out.
_NUMBER = "({0} GLOB '[0-9]*' OR {0} GLOB '-[0-9]*')"


def _number(column: str) -> str:
    return f"CHECK ({_NUMBER.format(column)})"


def _number_or_none(column: str) -> str:
    return f"CHECK ({column} = '' OR {_NUMBER.format(column)})"


# Operators only: an older SQLite refuses most functions, json_valid among them, to a schema that is not trusted.
_FIRST = (
    f"""
    CREATE TABLE platforms (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        name TEXT NOT NULL,
        share_limit TEXT {_number("share_limit")},
        note TEXT NOT NULL DEFAULT '',
        row_hash TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE loans (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        name TEXT NOT NULL,
        platform_id TEXT NOT NULL REFERENCES platforms (id),
        preset TEXT NOT NULL DEFAULT '',
        created_ms INTEGER NOT NULL,
        row_hash TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX loans_by_platform ON loans (platform_id)",
    f"""
    CREATE TABLE loan_events (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        loan_id TEXT NOT NULL REFERENCES loans (id) ON DELETE CASCADE,
        seq INTEGER NOT NULL CHECK (seq >= 0),
        at_ms INTEGER NOT NULL,
        zone TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind <> ''),
        asset TEXT,
        amount TEXT {_number("amount")},
        rate TEXT {_number("rate")},
        terms TEXT,
        counter_asset TEXT,
        counter_amount TEXT {_number("counter_amount")},
        note TEXT NOT NULL DEFAULT '',
        row_hash TEXT NOT NULL,
        UNIQUE (loan_id, seq)
    ) STRICT
    """,
    "CREATE INDEX loan_events_in_order ON loan_events (loan_id, at_ms, seq)",
    f"""
    CREATE TABLE holdings (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        platform_id TEXT NOT NULL REFERENCES platforms (id),
        asset TEXT NOT NULL CHECK (asset <> ''),
        amount TEXT NOT NULL {_number("amount")},
        reserve INTEGER NOT NULL CHECK (reserve IN (0, 1)),
        reach_hours TEXT NOT NULL DEFAULT '0' {_number("reach_hours")},
        note TEXT NOT NULL DEFAULT '',
        row_hash TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX holdings_by_platform ON holdings (platform_id)",
    f"""
    CREATE TABLE positions (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        name TEXT NOT NULL,
        platform_id TEXT NOT NULL REFERENCES platforms (id),
        kind TEXT NOT NULL CHECK (kind <> ''),
        asset TEXT NOT NULL CHECK (asset <> ''),
        amount TEXT NOT NULL {_number("amount")},
        opened_ms INTEGER NOT NULL,
        rates TEXT NOT NULL,
        terms TEXT NOT NULL,
        details TEXT NOT NULL DEFAULT '',
        flows TEXT NOT NULL,
        payouts TEXT NOT NULL,
        reserve INTEGER NOT NULL CHECK (reserve IN (0, 1)),
        reach_hours TEXT NOT NULL {_number("reach_hours")},
        closed_ms INTEGER,
        note TEXT NOT NULL DEFAULT '',
        row_hash TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX positions_by_platform ON positions (platform_id)",
    f"""
    CREATE TABLE candles (
        asset TEXT NOT NULL,
        quote TEXT NOT NULL,
        source TEXT NOT NULL,
        period_s INTEGER NOT NULL CHECK (period_s > 0),
        open_ms INTEGER NOT NULL,
        open TEXT NOT NULL {_number("open")},
        high TEXT NOT NULL {_number("high")},
        low TEXT NOT NULL {_number("low")},
        close TEXT NOT NULL {_number("close")},
        PRIMARY KEY (asset, quote, source, period_s, open_ms)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE TABLE quotes (
        asset TEXT NOT NULL,
        quote TEXT NOT NULL,
        source TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        received_ms INTEGER NOT NULL,
        price TEXT NOT NULL {_number("price")},
        state TEXT NOT NULL CHECK (state IN ('accepted', 'quarantined', 'released')),
        reason TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (asset, quote, source, at_ms)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE price_series (
        id INTEGER PRIMARY KEY,
        asset TEXT NOT NULL CHECK (asset <> ''),
        quote TEXT NOT NULL,
        source TEXT NOT NULL,
        period_s INTEGER NOT NULL CHECK (period_s > 0),
        UNIQUE (asset, quote, source, period_s)
    ) STRICT
    """,
    """
    CREATE TABLE price_chunks (
        series_id INTEGER NOT NULL REFERENCES price_series (id) ON DELETE CASCADE,
        first_ms INTEGER NOT NULL,
        last_ms INTEGER NOT NULL CHECK (last_ms >= first_ms),
        points INTEGER NOT NULL CHECK (points > 0),
        width INTEGER NOT NULL CHECK (width IN (1, 4)),
        step_ms INTEGER NOT NULL CHECK (step_ms >= 0),
        runs INTEGER NOT NULL CHECK (runs >= 0),
        data BLOB NOT NULL,
        row_hash TEXT NOT NULL,
        PRIMARY KEY (series_id, first_ms)
    ) STRICT
    """,
    # What is believed of an asset now: its price, where that is from, and a jump that waits for its confirmation.
    f"""
    CREATE TABLE beliefs (
        asset TEXT NOT NULL PRIMARY KEY CHECK (asset <> ''),
        currency TEXT NOT NULL,
        price TEXT {_number("price")},
        at_ms INTEGER,
        source TEXT NOT NULL,
        sources INTEGER NOT NULL CHECK (sources >= 0),
        spread TEXT NOT NULL {_number("spread")},
        waiting TEXT NOT NULL DEFAULT '[]',
        seen TEXT NOT NULL DEFAULT '{{}}'
    ) STRICT
    """,
    f"""
    CREATE TABLE manual_prices (
        asset TEXT NOT NULL PRIMARY KEY CHECK (asset <> ''),
        currency TEXT NOT NULL,
        price TEXT NOT NULL {_number("price")},
        at_ms INTEGER NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        row_hash TEXT NOT NULL
    ) STRICT
    """,
    f"""
    CREATE TABLE rates (
        kind TEXT NOT NULL,
        source TEXT NOT NULL,
        asset TEXT NOT NULL,
        instrument TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        rate TEXT NOT NULL {_number("rate")},
        period_s INTEGER NOT NULL CHECK (period_s > 0),
        PRIMARY KEY (kind, source, instrument, at_ms)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE backfills (
        asset TEXT NOT NULL,
        currency TEXT NOT NULL,
        source TEXT NOT NULL,
        period_s INTEGER NOT NULL CHECK (period_s > 0),
        from_ms INTEGER NOT NULL,
        next_ms INTEGER NOT NULL,
        until_ms INTEGER NOT NULL,
        state TEXT NOT NULL,
        fault TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (asset, currency, source, period_s)
    ) STRICT, WITHOUT ROWID
    """,
    # No reference to the subject: what was told outlives what it was told about.
    f"""
    CREATE TABLE alerts (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        key TEXT NOT NULL UNIQUE,
        rule TEXT NOT NULL,
        rule_id TEXT NOT NULL,
        severity TEXT NOT NULL,
        subject TEXT NOT NULL,
        subject_name TEXT NOT NULL,
        level TEXT NOT NULL,
        level_kind TEXT NOT NULL DEFAULT '',
        threshold TEXT NOT NULL {_number("threshold")},
        value TEXT NOT NULL {_number_or_none("value")},
        price_asset TEXT,
        price TEXT {_number("price")},
        at_ms INTEGER NOT NULL,
        told_ms INTEGER,
        late INTEGER NOT NULL CHECK (late IN (0, 1)),
        state TEXT NOT NULL,
        detail TEXT NOT NULL DEFAULT '{{}}' CHECK (detail GLOB '{{*}}')
    ) STRICT
    """,
    "CREATE INDEX alerts_by_time ON alerts (at_ms)",
    "CREATE INDEX alerts_by_subject ON alerts (subject)",
    f"""
    CREATE TABLE alert_log (
        alert_id TEXT NOT NULL REFERENCES alerts (id),
        at_ms INTEGER NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        value TEXT {_number_or_none("value")}
    ) STRICT
    """,
    "CREATE INDEX alert_log_by_alert ON alert_log (alert_id)",
    f"""
    CREATE TABLE alert_states (
        rule_id TEXT NOT NULL,
        subject TEXT NOT NULL,
        level TEXT NOT NULL,
        state TEXT NOT NULL,
        since_ms INTEGER,
        value TEXT {_number_or_none("value")},
        alert_id TEXT,
        snooze_until_ms INTEGER,
        latched INTEGER NOT NULL CHECK (latched IN (0, 1)),
        worse_than TEXT {_number("worse_than")},
        kept TEXT,
        rung_ms INTEGER,
        rings INTEGER NOT NULL DEFAULT 0 CHECK (rings >= 0),
        PRIMARY KEY (rule_id, subject, level)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE notifications (
        key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
        alert_id TEXT NOT NULL REFERENCES alerts (id),
        channel TEXT NOT NULL,
        ring INTEGER NOT NULL DEFAULT 1 CHECK (ring > 0),
        state TEXT NOT NULL CHECK (state IN ('due', 'done', 'inhibited', 'dropped')),
        attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
        next_ms INTEGER NOT NULL,
        done_ms INTEGER,
        fault TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX notifications_due ON notifications (state, next_ms)",
    "CREATE INDEX notifications_by_alert ON notifications (alert_id)",
    f"""
    CREATE TABLE alert_rules (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        kind TEXT NOT NULL,
        scope TEXT NOT NULL DEFAULT '',
        limit_value TEXT NOT NULL {_number("limit_value")},
        severity TEXT NOT NULL,
        window_s INTEGER NOT NULL CHECK (window_s >= 0),
        hysteresis TEXT NOT NULL {_number("hysteresis")},
        for_s INTEGER NOT NULL CHECK (for_s >= 0),
        repeat_s INTEGER NOT NULL CHECK (repeat_s >= 0),
        quiet TEXT NOT NULL DEFAULT '',
        expires_ms INTEGER,
        once INTEGER NOT NULL CHECK (once IN (0, 1)),
        enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
        row_hash TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE channels (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        name TEXT NOT NULL,
        service TEXT NOT NULL,
        step INTEGER NOT NULL CHECK (step >= 0),
        least TEXT NOT NULL,
        enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
        failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
        fault TEXT NOT NULL DEFAULT '',
        row_hash TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE leases (
        name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
        owner TEXT NOT NULL,
        kind TEXT NOT NULL,
        until_ms INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE preset_rules (
        preset_id TEXT NOT NULL CHECK (preset_id <> ''),
        valid_from TEXT NOT NULL,
        terms TEXT NOT NULL,
        row_hash TEXT NOT NULL,
        PRIMARY KEY (preset_id, valid_from)
    ) STRICT
    """,
    f"""
    CREATE TABLE nft_samples (
        collection TEXT NOT NULL CHECK (collection <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('sale', 'ask', 'bid')),
        at_ms INTEGER NOT NULL,
        token TEXT NOT NULL,
        price TEXT {_number("price")},
        currency TEXT NOT NULL,
        source TEXT NOT NULL,
        PRIMARY KEY (collection, kind, at_ms, token)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE watched_files (
        folder TEXT NOT NULL,
        name TEXT NOT NULL CHECK (name <> ''),
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('imported', 'waiting', 'other')),
        PRIMARY KEY (folder, name)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE settings (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT",
)


def _first(connection: sqlite3.Connection) -> None:
    for statement in _FIRST:
        connection.execute(statement)


_RESERVE_AND_PLATFORMS = (
    "ALTER TABLE platforms ADD COLUMN facts TEXT",
    "ALTER TABLE holdings ADD COLUMN reach TEXT",
    "ALTER TABLE positions ADD COLUMN reach TEXT",
    f"""
    CREATE TABLE credit_lines (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        name TEXT NOT NULL,
        platform_id TEXT NOT NULL REFERENCES platforms (id),
        asset TEXT NOT NULL CHECK (asset <> ''),
        credit_limit TEXT NOT NULL {_number("credit_limit")},
        drawn TEXT NOT NULL {_number("drawn")},
        rate TEXT NOT NULL {_number("rate")},
        reserve INTEGER NOT NULL CHECK (reserve IN (0, 1)),
        reach_hours TEXT NOT NULL {_number("reach_hours")},
        note TEXT NOT NULL DEFAULT '',
        reach TEXT,
        row_hash TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX credit_lines_by_platform ON credit_lines (platform_id)",
    f"""
    CREATE TABLE dependencies (
        platform_id TEXT NOT NULL REFERENCES platforms (id),
        on_id TEXT NOT NULL REFERENCES platforms (id),
        share TEXT NOT NULL {_number("share")},
        source TEXT NOT NULL DEFAULT '',
        row_hash TEXT NOT NULL,
        PRIMARY KEY (platform_id, on_id),
        CHECK (platform_id <> on_id)
    ) STRICT
    """,
    "CREATE INDEX dependencies_on ON dependencies (on_id)",
    """
    CREATE TABLE platform_reviews (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        platform_id TEXT NOT NULL REFERENCES platforms (id),
        day TEXT NOT NULL CHECK (day <> ''),
        changes TEXT NOT NULL CHECK (changes GLOB '[[]*]'),
        source TEXT NOT NULL DEFAULT '',
        row_hash TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX platform_reviews_by_platform ON platform_reviews (platform_id, day)",
)


def _reserve_and_platforms(connection: sqlite3.Connection) -> None:
    for statement in _RESERVE_AND_PLATFORMS:
        connection.execute(statement)


def _scenarios(connection: sqlite3.Connection) -> None:
    """Keep a person's own scenarios."""
    connection.execute(
        """
        CREATE TABLE scenarios (
            id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            happens TEXT NOT NULL,
            row_hash TEXT NOT NULL
        ) STRICT
        """
    )


MIGRATIONS: tuple[Migration, ...] = (_first, _reserve_and_platforms, _scenarios)


def apply(connection: sqlite3.Connection, steps: Sequence[Migration]) -> None:
    """Bring a database to the newest form, each step whole or not at all.

    A step may not commit: `execute` one statement at a time, never `executescript`.

    Args:
        connection: A database that references are not enforced in, outside a transaction.
        steps: Every step ever made, in order; a step's number is the `user_version` that it leads to.

    Raises:
        StoreDamaged: If a step left the database unsound; the step is undone.
        StoreError: If a step failed; it is undone.
        sqlite3.Error: If the file or the disk failed; the step is undone.
    """
    while (number := _version(connection) + 1) <= len(steps):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _version(connection) == number - 1:  # nobody was quicker
                _take(connection, number, steps[number - 1])
            connection.execute("COMMIT")
        except BaseException as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error) and from_sqlite(error, None) is None:
                raise StoreError(
                    f"The upgrade to version {number} failed and was undone ({error}): "
                    "stay with the version of the program that you had, and report this."
                ) from error
            raise


def _take(connection: sqlite3.Connection, number: int, step: Migration) -> None:
    step(connection)
    found = faults(connection)
    if found:
        raise StoreDamaged(f"The upgrade to version {number} was undone, it would have left: {found[0]}.")
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={number}")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)

"""Settings as named JSON texts: load and save."""

from sqlite_utils import Database


def load_settings(db: Database) -> dict[str, str]:
    """Return every stored setting by name, as the JSON text that was saved."""
    return {row["name"]: row["value"] for row in db.query("select name, value from settings")}


def save_setting(db: Database, name: str, value: str) -> None:
    """Keep `value`, a JSON text, under `name`."""
    db.table("settings").upsert({"name": name, "value": value}, pk="name")

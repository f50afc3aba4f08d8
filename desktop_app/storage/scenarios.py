"""A person's own scenarios: load and save."""

import msgspec
from sqlite_utils import Database

from desktop_app.domain.risk.shock import Scenario
from desktop_app.storage.errors import StoreDamaged
from desktop_app.storage.rows import sealed


def save_scenario(db: Database, scenario: Scenario) -> None:
    """Keep a scenario, in place of the one of its identifier."""
    row = {"id": scenario.id, "name": scenario.name, "happens": msgspec.json.encode(scenario).decode()}
    db.table("scenarios").upsert(sealed(row), pk="id")


def delete_scenario(db: Database, scenario_id: str) -> None:
    """Forget a scenario."""
    db.conn.execute("delete from scenarios where id = ?", (scenario_id,))


def load_scenarios(db: Database) -> list[Scenario]:
    """Return every scenario that was kept, by name.

    Raises:
        StoreDamaged: one of them cannot be read.
    """
    rows = db.query("select happens from scenarios order by name, id")
    try:
        return [msgspec.json.decode(row["happens"], type=Scenario) for row in rows]
    except msgspec.MsgspecError as error:
        raise StoreDamaged(f"A scenario cannot be read ({error}): restore the newest backup.") from error

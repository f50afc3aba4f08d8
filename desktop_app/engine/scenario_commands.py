"""What a person does about scenarios of their own."""

from dataclasses import replace
from uuid import uuid4

from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.risk.shock import Scenario, check_scenario
from desktop_app.engine.monitor import Monitor
from desktop_app.storage.scenarios import delete_scenario, save_scenario


def keep_scenario(monitor: Monitor, scenario: Scenario) -> Scenario:
    """Add a scenario or replace the one of its identifier.

    Raises:
        Refused: something about it makes no sense, with the field that is wrong, or another one has its name.
    """
    kept = check_scenario(replace(scenario, id=scenario.id or uuid4().hex[:12], name=scenario.name.strip()))
    if any(one.name == kept.name and one.id != kept.id for one in monitor.scenarios):
        raise Refused(Problem.TWICE, field="name", value=kept.name)
    with monitor.write() as db:
        save_scenario(db, kept)
        monitor.reload()
    return kept


def remove_scenario(monitor: Monitor, scenario_id: str) -> Scenario:
    """Remove a scenario; return it, so that the removal can be undone.

    Raises:
        Refused: there is none of that identifier.
    """
    removed = next((one for one in monitor.scenarios if one.id == scenario_id), None)
    if removed is None:
        raise Refused(Problem.UNKNOWN_SCENARIO, value=scenario_id)
    with monitor.write() as db:
        delete_scenario(db, scenario_id)
        monitor.reload()
    return removed

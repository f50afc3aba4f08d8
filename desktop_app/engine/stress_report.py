"""A stress test and odds as plain JSON for scripts: amounts as exact texts, probabilities as numbers."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from desktop_app.domain.risk.shock import Scenario
from desktop_app.engine.odds import Chance
from desktop_app.engine.odds_inputs import Fit, OddsFound
from desktop_app.engine.scenarios import StressTest
from desktop_app.engine.snapshot import Snapshot
from desktop_app.engine.stress import LoanOutcome, Stressed


def stress_report(
    snapshot: Snapshot, test: StressTest, names: Mapping[str, str], odds: OddsFound | None
) -> dict[str, Any]:
    """Return what was tested and, where `odds` were simulated, found; `names` are the scenarios' by identifier."""
    return {
        "format": "plimsoll-stress",
        "version": 1,
        "at": snapshot.at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "currency": snapshot.currency,
        "reserve_and_hedges_cover_fall": _text(test.cover),
        "complete": test.complete,
        "not_tested": [view.loan.id for view in test.unknown],
        "scenarios": [_scenario(one, names.get(one.scenario.id, "")) for one in (test.today, *test.scenarios)],
        "odds": _odds(odds) if odds is not None else None,
    }


def _scenario(found: Stressed, name: str) -> dict[str, Any]:
    amounts = ("need", "used", "short", "left", "sold", "lost", "hedges", "stuck", "due", "assets", "debt", "net")
    return {
        "id": found.scenario.id,
        "name": name,
        "happens": _happens(found.scenario),
        "margin_calls": found.calls,
        "liquidations": found.sales,
        **{key: _text(getattr(found, key)) for key in amounts},
        "price_impact": _text(found.impact),
        "settled": found.settled,
        "loans": [_loan(one) for one in found.loans],
    }


def _happens(scenario: Scenario) -> dict[str, Any]:
    return {
        "moves": {asset: _text(move) for asset, move in scenario.moves},
        "rest": _text(scenario.rest),
        "spread": scenario.spread.value,
        "hours": _text(scenario.hours),
        "rate": _text(scenario.rate),
        "funding": _text(scenario.funding),
        "levels": _text(scenario.levels),
        "venue": scenario.venue,
        "frozen": list(scenario.frozen),
        "episode": scenario.episode,
        "depth": _text(scenario.depth),
        "fee": _text(scenario.fee),
        "uses_reserve": scenario.uses_reserve,
    }


def _loan(one: LoanOutcome) -> dict[str, Any]:
    amounts = ("worst", "ltv", "need", "paid", "sold", "lost", "collateral", "debt")
    return {
        "id": one.view.loan.id,
        "depth": one.depth.value,
        "reached": [{"level": level.key, "hour": _text(hour)} for level, hour in one.reached],
        **{key: _text(getattr(one, key)) for key in amounts},
        "stuck": one.stuck,
    }


def _odds(found: OddsFound) -> dict[str, Any]:
    helped = found.with_reserve
    return {
        "model": found.ask.kind.value,
        "basis": found.basis.value,
        "days": found.ask.days,
        "days_of_history": found.days_known,
        "seed": found.ask.seed,
        "futures": found.alone.futures,
        "left_out": [view.loan.id for view in found.left_out],
        "any_loan": {
            "margin_call": _chance(found.alone.any_loan[0]),
            "liquidation": _chance(found.alone.any_loan[1]),
            "liquidation_with_reserve": _chance(helped.any_loan[1]) if helped else None,
            "reserve_used_up": helped.spent if helped else None,
        },
        "loans": [
            {
                "id": view.loan.id,
                "margin_call": _chance(found.alone.loans[0][number]),
                "liquidation": _chance(found.alone.loans[1][number]),
                "liquidation_with_reserve": _chance(helped.loans[1][number]) if helped else None,
                "limits": {
                    "chance": found.ask.chance,
                    "margin_call": _fit(found.sizes[number].call),
                    "liquidation": _fit(found.sizes[number].liquidation),
                },
            }
            for number, view in enumerate(found.loans)
        ],
    }


def _chance(one: Chance) -> dict[str, float]:
    return {"probability": one.probability, "error": one.error}


def _fit(one: Fit | None) -> dict[str, str | None] | None:
    return {"debt": _text(one.debt), "extra_collateral": _text(one.extra)} if one is not None else None


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"

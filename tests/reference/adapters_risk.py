"""Golden cases of reserve, stress, concentration and re-pledging."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from adapters import adapts, candles, level_at, loan_at

from desktop_app.domain.loans.cure import cure
from desktop_app.domain.loans.ladder import Depth, Level, LevelKind, make_ladder
from desktop_app.domain.loans.valuation import by_beta, moved
from desktop_app.domain.money import ZERO
from desktop_app.domain.risk.concentration import concentration
from desktop_app.domain.risk.cover import cover
from desktop_app.domain.risk.policy import Deed, Policy, Walk, walk
from desktop_app.domain.risk.rehypothecation import chain

Inputs = dict[str, Any]
Outputs = dict[str, Any]

LADDER = make_ladder((Level("call", LevelKind.MARGIN_CALL, Decimal("0.714")), level_at("0.833")))
STATES = {Depth.SAFE: "none", Depth.MARGIN_CALL: "margin call", Depth.LIQUIDATION: "liquidation"}
DEEDS = {Deed.REPAID: ("reserve repays", "amount"), Deed.SOLD: ("partial liquidation", "collateral_sold_value")}
LEVELS = ("0.714", "0.741", "0.769", "0.833")
YEAR = Decimal(365)


@adapts("rehypothecation.chain")
def rehypothecation_chain(inputs: Inputs, data: Path) -> Outputs:
    found = chain(Decimal(inputs["collateral"]), Decimal(inputs["reuse_share"]), int(inputs["layers"]))
    return {"claims_total": found.claims, "implied_leverage": found.leverage, "limit_leverage": found.limit}


@adapts("risk.concentration")
def risk_concentration(inputs: Inputs, data: Path) -> Outputs:
    found = concentration((one[inputs["key"]], Decimal(one["value"])) for one in inputs["positions"])
    assert found is not None
    return {
        "weights": found.shares,
        "hhi": found.hhi,
        "effective_n": found.effective,
        "hhi_normalised": found.normalised,
        "largest": found.largest[1],
    }


@adapts("risk.reserve_coverage")
def risk_reserve_coverage(inputs: Inputs, data: Path) -> Outputs:
    names = ("collateral_value", "debt_value", "reserve", "limit", "haircut")
    found = cover(*(Decimal(inputs[name]) for name in names))
    return {
        "drop_without_reserve": found.alone,
        "drop_reserve_repays_debt": found.repaying,
        "drop_reserve_as_stable_collateral": found.steady,
        "drop_reserve_in_same_crypto": found.alike,
        "debt_to_limit_ratio": found.used,
    }


@adapts("risk.stress_grid")
def risk_stress_grid(inputs: Inputs, data: Path) -> Outputs:
    legs = inputs["collateral"]
    loan = loan_at(
        [(leg["asset"], leg["qty"]) for leg in legs],
        [("DEBT", inputs["debt_value"], "0")],
        {**{leg["asset"]: leg["price"] for leg in legs}, "DEBT": "1"},
    )
    betas = {leg["asset"]: Decimal(leg["beta"]) for leg in legs}
    found: Outputs = {}
    for shock in inputs["base_shocks"]:
        after = moved(loan, by_beta(Decimal(shock), betas), frozenset({"DEBT"}))
        found[shock] = {
            "collateral_value": after.collateral_value,
            "ltv": after.ltv,
            "repay_to_60pct": cure(after.debt_value, after.counted_value, Decimal("0.6")).repay_value,
            "state": STATES[LADDER.depth(after.ltv)],
        }
    return found


@adapts("replay.reserve_policy")
def replay_reserve_policy(inputs: Inputs, data: Path) -> Outputs:
    legs = {leg["file"]: Decimal(leg["qty"]) for leg in inputs["collateral"]}
    opened = date.fromisoformat(inputs["open_date"])
    last = opened + timedelta(days=int(inputs["horizon_days"]))
    closes = {
        name: {candle.opened.date(): candle.close for candle in candles(data / name, f"LEG {index}")}
        for index, name in enumerate(legs)
    }
    days = list(_days(closes, opened, last))
    worth = sum((quantity * days[0][1][name] for name, quantity in legs.items()), ZERO)
    loan = worth * Decimal(inputs["initial_ltv"])
    reserve = loan * Decimal(inputs["reserve_share_of_loan"])
    policy = Policy(*(Decimal(inputs[name]) for name in ("trigger", "target", "liq_level", "liq_target", "liq_fee")))
    levels = {name: Decimal(name) for name in LEVELS}
    daily = Decimal(inputs["apr"]) / YEAR
    ended = walk(Walk(dict(legs), loan, reserve, opened), days[1:], daily, policy, tuple(levels.values()), last)
    return {
        "loan": loan,
        "reserve_start": reserve,
        "first_cross_before_action": {
            name: dict(zip(("date", "ltv"), ended.reached[level], strict=True)) if level in ended.reached else None
            for name, level in levels.items()
        },
        "events": [
            {
                "date": act.day,
                "event": DEEDS[act.deed][0],
                DEEDS[act.deed][1]: act.amount,
                "fee": act.fee,
                "ltv_before": act.before,
                "ltv_after": act.after,
                "reserve_left": act.reserve_left,
            }
            for act in ended.acts
        ],
        "status": "closed" if ended.over else "open",
        "end": {
            "date": ended.day,
            "debt": ended.debt,
            "reserve": ended.reserve,
            "collateral_qty": ended.quantities,
            "collateral_value": ended.value,
            "net_equity_incl_reserve": ended.net,
        },
    }


def _days(
    closes: Mapping[str, Mapping[date, Decimal]], first: date, last: date
) -> Iterator[tuple[date, dict[str, Decimal]]]:
    for day in sorted(set.intersection(*(set(one) for one in closes.values()))):
        if first <= day <= last:
            yield day, {name: one[day] for name, one in closes.items()}

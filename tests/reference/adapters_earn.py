"""Adapters of the kinds about products that earn, and about returns. No arithmetic in here either."""

import csv
import math
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
from adapters import Inputs, Outputs, adapts

from desktop_app.domain.earn import pool, staking, structured, term
from desktop_app.domain.earn.perpetual import Side, funding_of, settlements_of, slot_of
from desktop_app.engine import returns
from desktop_app.feeds.files.prices import read_prices

SLOT_S = 8 * 3600
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@adapts("earn.impermanent_loss")
def earn_impermanent_loss(inputs: Inputs, data: Path) -> Outputs:
    return {ratio: pool.impermanent_loss(Decimal(ratio)) for ratio in inputs["ratios"]}


@adapts("earn.pool_position")
def earn_pool_position(inputs: Inputs, data: Path) -> Outputs:
    units, entry, price = (Decimal(inputs[name]) for name in ("qty_a", "price_a0", "price_a1"))
    found = pool.value_pool(pool.PoolShare(units, entry, Decimal(inputs["fees_quote"])), price)
    return {
        "value_hold": found.held,
        "value_pool": found.pooled,
        "impermanent_loss_fraction": found.loss_share,
        "impermanent_loss_quote": found.loss,
        "net_vs_hold_after_fees": found.net,
        "fees_break_even": found.break_even,
    }


@adapts("earn.dual_investment")
def earn_dual_investment(inputs: Inputs, data: Path) -> Outputs:
    figures = (Decimal(inputs[name]) for name in ("amount", "strike", "yield_term"))
    dual = structured.Dual(structured.DualKind(inputs["kind"]), *figures)
    settled = {price: structured.settle_dual(dual, Decimal(price)) for price in inputs["settle_prices"]}
    return {
        "by_settle_price": {
            price: {
                "exercised": one.exercised,
                "paid_coin": one.coin,
                "paid_quote": one.quote,
                "value_quote": one.value,
            }
            for price, one in settled.items()
        }
    }


@adapts("earn.shark_fin")
def earn_shark_fin(inputs: Inputs, data: Path) -> Outputs:
    base, most, knocked_out = (Decimal(inputs[name]) for name in ("apr_base", "apr_max", "apr_knockout"))
    fins = {
        name: structured.SharkFin(
            Decimal(inputs["principal"]),
            inputs["days"],
            Decimal(inputs["low"]),
            Decimal(inputs["high"]),
            base,
            base,
            most,
            knocked_out,
            bullish=inputs.get("bullish", True),
            knock=knock,
        )
        for name, knock in (("european", structured.Knock.ON_CLOSE), ("continuous", structured.Knock.ON_TOUCH))
    }
    return {"paths": [_shark_path(fins, [Decimal(price) for price in path]) for path in inputs["paths"]]}


def _shark_path(fins: dict[str, structured.SharkFin], path: Sequence[Decimal]) -> Outputs:
    paid = {name: structured.settle_shark(fin, path) for name, fin in fins.items()}
    told = {
        name: {"knocked_out": one.knocked_out, "apr": one.rate, "interest": one.interest, "payout": one.payout}
        for name, one in paid.items()
    }
    return {"path_max": max(path), "settle": path[-1], **told}


@adapts("earn.staking")
def earn_staking(inputs: Inputs, data: Path) -> Outputs:
    amount, rate, commission = (Decimal(inputs[name]) for name in ("amount", "apr", "commission"))
    events = inputs["events"]
    found = staking.stake_for(
        staking.Stake(amount, rate, commission, inputs["compound"]),
        inputs["days"],
        {day: Decimal(share) for day, kind, share in events if kind == "slash"},
        {day: int(days) for day, kind, days in events if kind == "offline"},
    )
    return {
        "rewards": found.rewards,
        "slashed": found.slashed,
        "stake_end": found.stake,
        "total_end": found.total,
        "net_gain": found.gain(amount),
        "reward_days": found.reward_days,
    }


@adapts("earn.early_redemption")
def earn_early_redemption(inputs: Inputs, data: Path) -> Outputs:
    principal, rate = Decimal(inputs["principal"]), Decimal(inputs["apr"])
    held = inputs["held_days"]
    deposits = {
        name: term.TermDeposit(
            principal,
            rate,
            inputs["term_days"],
            rule,
            Decimal(inputs["forfeit_share"]),
            Decimal(inputs["demand_apr"]),
            Decimal(inputs["fee_rate"]),
        )
        for name, rule in (
            ("rule_all_interest_lost", term.EarlyExit.ALL_INTEREST_LOST),
            ("rule_demand_rate", term.EarlyExit.FLEXIBLE_RATE),
            ("rule_share_of_interest_lost", term.EarlyExit.PART_OF_INTEREST_LOST),
            ("rule_fee_on_principal", term.EarlyExit.FEE),
        )
    }
    any_of_them = next(iter(deposits.values()))
    paid = {name: term.redeemed_early(deposit, held) for name, deposit in deposits.items()}
    return {
        "interest_full_term": term.interest(any_of_them, inputs["term_days"]),
        "accrued_when_redeemed": term.interest(any_of_them, held),
        **paid,
        "worse_than_principal": any(one is not None and one < principal for one in paid.values()),
    }


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _at(milliseconds: str) -> datetime:
    return EPOCH + timedelta(milliseconds=int(milliseconds))


@adapts("earn.funding")
def earn_funding(inputs: Inputs, data: Path) -> Outputs:
    start, end = (datetime.fromisoformat(inputs[name]).replace(tzinfo=UTC) for name in ("start_utc", "end_utc"))
    rates = [(_at(row["time_ms"]), Decimal(row["funding_rate"])) for row in _rows(data / inputs["rate_file"])]
    marks = {_at(row["time_ms"]): Decimal(row["open"]) for row in _rows(data / inputs["mark_file"])}
    within = [(at, rate) for at, rate in rates if start <= slot_of(at, SLOT_S) < end]
    settled, missing = settlements_of(within, marks, SLOT_S)
    found = funding_of(Side(inputs["side"]), Decimal(inputs["qty"]), settled)
    return {
        "payments": found.payments,
        "missing": missing,
        "total_received_quote": found.received,
        "worst_single": found.worst,
        "sum_of_rates": found.rates,
        "annualised_rate_simple": found.yearly(Decimal((end - start).days)),
    }


@adapts("returns.xirr")
def returns_xirr(inputs: Inputs, data: Path) -> Outputs:
    flows = [(date.fromisoformat(day), float(amount)) for day, amount in inputs["flows"]]
    found = returns.xirr(flows)
    return {
        "xirr": None if found is None else found.rate,
        "ln_1_plus_xirr": None if found is None else found.log_rate,
        "net_cash": sum(Decimal(amount) for _, amount in inputs["flows"]),
        "npv_at_10pct": returns.net_present_value(flows, 0.1),
    }


def _closes(data: Path, name: str, start: str, end: str) -> dict[date, float]:
    candles = read_prices(data / name).candles
    days = {candle.opened.date(): float(candle.close) for candle in candles}
    return {day: close for day, close in days.items() if date.fromisoformat(start) <= day <= date.fromisoformat(end)}


def _portfolio(inputs: Inputs, data: Path) -> tuple[list[date], np.ndarray]:
    parts = [(_closes(data, name, inputs["start"], inputs["end"]), float(weight)) for name, weight in inputs["weights"]]
    days = sorted(set.intersection(*(set(closes) for closes, _ in parts)))
    columns = np.array([[closes[day] for day in days] for closes, _ in parts])
    return days, returns.buy_and_hold(columns, np.array([weight for _, weight in parts]))


@adapts("returns.drawdown")
def returns_drawdown(inputs: Inputs, data: Path) -> Outputs:
    days, values = _portfolio(inputs, data)
    found = returns.drawdown(values)
    return {
        "points": len(days),
        "max_drawdown": found.deepest,
        "peak_date": days[found.peak],
        "trough_date": days[found.trough],
        "recovered_date": None if found.recovered is None else days[found.recovered],
        "total_return": found.total_return,
        "current_drawdown": found.current,
    }


@adapts("returns.var_cvar")
def returns_var_cvar(inputs: Inputs, data: Path) -> Outputs:
    days, values = _portfolio(inputs, data)
    told: Outputs = {"closes": len(days)}
    for horizon in (1, 10):
        for confidence in ("0.95", "0.99"):
            risk = returns.tail_risk(values, horizon, float(confidence))
            told[f"h{horizon}_{confidence}"] = {
                "n_returns": risk.returns,
                "var_linear": risk.at_risk,
                "var_higher": risk.higher,
                "cvar": risk.shortfall,
                "tail_count": risk.tail,
                "cvar_tail": risk.tail_mean,
                "sqrt10_of_h1_var": math.sqrt(10) * returns.tail_risk(values, 1, float(confidence)).at_risk,
            }
    daily, yearly = returns.volatility(values)
    worst, at = returns.worst_move(values)
    return {**told, "vol_daily_log_sample": daily, "vol_annual_sqrt365": yearly, "worst_day": [worst, days[at]]}


@adapts("returns.correlation")
def returns_correlation(inputs: Inputs, data: Path) -> Outputs:
    both = [_closes(data, inputs[name], inputs["start"], inputs["end"]) for name in ("file_a", "file_b")]
    days = sorted(set(both[0]) & set(both[1]))
    one, other = (np.array([closes[day] for day in days]) for closes in both)
    pearson, beta = returns.correlation(one, other)
    return {"n": len(days) - 1, "pearson_log_returns": pearson, "beta_b_on_a": beta}

"""One adapter a kind of golden case: names in, the program's functions, names out. No arithmetic in here.

An adapter takes the inputs of a case and the folder of data files. It may return more outputs than a case has.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.domain.earn.accrual import accrue, post, postings
from desktop_app.domain.earn.convention import Convention, DayCount, DebtBalance
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.ledger import replay
from desktop_app.domain.loans.cure import cure
from desktop_app.domain.loans.ladder import Level, LevelKind, from_collateral_ratio, make_ladder
from desktop_app.domain.loans.terms import LtvFormula, Terms
from desktop_app.domain.loans.valuation import (
    Valuation,
    blended_threshold,
    headroom,
    health_factor,
    level_price,
    ltv,
    margin_buffer,
    value_loan,
)
from desktop_app.domain.money import ONE, percentage, truncate
from desktop_app.domain.portfolio import moment
from desktop_app.domain.prices.book import plain_book
from desktop_app.domain.prices.quote import Candle
from desktop_app.engine.replay import Point, replay_daily
from desktop_app.feeds.files.prices import read_prices

Inputs = Mapping[str, Any]
Outputs = dict[str, Any]
Adapter = Callable[[Inputs, Path], Outputs]

# The conventions of the cases: Nexo's levels as printed, and the collateral ratios that they are rounded from.
COLLATERAL_RATIOS = {"0.714": "1.40", "0.741": "1.35", "0.769": "1.30", "0.833": "1.20"}
OPENED = datetime(2000, 1, 1, tzinfo=UTC)
COMPOUND = Convention(compounding=True)
SIMPLE = Convention(compounding=False)
ADAPTERS: dict[str, Adapter] = {}


def adapts(kind: str) -> Callable[[Adapter], Adapter]:
    """Register the adapter of `kind`."""

    def register(adapter: Adapter) -> Adapter:
        ADAPTERS[kind] = adapter
        return adapter

    return register


def level_at(value: str | Decimal) -> Level:
    """Return a level that counts as reached at `value`."""
    return Level(str(value), LevelKind.LIQUIDATION, Decimal(value))


def levels_of(inputs: Inputs) -> Sequence[str]:
    """Return the levels that a case names, else those of the conventions."""
    return tuple(inputs.get("levels", COLLATERAL_RATIOS))


def exact_levels(names: Sequence[str]) -> dict[str, Decimal]:
    """Return the exact level of each of `names` that the conventions know a collateral ratio of."""
    known = [name for name in names if name in COLLATERAL_RATIOS]
    return {name: from_collateral_ratio(Decimal(COLLATERAL_RATIOS[name])) for name in known}


def loan_at(
    collateral: Sequence[tuple[str, str]],
    debts: Sequence[tuple[str, str, str]],
    prices: Mapping[str, str],
    thresholds: Mapping[str, Decimal] | None = None,
) -> Valuation:
    """Return the valuation of (asset, quantity) against (asset, principal, accrued), weighted by `thresholds`."""
    formula = LtvFormula.HEALTH_FACTOR if thresholds else LtvFormula.GROSS
    terms = Terms(make_ladder((level_at(ONE),)), formula, weights=thresholds or {})
    facts = [(EventKind.ADD_COLLATERAL, asset, quantity) for asset, quantity in collateral]
    facts += [(EventKind.DRAW, asset, principal) for asset, principal, _ in debts]
    facts += [(EventKind.FEE, asset, accrued) for asset, _, accrued in debts]
    events = [
        Event(str(index), OPENED, kind, asset, Decimal(amount))
        for index, (kind, asset, amount) in enumerate(facts)
        if Decimal(amount)
    ]
    balances = replay([Event("open", OPENED, EventKind.OPEN, terms=terms), *events], OPENED)
    return value_loan(balances, plain_book({asset: Decimal(price) for asset, price in prices.items()}))


@adapts("loan.ltv")
def loan_ltv(inputs: Inputs, data: Path) -> Outputs:
    found = ltv(Decimal(inputs["loan"]), Decimal(inputs["collateral"]))
    reached = {f"at_or_over_{name}": level_at(name).reached(found) for name in levels_of(inputs)}
    return {"ltv": found, "ltv_pct_r2": None if found is None else percentage(found, 2), **reached}


@adapts("loan.valuation")
def loan_valuation(inputs: Inputs, data: Path) -> Outputs:
    collateral, debts = inputs["collateral"], inputs["debts"]
    pledged = [(leg["asset"], leg["qty"]) for leg in collateral]
    owed = [(leg["asset"], leg["principal"], leg.get("accrued", "0")) for leg in debts]
    prices = {leg["asset"]: leg["price"] for leg in (*collateral, *debts)}
    thresholds = {leg["asset"]: Decimal(leg["liq"]) for leg in collateral}
    level = level_at(inputs["threshold"])
    gross = loan_at(pledged, owed, prices)
    weighted = loan_at(pledged, owed, prices, thresholds)
    return {
        "collateral_value": gross.collateral_value,
        "debt_value": gross.debt_value,
        "ltv": gross.ltv,
        "margin_buffer_value": margin_buffer(gross, level),
        "drop_all_collateral_to_threshold": headroom(gross, level),
        "weighted_liq_threshold": blended_threshold(gross, thresholds),
        "health_factor": health_factor(gross, thresholds),
        "drop_all_collateral_to_health_1": headroom(weighted, level_at(ONE)),
        "liquidation_price_single_asset": {asset: level_price(gross, level, asset).price for asset, _ in pledged},
    }


@adapts("loan.level_prices")
def loan_level_prices(inputs: Inputs, data: Path) -> Outputs:
    loan = loan_at([("COIN", inputs["qty"])], [("USD", inputs["debt"], "0")], {"COIN": "1", "USD": "1"})
    names = levels_of(inputs)
    exact = exact_levels(names)
    return {
        "price_at_published": {name: level_price(loan, level_at(name), "COIN").price for name in names},
        "price_at_exact_ratio": {name: level_price(loan, level_at(exact[name]), "COIN").price for name in exact},
    }


@adapts("loan.mixed_legs")
def loan_mixed_legs(inputs: Inputs, data: Path) -> Outputs:
    pledged = [("STABLE", inputs["stable_collateral"]), ("COIN", inputs["coin_collateral"])]
    owed = [("STABLE", inputs["stable_debt"], "0"), ("COIN", inputs["coin_debt"], "0")]
    loan = loan_at(pledged, owed, {"STABLE": "1", "COIN": inputs["price"]})
    found = level_price(loan, level_at(inputs["threshold"]), "COIN")
    direction = "falls" if found.falling else "rises"
    return {
        "ltv": loan.ltv,
        "liquidation_price": found.price,
        "liquidated_when_price": None if found.price is None else direction,
    }


@adapts("loan.cure")
def loan_cure(inputs: Inputs, data: Path) -> Outputs:
    debt, collateral = Decimal(inputs["debt_value"]), Decimal(inputs["collateral_value"])
    found = cure(debt, collateral, Decimal(inputs["target"]))
    return {
        "ltv": ltv(debt, collateral),
        "top_up_collateral_value": found.top_up_value,
        "repay_debt_value": found.repay_value,
        "ratio_top_up_to_repay": found.top_up_per_repaid,
    }


@adapts("loan.collateral_ratio")
def loan_collateral_ratio(inputs: Inputs, data: Path) -> Outputs:
    loan = loan_at([("COIN", inputs["ratio"])], [("USD", "1", "0")], {"COIN": "1", "USD": "1"})
    return {
        "ltv": from_collateral_ratio(Decimal(inputs["ratio"])),
        "drop_until_debt_uncovered": headroom(loan, level_at(ONE)),
    }


@adapts("interest.periods")
def interest_periods(inputs: Inputs, data: Path) -> Outputs:
    owed, rate, count = (
        DebtBalance(Decimal(inputs["principal"])),
        Decimal(inputs["rate_per_period"]),
        inputs["periods"],
    )
    return {
        "interest_simple": post(owed, SIMPLE, rate, int(count)).accrued,
        "interest_compound": post(owed, COMPOUND, rate, int(count)).accrued,
    }


@adapts("interest.apr_apy")
def interest_apr_apy(inputs: Inputs, data: Path) -> Outputs:
    rate, count = Decimal(inputs["rate_per_period"]), int(inputs["periods_per_year"])
    return {
        "apr_simple": post(DebtBalance(ONE), SIMPLE, rate, count).accrued,
        "apy": post(DebtBalance(ONE), COMPOUND, rate, count).accrued,
    }


@adapts("interest.day_income")
def interest_day_income(inputs: Inputs, data: Path) -> Outputs:
    income = post(DebtBalance(Decimal(inputs["amount"])), SIMPLE, Decimal(inputs["day_rate"]), 1).accrued
    return {"income_day": income, "income_day_r8d": truncate(income, 8)}


@adapts("interest.day_to_month")
def interest_day_to_month(inputs: Inputs, data: Path) -> Outputs:
    rate, days = Decimal(inputs["daily"]), int(inputs["days"])
    return {
        "month_rate_simple": post(DebtBalance(ONE), SIMPLE, rate, days).accrued,
        "month_rate_compound": post(DebtBalance(ONE), COMPOUND, rate, days).accrued,
        "year_apr_simple_365": post(DebtBalance(ONE), SIMPLE, rate, 365).accrued,
        "year_apy_daily": post(DebtBalance(ONE), COMPOUND, rate, 365).accrued,
    }


@adapts("interest.day_counts")
def interest_day_counts(inputs: Inputs, data: Path) -> Outputs:
    start, end = moment(inputs["start"], "UTC"), moment(inputs["end"], "UTC")
    owed, annual = DebtBalance(Decimal(inputs["principal"])), Decimal(inputs["annual"])

    def interest(day_count: DayCount, compounding: bool) -> Decimal:
        convention = Convention(compounding=compounding, day_count=day_count)
        return accrue(owed, convention, annual, start, end).accrued

    return {
        "days": postings(SIMPLE, start, start, end),
        "simple_act365f": interest(DayCount.ACT_365, compounding=False),
        "simple_act360": interest(DayCount.ACT_360, compounding=False),
        "compound_daily_act365f": interest(DayCount.ACT_365, compounding=True),
        "simple_actact_isda": interest(DayCount.ACT_ACT, compounding=False),
    }


@cache
def candles(path: Path, leg: str) -> tuple[Candle, ...]:
    """Return the candles of a price file under the name of a leg: two legs may share a file or an asset."""
    return read_prices(path, leg, "USD").candles


@adapts("replay.daily")
def replay_daily_loan(inputs: Inputs, data: Path) -> Outputs:
    legs = {f"LEG {index}": leg for index, leg in enumerate(inputs["collateral"])}
    names = levels_of(inputs)
    published = {name: Decimal(name) for name in names}
    exact = exact_levels(names)
    past = replay_daily(
        {name: candles(data / leg["file"], name) for name, leg in legs.items()},
        {name: Decimal(leg["qty"]) for name, leg in legs.items()},
        date.fromisoformat(inputs["open_date"]),
        Decimal(inputs["initial_ltv"]),
        Decimal(inputs["apr"]),
        SIMPLE if inputs["compounding"] == "simple" else COMPOUND,
        int(inputs["horizon_days"]),
        (*published.values(), *exact.values()),
    )

    def by_close(point: Point | None) -> Outputs | None:
        if point is None:
            return None
        return {
            "date": point.opened.date(),
            "day": past.day(point),
            "ltv": point.ltv,
            "collateral_value": point.collateral_value,
            "debt": point.debt_value,
        }

    def by_low(point: Point | None) -> Outputs | None:
        return None if point is None else {"date": point.opened.date(), "ltv_at_low": point.ltv_low}

    def day_of(point: Point | None) -> date | None:
        return None if point is None else point.opened.date()

    return {
        "collateral_value_open": past.collateral_value,
        "loan": past.loan,
        "first_cross_by_close": {name: by_close(past.by_close.get(level)) for name, level in published.items()},
        "first_cross_by_close_exact_ratios": {name: day_of(past.by_close.get(level)) for name, level in exact.items()},
        "first_cross_by_daily_low": {name: by_low(past.by_low.get(level)) for name, level in published.items()},
        "max_ltv_by_close": {"ltv": past.deepest.ltv, "date": day_of(past.deepest)},
        "days_valued": past.days_valued,
        "last": {"date": day_of(past.last), "ltv": past.last.ltv, "debt": past.last.debt_value},
    }

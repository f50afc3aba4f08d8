"""Adapters of the kinds about interest, liquidation, NFTs and hourly replay. No arithmetic in here either."""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

from adapters import Inputs, Outputs, adapts, candles, levels_of, loan_at

from desktop_app.domain.earn.book import day_book, interest_in
from desktop_app.domain.earn.convention import Convention, DebtBalance, Period
from desktop_app.domain.earn.interest import (
    all_in_cost,
    annuity,
    apy_of,
    compound_interest,
    first_period_at,
    interest_of,
    periods_to_reach,
    rate_from_apr,
    rate_from_apy,
    simple_interest,
)
from desktop_app.domain.loans.liquidation import Infeasible, Sale, partial_sale, penalty_sale
from desktop_app.domain.loans.nft import nft_terms
from desktop_app.domain.loans.valuation import debt_at, debt_change, ltv
from desktop_app.domain.money import ONE, ZERO, round_half_up
from desktop_app.domain.prices.nft import Reason, Sample, robust
from desktop_app.engine.replay import Point, replay_hourly
from desktop_app.feeds.files.nft_sales import read_sales

# Data files of a kind that its inputs do not name.
FILES = {"prices.nft_day": ("nft/cryptopunks_sales.csv",)}
REASONS = {Infeasible.TARGET_TOO_HIGH: "target >= 1 - fee: selling never lowers LTV"}


@adapts("interest.annual_to_daily")
def interest_annual_to_daily(inputs: Inputs, data: Path) -> Outputs:
    annual, amount = Decimal(inputs["annual"]), Decimal(inputs["amount"])
    as_apr, as_apy = rate_from_apr(annual, 365), rate_from_apy(annual, 365)
    return {
        "daily_rate_if_APR": as_apr,
        "income_per_day_if_APR": simple_interest(amount, as_apr, ONE),
        "daily_rate_if_APY": as_apy,
        "income_per_day_if_APY": simple_interest(amount, as_apy, ONE),
        "year_income_if_APR_not_reinvested": simple_interest(amount, annual, ONE),
        "effective_yield_if_APR_reinvested_daily": apy_of(as_apr, 365),
    }


@adapts("interest.all_in_cost")
def interest_all_in_cost(inputs: Inputs, data: Path) -> Outputs:
    principal, days = Decimal(inputs["principal"]), int(inputs["days"])
    interest = simple_interest(principal, Decimal(inputs["daily"]), Decimal(days))
    found = all_in_cost(principal, interest, Decimal(inputs["fee_rate_upfront"]), days)
    return {
        "fee": found.fee,
        "net_received": found.received,
        "repaid": found.repaid,
        "total_cost": found.cost,
        "apr_simple_on_net_365": found.apr,
        "effective_annual_cost": found.effective,
    }


@adapts("interest.term_years")
def interest_term_years(inputs: Inputs, data: Path) -> Outputs:
    principal, annual = Decimal(inputs["principal"]), Decimal(inputs["annual"])
    return {"interest": simple_interest(principal, annual, Decimal(inputs["years"]))}


@adapts("interest.term_days")
def interest_term_days(inputs: Inputs, data: Path) -> Outputs:
    principal, annual, days = Decimal(inputs["principal"]), Decimal(inputs["annual"]), Decimal(inputs["days"])
    interest = simple_interest(principal, rate_from_apr(annual, 365), days)
    return {
        "interest_act365": interest,
        "interest_act360": simple_interest(principal, rate_from_apr(annual, 360), days),
        "interest_act365_r2": round_half_up(interest, 2),
        "maturity_value": DebtBalance(principal, interest).total,
    }


@adapts("interest.annuity")
def interest_annuity(inputs: Inputs, data: Path) -> Outputs:
    found = annuity(Decimal(inputs["principal"]), Decimal(inputs["annual"]), int(inputs["months"]))
    first_half = found[: len(found) // 2]
    return {
        "monthly_payment": found[0].payment,
        "total_interest": interest_of(found),
        "first_month_interest": found[0].interest,
        "balance_after_half": first_half[-1].balance,
    }


@adapts("interest.ledger")
def interest_ledger(inputs: Inputs, data: Path) -> Outputs:
    def book(places: int | None) -> list:
        convention = Convention(compounding=inputs["compounding"] == "daily", places=places)
        return day_book(
            Decimal(inputs["opening"]),
            date.fromisoformat(inputs["start"]),
            date.fromisoformat(inputs["end"]),
            convention,
            [(date.fromisoformat(day), Decimal(rate)) for day, rate in inputs["rates"]],
            [(date.fromisoformat(day), Decimal(amount)) for day, amount in inputs["flows"]],
        )

    exact, rounded = book(None), book(8)
    return {
        "days": len(exact),
        "interest_first_day": exact[0].interest,
        "interest_last_day": exact[-1].interest,
        "interest_total": interest_in(exact),
        "closing_balance": exact[-1].balance,
        "interest_total_r8d_each_day": interest_in(rounded),
        "closing_balance_r8d_each_day": rounded[-1].balance,
    }


@adapts("loan.credit_line")
def loan_credit_line(inputs: Inputs, data: Path) -> Outputs:
    pledged = loan_at([("COIN", inputs["collateral_qty"])], [], {"COIN": inputs["price"]})
    loan = debt_at(pledged.collateral_value, Decimal(inputs["ltv"]))
    rate, days = rate_from_apr(Decimal(inputs["apr"]), 365), int(inputs["days"])
    compound = compound_interest(loan, rate, days)
    return {
        "loan": loan,
        "interest_simple": simple_interest(loan, rate, Decimal(days)),
        "interest_compound_daily": compound,
        "ltv_after_compound_same_price": ltv(DebtBalance(loan, compound).total, pledged.collateral_value),
    }


@adapts("loan.interest_to_level")
def loan_interest_to_level(inputs: Inputs, data: Path) -> Outputs:
    now = ltv(Decimal(inputs["debt_value"]), Decimal(inputs["collateral_value"]))
    level, rate = Decimal(inputs["level"]), rate_from_apr(Decimal(inputs["apr"]), 365)
    compound = periods_to_reach(now, level, rate, compounding=True)
    simple = periods_to_reach(now, level, rate, compounding=False)
    return {
        "days_exact_compound": compound,
        "first_day_at_or_over_compound": None if compound is None else first_period_at(compound),
        "days_exact_simple": simple,
        "first_day_at_or_over_simple": None if simple is None else first_period_at(simple),
    }


@adapts("loan.depeg")
def loan_depeg(inputs: Inputs, data: Path) -> Outputs:
    pledged, owed = [("USD", inputs["collateral_value"])], [("STABLE", inputs["debt_units"], "0")]
    par = loan_at(pledged, owed, {"USD": "1", "STABLE": "1"})
    off = loan_at(pledged, owed, {"USD": "1", "STABLE": inputs["peg_price"]})
    return {"ltv_at_par": par.ltv, "ltv_at_price": off.ltv, "debt_value_change": debt_change(par, off)}


@adapts("loan.partial_liquidation")
def loan_partial_liquidation(inputs: Inputs, data: Path) -> Outputs:
    collateral, debt, target = (Decimal(inputs[name]) for name in ("collateral_value", "debt_value", "target"))
    by_fee = partial_sale(collateral, debt, target, Decimal(inputs["fee"]))
    by_bonus = penalty_sale(collateral, debt, target, Decimal(inputs["bonus"]))
    fee_form = {
        "feasible": by_fee.feasible,
        "collateral_sold_value": by_fee.sold,
        "debt_repaid": by_fee.repaid,
        "fee_paid": by_fee.lost,
        "collateral_left": by_fee.collateral_left,
        "debt_left": by_fee.debt_left,
        "ltv_after": by_fee.ltv,
        "equity_before": Sale(ZERO, ZERO, ZERO, collateral, debt).equity,
        "equity_after": by_fee.equity,
    }
    if not by_fee.feasible:
        fee_form = {
            "feasible": False,
            "reason": REASONS.get(by_fee.infeasible),
            "full_liquidation_pays": by_fee.repaid,
            "shortfall": by_fee.shortfall,
            "collateral_left_after_debt_paid": by_fee.collateral_left,
        }
    bonus_form = {
        "feasible": by_bonus.feasible,
        "debt_repaid": by_bonus.repaid,
        "collateral_seized_value": by_bonus.sold,
        "ltv_after": by_bonus.ltv,
    }
    return {"ltv_before": ltv(debt, collateral), "fee_form": fee_form, "bonus_form": bonus_form}


@adapts("loan.nft_terms")
def loan_nft_terms(inputs: Inputs, data: Path) -> Outputs:
    names = ("floor_eth", "eth_usd", "ltv", "liq_ltv", "discount", "annual")
    found = nft_terms(*(Decimal(inputs[name]) for name in names), int(inputs["days"]))
    return {
        "valuation_usd": found.valuation,
        "loan_usd": found.loan,
        "debt_at_term_simple": found.debt_at_term,
        "ltv_at_term_same_floor": found.ltv_at_term,
        "floor_eth_at_liquidation_day0": found.liquidation_floor,
        "floor_drop_to_liquidation_day0": found.liquidation_drop,
        "floor_eth_at_liquidation_at_term": found.liquidation_floor_at_term,
        "liquidator_pays_at_liquidation_price": found.liquidator_pays,
        "lender_shortfall_then": found.shortfall,
    }


def utc(at: datetime) -> str:
    """Return an instant as the cases write it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@adapts("replay.hourly")
def replay_hourly_loan(inputs: Inputs, data: Path) -> Outputs:
    names = levels_of(inputs)
    levels = {name: Decimal(name) for name in names}
    past = replay_hourly(
        candles(data / inputs["file"], "COIN"),
        Decimal(inputs["qty"]),
        datetime.fromisoformat(inputs["open_time_utc"]).replace(tzinfo=UTC),
        Decimal(inputs["initial_ltv"]),
        Decimal(inputs["apr"]),
        Convention(period=Period.HOUR, compounding=False),
        int(inputs["hours"]),
        tuple(levels.values()),
    )

    def by_close(point: Point | None) -> Outputs | None:
        if point is None:
            return None
        return {"candle_open": utc(point.opened), "known_at": utc(point.known_at), "ltv": point.ltv}

    def by_low(point: Point | None) -> Outputs | None:
        return None if point is None else {"candle_open": utc(point.opened), "ltv_at_low": point.ltv_low}

    return {
        "loan": past.loan,
        "first_cross_by_hourly_close": {name: by_close(past.by_close.get(level)) for name, level in levels.items()},
        "first_cross_by_hourly_low": {name: by_low(past.by_low.get(level)) for name, level in levels.items()},
        "missing_candles": past.missing,
        "max_ltv_by_close": {"ltv": past.deepest.ltv, "candle_open": utc(past.deepest.opened)},
        "interest_at_end": past.interest,
    }


@cache
def sales(path: Path) -> list[Sample]:
    """Return the sales in a file, read once."""
    return read_sales(path)


@adapts("prices.nft_day")
def prices_nft_day(inputs: Inputs, data: Path) -> Outputs:
    day = date.fromisoformat(inputs["day"])
    rows = [sale for sale in sales(data / FILES["prices.nft_day"][0]) if sale.at.date() == day]
    found = robust(rows)
    assert found is not None
    return {
        "sales_rows": len(rows),
        "sales_with_positive_price": found.count,
        "floor_min": found.lowest,
        "max": found.highest,
        "mean": found.mean,
        "median": found.median,
        "mad": found.mad,
        "rejected_prices": [sale.price for sale, reason in found.rejected if reason is Reason.OUTLIER],
        "robust_price": found.robust_price,
        "robust_mean": found.robust_mean,
    }

"""Calculators with a payoff: dual investment, shark fin, pool share, perpetual."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from desktop_app.domain.earn.payoff import dual_payoff, perpetual_payoff, pool_payoff, shark_payoff
from desktop_app.domain.earn.perpetual import Perpetual, Settlement, Side, funding_of
from desktop_app.domain.earn.pool import PoolShare, value_pool
from desktop_app.domain.earn.structured import Dual, DualKind, SharkFin, settle_dual, settle_shark
from desktop_app.domain.problems import Problem, Refused
from desktop_app.ui.dialogs.position_parts import dual_ways, sides
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.asks import Ask, Kind, Values
from desktop_app.ui.widgets.calculators.calculator import Calculator, Worked, share, units

_START = datetime(2026, 1, 1, tzinfo=UTC)


def dual() -> Calculator:
    """Return the calculator of a dual investment."""
    return Calculator(
        tr("Dual investment"),
        (
            Ask("kind", tr("Direction"), Kind.CHOICE, DualKind.SELL_HIGH, choices=dual_ways()),
            Ask("amount", tr("Amount put in"), Kind.POSITIVE, Decimal(10)),
            Ask("strike", tr("Strike price"), Kind.POSITIVE, Decimal(58000)),
            Ask("term_yield", tr("Yield of the whole term, %"), Kind.RATE, Decimal("0.002")),
            Ask("price", tr("Price at the end"), Kind.POSITIVE, Decimal(60000)),
        ),
        tr(
            "Sell high: A(1 + r) of the coin below the strike K, A·K(1 + r) of the currency from K on. "
            "Buy low: A(1 + r) of the currency above K, A/K(1 + r) of the coin up to K."
        ),
        dual_steps,
    )


def dual_steps(values: Values) -> Worked:
    """Return the steps of a dual investment."""
    one = Dual(values["kind"], values["amount"], values["strike"], values["term_yield"])
    found = settle_dual(one, values["price"])
    return Worked(
        (
            (tr("The strike decides"), tr("yes: the other coin is paid") if found.exercised else tr("no")),
            (tr("Paid in the coin"), units(found.coin)),
            (tr("Paid in the currency"), units(found.quote)),
            (tr("Worth in the currency"), units(found.value, 2)),
        ),
        dual_payoff(one),
        (tr("strike"),),
    )


def shark() -> Calculator:
    """Return the calculator of a shark fin."""
    return Calculator(
        tr("Shark fin"),
        (
            Ask("principal", tr("Amount put in"), Kind.POSITIVE, Decimal(1000)),
            Ask("days", tr("Days"), Kind.DAYS, 7),
            Ask("price", tr("Price at the end"), Kind.POSITIVE, Decimal(19500)),
            Ask("low", tr("Range from"), Kind.POSITIVE, Decimal(18000)),
            Ask("high", tr("Range to"), Kind.POSITIVE, Decimal(21000)),
            Ask("base", tr("Base rate a year, %"), Kind.RATE, Decimal("0.01")),
            Ask("inside_from", tr("Rate at the near edge, %"), Kind.RATE, Decimal("0.04")),
            Ask("inside_to", tr("Rate at the far edge, %"), Kind.RATE, Decimal("0.18")),
            Ask("knocked_out", tr("Rate when knocked out, %"), Kind.RATE, Decimal("0.01")),
            Ask("bullish", tr("Gains when the price rises"), Kind.TICK, value=True),
        ),
        tr(
            "Within the range the rate runs in a straight line from the near to the far edge; "
            "interest = amount × rate × days / 365."
        ),
        shark_steps,
    )


def shark_steps(values: Values) -> Worked:
    """Return the steps of a shark fin."""
    plain = {name: value for name, value in values.items() if name != "price"}
    if plain["low"] >= plain["high"]:
        raise Refused(Problem.RANGE_ORDER, field="high", low=plain["low"], high=plain["high"])
    fin = SharkFin(**plain)
    found = settle_shark(fin, [values["price"]])
    return Worked(
        (
            (tr("Knocked out"), tr("yes") if found.knocked_out else tr("no")),
            (tr("Rate a year"), share(found.rate)),
            (tr("Interest"), units(found.interest, 6)),
            (tr("Paid at the end"), units(found.payout, 6)),
        ),
        shark_payoff(fin),
        (tr("from"), tr("to")),
    )


def pool() -> Calculator:
    """Return the calculator of a pool share."""
    return Calculator(
        tr("Pool share (impermanent loss)"),
        (
            Ask("units", tr("Coins put in, with as much of the other"), Kind.POSITIVE, Decimal(1)),
            Ask("entry", tr("Price at entry"), Kind.POSITIVE, Decimal(2000)),
            Ask("price", tr("Price now"), Kind.POSITIVE, Decimal(4000)),
            Ask("fees", tr("Fees so far"), Kind.NUMBER, Decimal(0)),
            Ask("rewards", tr("Rewards so far"), Kind.NUMBER, Decimal(0)),
            Ask("costs", tr("Costs so far"), Kind.NUMBER, Decimal(0)),
        ),
        tr("Impermanent loss = 2·√k / (1 + k) − 1, where k = price now / price at entry."),
        pool_steps,
    )


def pool_steps(values: Values) -> Worked:
    """Return the steps of a pool share."""
    one = PoolShare(values["units"], values["entry"], values["fees"], values["rewards"], values["costs"])
    found = value_pool(one, values["price"])
    return Worked(
        (
            (tr("Worth if both were held"), units(found.held, 4)),
            (tr("Worth in the pool"), units(found.pooled, 4)),
            (tr("Impermanent loss"), share(found.loss_share, 3)),
            (tr("The same in the other coin"), units(found.loss, 4)),
            (tr("Fees that make up for it"), units(found.break_even, 4)),
            (tr("Against holding, fees and costs counted"), units(found.net, 4)),
        ),
        pool_payoff(one),
        (tr("entry"),),
    )


def perpetual() -> Calculator:
    """Return the calculator of a perpetual."""
    return Calculator(
        tr("Perpetual: funding and liquidation"),
        (
            Ask("side", tr("Side"), Kind.CHOICE, Side.LONG, choices=sides()),
            Ask("units", tr("Amount"), Kind.POSITIVE, Decimal(1)),
            Ask("entry", tr("Entry price"), Kind.POSITIVE, Decimal(50000)),
            Ask("margin", tr("Margin"), Kind.POSITIVE, Decimal(5000)),
            Ask("maintenance", tr("Maintenance margin, %"), Kind.SHARE, Decimal("0.005")),
            Ask("mark", tr("Price now"), Kind.POSITIVE, Decimal(51000)),
            Ask("funding", tr("Funding rate of a settlement, %"), Kind.SIGNED, Decimal("0.0001")),
            Ask("days", tr("Days, three settlements each"), Kind.DAYS, 30),
        ),
        tr(
            "Liquidation where margin ± amount × (P − entry) = maintenance × amount × P. "
            "A long pays amount × price × rate where the rate is positive, a short receives it."
        ),
        perpetual_steps,
    )


def perpetual_steps(values: Values) -> Worked:
    """Return the steps of a perpetual."""
    one = Perpetual(values["side"], values["units"], values["entry"], values["margin"], values["maintenance"])
    mark, days = values["mark"], values["days"]
    settlements = [
        Settlement(_START + timedelta(hours=8 * number), values["funding"], mark) for number in range(days * 3)
    ]
    funding = funding_of(one.side, one.units, settlements)
    leverage, liquidation = one.leverage(mark), one.liquidation_price
    return Worked(
        (
            (tr("Gain or loss"), units(one.profit(mark), 4)),
            (tr("Equity"), units(one.equity(mark), 4)),
            (tr("Leverage"), units(leverage, 2)),
            (tr("Funding received (minus: paid)"), units(funding.received, 4)),
            (tr("Funding rate by the year"), share(funding.yearly(Decimal(days)))),
            (tr("Distance to liquidation"), share(one.distance(mark), 3)),
            (tr("Liquidation price"), units(liquidation, 4)),
        ),
        perpetual_payoff(one),
        (tr("entry"), tr("liquidation")) if liquidation is not None else (tr("entry"),),
    )

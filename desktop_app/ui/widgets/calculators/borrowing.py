"""Calculators of what is lent between people, borrowed by the hour, and fetched by an NFT."""

from decimal import Decimal

from desktop_app.domain.earn.interest import all_in_cost, compound_interest, simple_interest
from desktop_app.domain.earn.quoting import left_after
from desktop_app.domain.money import ONE
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.asks import Ask, Kind, Values
from desktop_app.ui.widgets.calculators.calculator import Calculator, Worked, share, units

_MONTH_DAYS = 30
_HOURS_A_YEAR = 8760


def peer() -> Calculator:
    """Return the calculator of a loan between people, lent or borrowed."""
    return Calculator(
        tr("Peer loan, lent and borrowed"),
        (
            Ask("principal", tr("Amount"), Kind.POSITIVE, Decimal(10000)),
            Ask("rate", tr("Rate a month of 30 days, %"), Kind.RATE, Decimal("0.015")),
            Ask("days", tr("Days"), Kind.DAYS, 90),
            Ask("service", tr("Lender pays of the interest, %"), Kind.SHARE, Decimal("0.1")),
            Ask("fee", tr("Borrower pays upfront, % of the loan"), Kind.SHARE, Decimal("0.01")),
        ),
        tr("Interest = amount × rate × days / 30; a month counts as 30 days, whatever the calendar says."),
        peer_steps,
    )


def peer_steps(values: Values) -> Worked:
    """Return the steps of a loan between people, for both sides."""
    months = Decimal(values["days"]) / _MONTH_DAYS
    interest = simple_interest(values["principal"], values["rate"], months)
    kept = left_after(interest, values["service"])
    cost = all_in_cost(values["principal"], interest, values["fee"], values["days"])
    yearly = kept / values["principal"] * 365 / values["days"]
    return Worked(
        (
            (tr("Interest of the term"), units(interest)),
            (tr("Left to the lender"), units(kept)),
            (tr("Lender's rate a year (APR)"), share(yearly)),
            (tr("Borrower is paid out"), units(cost.received)),
            (tr("Borrower pays in all"), units(cost.cost)),
            (tr("Borrower's rate a year (APR)"), share(cost.apr)),
            (tr("Borrower's effective rate a year"), share(cost.effective)),
        )
    )


def margin() -> Calculator:
    """Return the calculator of margin that is borrowed by the hour."""
    rules: tuple[tuple[str, object], ...] = (
        (tr("at each full hour that it is open"), "mark"),
        (tr("for each started hour"), "started"),
        (tr("for completed hours"), "elapsed"),
    )
    return Calculator(
        tr("Margin borrowed by the hour"),
        (
            Ask("amount", tr("Amount"), Kind.POSITIVE, Decimal(1)),
            Ask("rate", tr("Rate an hour, %"), Kind.RATE, Decimal("0.0001")),
            Ask("from_minute", tr("Borrowed at minute of its hour"), Kind.WHOLE, 55),
            Ask("minutes", tr("Open for, minutes"), Kind.WHOLE, 1440),
            Ask("rule", tr("Interest is charged"), Kind.CHOICE, "mark", choices=rules),
        ),
        tr("Interest = amount × rate × hours charged; with compounding, amount × ((1 + rate)^hours − 1)."),
        margin_steps,
    )


def charged_hours(rule: str, from_minute: int, minutes: int) -> int:
    """Return how many hours are charged for `minutes` from a minute of the hour on, by a venue's rule."""
    if rule == "mark":
        return (from_minute % 60 + minutes) // 60
    return -(-minutes // 60) if rule == "started" else minutes // 60


def margin_steps(values: Values) -> Worked:
    """Return the steps of margin that is borrowed by the hour."""
    hours = charged_hours(values["rule"], values["from_minute"], values["minutes"])
    amount, rate = values["amount"], values["rate"]
    return Worked(
        (
            (tr("Hours charged"), str(hours)),
            (tr("Rate a day"), share(rate * 24)),
            (tr("Rate a year without compounding (APR)"), share(rate * _HOURS_A_YEAR)),
            (tr("Rate a year with compounding (APY)"), share((ONE + rate) ** _HOURS_A_YEAR - ONE)),
            (tr("Interest with compounding"), units(compound_interest(amount, rate, hours))),
            (tr("Interest without compounding"), units(simple_interest(amount, rate, Decimal(hours)))),
        )
    )


def nft_sale() -> Calculator:
    """Return the calculator of what an NFT would bring."""
    return Calculator(
        tr("What an NFT would bring"),
        (
            Ask("floor", tr("Lowest ask"), Kind.POSITIVE, Decimal(10)),
            Ask("spread", tr("Best bid under it, %"), Kind.SHARE, Decimal("0.05")),
            Ask("royalty", tr("Royalty, %"), Kind.SHARE, Decimal("0.025")),
            Ask("fee", tr("Fee of the market, %"), Kind.SHARE, Decimal("0.02")),
        ),
        tr("Proceeds = lowest ask × (1 − spread) × (1 − royalty − fee)."),
        nft_steps,
    )


def nft_steps(values: Values) -> Worked:
    """Return the steps of a sale of an NFT."""
    bid = left_after(values["floor"], values["spread"])
    royalty, fee = bid * values["royalty"], bid * values["fee"]
    left = bid - royalty - fee
    return Worked(
        (
            (tr("Best bid"), units(bid)),
            (tr("Royalty"), units(royalty)),
            (tr("Fee of the market"), units(fee)),
            (tr("Lost against the lowest ask"), share(ONE - left / values["floor"])),
            (tr("Proceeds"), units(left)),
        )
    )

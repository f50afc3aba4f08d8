"""Calculators of what is lent to a venue: flexible savings, term deposits, stakes."""

from decimal import Decimal

from desktop_app.domain.earn.interest import compound_interest, simple_interest
from desktop_app.domain.earn.quoting import DAYS, HOURS, Told, left_after, rates_of
from desktop_app.domain.earn.staking import Stake, real_yield, stake_for
from desktop_app.domain.earn.term import EarlyExit, TermDeposit, at_term, exit_cost, interest, redeemed_early
from desktop_app.domain.problems import Problem, Refused
from desktop_app.ui import earn_text
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.asks import Ask, Kind, Values
from desktop_app.ui.widgets.calculators.calculator import Calculator, Worked, share, units


def savings() -> Calculator:
    """Return the calculator of flexible savings."""
    told: tuple[tuple[str, object], ...] = (
        (tr("a year, without compounding (APR)"), Told.APR),
        (tr("a year, with compounding (APY)"), Told.APY),
        (tr("a day"), Told.DAY),
        (tr("an hour"), Told.HOUR),
    )
    posted: tuple[tuple[str, object], ...] = ((tr("each day"), DAYS), (tr("each hour"), HOURS))
    return Calculator(
        tr("Flexible savings"),
        (
            Ask("amount", tr("Amount"), Kind.POSITIVE, Decimal(10)),
            Ask("rate", tr("Rate, %"), Kind.RATE, Decimal("0.0365")),
            Ask("told", tr("The rate is for"), Kind.CHOICE, Told.APR, choices=told),
            Ask("postings", tr("Interest is posted"), Kind.CHOICE, DAYS, choices=posted),
            Ask("days", tr("Days"), Kind.DAYS, 365),
            Ask("kept", tr("Platform keeps of the interest, %"), Kind.SHARE, Decimal(0)),
        ),
        tr("APR = rate of a posting × n; APY = (1 + rate of a posting)^n − 1; simple interest = amount × rate × time."),
        savings_steps,
    )


def savings_steps(values: Values) -> Worked:
    """Return the steps of flexible savings."""
    rates = rates_of(values["rate"], values["told"], values["postings"])
    days, amount, kept = values["days"], values["amount"], values["kept"]
    simple = simple_interest(amount, rates.day, Decimal(days))
    grown = compound_interest(amount, rates.posting, days * values["postings"] // DAYS)
    return Worked(
        (
            (tr("Rate an hour"), share(rates.hour, 8)),
            (tr("Rate a day"), share(rates.day, 8)),
            (tr("Rate a year without compounding (APR)"), share(rates.apr)),
            (tr("Rate a year with compounding (APY)"), share(rates.apy)),
            (tr("Interest of the first day"), units(left_after(simple_interest(amount, rates.day, Decimal(1)), kept))),
            (tr("Interest with compounding"), units(left_after(grown, kept))),
            (tr("Interest without compounding"), units(left_after(simple, kept))),
        )
    )


def term() -> Calculator:
    """Return the calculator of a term deposit and of leaving it early."""
    return Calculator(
        tr("Term deposit and leaving early"),
        (
            Ask("principal", tr("Amount"), Kind.POSITIVE, Decimal(100)),
            Ask("rate", tr("Rate a year, %"), Kind.RATE, Decimal("0.05")),
            Ask("days", tr("Days of the term"), Kind.DAYS, 90),
            Ask("held", tr("Left after, days"), Kind.WHOLE, 30),
            Ask("forfeit", tr("Interest that is lost, %"), Kind.SHARE, Decimal("0.5")),
            Ask("flexible", tr("Flexible rate, %"), Kind.RATE, Decimal("0.01")),
            Ask("fee", tr("Fee on the principal, %"), Kind.SHARE, Decimal("0.002")),
        ),
        tr("Interest = amount × rate × days / 365. Leaving early pays by the rule of the product: compare them here."),
        term_steps,
    )


def term_steps(values: Values) -> Worked:
    """Return the steps of a term deposit, each rule of leaving early beside the others."""
    held = values["held"]
    if held > values["days"]:
        raise Refused(Problem.FIELD_TYPE, value=held, expected=values["days"])

    def deposit(rule: EarlyExit) -> TermDeposit:
        return TermDeposit(
            values["principal"],
            values["rate"],
            values["days"],
            rule,
            values["forfeit"],
            values["flexible"],
            values["fee"],
        )

    pattern = tr("Left early: {rule}")
    costs = tr("{paid}, gives away {cost}")
    steps = [(tr("Interest accrued when left"), units(interest(deposit(EarlyExit.FEE), held)))]
    for rule in EarlyExit:
        paid, cost = redeemed_early(deposit(rule), held), exit_cost(deposit(rule), held)
        words = costs.format(paid=units(paid), cost=units(cost)) if paid is not None else units(None)
        steps.append((pattern.format(rule=earn_text.early_exit(rule)), words))
    whole = deposit(EarlyExit.FEE)
    steps.append((tr("Interest of the whole term"), units(interest(whole, whole.days))))
    return Worked((*steps, (tr("Paid at the end"), units(at_term(whole)))))


def staking() -> Calculator:
    """Return the calculator of a stake."""
    return Calculator(
        tr("Staking"),
        (
            Ask("amount", tr("Amount"), Kind.POSITIVE, Decimal(32)),
            Ask("rate", tr("Rate a year, %"), Kind.RATE, Decimal("0.0365")),
            Ask("commission", tr("Validator's commission, %"), Kind.SHARE, Decimal("0.1")),
            Ask("days", tr("Days"), Kind.DAYS, 365),
            Ask("offline_from", tr("Offline after, days"), Kind.WHOLE, 100),
            Ask("offline", tr("Offline for, days"), Kind.WHOLE, 0),
            Ask("slash_day", tr("Slashed after, days"), Kind.WHOLE, 200),
            Ask("slashed", tr("Slashed, % of the stake"), Kind.SHARE, Decimal(0)),
            Ask("inflation", tr("Supply grows a year, %"), Kind.RATE, Decimal(0)),
            Ask("compounding", tr("Rewards are staked again"), Kind.TICK, value=True),
        ),
        tr("Reward of a day = stake × rate / 365 × (1 − commission); real yield = (1 + rate) / (1 + inflation) − 1."),
        staking_steps,
    )


def staking_steps(values: Values) -> Worked:
    """Return the steps of a stake."""
    stake = Stake(values["amount"], values["rate"], values["commission"], values["compounding"])
    slashes = {values["slash_day"]: values["slashed"]}
    found = stake_for(stake, values["days"], slashes, {values["offline_from"]: values["offline"]})
    net = left_after(stake.rate, stake.commission)
    return Worked(
        (
            (tr("Rate a year after commission"), share(net)),
            (tr("The same less inflation"), share(real_yield(net, values["inflation"]))),
            (tr("Days with rewards"), str(found.reward_days)),
            (tr("Rewards"), units(found.rewards)),
            (tr("Slashed"), units(found.slashed)),
            (tr("Gain or loss"), units(found.gain(stake.amount))),
            (tr("In the end"), units(found.total)),
        )
    )

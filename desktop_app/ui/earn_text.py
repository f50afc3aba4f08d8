"""Words for positions that earn: kinds, conventions, early exits, what comes when."""

from desktop_app.domain.earn.agenda import Coming
from desktop_app.domain.earn.convention import Boundary, Convention, Period
from desktop_app.domain.earn.position import Basis, PositionKind
from desktop_app.domain.earn.term import EarlyExit
from desktop_app.engine.earnings import PositionView
from desktop_app.ui import numbers
from desktop_app.ui.i18n import tr


def kind(value: PositionKind) -> str:
    """Return the name of a kind of position."""
    return {
        PositionKind.SAVINGS: tr("Flexible savings"),
        PositionKind.TERM: tr("Term deposit"),
        PositionKind.STAKE: tr("Stake"),
        PositionKind.DUAL: tr("Dual investment"),
        PositionKind.SHARK_FIN: tr("Shark fin"),
        PositionKind.POOL: tr("Pool share"),
        PositionKind.PEER_LOAN: tr("Peer loan"),
        PositionKind.PERPETUAL: tr("Perpetual"),
        PositionKind.NFT_LOAN: tr("Loan to an NFT owner"),
        PositionKind.NFT: tr("NFT"),
    }[value]


def explanation(value: PositionKind) -> str:
    """Return one line on what a kind of position is."""
    return {
        PositionKind.SAVINGS: tr("Earns day by day at a rate that may change; can be taken out at any time."),
        PositionKind.TERM: tr("Locked for a number of days at a fixed rate; leaving early costs by the venue's rule."),
        PositionKind.STAKE: tr("Earns a network's rewards less the validator's commission; unbonding takes days."),
        PositionKind.DUAL: tr("Pays a yield for the term and may come back in the other coin. No floor."),
        PositionKind.SHARK_FIN: tr("Keeps the principal; the rate depends on where a price settles in a range."),
        PositionKind.POOL: tr("Two coins in a pool; fees come in, and price moves cost against holding both."),
        PositionKind.PEER_LOAN: tr("Money lent to a person through a platform that takes a share of the interest."),
        PositionKind.PERPETUAL: tr("A leveraged bet without end; funding is paid or received at each settlement."),
        PositionKind.NFT_LOAN: tr("Money lent against an NFT; if it is not repaid in time, the NFT is yours."),
        PositionKind.NFT: tr("Earns nothing by itself; counts for what a sale would bring after royalty and fees."),
    }[value]


def basis(value: Basis) -> str:
    """Return the short name of what a printed rate means."""
    return {Basis.APR: tr("APR"), Basis.APY: tr("APY")}[value]


def early_exit(value: EarlyExit) -> str:
    """Return what happens to a deposit that is left early."""
    return {
        EarlyExit.LOCKED: tr("not possible"),
        EarlyExit.ALL_INTEREST_LOST: tr("all interest is lost"),
        EarlyExit.PART_OF_INTEREST_LOST: tr("part of the interest is lost"),
        EarlyExit.FLEXIBLE_RATE: tr("paid at the flexible rate"),
        EarlyExit.FEE: tr("a fee on the principal"),
    }[value]


def coming(value: Coming) -> str:
    """Return what happens on a day."""
    return {
        Coming.MATURITY: tr("Deposit ends"),
        Coming.UNLOCK: tr("Stake unlocks"),
        Coming.SETTLEMENT: tr("Product settles"),
        Coming.REPAYMENT: tr("Repayment to you"),
        Coming.PAYOUT: tr("Interest is paid out"),
        Coming.LOAN_ENDS: tr("Loan must be repaid"),
        Coming.REVIEW: tr("Review"),
    }[value]


def convention(value: Convention) -> str:
    """Return a convention in short: per day, compounding, ACT/365, UTC."""
    period = {
        Period.MINUTE: tr("per minute"),
        Period.HOUR: tr("per hour"),
        Period.DAY: tr("per day"),
        Period.MONTH_30: tr("per 30 days"),
        Period.MONTH: tr("per month"),
    }[value.period]
    growth = tr("compounding") if value.compounding else tr("simple")
    boundary = {
        Boundary.MARK: tr("on the mark of {zone}").format(zone=value.zone),
        Boundary.ELAPSED: tr("completed periods"),
        Boundary.STARTED: tr("started periods"),
    }[value.boundary]
    pattern = tr("{period}, {growth}, {days}, {boundary}")
    return pattern.format(period=period, growth=growth, days=value.day_count.value, boundary=boundary)


def printed_rate(view: PositionView) -> str:
    """Return the rate that the venue prints with what it means; nothing where there is none."""
    if not view.printed:
        return numbers.NONE
    return f"{numbers.percent(view.printed, 2)} {basis(view.position.terms.basis)}"


def next_payout(view: PositionView) -> str:
    """Return when it pays next on this computer's clock, with the venue's own."""
    if view.next_payout is None:
        return numbers.NONE
    payout = view.position.terms.payout
    pattern = tr("{moment} ({clock} {zone})")
    return pattern.format(moment=numbers.moment(view.next_payout), clock=f"{payout.at:%H:%M}", zone=payout.zone)


def leaving(view: PositionView) -> str:
    """Return what leaving now gives away."""
    if view.closed:
        return numbers.NONE
    if view.leaving is None:
        return tr("locked")
    return f"{numbers.amount(view.leaving, 6)} {view.position.asset}" if view.leaving else tr("nothing")

"""What the terms of the field mean, for somebody who meets them for the first time."""

from desktop_app.ui.i18n import tr


def net_worth() -> str:
    """Return what net worth counts."""
    return tr(
        "All that lies on platforms and in wallets, collateral included, at current prices, less all debt with "
        "its interest."
    )


def closest_call() -> str:
    """Return what the closest margin call is."""
    return tr(
        "A margin call is the lender's demand to add collateral or to repay. This is how far prices may fall "
        "until the first of your loans reaches one, and the price at which it does."
    )


def coverage() -> str:
    """Return what the reserve's coverage is."""
    return tr(
        "The deepest fall of all prices that your reserve can still cure: what arrives within each loan's time "
        "to cure, worth what it is worth after the fall, is enough to keep every loan under its margin call."
    )


def net_interest() -> str:
    """Return what net interest is."""
    return tr(
        "What your positions earn in a day less what your loans cost in a day, by each venue's own interest rule."
    )


def platform_share() -> str:
    """Return what a platform's share is."""
    return tr("How much of all that you own lies with one platform, and would be out of reach if it failed.")


def ladder() -> str:
    """Return what a ladder is."""
    return tr(
        "LTV is debt divided by the value of the collateral. The lender acts at fixed steps of it: early "
        "warning, margin call, and liquidation, where collateral is sold without asking you."
    )


def cure() -> str:
    """Return what a cure is."""
    return tr("A cure brings LTV down: repaying a part of the debt, or adding collateral. Repaying needs less money.")


def liquidation() -> str:
    """Return what a liquidation is."""
    return tr("The lender sells collateral to pay the debt, keeps a fee, and returns what is left.")


def stop() -> str:
    """Return what a stop of one's own is."""
    return tr("Selling a part yourself, before the lender does, saves its fee and leaves the choice with you.")


def common_fall() -> str:
    """Return what a common fall is."""
    return tr("All prices fall by the same share at once; stablecoins keep their peg.")

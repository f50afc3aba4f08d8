"""The rest of the demonstration: invented platforms' facts, reserve, credit line and dependencies."""

from datetime import datetime, time, timedelta
from decimal import Decimal

from desktop_app.domain.counterparty import Change, Facts, Repledge, Review
from desktop_app.domain.earn.convention import Convention, Period
from desktop_app.domain.earn.position import (
    Basis,
    Deposit,
    EarnTerms,
    Position,
    PositionKind,
    RateStep,
    StakeDetails,
)
from desktop_app.domain.earn.term import EarlyExit
from desktop_app.domain.platforms import CreditLine, Holding, Platform
from desktop_app.domain.reach import Reach, Route
from desktop_app.domain.risk.contagion import Dependency

INVENTED = "invented for the demonstration"
DEPENDENCIES = (
    Dependency("nexo", "custodian", Decimal("0.35"), INVENTED),
    Dependency("nexo", "okx", Decimal("0.12"), INVENTED),
    Dependency("okx", "nexo", Decimal("0.04"), INVENTED),
    Dependency("nftfi", "nexo", Decimal("0.15"), INVENTED),
)


def platforms(now: datetime) -> tuple[Platform, ...]:
    """Return the platforms with their facts, dates told from `now`."""
    today = now.date()
    nexo = Facts(
        "Switzerland, Bulgaria",
        "credit line terms, version of last spring",
        "custody insured up to a sum of the custodian",
        today - timedelta(days=41),
        "yearly, by an accountant",
        Repledge.FREELY,
        Decimal("0.6"),
        4,
        Decimal("0.10"),
        Decimal("0.3"),
        "NEXO",
        (Route("USDT", "ERC-20"), Route("USDT", "TRC-20"), Route("BTC", "Bitcoin")),
        INVENTED,
        today - timedelta(days=84),
        today + timedelta(days=6),
    )
    okx = Facts(
        "Seychelles, Malta",
        "loan terms of last winter",
        "none told",
        today - timedelta(days=12),
        "monthly, Merkle tree",
        Repledge.LIMITED,
        Decimal("0.3"),
        2,
        Decimal("0.15"),
        Decimal("0.5"),
        "",
        (Route("USDT", "TRC-20"), Route("USDC", "ERC-20"), Route("BTC", "Bitcoin"), Route("ETH", "ERC-20")),
        INVENTED,
        today - timedelta(days=20),
        today + timedelta(days=70),
    )
    lender = Facts(
        "on chain",
        repledge=Repledge.NEVER,
        cushion=Decimal("0.08"),
        routes=(Route("USDT", "Arbitrum", "loan 4071"),),
        source=INVENTED,
        as_of=today - timedelta(days=30),
        review=today + timedelta(days=60),
    )
    custodian = Facts("United Kingdom", recovered=Decimal("0.5"), source=INVENTED, as_of=today - timedelta(days=84))
    bank = Facts("Switzerland", insurance="deposits up to 100,000", source=INVENTED, as_of=today - timedelta(days=84))
    return (
        Platform("nexo", "Nexo", Decimal("0.5"), facts=nexo),
        Platform("okx", "OKX", Decimal("0.4"), facts=okx),
        Platform("nftfi", "NFT lender", facts=lender),
        Platform("wallet", "Own wallet"),
        Platform("bank", "House bank", facts=bank),
        Platform("custodian", "Custodian of Nexo", facts=custodian),
    )


def holdings() -> tuple[Holding, ...]:
    """Return what lies outside loans."""
    tether = Reach(fee=Decimal(1), chain="Tron")
    return (
        Holding("usdt-okx", "okx", "USDT", Decimal(21300), reserve=True, reach_hours=Decimal("0.5"), reach=tether),
        Holding("btc-wallet", "wallet", "BTC", Decimal("0.42")),
        Holding("nexo-savings", "nexo", "NEXO", Decimal(9500)),
        Holding("btc-savings", "nexo", "BTC", Decimal("0.25")),
    )


def reserve_positions(now: datetime) -> tuple[Position, ...]:
    """Return a deposit and a stake that are set aside: slower, and not for nothing."""
    opened = now - timedelta(days=21)
    simple = Convention(period=Period.DAY, compounding=False)
    terms = EarnTerms(Basis.APR, simple, source=INVENTED, as_of="2026-11-21")
    deposit = Position(
        "usdc-term",
        "USDC 30 days",
        "okx",
        PositionKind.TERM,
        "USDC",
        Decimal(3000),
        opened,
        (RateStep(opened, Decimal("0.055")),),
        terms,
        Deposit(30, EarlyExit.ALL_INTEREST_LOST),
        reserve=True,
        reach_hours=Decimal(2),
        reach=Reach(fee=Decimal(2), loss=Decimal("0.001"), handled_at=time(8, 0), zone="UTC+8"),
    )
    stake = Position(
        "eth-stake",
        "ETH stake",
        "wallet",
        PositionKind.STAKE,
        "ETH",
        Decimal("0.8"),
        opened,
        (RateStep(opened, Decimal("0.031")),),
        terms,
        StakeDetails(Decimal("0.05"), 5),
        reserve=True,
        reach_hours=Decimal("0.3"),
        reach=Reach(loss=Decimal("0.003"), networks=("ERC-20",)),
    )
    return deposit, stake


def credit_lines() -> tuple[CreditLine, ...]:
    """Return the overdraft of a bank."""
    return (
        CreditLine(
            "overdraft",
            "Overdraft",
            "bank",
            "USD",
            Decimal(5000),
            rate=Decimal("0.079"),
            reach_hours=Decimal(20),
            reach=Reach(fee=Decimal(5), loss=Decimal("0.004")),
        ),
    )


def reviews(now: datetime) -> tuple[Review, ...]:
    """Return earlier looks at the platforms."""
    today = now.date()
    return (
        Review(
            "demo-1",
            "nexo",
            today - timedelta(days=84),
            (
                Change("reused", "0.5", "0.6"),
                Change("audits", "real time, by an accountant", "yearly, by an accountant"),
            ),
            INVENTED,
        ),
        Review("demo-2", "okx", today - timedelta(days=20), (Change("recovered", "0.4", "0.5"),), INVENTED),
    )

"""Loyalty programmes as a person stands in them: share, tier, rate, and the price at which the tier is lost."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.engine.loyalty import Standing, standings
from desktop_app.engine.resources import programmes
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import numbers, text
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import Card, clear, label
from desktop_app.ui.widgets.rescue import line


class LoyaltyTab(QWidget):
    """One card with the standing in each programme; a sentence while there is none."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        self._card = Card(tr("Loyalty tiers"))
        self._nothing = label(
            tr("No programme applies: once something lies with a venue that has one, your tier stands here."),
            "muted",
            wrap=True,
        )
        self._card.body.addWidget(self._nothing)
        self._lines = QGridLayout()
        self._lines.setVerticalSpacing(6)
        self._lines.setHorizontalSpacing(14)
        self._card.body.addLayout(self._lines)
        self._notes = label("", "small", wrap=True)
        self._card.body.addWidget(self._notes)
        column.addWidget(self._card)
        column.addStretch(1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show how `snapshot` stands in each programme."""
        found = standings(snapshot, programmes().values())
        clear(self._lines)
        self._nothing.setVisible(not found)
        number = 0
        notes: list[str] = []
        for one in found:
            for words, figure, more in told(one, snapshot.currency):
                line(self._lines, number, words, figure, more)
                number += 1
            programme = one.programme
            notes.append(tr("Tiers as of {day}, from {source}.").format(day=programme.as_of, source=programme.source))
            if one.too_small:
                pattern = tr("Everything there is worth less than {least}: after {days} days the rate is {rate}.")
                notes.append(
                    pattern.format(
                        least=numbers.money(programme.least_portfolio, "USD"),
                        days=programme.grace_days,
                        rate=numbers.percent(programme.fallback, 2),
                    )
                )
        self._notes.setText(text.in_sequence(*notes) if notes else "")
        self._notes.setVisible(bool(notes))


def told(one: Standing, currency: str) -> list[tuple[str, str, str]]:
    """Return caption, figure and what more there is to say of a standing."""
    token, tier = one.programme.token, one.tier
    rows = [
        (tr("Tier"), tier.name, token),
        (
            tr("Share of the token"),
            numbers.percent(one.share, 2),
            tr("{units} {token} against everything else there").format(units=numbers.amount(one.units, 2), token=token),
        ),
        (tr("Borrowing rate a year"), numbers.percent(tier.rate, 2), ""),
    ]
    if tier.low_ltv_rate is not None:
        names = ", ".join(one.low_ltv) or tr("no loan at present")
        edge = tr("under an LTV of {edge}: {loans}").format(edge=numbers.percent(one.programme.edge, 0), loans=names)
        rows.append((tr("Lower rate a year"), numbers.percent(tier.low_ltv_rate, 2), edge))
    if one.edge_price is not None:
        fall = numbers.percent(one.edge_price / one.price - 1, signed=True)
        rows.append((tr("Tier is lost under a price of"), numbers.price(one.edge_price, currency), fall))
    if one.following is not None and one.missing is not None:
        words = tr("Tokens missing for {tier}").format(tier=one.following.name)
        worth = numbers.money(one.missing * one.price, currency)
        rows.append((words, f"{numbers.amount(one.missing, 2)} {token}", worth))
    return rows

"""What happened to a position, entry by entry: rates, transfers and payouts, each of which can be removed."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.earn.position import Flow, Payout, Position, RateStep
from desktop_app.domain.problems import Refused
from desktop_app.engine import position_commands
from desktop_app.ui import earn_text, numbers, text
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button, label
from desktop_app.ui.widgets.listing import Listing
from desktop_app.ui.widgets.table import Act


@dataclass(frozen=True, slots=True)
class _Row:
    at: datetime
    entry: RateStep | Flow | Payout
    what: str
    figure: str


def rows_of(position: Position) -> list[_Row]:
    """Return everything that happened to a position, the newest first."""
    asset = position.asset
    found = [
        _Row(
            one.at,
            one,
            tr("Rate"),
            f"{numbers.percent(one.rate, 2)} {earn_text.basis(position.terms.basis)}",
        )
        for one in position.rates
    ]
    found += [
        _Row(
            one.at,
            one,
            tr("Put in") if one.amount > 0 else tr("Taken out"),
            f"{numbers.amount(abs(one.amount), 8)} {asset}",
        )
        for one in position.flows
    ]
    found += [
        _Row(one.at, one, tr("Payout"), f"{numbers.amount(one.amount, 8)} {one.asset}") for one in position.payouts
    ]
    return sorted(found, key=lambda row: row.at, reverse=True)


class PositionHistoryDialog(QDialog):
    """Lists what happened to a position; removes one entry at a time and takes the last removal back."""

    def __init__(self, session: Session, position: Position, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._position = position
        self._before: Position | None = None
        self.setWindowTitle(tr("History of {name}").format(name=position.name))
        self.resize(560, 460)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        self.listing: Listing[_Row] = Listing(
            tr("History"),
            [
                Column(tr("When (UTC)"), lambda row: f"{row.at:%Y-%m-%d %H:%M}", lambda row: row.at.timestamp()),
                Column(tr("What"), lambda row: row.what),
                Column(tr("How much"), lambda row: row.figure, figures=True),
            ],
            lambda row: f"{row.at.isoformat()} {row.what} {row.figure}",
            tr("Nothing happened yet: payouts, transfers and changes of its rate appear here."),
            key="position-history",
            acts=(Act(tr("Remove the entry"), lambda _: self._remove()),),
        )
        column.addWidget(self.listing, 1)
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addWidget(button(tr("Remove the entry"), self._remove))
        self.undo = button(tr("Undo the removal"), self._take_back)
        self.undo.hide()
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(button(tr("Close"), self.accept))
        column.addLayout(row)
        self._show(position)

    @staticmethod
    def ask(session: Session, position: Position, parent: QWidget) -> None:
        """Open the list beside the window."""
        dialog = PositionHistoryDialog(session, position, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show(self, position: Position) -> None:
        self._position = position
        self.listing.show_rows(rows_of(position))

    def _remove(self) -> None:
        row = self.listing.current()
        if row is None:
            return
        known, entry = self._position.id, row.entry

        def removed(before: Position) -> None:
            self._before = before
            self.undo.show()
            self.problem.hide()
            self._read_again()

        self._session.do(
            lambda monitor, now: position_commands.remove_entry(monitor, known, entry, now), removed, self._refused
        )

    def _take_back(self) -> None:
        before = self._before
        if before is None:
            return

        def back(position: Position) -> None:
            self._before = None
            self.undo.hide()
            self._show(position)

        self._session.do(lambda monitor, now: position_commands.keep_position(monitor, before, "", now), back)

    def _read_again(self) -> None:
        known = self._position.id
        self._session.ask(lambda monitor: position_commands.position_of(monitor, known), self._show)

    def _refused(self, refused: Refused) -> None:
        self.problem.setText(text.short_sentence(refused))
        self.problem.show()

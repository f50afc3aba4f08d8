"""Loans: the list, and the detail of one with gauge, ladder, chart, cures and events."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.domain.loans.ladder import Depth
from desktop_app.engine import commands
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.plans import recent_ltv
from desktop_app.engine.snapshot import LoanView, Snapshot
from desktop_app.ui import numbers, text, theme
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column
from desktop_app.ui.pages.loan_detail import LoanDetail
from desktop_app.ui.pages.page import Navigator, Page, heading
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import EmptyState, button, state_icon
from desktop_app.ui.widgets.listing import Listing
from desktop_app.ui.widgets.loan_card import state_of
from desktop_app.ui.widgets.sparks import POINTS, Sparks
from desktop_app.ui.widgets.table import Act

_DEPTHS = tuple(Depth)


def _columns(month: Callable[[str], Sequence[float]]) -> list[Column[LoanView]]:
    """Return the columns of loans; `month` tells the LTVs of one over the last 30 days."""
    return [
        Column(tr("Loan"), lambda view: view.loan.name, lambda view: view.loan.name.casefold()),
        Column(
            tr("LTV"),
            lambda view: text.ltv(view.valuation.ltv, bare=view.valuation.bare) if view.valuation else numbers.NONE,
            lambda view: view.valuation.ltv or 0 if view.valuation else 0,
            figures=True,
        ),
        Column(
            tr("30 days"),
            lambda view: _moved(month(view.loan.id)),
            lambda view: (month(view.loan.id) or (0.0,))[-1],
            spark=lambda view: month(view.loan.id),
        ),
        Column(
            tr("State"),
            lambda view: state_of(view)[0],
            lambda view: _DEPTHS.index(view.depth),
            token=lambda view: state_of(view)[1],
            icon=lambda view: state_icon(state_of(view)[1]),
        ),
    ]


def _moved(values: Sequence[float]) -> str:
    """Return from which to which LTV a loan came, for who cannot see the curve."""
    if len(values) < 2:
        return numbers.NONE
    first, last = (numbers.percent(Decimal(repr(value))) for value in (values[0], values[-1]))
    return tr("from {first} to {last}").format(first=first, last=last)


def _month(monitor: Monitor, loan_id: str, now: datetime) -> tuple[float, ...]:
    return recent_ltv(monitor, loan_id, now, timedelta(days=30), POINTS)


class LoansPage(Page):
    """All loans, the most exposed first, and one of them in detail."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self._chosen = ""
        self._stack = QStackedLayout(self)
        self._stack.addWidget(
            EmptyState(
                tr("No loans yet"),
                tr("A loan needs three things: what is pledged, what is owed, and the lender's rules."),
                [(tr("Add a loan"), navigator.add_loan), (tr("Import a file"), navigator.import_file)],
            )
        )
        content = QWidget()
        self._stack.addWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 2, 20, 14)
        column.setSpacing(theme.SPACE)
        head, _ = heading(tr("Loans"))
        column.addLayout(head)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(14)
        split.addWidget(self._list())
        self.detail = LoanDetail(session, navigator, self._close, self._delete)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setSizes([390, 740])
        column.addWidget(split, 1)

    def _list(self) -> QWidget:
        self.sparks = Sparks(self.session, _month, self._sparks_came, timedelta(hours=1))
        self.listing: Listing[LoanView] = Listing(
            tr("Loans"),
            _columns(self.sparks.of),
            lambda view: view.loan.id,
            key="loans",
            acts=self._acts(),
            chooses=False,
        )
        self.table = self.listing.table
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.listing.setMinimumWidth(280)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 2)
        row.addWidget(button(tr("Add loan"), self.navigator.add_loan))
        row.addStretch(1)
        self.listing.body.addLayout(row)
        return self.listing

    def _sparks_came(self) -> None:
        self.table.viewport().update()

    def _acts(self) -> list[Act]:
        return [
            Act(tr("Add event"), lambda view: self._on_detail(view, self.detail.open_event)),
            Act(tr("Edit"), lambda view: self._on_detail(view, self.detail.open_edit)),
            Act(tr("Close loan"), self._close),
            Act(tr("Delete"), self._delete),
        ]

    def _on_detail(self, view: LoanView, act: Callable[[], None]) -> None:
        """Show a loan, then act on it as its buttons do."""
        self._chosen = view.loan.id
        if self.session.snapshot is not None:
            self._show_detail(self.session.snapshot)
        act()

    def choose(self, loan_id: str) -> None:
        """Show the detail of a loan from the next Snapshot on."""
        self._chosen = loan_id

    def _row_changed(self) -> None:
        view = self.table.current()
        if view is not None and view.loan.id != self._chosen:
            self._chosen = view.loan.id
            if self.session.snapshot is not None:
                self._show_detail(self.session.snapshot)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        self._stack.setCurrentIndex(1 if snapshot.loans else 0)
        if not snapshot.loans:
            return
        self.listing.show_rows(snapshot.loans)
        self.sparks.want([(view.loan.id, view.loan.events) for view in snapshot.loans])
        if snapshot.loan(self._chosen) is None:
            self._chosen = snapshot.loans[0].loan.id
        self.table.choose(self._chosen)
        self._show_detail(snapshot)

    def _show_detail(self, snapshot: Snapshot) -> None:
        view = snapshot.loan(self._chosen)
        if view is not None:
            self.detail.show_loan(view, snapshot)

    def _close(self, view: LoanView) -> None:
        answer = QMessageBox.question(
            self,
            tr("Close the loan"),
            tr("Close {loan} now? What is still owed is booked as repaid, and the collateral as returned.").format(
                loan=view.loan.name
            ),
        )
        if answer == QMessageBox.StandardButton.Yes:
            self.session.do(lambda monitor, now: commands.close_loan(monitor, view.loan.id, now, now))

    def _delete(self, view: LoanView) -> None:
        answer = QMessageBox.question(
            self,
            tr("Delete the loan"),
            tr("Delete {loan} with all its events? To keep its history, close it instead.").format(loan=view.loan.name),
        )
        if answer == QMessageBox.StandardButton.Yes:
            self._chosen = ""
            self.session.do(lambda monitor, now: commands.delete_loan(monitor, view.loan.id, now))

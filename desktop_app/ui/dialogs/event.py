"""The form of an event: what happened to a loan, when, in which asset and how much."""

from decimal import Decimal

from PySide6.QtCore import QDateTime, QTimeZone
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QVBoxLayout, QWidget

from desktop_app.domain.earn.convention import Period
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.loans.hints import Advice, Hint, advise_rate
from desktop_app.domain.portfolio import moment
from desktop_app.domain.problems import Refused
from desktop_app.engine import commands
from desktop_app.engine.resources import bands
from desktop_app.engine.snapshot import LoanView
from desktop_app.ui import text
from desktop_app.ui.dialogs.fields import AssetField, Field, in_a_row
from desktop_app.ui.dialogs.form import Form
from desktop_app.ui.dialogs.terms import TermsEditor
from desktop_app.ui.entry import read_positive, read_rate
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import captioned, label

KINDS = (
    EventKind.ADD_COLLATERAL,
    EventKind.WITHDRAW_COLLATERAL,
    EventKind.DRAW,
    EventKind.REPAY,
    EventKind.RATE_CHANGE,
    EventKind.RULE_CHANGE,
    EventKind.FEE,
    EventKind.LIQUIDATION,
)
_ON_COLLATERAL = (EventKind.ADD_COLLATERAL, EventKind.WITHDRAW_COLLATERAL, EventKind.LIQUIDATION)
_WITHOUT_AMOUNT = (EventKind.RATE_CHANGE, EventKind.RULE_CHANGE)
ZONES = ("UTC", "UTC+8", "Europe/Zurich", "America/New_York", "Asia/Tokyo")


class EventDialog(Form):
    """Asks for one event of the loan in `view`."""

    def __init__(self, session: Session, view: LoanView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self.setWindowTitle(tr("Add event: {loan}").format(loan=view.loan.name))
        self.setMinimumWidth(440)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("What happened"))
        for kind in KINDS:
            self.kind.addItem(text.event_kind(kind), kind)
        column.addWidget(label(tr("What happened"), "small"))
        column.addWidget(self.kind)
        self.at = QDateTimeEdit()
        self.at.setTimeZone(QTimeZone.utc())
        self.at.setCalendarPopup(True)
        self.at.setDisplayFormat("yyyy-MM-dd HH:mm:ss")
        self.at.setDateTime(QDateTime.currentDateTimeUtc())
        self.at.setAccessibleName(tr("Time"))
        self.zone = QComboBox()
        self.zone.setEditable(True)
        self.zone.addItems(ZONES)
        self.zone.setAccessibleName(tr("Clock"))
        column.addLayout(in_a_row(captioned(tr("Time"), self.at), captioned(tr("on the clock of"), self.zone)))
        self.asset = AssetField(tr("Asset"), self._usual_asset())
        self.amount: Field[Decimal] = Field(tr("Amount"), read_positive)
        self.rate: Field[Decimal] = Field(tr("Rate a year, %"), read_rate, advise=self._rate_advice)
        column.addLayout(in_a_row(self.asset, self.amount, self.rate))
        self.paid_asset = AssetField(tr("Debt that it repaid"), next(iter(view.balances.debts), "USDT"))
        self.paid: Field[Decimal] = Field(tr("Amount repaid"), read_positive)
        column.addLayout(in_a_row(self.paid_asset, self.paid))
        self.terms = TermsEditor()
        if view.balances.terms is not None:
            self.terms.show_terms(view.balances.terms)
        column.addWidget(self.terms)
        self.note = Field(tr("Note"), lambda words: words.strip())
        column.addWidget(self.note)
        column.addLayout(self.foot())
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self._kind_changed()

    def _rate_advice(self, rate: Decimal) -> tuple[str, str] | None:
        """Ask about a rate that is far from the one that held so far: it may be told for another period."""
        held = self._view.balances.rates.get(self.asset.input.currentText(), Decimal(0))
        terms = self._view.balances.terms
        period = terms.interest.period if terms is not None else Period.DAY
        own = advise_rate(rate, period, bands(), "borrow_rate")
        if own is None and held and rate and not held / 10 <= rate <= held * 10:
            own = Advice(Hint.OUTSIDE_BAND, rate, low=held / 10, high=held * 10)
        return text.advice_words(own)

    def _usual_asset(self) -> str:
        kind = self.kind.currentData()
        held = self._view.balances.collateral if kind in _ON_COLLATERAL else self._view.balances.debts
        return next(iter(held), "")

    def _kind_changed(self) -> None:
        kind = self.kind.currentData()
        self.asset.input.setCurrentText(self._usual_asset())
        self.asset.setVisible(kind is not EventKind.RULE_CHANGE)
        self.amount.setVisible(kind not in _WITHOUT_AMOUNT)
        self.rate.setVisible(kind in (EventKind.RATE_CHANGE, EventKind.DRAW))
        for part in (self.paid_asset, self.paid):
            part.setVisible(kind is EventKind.LIQUIDATION)
        self.terms.setVisible(kind is EventKind.RULE_CHANGE)
        self.adjustSize()

    def keep(self) -> None:
        """Check what was entered and have it carried out."""
        self.wrong.hide()
        try:
            event = self._read()
        except Refused as refused:
            self.refused(refused)
            return
        if event is None:
            return
        self.save.setEnabled(False)
        loan_id = self._view.loan.id
        self._session.do(
            lambda monitor, now: commands.add_event(monitor, loan_id, event, now),
            lambda _: self.accept(),
            self.refused,
        )

    def _read(self) -> Event | None:
        """Return the event, or None after showing at the fields what is wrong."""
        kind: EventKind = self.kind.currentData()
        zone = self.zone.currentText().strip() or "UTC"
        at = moment(self.at.dateTime().toString("yyyy-MM-ddTHH:mm:ss"), zone)
        note = self.note.value() or ""
        if kind is EventKind.RULE_CHANGE:
            terms = self.terms.read()
            return Event("", at, kind, terms=terms, zone=zone, note=note) if terms is not None else None
        asset, amount, rate = self.asset.value(), None, None
        if kind is EventKind.RATE_CHANGE or (self.rate.input.text().strip() and kind is EventKind.DRAW):
            rate = self.rate.value()
            if rate is None:
                return None
        if kind is not EventKind.RATE_CHANGE:
            amount = self.amount.value()
            if amount is None:
                return None
        if asset is None:
            return None
        if kind is not EventKind.LIQUIDATION:
            return Event("", at, kind, asset, amount, rate, zone=zone, note=note)
        paid_asset, paid = self.paid_asset.value(), self.paid.value()
        if paid_asset is None or paid is None:
            return None
        return Event("", at, kind, asset, amount, counter_asset=paid_asset, counter_amount=paid, zone=zone, note=note)

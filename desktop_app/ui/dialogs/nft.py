"""A collection's samples: which were rejected and why; asks and bids entered by hand."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.prices.nft import NftView, Reason, Sample, SampleKind
from desktop_app.engine import commands
from desktop_app.ui import numbers
from desktop_app.ui.dialogs.fields import Field, in_a_row
from desktop_app.ui.entry import read_positive
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column, RowsModel
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button, label
from desktop_app.ui.widgets.table import Table

_Rejected = tuple[Sample, Reason]


def _reason(entry: _Rejected) -> str:
    return {
        Reason.NOT_POSITIVE: tr("no price was told"),
        Reason.OUTLIER: tr("too far from the median of the others"),
    }[entry[1]]


class NftDialog(QDialog):
    """Shows the rejected samples of `view`, and takes the lowest ask and the best bid of a market."""

    def __init__(self, session: Session, view: NftView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self.setWindowTitle(tr("NFT collection: {name}").format(name=view.collection))
        self.resize(560, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        words = tr("Counted is the lowest of median, average over time, lowest ask and best bid of the last 7 days.")
        column.addWidget(label(words, "muted", wrap=True))
        self.ask_field: Field[Decimal] = Field(
            tr("Lowest ask, {currency}").format(currency=view.currency), read_positive
        )
        self.bid_field: Field[Decimal] = Field(tr("Best bid, {currency}").format(currency=view.currency), read_positive)
        column.addLayout(in_a_row(self.ask_field, self.bid_field))
        column.addWidget(label(tr("Rejected samples"), "title"))
        columns: list[Column[_Rejected]] = [
            Column(tr("Time"), lambda entry: numbers.moment(entry[0].at), lambda entry: entry[0].at),
            Column(
                tr("Price"),
                lambda entry: numbers.figure(entry[0].price, 4) if entry[0].price is not None else numbers.NONE,
                figures=True,
            ),
            Column(tr("Token"), lambda entry: entry[0].token),
            Column(tr("Why"), _reason),
        ]
        model: RowsModel[_Rejected] = RowsModel(columns, lambda entry: f"{entry[0].at}{entry[0].token}")
        self.table = Table(model, tr("Rejected samples"))
        model.show_rows(view.value.sales.rejected if view.value.sales else ())
        self.table.fit()
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(tr("Close"), self.reject))
        row.addWidget(button(tr("Save"), self._save, "primary"))
        column.addLayout(row)

    @staticmethod
    def ask(session: Session, view: NftView, parent: QWidget) -> None:
        """Open the dialog beside the window."""
        dialog = NftDialog(session, view, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _save(self) -> None:
        entries = [(self.ask_field, SampleKind.ASK), (self.bid_field, SampleKind.BID)]
        typed = [(field, kind) for field, kind in entries if field.input.text().strip()]
        values = [(field.value(), kind) for field, kind in typed]
        if any(value is None for value, _ in values):
            return
        collection, currency = self._view.collection, self._view.currency
        for value, kind in values:
            self._keep(collection, kind, value or Decimal(0), currency)
        self.accept()

    def _keep(self, collection: str, kind: SampleKind, price: Decimal, currency: str) -> None:
        self._session.do(lambda monitor, now: commands.add_sample(monitor, collection, kind, price, currency, now))

"""The form of a person's own price of an asset, which counts until it is cleared."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.prices.book import PriceState
from desktop_app.engine import price_commands
from desktop_app.engine.prices import far_from
from desktop_app.ui import numbers
from desktop_app.ui.dialogs.fields import AssetField, Field, in_a_row
from desktop_app.ui.dialogs.form import Form
from desktop_app.ui.entry import read_positive, spell
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button, label


class PriceDialog(Form):
    """Asks for a price of `asset`; where one is set already, it can be changed or cleared."""

    def __init__(self, session: Session, asset: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(tr("Set a price"))
        self.setMinimumWidth(440)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        words = tr("Your own price counts in place of what the sources say, and never grows stale, until you clear it.")
        column.addWidget(label(words, "muted", wrap=True))
        snapshot = session.snapshot
        manual = next((one for one in snapshot.manual if one.asset == asset), None) if snapshot else None
        currency = manual.currency if manual else snapshot.currency if snapshot else "USD"
        self.asset = AssetField(tr("Asset"), asset)
        self.currency = AssetField(tr("Currency"), currency)
        self.price: Field[Decimal] = Field(
            tr("Price of one"), read_positive, spell(manual.price) if manual else "", advise=self._advise
        )
        self.price.input.textEdited.connect(lambda _: self.price.check_if_filled())
        column.addLayout(in_a_row(self.asset, self.price, self.currency))
        self.note = Field(tr("Note"), lambda text: text.strip(), manual.note if manual else "", tr("why, or from whom"))
        column.addWidget(self.note)
        foot = self.foot()
        if manual is not None:
            self.clear = button(tr("Clear my price"), self._clear)
            foot.insertWidget(0, self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        self.price.input.setFocus()

    @staticmethod
    def ask(session: Session, asset: str, parent: QWidget) -> None:
        """Open the form beside the window."""
        dialog = PriceDialog(session, asset, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _advise(self, value: Decimal) -> tuple[str, str] | None:
        """Say so where a price lies far from what is believed; it may be meant all the same."""
        snapshot = self._session.snapshot
        asset, currency = self.asset.input.currentText().strip(), self.currency.input.currentText().strip()
        if snapshot is None or currency != snapshot.currency:
            return None
        price = next((one for one in snapshot.prices if one.asset == asset), None)
        if price is None or price.value is None or price.state is PriceState.MANUAL or not far_from(value, price.value):
            return None
        words = tr("The last price of {asset} was {price}; yours is far from it.")
        return words.format(asset=asset, price=numbers.price(price.value, currency)), ""

    def keep(self) -> None:
        """Check what was entered and have it carried out."""
        asset, price, currency = self.asset.value(), self.price.value(), self.currency.value()
        if asset is None or price is None or currency is None:
            return
        note = self.note.value() or ""
        self.save.setEnabled(False)
        self._session.do(
            lambda monitor, now: price_commands.set_price(monitor, asset, price, currency, note, now),
            lambda _: self.accept(),
            self.refused,
        )

    def _clear(self) -> None:
        asset = self.asset.value()
        if asset is not None:
            self.save.setEnabled(False)
            self._session.do(
                lambda monitor, now: price_commands.clear_price(monitor, asset, now), lambda _: self.accept()
            )

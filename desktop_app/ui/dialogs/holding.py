"""The form of a holding: what lies where, and whether it is set aside."""

from decimal import Decimal
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.domain.money import ZERO
from desktop_app.domain.platforms import Holding
from desktop_app.domain.reach import Reach
from desktop_app.engine import commands
from desktop_app.ui.dialogs.fields import AssetField, Field, in_a_row, pair
from desktop_app.ui.dialogs.form import Form
from desktop_app.ui.dialogs.reach import reach_asks, reach_of
from desktop_app.ui.entry import identifier, parse_number, read_name, read_positive, spell
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import label, rule
from desktop_app.ui.widgets.inputs import Inputs


def _read_hours(words: str) -> Decimal:
    return max(ZERO, parse_number(words)) if words.strip() else ZERO


class HoldingDialog(Form):
    """Asks for a holding, or for changes to `holding`."""

    def __init__(self, session: Session, holding: Holding | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._holding = holding
        self.setWindowTitle(tr("Edit holding") if holding else tr("Add a holding"))
        self.setMinimumWidth(660)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        snapshot = session.snapshot
        platform = snapshot.platform_name(holding.platform) if holding and snapshot else ""
        self.asset = AssetField(tr("Asset"), holding.asset if holding else "USDT")
        self.amount: Field[Decimal] = Field(tr("Amount"), read_positive, spell(holding.amount) if holding else "")
        pair(self.amount, self.asset)
        column.addLayout(in_a_row(self.asset, self.amount))
        self.platform = Field(tr("Platform"), read_name, platform, tr("such as OKX or own wallet"))
        hours = spell(holding.reach_hours) if holding else "0"
        self.hours: Field[Decimal] = Field(tr("Arrives within, hours"), _read_hours, hours)
        column.addLayout(in_a_row(self.platform, self.hours))
        self.reserve = QCheckBox(tr("Set aside as reserve for top-ups and repayments"))
        self.reserve.setChecked(holding.reserve if holding else True)
        column.addWidget(self.reserve)
        self.note = Field(tr("Note"), lambda words: words.strip(), holding.note if holding else "")
        column.addWidget(self.note)
        column.addWidget(rule())
        column.addWidget(label(tr("How it is reached"), "title"))
        self.reach = Inputs(reach_asks(holding.reach if holding else Reach()), 3)
        column.addWidget(self.reach)
        column.addLayout(self.foot())

    @staticmethod
    def ask(session: Session, holding: Holding | None, parent: QWidget) -> None:
        """Open the form beside the window."""
        dialog = HoldingDialog(session, holding, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def keep(self) -> None:
        """Check what was entered and have it carried out."""
        asset, amount, platform, hours = (
            self.asset.value(),
            self.amount.value(),
            self.platform.value(),
            self.hours.value(),
        )
        reach = self.reach.values()
        if asset is None or amount is None or platform is None or hours is None or reach is None:
            return
        snapshot = self._session.snapshot
        known = {p.name: p.id for p in snapshot.platforms} if snapshot else {}
        holding = Holding(
            self._holding.id if self._holding else uuid4().hex[:12],
            known.get(platform) or identifier(platform),
            asset,
            amount,
            self.reserve.isChecked(),
            hours,
            self.note.value() or "",
            reach_of(reach),
        )
        self.save.setEnabled(False)
        self._session.do(
            lambda monitor, now: commands.save_holding(monitor, holding, platform, now),
            lambda _: self.accept(),
            self.refused,
        )

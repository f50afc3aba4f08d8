"""Forms for what happens to a position: a payout arrived, units came in or left, it was closed."""

from datetime import UTC, datetime
from decimal import Decimal

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QVBoxLayout, QWidget

from desktop_app.domain.earn.position import Flow, Payout, Position
from desktop_app.domain.problems import Refused
from desktop_app.engine import position_commands
from desktop_app.engine.monitor import Monitor
from desktop_app.ui import text
from desktop_app.ui.dialogs.fields import AssetField, Field, in_a_row
from desktop_app.ui.dialogs.form import Form
from desktop_app.ui.entry import read_positive
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import captioned, label


class _EventForm(Form):
    """A form with an instant in UTC."""

    def __init__(self, session: Session, position: Position, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._session = session
        self._position = position
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(22, 18, 22, 18)
        self._column.setSpacing(10)
        self._column.addWidget(label(position.name, "title"))
        now = session.now()
        self.at = QDateTimeEdit(QDateTime(QDate(now.year, now.month, now.day), QTime(now.hour, now.minute)))
        self.at.setCalendarPopup(True)
        self.at.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.at.setAccessibleName(tr("When (UTC)"))

    def open_beside(self) -> None:
        """Open the form beside the window."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.open()

    def moment(self) -> datetime:
        """Return the instant that was entered."""
        day, clock = self.at.date(), self.at.time()
        return datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=UTC)


class PayoutDialog(_EventForm):
    """Asks for a payout that arrived, or for units that were put in or taken out."""

    def __init__(self, session: Session, position: Position, parent: QWidget | None = None) -> None:
        super().__init__(session, position, tr("Payout or transfer"), parent)
        self.what = QComboBox()
        self.what.setAccessibleName(tr("What happened"))
        for words, data in (
            (tr("Interest or a reward arrived"), "payout"),
            (tr("More was put in"), "in"),
            (tr("Some was taken out"), "out"),
        ):
            self.what.addItem(words, data)
        self._column.addLayout(
            in_a_row(captioned(tr("What happened"), self.what), captioned(tr("When (UTC)"), self.at))
        )
        self.amount: Field[Decimal] = Field(tr("Amount"), read_positive, "", tr("such as 0.35"))
        self.amount.input.textEdited.connect(lambda _: self.amount.check_if_filled())
        self.asset = AssetField(tr("Asset"), position.asset)
        self.what.currentIndexChanged.connect(lambda _: self.asset.setEnabled(self.what.currentData() == "payout"))
        self._column.addLayout(in_a_row(self.amount, self.asset))
        self._column.addLayout(self.foot())
        self.amount.input.setFocus()

    def keep(self) -> None:
        """Check what was entered and have it carried out."""
        amount, asset, at = self.amount.value(), self.asset.value(), self.moment()
        if amount is None or asset is None:
            return
        what, known = self.what.currentData(), self._position.id

        def act(monitor: Monitor, now: datetime) -> None:
            if what == "payout":
                position_commands.add_payouts(monitor, known, [Payout(at, asset, amount)], now)
            else:
                units = amount if what == "in" else -amount
                position_commands.add_flow(monitor, known, Flow(at, units), now)

        self.save.setEnabled(False)
        self._session.do(act, lambda _: self.accept(), self.refused)

    def refused(self, refused: Refused) -> None:
        """Say at the amount what was refused."""
        self.save.setEnabled(True)
        self.amount.show_problem(text.short_sentence(refused))


class CloseDialog(_EventForm):
    """Asks when a position was closed."""

    def __init__(self, session: Session, position: Position, parent: QWidget | None = None) -> None:
        super().__init__(session, position, tr("Close the position"), parent)
        words = tr("It earns nothing from then on and is counted no more; what it earned stays in the income.")
        self._column.addWidget(label(words, "muted", wrap=True))
        self._column.addWidget(captioned(tr("When (UTC)"), self.at))
        self._column.addLayout(self.foot())

    def keep(self) -> None:
        """Have the position closed."""
        at, known = self.moment(), self._position.id
        self.save.setEnabled(False)
        self._session.do(
            lambda monitor, now: position_commands.close_position(monitor, known, at, now),
            lambda _: self.accept(),
            self.refused,
        )

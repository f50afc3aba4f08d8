"""The form of a credit line: how much may be drawn, what is drawn already, and how it is reached."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.money import ZERO
from desktop_app.domain.platforms import CreditLine
from desktop_app.domain.problems import Refused
from desktop_app.domain.reach import Reach
from desktop_app.engine import reserve_commands
from desktop_app.ui import text
from desktop_app.ui.dialogs.fields import Field, in_a_row
from desktop_app.ui.dialogs.form import Form
from desktop_app.ui.dialogs.reach import reach_asks, reach_of
from desktop_app.ui.entry import identifier, read_name
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.asks import Ask, Kind
from desktop_app.ui.widgets.basics import label, rule
from desktop_app.ui.widgets.inputs import Inputs


class CreditDialog(Form):
    """Asks for a credit line, or for changes to `line`."""

    def __init__(self, session: Session, line: CreditLine | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._line = line
        self.setWindowTitle(tr("Edit credit line") if line else tr("Add a credit line"))
        self.setMinimumWidth(660)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        words = tr("Money that you may still draw. What is drawn counts as debt, what is left as reserve.")
        column.addWidget(label(words, "small", wrap=True))
        snapshot = session.snapshot
        platform = snapshot.platform_name(line.platform) if line and snapshot else ""
        self.name = Field(tr("Name"), read_name, line.name if line else "", tr("such as Overdraft"))
        self.platform = Field(tr("Platform or bank"), read_name, platform)
        column.addLayout(in_a_row(self.name, self.platform))
        self.figures = Inputs(
            (
                Ask("asset", tr("Asset"), Kind.ASSET, line.asset if line else "USD"),
                Ask("limit", tr("Credit limit"), Kind.POSITIVE, line.limit if line else None),
                Ask("drawn", tr("Drawn already"), Kind.NUMBER, line.drawn if line else ZERO),
                Ask("rate", tr("Rate a year, %"), Kind.RATE, line.rate if line else ZERO),
                Ask("reach_hours", tr("Arrives within, hours"), Kind.NUMBER, line.reach_hours if line else ZERO),
                Ask("note", tr("Note"), Kind.TEXT, line.note if line else ""),
                Ask("reserve", tr("Set aside as reserve"), Kind.TICK, line.reserve if line else True),
            )
        )
        column.addWidget(self.figures)
        column.addWidget(rule())
        column.addWidget(label(tr("How it is reached"), "title"))
        self.reach = Inputs(reach_asks(line.reach if line else Reach()), 3)
        column.addWidget(self.reach)
        column.addLayout(self.foot())

    @staticmethod
    def ask(session: Session, line: CreditLine | None, parent: QWidget) -> None:
        """Open the form beside the window."""
        dialog = CreditDialog(session, line, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def keep(self) -> None:
        """Check what was entered and have it carried out."""
        self.wrong.hide()
        name, platform = self.name.value(), self.platform.value()
        figures, reach = self.figures.values(), self.reach.values()
        if name is None or platform is None or figures is None or reach is None:
            return
        snapshot = self._session.snapshot
        known = {one.name: one.id for one in snapshot.platforms} if snapshot else {}
        line = CreditLine(
            self._line.id if self._line else "",
            name,
            known.get(platform) or identifier(platform),
            reach=reach_of(reach),
            **figures,
        )
        self.save.setEnabled(False)
        self._session.do(
            lambda monitor, now: reserve_commands.keep_credit(monitor, line, platform, now),
            lambda _: self.accept(),
            self.refused,
        )

    def refused(self, refused: Refused) -> None:
        """Say what was refused at its field, where there is one, else at the foot."""
        if self.figures.show_problem(refused.field, text.short_sentence(refused)):
            self.save.setEnabled(True)
        else:
            super().refused(refused)

"""What the reserve is measured against: a fall of one's own, a confidence from the past, windows and aim."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.engine.reserve_plan import PastFalls, ReservePlan
from desktop_app.engine.settings import Settings
from desktop_app.ui import numbers
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.asks import Ask, Kind
from desktop_app.ui.widgets.basics import Card, button, label, rule
from desktop_app.ui.widgets.inputs import Inputs

_TYPING_MS = 250
_EPOCH = date(1970, 1, 1)


class WhatIf(Card):
    """Asks for fall, confidence and days; `asked` follows each change. Windows and aim go to `keep` as settings."""

    asked = Signal()

    def __init__(self, keep: Callable[[str, object], None]) -> None:
        super().__init__(tr("What if"))
        self._keep = keep
        self.fall = Decimal("0.6")
        self.confidence = Decimal("0.95")
        self.days = 30
        self.inputs = Inputs(
            (
                Ask("fall", tr("Everything falls by, %"), Kind.SHARE, self.fall),
                Ask("confidence", tr("Confidence, %"), Kind.SHARE, self.confidence),
                Ask("days", tr("Within days"), Kind.DAYS, self.days),
                Ask("window_h", tr("Window where none is named, h"), Kind.NUMBER, Decimal(24)),
                Ask("cure_to_target", tr("Cure down to the target"), Kind.TICK, value=False),
            ),
            3,
        )
        self.body.addWidget(self.inputs)
        self.body.addWidget(rule())
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._size, self._past, self._past_size = (label("", wrap=True) for _ in range(3))
        for line in (self._size, self._past, self._past_size):
            self._lines.addWidget(line)
        self.body.addLayout(self._lines)
        self.take = button(tr("Look at that fall"), self._take, "link")
        self.take.hide()
        self.body.addWidget(self.take)
        self.body.addStretch(1)
        self._suggested: Decimal | None = None
        self._settings: Settings | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_MS)
        self._timer.timeout.connect(self._read)
        self.inputs.changed.connect(self._timer.start)

    def show_settings(self, settings: Settings) -> None:
        """Show the settings that are asked for here, unless something is being typed."""
        before, self._settings = self._settings, settings
        if not self._timer.isActive() and (
            before is None or (before.window_h, before.cure_to_target) != (settings.window_h, settings.cure_to_target)
        ):
            self.inputs.blockSignals(True)
            self.inputs.show_values({"window_h": settings.window_h, "cure_to_target": settings.cure_to_target})
            self.inputs.blockSignals(False)

    def _read(self) -> None:
        found = self.inputs.values()
        if found is None:
            return
        self.fall, self.confidence, self.days = found["fall"], min(found["confidence"], Decimal(1)), found["days"]
        for name in ("window_h", "cure_to_target"):
            if self._settings is not None and getattr(self._settings, name) != found[name]:
                self._keep(name, found[name])
        self.asked.emit()

    def _take(self) -> None:
        if self._suggested is not None:
            self.inputs.show_values({"fall": self._suggested})
            self._read()

    def show_plan(self, plan: ReservePlan, currency: str) -> None:
        """Tell the size that the chosen fall takes."""
        words = tr(
            "A fall of {fall} takes {need}; suggested reserve {size}, {more} more than reaches the loans in time."
        )
        enough = tr("A fall of {fall} takes {need}; what reaches the loans in time is enough.")
        pattern = words if plan.more else enough
        self._size.setText(
            pattern.format(
                fall=numbers.percent(-plan.plan.fall),
                need=numbers.money(plan.stand.need, currency),
                size=numbers.money(plan.suggested, currency),
                more=numbers.money(plan.more, currency),
            )
        )

    def show_past(self, past: PastFalls, plan: ReservePlan | None, currency: str) -> None:
        """Tell the fall that the past did not exceed at the confidence asked for, and the reserve that it takes."""
        self._suggested = past.fall
        self.take.setVisible(past.fall is not None)
        if past.fall is None:
            self._past.setText(tr("There is too little price history for a size by confidence: import prices."))
            self._past_size.setText("")
            return
        pattern = tr(
            "In {confidence} of {windows} stretches of {days} days from {first} to {last} the collateral of today "
            "fell by at most {fall}."
        )
        words = pattern.format(
            confidence=numbers.percent(past.confidence, 1),
            windows=past.windows,
            days=past.days,
            first=_day(past.first),
            last=_day(past.last),
            fall=numbers.percent(past.fall),
        )
        if past.without:
            without = tr("Without history: {assets}.").format(assets=", ".join(past.without))
            words = f"{words} {without}"
        self._past.setText(words)
        if plan is not None:
            missing, enough = (
                tr("It takes a reserve of {size}; {more} are missing."),
                tr("It takes a reserve of {size}."),
            )
            size = missing if plan.more else enough
            told = size.format(size=numbers.money(plan.suggested, currency), more=numbers.money(plan.more, currency))
            self._past_size.setText(told)


def _day(number: int) -> str:
    return (_EPOCH + timedelta(days=number)).isoformat()

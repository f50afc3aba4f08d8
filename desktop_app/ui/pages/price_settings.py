"""The settings of prices: which sources are asked, how often, when they are believed, which history is kept."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app.engine.settings import Settings, bounds
from desktop_app.engine.sources import SourceInfo, known_sources
from desktop_app.ui import price_words
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import Card, label

Keep = Callable[[str, object], None]
_FIELD_WIDTH = 150


class SettingRows(Card):
    """A card of settings: each with its words, one sentence of help under them, and its field at the right."""

    def __init__(self, title: str, settings: Settings, keep: Keep) -> None:
        super().__init__(title)
        self._settings = settings
        self._keep = keep
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(26)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)

    def add(self, words: str, help_words: str, field: QWidget) -> None:
        """Add a setting."""
        field.setAccessibleName(words)
        field.setAccessibleDescription(help_words)
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(label(words))
        told.addWidget(label(help_words, "small", wrap=True))
        number = self._grid.rowCount()
        self._grid.addLayout(told, number, 0)
        self._grid.addWidget(field, number, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def switch(self, name: str) -> QCheckBox:
        """Return a box for a setting that is on or off."""
        box = QCheckBox()
        box.setChecked(bool(getattr(self._settings, name)))
        box.clicked.connect(lambda checked: self._keep(name, checked))
        return box

    def whole(self, name: str, suffix: str) -> QSpinBox:
        """Return a field for a whole number; it takes nothing beyond the bounds of the setting."""
        least, most = bounds(name)
        box = QSpinBox()
        box.setRange(int(least), int(most))
        box.setSuffix(suffix)
        box.setValue(int(getattr(self._settings, name)))
        box.setFixedWidth(_FIELD_WIDTH)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.editingFinished.connect(lambda: self._keep(name, box.value()))
        return box

    def share(self, name: str) -> QDoubleSpinBox:
        """Return a field for a share in percent; it takes nothing beyond the bounds of the setting."""
        least, most = bounds(name)
        box = QDoubleSpinBox()
        box.setDecimals(2)
        box.setRange(float(least * 100), float(most * 100))
        box.setSingleStep(0.5)
        box.setSuffix(" %")
        box.setValue(float(getattr(self._settings, name) * 100))
        box.setFixedWidth(_FIELD_WIDTH)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.editingFinished.connect(lambda: self._keep(name, Decimal(f"{box.value():.2f}") / 100))
        return box


class PriceSettings(SettingRows):
    """How often prices are asked for, when they are believed, and which history is kept."""

    def __init__(self, settings: Settings, keep: Keep) -> None:
        super().__init__(tr("Prices"), settings, keep)
        seconds, days = tr(" s"), tr(" days")
        self.add(
            tr("Fetch prices"),
            tr("Switched off, nothing is sent, and prices come from files and from you alone."),
            self.switch("polling"),
        )
        self.add(
            tr("Ask every"),
            tr("The time between two questions to a source; one that fails is asked less often."),
            self.whole("poll_s", seconds),
        )
        self.add(
            tr("Stale after"),
            tr("A price that is older is marked as stale and decides no alert."),
            self.whole("stale_s", seconds),
        )
        self.add(
            tr("Sources agree within"),
            tr("Two sources whose prices lie no further apart than this confirm each other."),
            self.share("agree"),
        )
        self.add(
            tr("A jump is over"),
            tr("What one source alone says beyond this must be said again before it counts."),
            self.share("jump"),
        )
        self.add(
            tr("Polls that confirm a jump"),
            tr("How many answers in a row must say so; two sources that agree count at once."),
            self.whole("confirmations", ""),
        )
        self.add(
            tr("Fetch history"),
            tr("Candles of your loans' assets are fetched, so that nothing that happened meanwhile is missed."),
            self.switch("backfill"),
        )
        self.add(
            tr("History goes back"),
            tr("At most; it never begins before the first loan with an asset was opened."),
            self.whole("backfill_days", days),
        )
        self.add(
            tr("Keep every minute for"),
            tr("Of older live prices only the hours stay."),
            self.whole("minutes_kept_days", days),
        )


class SourceSettings(Card):
    """Which sources are asked; each with what it gives."""

    def __init__(self, settings: Settings, keep: Keep) -> None:
        super().__init__(tr("Sources of prices"))
        self._keep = keep
        self._boxes: dict[str, QCheckBox] = {}
        words = tr("Only the names of your assets are sent, never amounts. The more sources, the surer a price is.")
        self.body.addWidget(label(words, "small", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(26)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(2, 1)
        for number, info in enumerate(known_sources()):
            grid.addWidget(self._box(info, on=info.name in settings.sources), number, 0)
            grid.addWidget(label(price_words.source_gives(info), "muted"), number, 1)
            grid.addWidget(label(info.host, "small"), number, 2)
        self.body.addLayout(grid)
        row = QHBoxLayout()
        self._wrong = label(
            tr("At least one source of prices stays on; to ask none, switch off “Fetch prices”."), "error"
        )
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        row.addWidget(self._wrong)
        self.body.addLayout(row)

    def _box(self, info: SourceInfo, *, on: bool) -> QCheckBox:
        box = QCheckBox(price_words.source_name(info.name))
        box.setChecked(on)
        box.setAccessibleDescription(price_words.source_gives(info))
        box.clicked.connect(lambda _: self._changed(box))
        self._boxes[info.name] = box
        return box

    def _changed(self, box: QCheckBox) -> None:
        chosen = tuple(name for name, one in self._boxes.items() if one.isChecked())
        gives = {info.name for info in known_sources() if info.prices}
        refused = not gives & set(chosen)
        self._wrong.setVisible(refused)
        if refused:
            box.setChecked(True)
            return
        self._keep("sources", chosen)

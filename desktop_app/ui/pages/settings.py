"""Settings: language, theme, polling, thresholds, and where the data lie."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app.engine import commands, portfolio_files
from desktop_app.engine.settings import Settings
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import theme
from desktop_app.ui.i18n import LANGUAGES, tr
from desktop_app.ui.pages.outside_settings import OutsideSettings
from desktop_app.ui.pages.page import Navigator, Page, heading, scrolled
from desktop_app.ui.pages.price_settings import PriceSettings, SourceSettings
from desktop_app.ui.pages.program_settings import ProgramSettings
from desktop_app.ui.pages.safety_settings import SafetySettings
from desktop_app.ui.session import Session
from desktop_app.ui.top_bar import CURRENCIES
from desktop_app.ui.widgets.basics import Card, button, label


class SettingsPage(Page):
    """Each setting in its place; a change holds at once."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        outer.addWidget(scrolled(content))
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 2, 20, 14)
        column.setSpacing(theme.SPACE)
        head, _ = heading(tr("Settings"), tr("Every change holds at once and is kept on this computer."))
        column.addLayout(head)
        settings = session.service.settings
        column.addWidget(self._appearance(settings))
        self.prices = PriceSettings(settings, self._keep)
        column.addWidget(self.prices)
        column.addWidget(SourceSettings(settings, self._keep))
        column.addWidget(self._alerts(settings))
        self.outside = OutsideSettings(session, settings)
        column.addWidget(self.outside)
        column.addWidget(SafetySettings(session, settings, self._keep))
        column.addWidget(self._data())
        column.addWidget(ProgramSettings(session, settings))
        column.addStretch(1)

    def _card(self, title: str) -> tuple[Card, QFormLayout]:
        card = Card(title)
        form = QFormLayout()
        form.setHorizontalSpacing(26)
        form.setVerticalSpacing(10)
        card.body.addLayout(form)
        return card, form

    def _row(self, form: QFormLayout, words: str, field: QWidget) -> None:
        field.setAccessibleName(words)
        field.setMaximumWidth(280)
        caption = label(words)
        caption.setMinimumWidth(300)
        caption.setMinimumHeight(field.sizeHint().height())
        form.addRow(caption, field)

    def _choice(self, entries: dict[str, str], value: str, name: str) -> QComboBox:
        box = QComboBox()
        for key, words in entries.items():
            box.addItem(words, key)
        box.setCurrentIndex(max(0, box.findData(value)))
        box.activated.connect(lambda _: self._keep(name, box.currentData()))
        return box

    def _number(self, value: int, least: int, most: int, suffix: str, keep: Callable[[int], None]) -> QSpinBox:
        box = QSpinBox()
        box.setRange(least, most)
        box.setSuffix(suffix)
        box.setValue(value)
        box.editingFinished.connect(lambda: keep(box.value()))
        return box

    def _switch(self, value: bool, name: str) -> QCheckBox:
        box = QCheckBox()
        box.setChecked(value)
        box.clicked.connect(lambda checked: self._keep(name, checked))
        return box

    def _appearance(self, settings: Settings) -> Card:
        card, form = self._card(tr("Appearance"))
        languages = {"system": tr("as the system"), **LANGUAGES}
        self.language = self._choice(languages, settings.language, "language")
        themes = {"system": tr("as the system"), "dark": tr("dark"), "light": tr("light")}
        if "contrast" in theme.THEMES:
            themes["contrast"] = tr("high contrast")
        self.theme = self._choice(themes, settings.theme, "theme")
        self._row(form, tr("Language"), self.language)
        self._row(form, tr("Theme"), self.theme)
        self.currency = self._choice({code: code for code in CURRENCIES}, settings.currency, "currency")
        self._row(form, tr("Currency"), self.currency)
        return card

    def _alerts(self, settings: Settings) -> Card:
        card, form = self._card(tr("Alerts and limits"))
        hysteresis = QDoubleSpinBox()
        hysteresis.setRange(0, 10)
        hysteresis.setDecimals(1)
        hysteresis.setSingleStep(0.1)
        hysteresis.setSuffix(tr(" points"))
        hysteresis.setValue(float(settings.hysteresis * 100))
        hysteresis.editingFinished.connect(
            lambda: self._keep("hysteresis", Decimal(str(round(hysteresis.value(), 1))) / 100)
        )
        self._row(form, tr("A level rings again after LTV fell under it by"), hysteresis)
        limit = self._number(
            int(settings.share_limit * 100),
            1,
            100,
            " %",
            lambda value: self._keep("share_limit", Decimal(value) / 100),
        )
        self._row(form, tr("Largest share of one platform"), limit)
        leverage = QDoubleSpinBox()
        leverage.setRange(1, 50)
        leverage.setDecimals(1)
        leverage.setSingleStep(0.5)
        leverage.setSuffix(tr(" times"))
        leverage.setValue(float(settings.leverage_limit))
        leverage.editingFinished.connect(lambda: self._keep("leverage_limit", Decimal(str(round(leverage.value(), 1)))))
        self._row(form, tr("Largest leverage"), leverage)
        self._row(form, tr("Sound"), self._switch(settings.sound, "sound"))
        return card

    def _data(self) -> Card:
        card = Card(tr("Your data"))
        path = self.session.service.database
        where = str(path.parent) if path else tr("nowhere: the demonstration stores nothing")
        card.body.addWidget(label(where, selectable=True, wrap=True))
        card.body.addWidget(
            label(
                tr("One SQLite file, no account, no telemetry. Backups lie in the folder beside it."),
                "small",
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(button(tr("Export the portfolio…"), self._export))
        row.addWidget(button(tr("Back up now"), self._back_up))
        row.addWidget(button(tr("Check the file"), self._check))
        if path is not None:
            folder = QUrl.fromLocalFile(str(path.parent))
            row.addWidget(button(tr("Open the folder"), lambda: QDesktopServices.openUrl(folder)))
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Export the portfolio"), "plimsoll-portfolio.json", "*.json")
        if not name:
            return

        def written(_: None) -> None:
            self.navigator.tell(tr("{name} was written.").format(name=Path(name).name))

        def failed(error: BaseException) -> None:
            self.navigator.tell(tr("The file was not written: {why}").format(why=error))

        self.session.ask(
            lambda monitor: monitor.portfolio,
            lambda found: self.session.work(lambda: portfolio_files.export(found, Path(name)), written, failed),
        )

    def _back_up(self) -> None:
        def taken(path: Path | None) -> None:
            words = tr("A checked backup was taken: {name}.").format(name=path.name) if path is not None else ""
            self.navigator.tell(words or tr("The demonstration is stored nowhere; there is nothing to back up."))

        database = self.session.service.database
        folder = database.parent / "backups" if database is not None else None
        self.session.do(
            lambda monitor, now: monitor.store.backup(folder, now) if folder is not None else None, taken, always=True
        )

    def _check(self) -> None:
        def told(found: list[str]) -> None:
            self.navigator.tell(" ".join(found[:3]) or tr("Everything is as it was saved."))

        self.session.ask(lambda monitor: monitor.store.check(), told)

    def _keep(self, name: str, value: object) -> None:
        always = name == "read_only"  # else the mode could never be left
        self.session.do(lambda monitor, now: commands.change_setting(monitor, name, value), always=always)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Settings are shown as they were built; a change of language or theme builds the page anew."""

"""The rules of a loan as a form: LTV formula, levels, weights, interest."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.assets import asset_code
from desktop_app.domain.earn.accrual import zone_of
from desktop_app.domain.earn.convention import Boundary, Convention, DayCount, Period
from desktop_app.domain.loans.hints import advise_ltv
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.terms import LtvFormula, Terms
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine.resources import bands
from desktop_app.ui import text
from desktop_app.ui.dialogs.fields import Field, in_a_row
from desktop_app.ui.entry import parse_percent, read_ltv, spell
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import captioned, clear, label, rule


def ltv_advice(ltv: Decimal) -> tuple[str, str] | None:
    """Return a second thought about a level, with what to type instead."""
    return text.advice_words(advise_ltv(ltv, bands()))


def _read_zone(words: str) -> str:
    try:
        zone_of(words.strip())
    except ValueError:
        raise Refused(Problem.NOT_A_ZONE, value=words) from None
    return words.strip() or "UTC"


def _read_weights(words: str) -> dict[str, Decimal]:
    found = {}
    for entry in words.replace(";", ",").split(","):
        if not entry.strip():
            continue
        code, _, share = entry.strip().rpartition(" ")
        try:
            asset = asset_code(code)
        except ValueError:
            raise Refused(Problem.NOT_AN_ASSET, value=entry.strip()) from None
        weight = parse_percent(share)
        if not 0 <= weight <= 1:
            raise Refused(Problem.NOT_A_FRACTION, value=share)
        found[asset] = weight
    return found


class TermsEditor(QWidget):
    """Shows terms and reads them back; what has no field of its own is kept as it was."""

    def __init__(self) -> None:
        super().__init__()
        self._terms: Terms | None = None
        self._levels: list[tuple[Level, Field[Decimal]]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(tr("Levels"), "title"))
        self.formula = QComboBox()
        for words, formula in (
            (tr("debt / collateral"), LtvFormula.GROSS),
            (tr("debt / weighted collateral"), LtvFormula.HAIRCUT),
            (tr("collateral / debt, shown as LTV"), LtvFormula.COLLATERAL_RATIO),
            (tr("1 / health factor"), LtvFormula.HEALTH_FACTOR),
        ):
            self.formula.addItem(words, formula)
        self.formula.setAccessibleName(tr("How LTV is measured"))
        self.weights: Field[dict[str, Decimal]] = Field(
            tr("Share of the value that counts, %"), _read_weights, hint=tr("such as BTC 95, ETH 90")
        )
        column.addLayout(in_a_row(captioned(tr("How LTV is measured"), self.formula), self.weights))
        self._level_box = QVBoxLayout()
        self._level_box.setSpacing(8)
        column.addLayout(self._level_box)
        self.ends = QCheckBox(tr("Ends on a date: then the lender keeps the collateral, whatever its price"))
        self.end_day = QDateEdit(QDate.currentDate().addDays(30))
        self.end_day.setCalendarPopup(True)
        self.end_day.setDisplayFormat("yyyy-MM-dd")
        self.end_day.setAccessibleName(tr("Repay by"))
        self.ends.toggled.connect(self.end_day.setEnabled)
        self.end_day.setEnabled(False)
        column.addWidget(self.ends)
        column.addWidget(self.end_day)
        column.addWidget(rule())
        column.addWidget(label(tr("Interest"), "title"))
        column.addLayout(self._interest())
        self.formula.currentIndexChanged.connect(lambda _: self._show_weights())

    def _interest(self) -> QVBoxLayout:
        self.period = _choice(
            tr("Interest is posted"),
            (
                (tr("each minute"), Period.MINUTE),
                (tr("each hour"), Period.HOUR),
                (tr("each day"), Period.DAY),
                (tr("each 30 days"), Period.MONTH_30),
                (tr("each month"), Period.MONTH),
            ),
        )
        self.boundary = _choice(
            tr("Counted by"),
            (
                (tr("marks of the lender's clock"), Boundary.MARK),
                (tr("completed periods"), Boundary.ELAPSED),
                (tr("started periods, at least one"), Boundary.STARTED),
            ),
        )
        self.day_count = _choice(tr("Days in a year"), tuple((count.value, count) for count in DayCount))
        self.zone = Field(tr("Lender's clock"), _read_zone, "UTC", tr("such as UTC+8"))
        self.compounding = QCheckBox(tr("Interest bears interest"))
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(
            in_a_row(captioned(tr("Interest is posted"), self.period), captioned(tr("Counted by"), self.boundary))
        )
        column.addLayout(in_a_row(captioned(tr("Days in a year"), self.day_count), self.zone))
        row = QHBoxLayout()
        row.addWidget(self.compounding)
        row.addStretch(1)
        column.addLayout(row)
        return column

    def show_terms(self, terms: Terms) -> None:
        """Show `terms`."""
        self._terms = terms
        self._levels.clear()
        clear(self._level_box)
        kinds = [level.kind for level in terms.ladder.levels]
        fields = []
        for index, level in enumerate(terms.ladder.levels):
            number = kinds[:index].count(level.kind) + 1
            pattern = tr("{level} {n}, %") if kinds.count(level.kind) > 1 else tr("{level}, %")
            caption = pattern.format(level=text.level_title(level.kind), n=number)
            field: Field[Decimal] = Field(caption, read_ltv, spell(level.ltv * 100), advise=ltv_advice)
            self._levels.append((level, field))
            fields.append(field)
        for start in range(0, len(fields), 3):
            shown = fields[start : start + 3]
            fill = [QWidget() for _ in range(3 - len(shown))] if start else []
            self._level_box.addLayout(in_a_row(*shown, *fill))
        self.formula.setCurrentIndex(self.formula.findData(terms.formula))
        weights = ", ".join(f"{asset} {spell(weight * 100)}" for asset, weight in terms.weights.items())
        self.weights.input.setText(weights)
        self._show_weights()
        self.ends.setChecked(terms.ends is not None)
        if terms.ends is not None:
            self.end_day.setDate(QDate(terms.ends.year, terms.ends.month, terms.ends.day))
        interest = terms.interest
        self.period.setCurrentIndex(self.period.findData(interest.period))
        self.boundary.setCurrentIndex(self.boundary.findData(interest.boundary))
        self.day_count.setCurrentIndex(self.day_count.findData(interest.day_count))
        self.zone.input.setText(interest.zone)
        self.compounding.setChecked(interest.compounding)

    def _show_weights(self) -> None:
        self.weights.setVisible(self.formula.currentData() in (LtvFormula.HAIRCUT, LtvFormula.HEALTH_FACTOR))

    def read(self) -> Terms | None:
        """Return the terms, or None after showing at the fields what is wrong.

        Raises:
            Refused: the levels do not fit together.
        """
        levels = [(level, field.value()) for level, field in self._levels]
        weights, zone = self.weights.value(), self.zone.value()
        found = tuple(replace(level, ltv=ltv) for level, ltv in levels if ltv is not None)
        if self._terms is None or len(found) < len(levels) or weights is None or zone is None:
            return None
        lowest_call = min((one.ltv for one in found if one.kind is not LevelKind.EARLY_WARNING), default=Decimal(10))
        old = self._terms.ladder
        target = old.target if old.target is not None and old.target < lowest_call else None
        initial = old.initial if old.initial is not None and old.initial < lowest_call else None
        interest: Convention = replace(
            self._terms.interest,
            period=self.period.currentData(),
            boundary=self.boundary.currentData(),
            day_count=self.day_count.currentData(),
            zone=zone,
            compounding=self.compounding.isChecked(),
        )
        ladder = make_ladder(found, initial, target)
        formula = self.formula.currentData()
        ends = date.fromisoformat(self.end_day.date().toString("yyyy-MM-dd")) if self.ends.isChecked() else None
        return replace(self._terms, ladder=ladder, formula=formula, interest=interest, weights=weights, ends=ends)


def _choice(name: str, entries: tuple[tuple[str, object], ...]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for words, value in entries:
        box.addItem(words, value)
    return box

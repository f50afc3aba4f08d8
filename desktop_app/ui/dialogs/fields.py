"""Fields that check themselves: each shows one sentence under itself when it is wrong."""

from collections.abc import Callable
from decimal import Decimal
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.assets import asset_code
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine.resources import known_assets
from desktop_app.ui import text
from desktop_app.ui.i18n import tr
from desktop_app.ui.row_paste import split_amount
from desktop_app.ui.widgets.basics import button, label

_T = TypeVar("_T")


class Field(QWidget, Generic[_T]):
    """A caption, an input, and the sentence of what is wrong with it; `read` turns the text into a value.

    `prepare` may tidy what was typed before it is read.
    """

    def __init__(
        self,
        caption: str,
        read: Callable[[str], _T],
        value: str = "",
        hint: str = "",
        advise: Callable[[_T], tuple[str, str] | None] | None = None,
    ) -> None:
        super().__init__()
        self._read = read
        self._advise = advise
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._caption = label(caption, "small")
        self.input = QLineEdit(value)
        self.input.setPlaceholderText(hint)
        self.input.setAccessibleName(caption)
        self._caption.setBuddy(self.input)
        self._wrong = label("", "error", wrap=True)
        self._wrong.hide()
        self._advice = label("", "warning", wrap=True)
        self._advice.hide()
        self.accept_advice = button("", self._take_advice, "link")
        self.accept_advice.hide()
        self._meant = ""
        self.prepare: Callable[[], None] | None = None
        for part in (self._caption, self.input, self._wrong, self._advice, self.accept_advice):
            column.addWidget(part)
        column.addStretch(1)
        self.input.editingFinished.connect(self.check_if_filled)
        self.input.textEdited.connect(self._typed)

    def _typed(self, words: str) -> None:
        """Give advice while it is typed; what is wrong is told only once the field is left."""
        self.show_problem("")
        try:
            found = self._read(words)
        except Refused:
            self._show_advice(None)
            return
        self._show_advice(self._advise(found) if self._advise is not None else None)

    @property
    def wrong(self) -> str:
        """The sentence that is shown, or nothing."""
        return self._wrong.text() if not self._wrong.isHidden() else ""

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong; nothing takes it away."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.input.setProperty("wrong", "true" if sentence else "false")
        self.input.style().unpolish(self.input)
        self.input.style().polish(self.input)
        self.input.setAccessibleDescription(sentence)

    def check_if_filled(self) -> None:
        """Say at once what is wrong with what was typed; an empty field is left in peace until saving."""
        if self.input.text().strip():
            self.value()

    def value(self) -> _T | None:
        """Return the value, or None after showing what is wrong."""
        if self.prepare is not None:
            self.prepare()
        try:
            found = self._read(self.input.text())
        except Refused as refused:
            self.show_problem(text.short_sentence(refused))
            return None
        self.show_problem("")
        self._show_advice(self._advise(found) if self._advise is not None else None)
        return found

    @property
    def advice(self) -> str:
        """The second thought that is shown, or nothing."""
        return self._advice.text() if not self._advice.isHidden() else ""

    def _show_advice(self, advice: tuple[str, str] | None) -> None:
        """Show a sentence and, where there is one, what to type instead; it never blocks."""
        sentence, self._meant = advice or ("", "")
        self._advice.setText(sentence)
        self._advice.setVisible(bool(sentence))
        self.accept_advice.setText(tr("Use {value}").format(value=self._meant))
        self.accept_advice.setAccessibleName(self.accept_advice.text())
        self.accept_advice.setVisible(bool(self._meant))

    def _take_advice(self) -> None:
        self.input.setText(self._meant)
        self.value()
        self.input.setFocus()


class AssetField(QWidget):
    """A combo box of known assets that takes any other code as well."""

    def __init__(self, caption: str, value: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.input = QComboBox()
        self.input.setEditable(True)
        self.input.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.input.addItems(known_assets().book.codes())
        self.input.setCurrentText(value)
        self.input.setAccessibleName(caption)
        line = self.input.lineEdit()
        assert line is not None
        line.setAccessibleName(caption)
        self._wrong = label("", "error", wrap=True)
        self._wrong.hide()
        for part in (label(caption, "small"), self.input, self._wrong):
            column.addWidget(part)
        column.addStretch(1)
        self.prepare: Callable[[], None] | None = None

    def value(self) -> str | None:
        """Return the asset code, or None after showing what is wrong."""
        if self.prepare is not None:
            self.prepare()
        try:
            code = asset_code(self.input.currentText())
        except ValueError:
            refused = Refused(Problem.NOT_AN_ASSET, value=self.input.currentText())
            self._wrong.setText(text.short_sentence(refused))
            self._wrong.show()
            return None
        self._wrong.hide()
        return code


def pair(amount: Field[Decimal], asset: AssetField) -> None:
    """Let an amount be typed with its asset, such as ``0.5 btc``: the code goes where it belongs."""

    def split() -> None:
        number, code = split_amount(amount.input.text())
        if code:
            asset.input.setCurrentText(code)
            amount.input.setText(number)

    amount.input.editingFinished.connect(split)
    amount.prepare = asset.prepare = split


def in_a_row(*parts: QWidget) -> QHBoxLayout:
    """Return the widgets side by side, all as wide."""
    row = QHBoxLayout()
    row.setSpacing(10)
    for part in parts:
        row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return row

"""The rail at the left: the mark, a button a page, how many alerts are active."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui import theme
from desktop_app.ui.i18n import tr
from desktop_app.ui.icons import icon, mark_pixmap
from desktop_app.ui.widgets.basics import label


class Rail(QWidget):
    """One button for each of `pages` (name, title); Settings stands at the foot."""

    def __init__(self, pages: Sequence[tuple[str, str]], ratio: float, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(theme.RAIL_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 16, 10, 14)
        column.setSpacing(2)
        brand = QHBoxLayout()
        brand.setContentsMargins(10, 0, 0, 12)
        brand.setSpacing(9)
        mark = QLabel()
        mark.setPixmap(mark_pixmap(26, ratio))
        brand.addWidget(mark)
        brand.addWidget(label("Plimsoll", "title"))
        brand.addStretch(1)
        column.addLayout(brand)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons: dict[str, QPushButton] = {}
        for name, title in pages:
            if name == "settings":
                column.addStretch(1)
            column.addWidget(self._button(name, title, chosen))
        self._count = label("")
        self._count.setStyleSheet(
            f"background: {theme.tokens().call}; color: {theme.tokens().ground}; border-radius: 8px;"
            "padding: 0 7px; font-size: 11px; font-weight: 600;"
        )
        holder = QHBoxLayout(self.buttons["alerts"])
        holder.setContentsMargins(0, 0, 12, 0)
        holder.addStretch(1)
        self._count.setFixedHeight(18)
        holder.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._count.hide()

    def _button(self, name: str, title: str, chosen: Callable[[str], None]) -> QPushButton:
        made = QPushButton(title)
        made.setProperty("role", "nav")
        made.setCheckable(True)
        made.setIcon(icon(name, theme.tokens().muted))
        made.setIconSize(QSize(16, 16))
        made.setAccessibleName(title)
        made.clicked.connect(lambda _=False: chosen(name))
        self._group.addButton(made)
        self.buttons[name] = made
        return made

    def choose(self, name: str) -> None:
        """Show which page is open."""
        for key, made in self.buttons.items():
            made.setChecked(key == name)
            made.setIcon(icon(key, theme.tokens().text if key == name else theme.tokens().muted))

    def count(self, active: int) -> None:
        """Show how many alerts are active."""
        self._count.setText(str(active))
        self._count.setVisible(active > 0)
        self.buttons["alerts"].setAccessibleDescription(tr("%n active", "", active))

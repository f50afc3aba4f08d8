"""The screen: PySide6 and pyqtgraph live here alone."""

"""Charts: pyqtgraph with the theme's tokens."""

"""Texts to the participant with a number in them, each in the form its language has for that number.

They are a class because Qt's tools see plural forms in `tr` alone; its name is their context in the translation files.
"""

from PySide6.QtCore import QObject


class Counts(QObject):
    """Says how many; in English too through its translation file, where the plural forms stand."""

    def questions(self, total: int) -> str:
        """Say how long a form is, and that there is no hurry (rule E56)."""
        return self.tr("%n question(s). There is no time limit.", "", total)

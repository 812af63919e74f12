"""A field for a time zone, found by typing any part of its name."""

from __future__ import annotations

from zoneinfo import available_timezones

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from vendorrisk.ui.widgets.dates import Unreadable
from vendorrisk.ui.widgets.fields import ChoiceField
from vendorrisk.ui.widgets.words import tr


class ZoneField(ChoiceField):
    """One of the IANA zones, such as Europe/Zagreb."""

    def __init__(self) -> None:
        zones = sorted(name for name in available_timezones() if "/" in name or name == "UTC")
        super().__init__([(name, name.replace("_", " ")) for name in zones])
        line = QLineEdit()
        self.combo.setLineEdit(line)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.combo.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.combo.setCompleter(completer)
        line.textEdited.connect(self.edited)
        line.editingFinished.connect(self._settle)

    def value(self) -> str | None:
        """Returns the zone's name.

        Raises:
            ValueError: The text names no zone.
        """
        place = self._place()
        if place < 0:
            raise ValueError(self.combo.currentText())
        return str(self.combo.itemData(place))

    def problem(self) -> Unreadable | None:
        """Returns a sentence if the text names no zone."""
        if self._place() >= 0:
            return None
        return Unreadable(
            what=tr("{name} is not a time zone.", name=self.combo.currentText().strip() or tr("Nothing")),
            remedy=tr("Type a city, such as Zagreb, and choose from the list."),
        )

    def _place(self) -> int:
        """The zone of this name, or the only one in whose name the text stands; -1 for none or several."""
        typed = self.combo.currentText().strip()
        place = self.combo.findText(typed, Qt.MatchFlag.MatchFixedString)
        if place >= 0 or not typed:
            return place
        shown = range(self.combo.count())
        found = [one for one in shown if typed.casefold() in self.combo.itemText(one).casefold()]
        return found[0] if len(found) == 1 else -1

    def _settle(self) -> None:
        place = self._place()
        if place >= 0:
            with QSignalBlocker(self.combo):
                self.combo.setCurrentIndex(place)
        self.commit()

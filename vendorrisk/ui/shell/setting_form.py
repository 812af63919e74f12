"""Settings of the workspace as a form: each is stored when its field is left, and can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from vendorrisk.domain.message import UserError, msg
from vendorrisk.ui.widgets.forms import Form
from vendorrisk.usecases.workspace.settings import NO, YES, change_setting, settings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.fields import Field

LABELS: Final = 252
"""Pixels for the names of settings: they stand on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One setting: its name, how its field is made, and a line under it."""

    name: str
    make: Callable[[], Field]
    hint: str = ""


class SettingForm(Form):
    """Rows for some settings of the open workspace."""

    def __init__(self, context: Context, asked: Sequence[Asked]) -> None:
        super().__init__(labels=LABELS)
        self._context = context
        self._names = [one.name for one in asked]
        for one in asked:
            field = one.make()
            self.add(one.name, context.say(msg(f"field.setting.{one.name}")), field, hint=one.hint)
            field.refused.connect(partial(self.tell_problem, one.name))
        self.committed.connect(self._store)

    def reload(self) -> None:
        """Shows what is stored; a field that is being typed in keeps what was typed."""
        with self._context.office.book.reading() as reader:
            settings = settings_of(reader)
        for name in self._names:
            field = self.field(name)
            value = getattr(settings, name)
            if not field.is_dirty() or not field.control.hasFocus():
                field.load(_shown(value))

    def _store(self, name: str) -> None:
        field = self.field(name)
        try:
            change_setting(self._context.office, name, _typed(field.value()))
        except UserError as error:
            self.show_problem(name, self._context.say(error.what), self._context.say(error.remedy))
            return
        self._context.changes.happened.emit()


def _shown(value: Any) -> Any:
    return None if value == "" else value


def _typed(value: Any) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    return "" if value is None else str(value)

"""Saved views of a table: what was filtered, sorted and shown, remembered per person at once."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from vendorrisk.ui.widgets.query import Filter, Query, Sort

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Density(StrEnum):
    """How high rows are."""

    NORMAL = "normal"
    COMPACT = "compact"
    COMFORTABLE = "comfortable"


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewState:
    """Everything a view remembers.

    `columns` are the keys of the columns in sight, in their order; empty means as declared. `widths` are
    logical pixels at a text size of 100 %, for the columns the person has drawn wider or narrower.
    """

    name: str
    scope: str = ""
    text: str = ""
    filters: tuple[Filter, ...] = ()
    sort: tuple[Sort, ...] = ()
    columns: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=dict)
    density: Density = Density.NORMAL

    def query(self, columns: Sequence[str]) -> Query:
        """Returns what the view asks its source for while these columns are in sight."""
        return Query(
            scope=self.scope, text=self.text, filters=self.filters, sort=self.sort, columns=tuple(columns)
        )

    def to_dict(self) -> dict[str, Any]:
        """Returns the view as plain lists and dictionaries, ready for JSON or TOML."""
        return {
            **asdict(self),
            "filters": [part._asdict() for part in self.filters],
            "sort": [part._asdict() for part in self.sort],
            "columns": list(self.columns),
            "widths": dict(self.widths),
            "density": self.density.value,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> ViewState:
        """Returns the view that `to_dict` wrote; parts that are missing fall back to the ordinary.

        Raises:
            KeyError, TypeError, ValueError, AttributeError: The data was not written by `to_dict`.
        """
        density = str(data.get("density", ""))
        return cls(
            name=str(data["name"]),
            scope=str(data.get("scope", "")),
            text=str(data.get("text", "")),
            filters=tuple(
                Filter(str(part["field"]), str(part["value"]), str(part["label"]))
                for part in data.get("filters", ())
            ),
            sort=tuple(Sort(str(part["key"]), bool(part["descending"])) for part in data.get("sort", ())),
            columns=tuple(str(key) for key in data.get("columns", ())),
            widths={str(key): int(width) for key, width in data.get("widths", {}).items()},
            density=Density(density) if density in set(Density) else Density.NORMAL,
        )


class ViewStore(Protocol):
    """Keeps the views of one person, outside the workspace."""

    def load(self, table: str) -> Mapping[str, Any]:
        """Returns what was saved for a table, or an empty mapping."""
        ...

    def save(self, table: str, data: Mapping[str, Any]) -> None:
        """Keeps what a table is to remember; called after every change."""
        ...


class SavedViews(QObject):
    """The views of one table: those supplied, those the person saved, and the one in use.

    Changing a view never changes its supplied or saved form: the view in use is then "changed" until it is
    saved under a name or reset.
    """

    changed = Signal()

    def __init__(self, table: str, supplied: Sequence[ViewState], store: ViewStore) -> None:
        super().__init__()
        self._table = table
        self._supplied = {view.name: view for view in supplied}
        self._store = store
        saved = store.load(table)
        own = (_readable(data) for data in saved.get("views", ()))
        self._own = {view.name: view for view in own if view is not None}
        in_use = _readable(saved.get("in_use", {}))
        known = in_use is not None and in_use.name in self._all()
        self._in_use = in_use if in_use is not None and known else supplied[0]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all views, those supplied first."""
        return tuple(self._all())

    @property
    def in_use(self) -> ViewState:
        """The view as it stands now, with every change the person made."""
        return self._in_use

    @property
    def is_changed(self) -> bool:
        """Whether the view in use differs from the form it is saved in."""
        return self._in_use != self._all()[self._in_use.name]

    @property
    def is_only_narrowed(self) -> bool:
        """Whether nothing but text and chips, which can be seen, differ from the saved form."""
        saved = self._all()[self._in_use.name]
        return replace(self._in_use, text=saved.text, filters=saved.filters) == saved

    def is_own(self, name: str) -> bool:
        """Whether a view was saved by the person and can be removed."""
        return name in self._own

    def choose(self, name: str) -> ViewState:
        """Puts a view in use in its saved form.

        Raises:
            KeyError: There is no view with this name.
        """
        self._put(self._all()[name])
        return self._in_use

    def change(self, **parts: Any) -> ViewState:
        """Notes a change of the view in use: text, filters, sort, columns, widths or density."""
        self._put(replace(self._in_use, **parts))
        return self._in_use

    def reset(self) -> ViewState:
        """Takes all changes of the view in use back."""
        return self.choose(self._in_use.name)

    def save_as(self, name: str) -> ViewState:
        """Saves the view in use under a name of the person's; an own view of that name is replaced.

        Raises:
            ValueError: The name is empty or belongs to a supplied view.
        """
        name = name.strip()
        if not name or name in self._supplied:
            raise ValueError(name)
        self._own[name] = replace(self._in_use, name=name)
        self._put(self._own[name])
        return self._in_use

    def remove(self, name: str) -> None:
        """Forgets a view of the person's; the first supplied one comes into use if it was in use.

        Raises:
            KeyError: The person has no view of this name.
        """
        del self._own[name]
        self._put(next(iter(self._supplied.values())) if self._in_use.name == name else self._in_use)

    def _all(self) -> dict[str, ViewState]:
        return self._supplied | self._own

    def _put(self, view: ViewState) -> None:
        self._in_use = view
        self._store.save(
            self._table,
            {"in_use": view.to_dict(), "views": [own.to_dict() for own in self._own.values()]},
        )
        self.changed.emit()


def _readable(data: Any) -> ViewState | None:
    """Returns a remembered view, or None where the file was damaged: a view is never worth a failed start."""
    try:
        return ViewState.from_dict(data)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None

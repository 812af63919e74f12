"""What comes with the program: law tables and questionnaires, read when they are first needed."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from vendorrisk.app import paths
from vendorrisk.domain.diligence.editions import read_editions
from vendorrisk.domain.message import NotFound, msg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.domain.diligence.editions import Edition
    from vendorrisk.domain.diligence.questionnaire import Questionnaire
    from vendorrisk.domain.register.law import Law


class ShippedLaw:
    """The law tables of `resources/law`, behind the port `LawTables`."""

    @property
    def editions(self) -> tuple[Edition, ...]:
        """Editions of standards with their end dates."""
        return _editions()

    @property
    def transfers(self) -> Law:
        """Adequacy lists as shipped, mechanisms, destinations."""
        return _law()


@cache
def _law() -> Law:
    from vendorrisk.documents.law_files import read_law  # noqa: PLC0415  (read when first needed)

    law, problems = read_law(paths.resources() / "law")
    if problems:
        raise RuntimeError(f"the shipped law tables have {len(problems)} problems")
    return law


@cache
def _editions() -> tuple[Edition, ...]:
    text = (paths.resources() / "law" / "editions.json").read_text(encoding="utf-8")
    return read_editions(json.loads(text))


class ShippedQuestionnaires:
    """The questionnaires that come with the program, behind the port `Questionnaires`."""

    def all(self) -> Sequence[Questionnaire]:
        """The newest version of each, by id."""
        return [_questionnaires()[key] for key in sorted(_newest().values())]

    def get(self, id: str, version: str = "") -> Questionnaire:  # noqa: A002  (the port's own word)
        """A questionnaire by id or exact title, in a version or the newest; raises NotFound."""
        key = (id, version) if version else _newest().get(id) or _titled(id)
        if key not in _questionnaires():
            known = sorted(_newest())
            raise NotFound(
                msg("questionnaire.unknown", id=f"{id} {version}".strip()),
                msg("questionnaire.unknown.remedy", known=known),
            )
        return _questionnaires()[key]


@cache
def _questionnaires() -> dict[tuple[str, str], Questionnaire]:
    from vendorrisk.documents.questionnaires import read_folder  # noqa: PLC0415  (read when first needed)

    found, problems = read_folder(paths.questionnaires())
    if problems:
        raise RuntimeError(f"the shipped questionnaires have {len(problems)} problems")
    return {(one.id, one.version): one for one in found}


def _titled(title: str) -> tuple[str, str]:
    titled = (key for key in _newest().values() if title in _questionnaires()[key].title.values())
    return next(titled, (title, ""))


def _newest() -> dict[str, tuple[str, str]]:
    newest: dict[str, tuple[str, str]] = {}
    for key in sorted(_questionnaires(), key=lambda key: (key[0], [int(part) for part in key[1].split(".")])):
        newest[key[0]] = key
    return newest

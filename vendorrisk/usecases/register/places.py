"""Places of an engagement as people think of them: where data is stored, reached from, or both."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Message, UserError, msg
from vendorrisk.domain.periods import has_ended
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.published import is_kind_unsaid
from vendorrisk.domain.register.records import Engagement, Location, LocationKind
from vendorrisk.domain.register.transfers import WORST_FIRST, TransferState, flows_to, needs_flow
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.usecases.checks import problems_of
from vendorrisk.usecases.editing import ADD, EDIT, REMOVE, with_other_languages
from vendorrisk.usecases.review.vendor_signs import mechanism_word
from vendorrisk.usecases.signals import Sign, Signal, opened
from vendorrisk.usecases.typed import read_fields, refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Desk
    from vendorrisk.usecases.review.vendor_facts import VendorFacts

TYPED = ("country", "place", "entity", "purpose", "valid_from", "valid_to")
"""What is typed of a place, beside the two ticks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place with everything that happens there. `locations` are its records: storage, access, or one.

    `mechanism` is what data goes there on; `transfer` whether that holds today, None inside the EEA.
    """

    id: str
    country: str
    name: Message | str
    place: str
    stores: bool
    reaches: bool
    purpose: str
    mechanism: Message | None
    transfer: Sign | None
    locations: tuple[Location, ...]
    ended: bool = False


def places_of(facts: VendorFacts, engagement_id: str) -> list[Place]:
    """The places of an engagement, those in force first, each once."""
    grouped: dict[tuple[str, str, str, bool], list[Location]] = defaultdict(list)
    for one in facts.locations:
        if one.engagement_id == engagement_id:
            ended = has_ended(one.valid_to, facts.today)
            grouped[one.country, one.place, one.entity, ended].append(one)
    found = [_place(facts, together, ended=key[3]) for key, together in grouped.items()]
    return sorted(found, key=lambda place: place.ended)


def _place(facts: VendorFacts, together: list[Location], *, ended: bool) -> Place:
    first = together[0]
    kinds = {one.kind for one in together}
    purposes = dict.fromkeys(text for one in together if (text := text_in(one.purpose, "en")))
    mechanism, transfer = transfer_to(facts, together)
    return Place(
        id=first.id, country=first.country, name=country_name(first.country), place=first.place,
        stores=LocationKind.STORAGE in kinds,
        reaches=LocationKind.ACCESS in kinds, purpose=", ".join(purposes),
        mechanism=mechanism, transfer=transfer, locations=tuple(together), ended=ended,
    )  # fmt: skip


def transfer_to(facts: VendorFacts, together: Sequence[Location]) -> tuple[Message | None, Sign | None]:
    """On what mechanism data goes to a place, and whether it holds today; of several the worst counts."""
    if not any(needs_flow(one, facts.today) for one in together):
        return msg("sign.transfer.inside"), None
    flows = [flow for flow, _ in facts.transfers]
    leading = [flows_to(one, flows) for one in together]
    if not all(leading):
        return None, opened(Signal.CRITICAL, "sign.transfer.missing")
    ids = {flow.id for found in leading for flow in found}
    own = [(flow, found) for flow, found in facts.transfers if flow.id in ids]
    flow, worst = min(own, key=lambda pair: WORST_FIRST.index(pair[1].state))
    signal = {TransferState.INVALID: Signal.CRITICAL, TransferState.REVIEW: Signal.WARN}
    wrong = worst.state is not TransferState.VALID
    state = Sign(signal=signal.get(worst.state, Signal.GOOD), words=label(worst.state), open=wrong)
    return mechanism_word(flow), state


def add_place(
    office: Office, engagement_id: str, typed: Mapping[str, str], *, stores: bool, reaches: bool
) -> list[Location]:
    """Adds a place to an engagement as one step; raises UserError where nothing happens there."""
    kinds = _kinds(stores=stores, reaches=reaches)
    with office.book.act(ADD[Location], engagement=engagement_id) as desk:
        desk.get(Engagement, engagement_id)
        added = [_new(office, engagement_id, kind, typed) for kind in kinds]
        desk.put(*added)
    return added


def edit_place(
    office: Office, location_ids: Sequence[str], typed: Mapping[str, str], *, stores: bool, reaches: bool
) -> list[Location]:
    """Changes a place as one step: its fields, and whether data is stored there, reached, or both.

    Another answer to the latter also takes away the mark that nobody has said what happens there.
    """
    kinds = _kinds(stores=stores, reaches=reaches)
    values = read_fields(Location, typed)
    with office.book.act(EDIT[Location], ids=list(location_ids), fields=sorted(values)) as desk:
        known = {one.kind: one for one in desk.find(Location, id=list(location_ids))}
        engagement_id = next(iter(known.values())).engagement_id
        if set(kinds) != set(known) and any(is_kind_unsaid(one.purpose) for one in known.values()):
            typed = {**typed, "purpose": _without_mark(typed.get("purpose", ""))}
            values = read_fields(Location, typed)
        kept = [_changed(office, known[kind], values) for kind in kinds if kind in known]
        new = [_new(office, engagement_id, kind, typed) for kind in kinds if kind not in known]
        desk.put(*kept, *new)
        _take_away(desk, [one for kind, one in known.items() if kind not in kinds])
    return [*kept, *new]


def remove_place(office: Office, location_ids: Sequence[str]) -> None:
    """Removes a place that was recorded by mistake; one that ended gets its last day instead."""
    with office.book.act(REMOVE[Location], ids=list(location_ids)) as desk:
        _take_away(desk, desk.find(Location, id=list(location_ids)))


def _kinds(*, stores: bool, reaches: bool) -> list[LocationKind]:
    ticked = ((LocationKind.STORAGE, stores), (LocationKind.ACCESS, reaches))
    kinds = [kind for kind, wanted in ticked if wanted]
    if not kinds:
        raise UserError(msg("place.neither"), msg("place.neither.remedy"))
    return kinds


def _new(office: Office, engagement_id: str, kind: LocationKind, typed: Mapping[str, str]) -> Location:
    values = read_fields(Location, typed)
    location = Location(id=office.new_id(), engagement_id=engagement_id, kind=kind, **values)
    refuse(problems_of(location, office.clock.today()))
    return location


def _changed(office: Office, known: Location, values: Mapping[str, object]) -> Location:
    location = replace(known, **with_other_languages(known, values))
    refuse(problems_of(location, office.clock.today()))
    return location


def _without_mark(purpose: str) -> str:
    return "" if is_kind_unsaid({"en": purpose}) else purpose


def _take_away(desk: Desk, locations: Iterable[Location]) -> None:
    desk.remove(*locations)

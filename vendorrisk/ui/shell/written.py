"""What is said after a report was written: that it is there, and what in it could not be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.domain.message import Problem
    from vendorrisk.ui.shell.context import Context


def tell_gaps(context: Context, name: str, problems: Sequence[Problem]) -> None:
    """Names each text of a written report that the fonts could not print; says nothing without any."""
    if problems:
        say = context.office.say
        context.messages.explain(
            tr("{name} was written, but some texts could not be printed.", name=name),
            " ".join(dict.fromkeys(say(one.remedy) for one in problems)),
            "\n".join(say(one.what) for one in problems),
        )

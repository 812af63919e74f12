"""After making a workspace: its recovery code, shown once, before anything else can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.ui.opening.pane import Pane
from vendorrisk.ui.shell.code_view import CodeView
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from vendorrisk.ui.widgets.messages import Messages


class CodePane(Pane):
    """The code and why it matters. Confirming it is a task on Home, so nothing is held up here."""

    def __init__(
        self, code: str, company: str, messages: Messages, *, opens_alone: bool, has_passphrase: bool
    ) -> None:
        """Takes whether the workspace opens on this computer without typing, and whether by a passphrase."""
        super().__init__(tr("Write down the recovery code"))
        self.say(
            tr(
                "It is shown only now. It opens the workspace when nothing else does: a new computer, a lost"
                " keyring, a forgotten passphrase. Keep it on paper, away from this computer."
            )
        )
        self.view = CodeView(code, company, messages)
        self.add(self.view)
        self.say(_how_it_opens(alone=opens_alone, passphrase=has_passphrase))
        self.go_on = self.offer(tr("Go to the workspace"))
        self.start_at(self.go_on)


def _how_it_opens(*, alone: bool, passphrase: bool) -> str:
    if alone:
        return tr("On this computer the workspace opens without typing: the keyring keeps its key.")
    if passphrase:
        return tr("On this computer the workspace opens with your passphrase.")
    return tr(
        "The keyring of this computer did not take the key: until you set a passphrase in Settings,"
        " nothing but this code opens the workspace."
    )

"""What set-up says: sentences on stderr, and on a terminal one passing line that shows that it is alive."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

WIDTH = 78
ERASE = "\r" + " " * WIDTH + "\r"


class Stop(Exception):
    """Set-up cannot go on: one sentence with its remedy, after the last lines of the program that failed."""

    def __init__(self, sentence: str, words: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.words = list(words)

    def tell(self, voice: Voice) -> None:
        """Say the failed program's last lines and then the sentence."""
        for word in self.words:
            voice.say("    " + word)
        voice.say(str(self))


class Voice:
    """Speaks to the person at the terminal; stdout belongs to the program that is being set up."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.live = self.stream.isatty()
        self.passing = False

    def say(self, sentence: str) -> None:
        """Write a line that stays."""
        self._erase()
        self.stream.write(sentence + "\n")
        self.stream.flush()

    def mention(self, words: str) -> None:
        """Show words until the next ones replace them; in a log file they would only be noise."""
        if self.live:
            self._erase()
            self.stream.write(words[:WIDTH])
            self.stream.flush()
            self.passing = True

    def _erase(self) -> None:
        if self.passing:
            self.stream.write(ERASE)
            self.passing = False

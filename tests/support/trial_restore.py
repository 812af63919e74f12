"""The child process of a trial restore, as the program starts it through a hidden verb."""

from __future__ import annotations

import sys

from tests.support.vaults import journal_head
from vendorrisk.store.sqlite.verify_child import verify_here

if __name__ == "__main__":
    sys.stdout.buffer.write(verify_here(sys.stdin.buffer.read(), journal_head=journal_head))

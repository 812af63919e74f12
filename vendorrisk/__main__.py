"""`python -m vendorrisk`."""

from vendorrisk.app.cli import main

main()

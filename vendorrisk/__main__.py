"""`python -m vendorrisk`. The window without options starts without the command line's parser."""

import sys

if sys.argv[1:] == ["gui"]:
    from vendorrisk.app.main import plain_start

    plain_start()
else:
    from vendorrisk.app.cli import main

    main()

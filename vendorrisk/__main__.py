"""`python -m vendorrisk`. Window and reading child start without the command line's parser."""

import sys

if sys.argv[1:] == ["gui"]:
    from vendorrisk.app.main import plain_start

    plain_start()
elif sys.argv[1:] == ["_read"]:
    from vendorrisk.app.reading_child import read_files

    sys.exit(read_files())
else:
    from vendorrisk.app.cli import main

    main()

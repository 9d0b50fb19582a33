"""Where every command starts."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command that was typed.

    `exposure` reads files that may have been made to harm, and answers within two seconds: it starts without the rest
    of the application, which takes one of them to load.
    """
    if sys.argv[1:2] == ["exposure"]:
        from selaras.cli.exposure import exposure

        exposure(sys.argv[2:], prog_name="selaras exposure")
    else:
        from selaras.cli.app import main as run

        run()

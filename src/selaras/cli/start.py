"""Where every command starts."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command that was typed.

    `exposure` reads files that may have been made to harm, and answers within two seconds: it starts without the rest
    of the application, which takes one of them to load.
    """
    # A command makes millions of small things that live until it ends. Looking through all of them for rings at the
    # usual pace takes a quarter of its time; at this one it takes a fiftieth, and 60 MB more.
    gc.set_threshold(100_000, 50, 50)
    if sys.argv[1:2] == ["exposure"]:
        from selaras.cli.exposure import exposure

        exposure(sys.argv[2:], prog_name="selaras exposure")
    else:
        from selaras.cli.app import app

        app()

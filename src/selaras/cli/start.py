"""Where every command starts."""

from __future__ import annotations

import gc
import sys

from selaras.cli.commands import COMMANDS, application


def main() -> None:
    """Run the command that was typed, without loading the others.

    `exposure` reads files that may have been made to harm, and answers within two seconds.
    """
    # A command makes millions of small things that live until it ends. Looking through all of them for rings at the
    # usual pace takes a quarter of its time; at this one it takes a fiftieth, and 60 MB more.
    gc.set_threshold(100_000, 50, 50)
    application(*COMMANDS.keys() & set(sys.argv[1:2]))()

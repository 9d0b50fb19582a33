"""What a producer and a steward do with the files of a folder, as a process of its own that a test may kill.

`python -m tests.sectoral.deeds prepare` makes the room; `… play FOLDER` takes every file as far as its release and says
each thing that is done as one line of JSON. Played again, it goes on where it was stopped.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "selaras.settings")
CODE = "jumlah-penduduk"


def say(deed: str, digest: str) -> None:
    print(json.dumps({"deed": deed, "digest": digest}), flush=True)


def play(folder: Path) -> None:
    from selaras.sectoral.actions.checking import check_version, run_check
    from selaras.sectoral.actions.releasing import release
    from selaras.sectoral.actions.submitting import submit
    from selaras.sectoral.actions.uploading import upload_version
    from selaras.sectoral.models import Dataset, Version
    from tests.sectoral.room import producer, steward

    state = Version.State
    dataset = Dataset.objects.get(code=CODE)
    by, steward_by = producer(), steward()
    say("ready", "")
    for path in sorted(folder.iterdir()):
        with path.open("rb") as content:
            version = upload_version(dataset, path.name, content, actor=by)
        say("uploaded", version.digest)
        if version.state == state.RECEIVED:
            run_check(check_version(version, actor=by).pk)
            say("checked", version.digest)
        if version.state in (state.RECEIVED, state.CHECKED):
            submit(version, actor=by)
        release(version, actor=steward_by)
        say("released", version.digest)


def main(words: list[str]) -> None:
    django.setup()
    if words[0] == "prepare":
        from selaras.backup.shaping import bring_up
        from tests.sectoral.room import room, steward

        bring_up()
        room()
        steward()
    else:
        play(Path(words[1]))


if __name__ == "__main__":
    main(sys.argv[1:])

"""An office on the eve of its forum: files taken in, nothing scored, nobody in the hall. All names are invented."""

from __future__ import annotations

from pathlib import Path

from selaras.forum.actions.running import prepare, take_in
from selaras.forum.deciding import quiet
from selaras.forum.folder import open_folder
from selaras.forum.models import Ballot, Conflict, Forum, Mark, Participant
from selaras.government.actions import seed_parameters
from selaras.people.actions import system_account
from selaras.sample import make_region


def office_on_the_eve(folder: Path) -> Forum:
    """A fiftieth of the sample's proposals with all of its villages and its 80 participants."""
    folder.mkdir()
    for name, content in make_region(scale=0.02).items():
        (folder / name).write_bytes(content)
    seed_parameters(actor=system_account())
    forum, _ = take_in(open_folder(folder), actor=system_account(), progress=quiet)
    prepare(forum, actor=system_account(), progress=quiet)
    Mark.objects.all().delete()
    Ballot.objects.all().delete()
    Conflict.objects.all().delete()
    Participant.objects.update(present=False, assessor=True)
    forum.refresh_from_db()
    return forum

"""The main job in one go: open the forum of a folder, take its files in, align, check, decide, write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from selaras.audit.actions import Actor
from selaras.engines.tabular import TabularError
from selaras.forum.actions.aligning import Aligned, align
from selaras.forum.actions.checking import check_plan
from selaras.forum.actions.deciding import decide
from selaras.forum.actions.opening import name_host, open_forum
from selaras.forum.actions.receiving import annotated, receive
from selaras.forum.actions.writing import place, write
from selaras.forum.deciding import Progress
from selaras.forum.errors import FolderError
from selaras.forum.folder import Folder
from selaras.forum.models import Decision, Forum
from selaras.intake.models import Batch

GIVEN_BACK = "untuk-pengirim"


def take_in(folder: Folder, *, actor: Actor, progress: Progress) -> tuple[Forum, list[Batch]]:
    """Open the forum and take in every file, each in a transaction of its own; a rerun goes on where it stopped."""
    forum = open_forum(folder.setting, actor=actor)
    batches = list(_received(forum, folder, actor, progress))
    name_host(forum, folder.setting.host)
    return forum, batches


def _received(forum: Forum, folder: Folder, actor: Actor, progress: Progress) -> Iterator[Batch]:
    for kind, path in folder.files:
        progress(f"Membaca {path.name}")
        try:
            batch = receive(forum, kind, path.name, path.read_bytes(), sender=path.stem, actor=actor)
        except TabularError as wrong:
            raise FolderError(f"{path.name}: {wrong}") from wrong
        yield batch


def give_back(batches: Iterable[Batch], folder: Path) -> None:
    """An annotated copy of every file in which something must be mended or confirmed by its sender."""
    for batch in batches:
        if batch.kept or batch.rows.exclude(notes=[]).exists():
            place(folder / f"{Path(batch.name).stem}.xlsx", annotated(batch))


def prepare(forum: Forum, *, actor: Actor, progress: Progress) -> Aligned:
    """Align the proposals and check the draft work plan."""
    progress("Menyelaraskan usulan dengan nomenklatur")
    aligned = align(forum, actor=actor)
    progress("Memeriksa indikator dan tumpang tindih")
    check_plan(forum, actor=actor)
    return aligned


def run(folder: Folder, out: Path, *, rule: str, actor: Actor, progress: Progress) -> tuple[Decision, list[Batch]]:
    """Everything, from the files of an office to the documents of its decision in the folder `out`."""
    forum, batches = take_in(folder, actor=actor, progress=progress)
    progress("Menyiapkan salinan untuk pengirim")
    give_back(batches, out / GIVEN_BACK)
    prepare(forum, actor=actor, progress=progress)
    decision = decide(forum, rule=rule, actor=actor, progress=progress)
    write(decision, out, actor=actor, progress=progress)
    return decision, batches

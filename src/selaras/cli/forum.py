"""`selaras forum`: the main job, in one go or step by step."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from selaras.cli.console import err, fail, out, print_json, progress
from selaras.cli.files import refusal
from selaras.cli.office import open_office
from selaras.engines.indonesian.wording import number, short_rupiah

if TYPE_CHECKING:
    from selaras.forum.folder import Folder
    from selaras.forum.models import Decision, Forum
    from selaras.intake.models import Batch

forum = typer.Typer(help="Forum Perangkat Daerah: masukkan, selaraskan, putuskan, tulis.", no_args_is_help=True)

FOLDER = typer.Argument(help="Folder berisi forum.toml dan berkas-berkas kantor.", show_default=False)
OUT = typer.Option(Path("hasil"), "--out", help="Folder untuk dokumen hasil.")
RULE = typer.Option("", "--rule", help="ranked, optimal atau equal_shares; bila kosong, aturan dari forum.toml.")
SLUG = typer.Argument(help="Nama singkat forum; lihat “selaras forum list”.", show_default=False)
JSON = typer.Option(False, "--json", help="Keluaran JSON untuk program lain.")


@contextmanager
def _spoken(as_json: bool = False) -> Iterator[None]:
    """What goes wrong with what an office gave is told in a sentence, not as a traceback."""
    try:
        yield
    except OSError as wrong:
        what = f"Berkas atau folder “{wrong.filename}” tidak dapat dibuka" if wrong.filename else "Pekerjaan terhenti"
        fail(f"{what}: {refusal(wrong)}.", as_json=as_json)
    except Exception as wrong:  # their classes load only here, so that commands on plain files start fast
        if not _speaks(wrong):
            raise
        fail(str(wrong), as_json=as_json)


def _speaks(wrong: Exception) -> bool:
    """Whether an error is one of those that say what to mend."""
    from selaras.engines.allocation import AllocationError
    from selaras.engines.matching import MatchingError
    from selaras.engines.scoring import ScoringError
    from selaras.engines.tabular import TabularError
    from selaras.forum.errors import ForumError

    return isinstance(wrong, AllocationError | MatchingError | ScoringError | TabularError | ForumError)


@contextmanager
def steps() -> Iterator[Callable[[str], None]]:
    """Tell each step as it begins; on a terminal with a bar that moves."""
    with progress() as bar:
        task = bar.add_task("Menyiapkan", total=None)

        def step(words: str) -> None:
            bar.update(task, description=words, advance=1)

        yield step


@forum.command("run")
def run(folder: Path = FOLDER, to: Path = OUT, rule: str = RULE, as_json: bool = JSON) -> None:
    """Seluruh pekerjaan: dari berkas kantor sampai keputusan di dalam setiap pagu beserta dokumennya."""
    actor = open_office()
    from selaras.forum.actions import run as run_all
    from selaras.forum.folder import open_folder

    with _spoken(as_json), steps() as step:
        opened = open_folder(folder)
        decision, batches = run_all(opened, to, rule=_known_rule(rule), actor=actor, progress=step)
    _tell(decision, batches, to, opened, as_json)


def _known_rule(rule: str) -> str:
    from selaras.forum.errors import FolderError
    from selaras.forum.models import Forum

    if rule and rule not in Forum.Rule.values:
        raise FolderError(f"Aturan “{rule}” tidak dikenal. Pilih: {', '.join(Forum.Rule.values)}.")
    return rule


def _tell(decision: Decision, batches: list[Batch], to: Path, folder: Folder, as_json: bool) -> None:
    summary = decision.summary
    kept = sum(batch.kept for batch in batches)
    if as_json:
        keys = ("proposals", "asked_cost", "funded", "funded_cost", "by_status")
        facts: dict[str, Any] = {key: summary[key] for key in keys}
        files = {batch.name: {"read": batch.read, "taken": batch.taken, "kept": batch.kept} for batch in batches}
        print_json({**facts, "digest": decision.digest, "rule": decision.rule, "files": files, "out": str(to)})
        return
    out.print(
        f"{number(summary['funded'])} dari {number(summary['proposals'])} usulan didanai: "
        f"{short_rupiah(summary['funded_cost'])} dari {short_rupiah(summary['asked_cost'])}.",
    )
    if kept:
        out.print(f"{number(kept)} baris ditahan dengan alasannya; lihat {to / 'untuk-pengirim'}.")
    _tell_left_out(folder)
    if decision.forum.synthetic:
        out.print(decision.forum.note or "Data contoh, bukan data sungguhan.", style="bold")
    out.print(f"Dokumen ada di {to}. Kode verifikasi {decision.verification_code}.")


def _tell_left_out(folder: Folder) -> None:
    if folder.unread:
        out.print(f"Tidak dibaca karena namanya tidak dikenal: {', '.join(folder.unread)}.")
    if folder.unknown:
        out.print(f"Tidak dipakai karena tidak dikenal di forum.toml: {', '.join(folder.unknown)}. Periksa ejaannya.")


@forum.command("list")
def list_() -> None:
    """Forum yang ada di basis data ini."""
    open_office()
    from selaras.forum.models import Forum

    forums = Forum.objects.all()
    for one in forums:
        out.print(f"{one.slug}  {one.held_on}  {one.name}")
    if not forums:
        out.print("Belum ada forum. Mulai dengan: selaras forum import FOLDER")


@forum.command("import")
def import_(folder: Path = FOLDER) -> None:
    """Langkah 1: buka forum dan masukkan semua berkas dalam folder. Mengulang tidak mengubah apa-apa."""
    actor = open_office()
    from selaras.forum.actions import take_in
    from selaras.forum.folder import open_folder

    with _spoken(), steps() as step:
        given = open_folder(folder)
        opened, batches = take_in(given, actor=actor, progress=step)
    for batch in batches:
        out.print(f"{batch.name}: {batch.taken} baris diambil, {batch.kept} ditahan")
    _tell_left_out(given)
    out.print(f"Forum {opened.slug} siap diselaraskan.")


@forum.command("add")
def add(
    slug: str = SLUG,
    file: Path = typer.Argument(help="Berkas CSV atau XLSX.", show_default=False),
    kind: str = typer.Option("proposals", "--kind", help="Jenis daftar: proposals, ceilings, scores, …"),
    sender: str = typer.Option("", "--sender", help="Pengirim; bila kosong, nama berkas."),
    columns: list[str] = typer.Option(
        [], "--column", help="Arti kolom, misalnya “Uraian=title”; diingat per pengirim."
    ),
) -> None:
    """Masukkan satu berkas lagi; dengan --column Anda memperbaiki arti kolomnya."""
    actor = open_office()
    from selaras.engines.tabular import kind_named
    from selaras.forum.actions import receive

    with _spoken():
        mapping = _mapping(columns)
        chosen, who = kind_named(kind).name, sender or file.stem
        batch = receive(
            _forum(slug), chosen, file.name, file.read_bytes(), sender=who, actor=actor, mapping=mapping or None
        )
    out.print(f"{batch.name}: {batch.taken} baris diambil, {batch.kept} ditahan")
    for row in batch.rows.filter(outcome="kept")[:20]:
        out.print(f"  baris {row.number}: {' '.join(row.reasons)}")


def _mapping(columns: list[str]) -> dict[str, str]:
    from selaras.forum.errors import FolderError

    if wrong := [column for column in columns if "=" not in column]:
        raise FolderError(f"“{wrong[0]}” belum lengkap. Tulis nama kolom, tanda =, lalu artinya: “Uraian=title”.")
    return dict(column.rsplit("=", 1) for column in columns)


@forum.command("align")
def align(slug: str = SLUG) -> None:
    """Langkah 2: selaraskan usulan dengan nomenklatur, cari yang sama, periksa rancangan Renja."""
    actor = open_office()
    from selaras.forum.actions import prepare

    with _spoken(), steps() as step:
        aligned = prepare(_forum(slug), actor=actor, progress=step)
    out.print(
        f"{number(aligned.fitting)} dari {number(aligned.proposals)} usulan selaras dengan nomenklatur, "
        f"{number(aligned.groups)} kelompok usulan yang sama.",
    )


@forum.command("decide")
def decide(slug: str = SLUG, rule: str = RULE) -> None:
    """Langkah 3: putuskan di dalam setiap pagu."""
    actor = open_office()
    from selaras.forum.actions import decide as decide_forum

    with _spoken(), steps() as step:
        decision = decide_forum(_forum(slug), rule=_known_rule(rule), actor=actor, progress=step)
    out.print(f"{number(decision.summary['funded'])} usulan didanai. Kode {decision.verification_code}.")


@forum.command("write")
def write(slug: str = SLUG, to: Path = OUT) -> None:
    """Langkah 4: tulis dokumen dari keputusan yang berlaku."""
    actor = open_office()
    from selaras.forum.actions import write as write_documents
    from selaras.forum.errors import NotReady

    with _spoken(), steps() as step:
        decision = _forum(slug).decisions.filter(current=True).first()
        if decision is None:
            raise NotReady(f"Forum {slug} belum diputuskan. Jalankan: selaras forum decide {slug}")
        documents = write_documents(decision, to, actor=actor, progress=step)
    out.print(f"{len(documents)} dokumen ditulis di {to}.")


def _forum(slug: str) -> Forum:
    from selaras.forum.errors import NotReady
    from selaras.forum.models import Forum

    found = Forum.objects.filter(slug=slug).first()
    if found is None:
        raise NotReady(f"Forum “{slug}” tidak ada. Lihat yang ada dengan: selaras forum list")
    return found


@forum.command("replay")
def replay(file: Path = typer.Argument(help="decision.json dari folder hasil.", show_default=False)) -> None:
    """Hitung ulang sebuah keputusan dari decision.json; gagal bila satu angka pun berbeda. Tidak perlu basis data."""
    from selaras.forum.replay import replay as compute_again

    with _spoken():
        try:
            document = json.loads(file.read_bytes())
        except (json.JSONDecodeError, UnicodeDecodeError):
            fail(f"“{file}” bukan berkas JSON. Pakai decision.json dari folder hasil.")
        with steps() as step:
            digest = compute_again(document, progress=step)
    err.print("Sama: hasil hitung ulang cocok sampai ke bita.", style="green")
    out.print(digest)

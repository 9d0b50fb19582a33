"""`selaras data send FILE --dataset CODE --account NAME`: a file kept as the next version, and its check awaited."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from selaras.cli.console import fail, out, print_json, progress
from selaras.cli.files import refusal
from selaras.cli.office import account_named, open_office

if TYPE_CHECKING:
    from selaras.people.models import Account
    from selaras.sectoral.models import Check, Version

BROKEN = 1
_SHOWN = 20
_LOOK = 0.2  # seconds between two looks at how far the check is
_PATIENCE = 3.0  # seconds in which a worker takes what is queued; where none does, this process does it itself


def send(
    file: Annotated[Path, typer.Argument(help="Berkas CSV, XLSX, XLS atau ODS.")],
    dataset: Annotated[str, typer.Option(help="Kode tetap himpunan data.")],
    account: Annotated[str, typer.Option(help="Nama akun produsen data yang mengirim.")],
    as_json: Annotated[bool, typer.Option("--json", help="Cetak hasil sebagai JSON.")] = False,
) -> None:
    """Kirim berkas sebagai versi berikutnya dan tunggu pemeriksaannya. Kode 1 bila belum sesuai standar.

    Berkas yang sama tetap satu versi. Bentuk JSON: {"dataset", "version", "state", "passed", "rows", "errors",
    "warnings", "words", "counts": [[kolom, aturan, jumlah]]}
    """
    open_office()
    actor = account_named(account, as_json=as_json)
    version, check = _sent(file, dataset, actor, as_json)
    if check is not None and check.is_open:
        _await(check)
    version.refresh_from_db()
    told = _plain(version, check)
    if as_json:
        print_json(told)
    else:
        _print(version, check)
    if not told["passed"]:
        raise typer.Exit(BROKEN)


def _sent(file: Path, code: str, actor: Account, as_json: bool) -> tuple[Version, Check | None]:
    """The version and the check that tells of it. Ends the command where the file is not taken in."""
    from selaras.people.errors import PeopleError
    from selaras.sectoral.actions.checking import check_version
    from selaras.sectoral.actions.uploading import upload_version
    from selaras.sectoral.errors import SectoralError
    from selaras.sectoral.queries import datasets_kept_by

    dataset = datasets_kept_by(actor).filter(code=code).first()
    if dataset is None:
        fail(f"Himpunan data “{code}” tidak diisi dengan akun ini. Lihat selaras data list.", as_json=as_json)
    try:
        with file.open("rb") as content:
            version = upload_version(dataset, file.name, content, actor=actor)
        waits = version.state == version.State.RECEIVED
        return version, check_version(version, actor=actor) if waits else version.check_in_force
    except OSError as problem:
        fail(f"Berkas {file} tidak dapat dibuka: {refusal(problem)}. Periksa nama dan letaknya.", as_json=as_json)
    except (SectoralError, PeopleError) as refused:
        fail(str(refused), as_json=as_json)


def _await(check: Check) -> None:
    """Until it is done: by the office's worker, or in this process where no worker takes it."""
    begun, helper = time.monotonic(), None
    with progress() as bar:
        task = bar.add_task("Memeriksa baris", total=None)
        while check.is_open:
            time.sleep(_LOOK)
            check.refresh_from_db()
            bar.update(task, completed=check.rows_seen)
            late = time.monotonic() - begun > _PATIENCE
            if helper is None and late and check.state == check.State.WAITING:
                helper = threading.Thread(target=_check_here, args=(check.pk,))
                helper.start()
    if helper:
        helper.join()


def _check_here(key: int) -> None:
    from django.db import connection

    from selaras.sectoral.actions.checking import run_check

    try:
        run_check(key)
    finally:
        connection.close()


def _plain(version: Version, check: Check | None) -> dict[str, Any]:
    told = {"dataset": version.dataset.code, "version": version.number, "state": version.state}
    if check is None:
        return {**told, "passed": False, "rows": 0, "errors": 0, "warnings": 0, "words": "", "counts": []}
    return {
        **told,
        "passed": check.passed,
        "rows": check.rows,
        "errors": check.errors,
        "warnings": check.warnings,
        "words": check.words,
        "counts": check.summary.get("counts", []),
    }


def _print(version: Version, check: Check | None) -> None:
    from selaras.sectoral.examining import report_of

    name = f"{version.dataset.code} versi {version.number}"
    if check is None or check.state == check.State.FAILED:
        out.print(f"{name} tidak dapat diperiksa. {check.words if check else ''}".strip())
        return
    if check.passed:
        out.print(f"{name}: {check.rows} baris, sesuai standar. Ajukan kepada walidata di meja.")
        return
    out.print(f"{name}: {check.rows} baris, {check.errors} hal belum sesuai standar.")
    report = report_of(check)
    for sentence in report.header_faults:
        out.print(sentence)
    for fault in report.listed(0, _SHOWN):
        out.print(fault.message)
    if check.errors > _SHOWN:
        out.print("Temuan selengkapnya ada di halaman versi, dengan salinan bercatatan.")

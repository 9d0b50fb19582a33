"""The application that every group of commands joins."""

from __future__ import annotations

import typer

from selaras.cli.account import account
from selaras.cli.allocate import allocate
from selaras.cli.audit import audit
from selaras.cli.backup import backup, restore
from selaras.cli.data import data
from selaras.cli.demo import demo
from selaras.cli.digest import digest
from selaras.cli.exposure import exposure
from selaras.cli.forum import forum
from selaras.cli.imports import imports
from selaras.cli.information import information
from selaras.cli.match import match
from selaras.cli.sample import sample
from selaras.cli.serve import serve
from selaras.cli.worker import worker

app = typer.Typer(
    name="selaras",
    help="Forum Perangkat Daerah: dari usulan sampai keputusan yang dapat dihitung ulang.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.callback()
def selaras() -> None:
    """Forum Perangkat Daerah: dari usulan sampai keputusan yang dapat dihitung ulang."""


app.add_typer(forum, name="forum")
app.add_typer(imports, name="import")
app.add_typer(data, name="data")
app.add_typer(exposure, name="exposure")
app.add_typer(sample, name="sample")
app.add_typer(account, name="account")
app.add_typer(audit, name="audit")
app.add_typer(digest, name="digest")
app.add_typer(information, name="information")
app.command("match")(match)
app.command("allocate")(allocate)
app.command("serve")(serve)
app.command("worker")(worker)
app.command("backup")(backup)
app.command("restore")(restore)
app.command("demo")(demo)

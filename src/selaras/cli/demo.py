"""`selaras demo`: the sample region, decided and served, for whoever wants to see it first."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from selaras.cli.console import fail, out
from selaras.cli.forum import steps
from selaras.cli.office import open_office
from selaras.cli.serve import collect_static, free_port, run_server
from selaras.engines.indonesian.wording import number

if TYPE_CHECKING:
    from selaras.forum.models import Forum
    from selaras.people.models import Account

SIGN_INS = (
    ("bappeda", "Petugas Bappeda (contoh)", "planner"),
    ("sekretaris", "Sekretaris forum (contoh)", "secretary"),
    ("admin", "Administrator (contoh)", "administrator"),
    ("desa", "Operator desa (contoh)", "village_operator"),
    ("kecamatan", "Operator kecamatan (contoh)", "district_operator"),
    ("opd", "Perencana perangkat daerah (contoh)", "agency_planner"),
    ("ppid", "PPID Utama (contoh)", "ppid_officer"),
    ("sekda", "Atasan PPID (contoh)", "ppid_superior"),
    ("walidata", "Walidata (contoh)", "data_steward"),
    ("produsen", "Produsen data (contoh)", "data_producer"),
    ("keamanan", "Petugas keamanan informasi (contoh)", "security_officer"),
    ("kominfo", "Perencana layanan komunikasi (contoh)", "survey_keeper"),
    ("loket", "Petugas loket layanan komunikasi (contoh)", "survey_typist"),
    ("pemeriksa", "Pemeriksa (contoh)", "auditor"),
)
_AT_COMMUNICATION = {"survey_keeper": "agency_planner", "survey_typist": "ppid_officer"}

PRODUCER = "2.12.0.00.0.00.01.0000"  # the agency whose figures of inhabitants another one contradicts


def demo(
    folder: Path = typer.Option(Path("examples/kebumen-2021"), help="Folder contoh."),
    to: Path = typer.Option(Path("hasil"), "--out", help="Folder untuk dokumen hasil."),
    port: int = typer.Option(8000, help="Port pertama yang dicoba."),
    serve: bool = typer.Option(True, help="Sajikan situsnya sesudah selesai."),
) -> None:
    """Muat wilayah contoh, putuskan forumnya, sajikan situsnya, dan tampilkan alamat serta akunnya."""
    if not folder.is_dir():
        fail(f"Folder contoh “{folder}” tidak ada. Jalankan dari folder Selaras, atau sebutkan dengan --folder.")
    os.environ.setdefault("SELARAS_TOTP", "offered")  # who looks for the first time has no code on the telephone yet
    actor = open_office()
    from selaras.forum.actions import run
    from selaras.forum.folder import open_folder
    from selaras.people.actions import set_account
    from selaras.people.models import Role

    with steps() as step:
        decision, _ = run(open_folder(folder), to, rule="", actor=actor, progress=step)
    collect_static()
    bodies = _bodies(decision.forum)
    passwords = [
        (
            name,
            set_account(name, label, Role.Kind(_AT_COMMUNICATION.get(kind, kind)), *bodies.get(kind, ()), actor=actor),
        )
        for name, label, kind in SIGN_INS
    ]
    _ask(decision.forum, actor)
    _send_data(decision.forum)
    _register_systems(decision.forum)
    _survey(decision.forum)
    _tell(decision.forum)
    host, chosen = "127.0.0.1", free_port("127.0.0.1", port)
    funded, proposals = (number(decision.summary[name]) for name in ("funded", "proposals"))
    out.print(f"\n{decision.forum.name}", style="bold")
    out.print("Data contoh: semuanya dibuat oleh program, bukan data sungguhan.")
    out.print(f"{funded} dari {proposals} usulan didanai.")
    out.print(f"Dokumen: {to.resolve()}", soft_wrap=True)
    out.print(f"Situs:   http://{host}:{chosen}/   (hentikan dengan Ctrl-C)")
    for name, password in passwords:
        out.print(f"Masuk:   {name}  {password}")
    if serve:
        run_server(host, chosen, 1)


def _ask(forum: Forum, actor: Account) -> None:
    """Form the network of public bodies, describe a few desks, and ask the example's village for information."""
    from selaras.disclosure.actions.networking import form_network
    from selaras.disclosure.models import PublicBody
    from selaras.disclosure.sample import ask_examples
    from selaras.disclosure.sample_desks import describe_examples
    from selaras.government.actions import know_this_year
    from selaras.people.models import Account

    region = forum.cycle.region
    form_network(region, actor=actor)
    know_this_year(region, actor=actor)
    (village,) = _bodies(forum)["village_operator"]
    body, desk = PublicBody.objects.get(region=village), Account.objects.get(username="desa")
    ask_examples(body, desk=desk)
    describe_examples(body, desk=desk, actor=actor)


def _send_data(forum: Forum) -> None:
    """Let the steward of the example take in tables of several agencies."""
    from selaras.people.models import Account
    from selaras.sectoral.sample import send_examples

    send_examples(forum.cycle.region, steward=Account.objects.get(username="walidata"))


def _register_systems(forum: Forum) -> None:
    """An invented district of systems, scanned: for the routes to core systems and the fixes to plan."""
    from selaras.exposure.sample import seed_district
    from selaras.exposure.sample_practice import seed_practice
    from selaras.exposure.sample_scans import seed_scans
    from selaras.people.models import Account

    agencies, officer = list(forum.cycle.region.agencies.order_by("code")), Account.objects.get(username="keamanan")
    seed_district(agencies, actor=officer)
    seed_practice(actor=officer)  # before the plan of the scans, which its lesson moves
    seed_scans(actor=officer)


def _survey(forum: Forum) -> None:
    """Surveys of three services, whose published periods measure an indicator, and a problem that they show."""
    from selaras.evidence.sample import problem_example
    from selaras.people.models import Account
    from selaras.satisfaction.sample import COMMUNICATION, INFORMATION, REGISTRY, survey_examples

    bodies = _bodies(forum)
    communication, registry = bodies["survey_keeper"][1], bodies["data_producer"][1]
    places = ((COMMUNICATION, communication), (INFORMATION, communication), (REGISTRY, registry))
    survey_examples(places, keeper=Account.objects.get(username="walidata"))
    problem_example("kualitas-layanan-komunikasi", keeper=Account.objects.get(username="bappeda"))


def _tell(forum: Forum) -> None:
    """Messages to the villages, some of which answer late or never; and who has a signal to read them."""
    from selaras.outreach.reach.sample import signal_examples
    from selaras.outreach.sample import tell_examples
    from selaras.people.models import Account

    writer, desk = (Account.objects.get(username=name) for name in ("ppid", "desa"))
    tell_examples(forum.cycle.region, writer=writer, desk=desk)
    signal_examples(forum.cycle.region, keeper=Account.objects.get(username="walidata"))


def _bodies(forum: Forum) -> dict[str, tuple[Any, ...]]:
    """Where people of the example work: at the village, district and agency of its first proposal with all, at the
    agency that registers inhabitants, and at that of communication.
    """
    from selaras.government.models import Agency

    whole = forum.proposals.exclude(village=None).exclude(handler=None).select_related("village", "district", "handler")
    first = whole.earliest("pk")
    agencies = Agency.objects.filter(region=forum.cycle.region)
    registry = agencies.get(code=PRODUCER)
    communication = agencies.filter(duties__field_code="2.16").first() or agencies.earliest("pk")
    return {
        "village_operator": (first.village,),
        "district_operator": (first.district,),
        "agency_planner": (None, first.handler),
        "data_producer": (None, registry),
        "survey_keeper": (None, communication),
        "survey_typist": (None, communication),
    }

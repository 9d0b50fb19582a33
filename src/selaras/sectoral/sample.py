"""A few invented tables for whoever looks at the program first: some released, one to be mended; each says so."""

from __future__ import annotations

import io

from selaras.government.models import Agency, Region
from selaras.people.models import Account
from selaras.sample import SEED
from selaras.sample.datasets import CODES, Table, make_tables
from selaras.sectoral.actions.checking import check_version, run_check
from selaras.sectoral.actions.describing import Described, describe_dataset
from selaras.sectoral.actions.looking import look_for_conflicts, run_look
from selaras.sectoral.actions.measuring import Measured, set_measure
from selaras.sectoral.actions.releasing import release
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.actions.submitting import submit
from selaras.sectoral.actions.uploading import upload_version
from selaras.sectoral.models import Dataset


def send_examples(region: Region, *, steward: Account) -> list[Dataset]:
    """Every table of the sample, described, checked, and released where it keeps its standard. Made once."""
    agencies = {agency.code: agency for agency in Agency.objects.filter(region=region)}
    known = set(Dataset.objects.values_list("code", flat=True))
    wanted = [table for table in make_tables(SEED) if table.code not in known and table.agency in agencies]
    sent = [_sent(table, agencies[table.agency], steward) for table in wanted]
    if sent:
        run_look(look_for_conflicts(actor=steward).pk)
    return sent


def _sent(table: Table, agency: Agency, steward: Account) -> Dataset:
    said = Described(
        table.title,
        f"{table.summary} Angka dibuat untuk contoh, bukan hasil pendataan.",
        Dataset.Frequency.YEARLY,
        table.concept,
        table.definition,
        table.section,
        unit=table.unit,
    )
    dataset = describe_dataset(table.code, agency, said, actor=steward)
    set_standard(dataset, table.schema, actor=steward)
    if table.compared:
        codes = "{name} {version}".format(**CODES)
        inhabitants = Measured("Jumlah penduduk", table.compared, "kode_kecamatan", codes, "jiwa", "tahun")
        set_measure(dataset, inhabitants, actor=steward)
    for name, content in table.files:
        version = upload_version(dataset, name, io.BytesIO(content), actor=steward)
        check = check_version(version, actor=steward)
        run_check(check.pk)
        check.refresh_from_db()
        if check.passed:
            version.refresh_from_db()
            release(submit(version, actor=steward), actor=steward)
    dataset.refresh_from_db()
    return dataset

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("government", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=150)),
                ("email", models.EmailField(blank=True, max_length=254)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("village_operator", "operator desa/kelurahan"),
                            ("district_operator", "operator kecamatan"),
                            ("agency_planner", "perencana perangkat daerah"),
                            ("planner", "Bappeda"),
                            ("treasury", "BPKAD"),
                            ("secretary", "sekretaris forum"),
                            ("participant", "peserta forum"),
                            ("observer", "pengamat"),
                            ("ppid_officer", "petugas PPID"),
                            ("ppid_superior", "atasan PPID"),
                            ("data_producer", "produsen data"),
                            ("data_steward", "walidata"),
                            ("security_officer", "petugas keamanan informasi"),
                            ("auditor", "pemeriksa"),
                            ("administrator", "administrator"),
                        ],
                        max_length=20,
                    ),
                ),
                ("token_digest", models.CharField(max_length=64, unique=True)),
                ("sent_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitation",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="government.agency"
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="government.region"
                    ),
                ),
            ],
            options={
                "ordering": ("-sent_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("region__isnull", True), ("agency__isnull", True), _connector="OR"),
                        name="people_invitation_one_body",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "session_key",
                    models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="session key"),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                ("started_at", models.DateTimeField(null=True)),
                ("seen_at", models.DateTimeField(null=True)),
                ("address", models.GenericIPAddressField(null=True)),
                ("browser", models.CharField(blank=True, max_length=200)),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "ordering": ("-seen_at",),
                "abstract": False,
            },
        ),
        migrations.AlterModelOptions(
            name="account",
            options={},
        ),
        migrations.AddField(
            model_name="role",
            name="delegated_from",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="delegations", to="people.role"
            ),
        ),
        migrations.AddField(
            model_name="role",
            name="reason",
            field=models.CharField(blank=True, max_length=255),
        ),
        migrations.AddField(
            model_name="role",
            name="until",
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name="role",
            name="kind",
            field=models.CharField(
                choices=[
                    ("village_operator", "operator desa/kelurahan"),
                    ("district_operator", "operator kecamatan"),
                    ("agency_planner", "perencana perangkat daerah"),
                    ("planner", "Bappeda"),
                    ("treasury", "BPKAD"),
                    ("secretary", "sekretaris forum"),
                    ("participant", "peserta forum"),
                    ("observer", "pengamat"),
                    ("ppid_officer", "petugas PPID"),
                    ("ppid_superior", "atasan PPID"),
                    ("data_producer", "produsen data"),
                    ("data_steward", "walidata"),
                    ("security_officer", "petugas keamanan informasi"),
                    ("auditor", "pemeriksa"),
                    ("administrator", "administrator"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"),
                condition=models.Q(("email", ""), _negated=True),
                name="people_account_email_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="role",
            constraint=models.CheckConstraint(
                condition=models.Q(("region__isnull", True), ("agency__isnull", True), _connector="OR"),
                name="people_role_one_body",
            ),
        ),
        migrations.AddConstraint(
            model_name="role",
            constraint=models.CheckConstraint(
                condition=models.Q(("delegated_from__isnull", True), ("until__isnull", False), _connector="OR"),
                name="people_delegation_ends",
            ),
        ),
    ]

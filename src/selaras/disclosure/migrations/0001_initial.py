import django.core.serializers.json
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("government", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Dispute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(blank=True, max_length=80)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("filed", "didaftarkan"),
                            ("mediation", "mediasi"),
                            ("adjudication", "ajudikasi"),
                            ("court", "pengadilan"),
                            ("closed", "selesai"),
                        ],
                        default="filed",
                        max_length=12,
                    ),
                ),
                ("filed_on", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "sepakat dalam mediasi"),
                            ("for_applicant", "pemohon dimenangkan"),
                            ("for_body", "badan publik dimenangkan"),
                            ("dropped", "dicabut atau gugur"),
                        ],
                        max_length=13,
                    ),
                ),
                ("outcome_text", models.TextField(blank=True)),
                ("closed_on", models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Exemption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=300)),
                ("withheld", models.TextField()),
                ("article", models.CharField(max_length=120)),
                ("if_opened", models.TextField()),
                ("if_closed", models.TextField()),
                ("public_interest", models.TextField()),
                ("lasts_until", models.DateField(null=True)),
                ("number", models.CharField(blank=True, max_length=120)),
                ("tested_on", models.DateField()),
                ("tested_by", models.CharField(max_length=150)),
                ("approved_at", models.DateTimeField(null=True)),
                ("approved_by", models.CharField(blank=True, max_length=150)),
                ("opened_on", models.DateField(null=True)),
            ],
            options={
                "ordering": ("body", "-tested_on", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("template", models.SlugField(blank=True, max_length=40)),
                ("submission", models.UUIDField(null=True)),
                (
                    "category",
                    models.CharField(
                        choices=[("periodic", "berkala"), ("immediate", "serta merta"), ("any_time", "setiap saat")],
                        max_length=9,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("summary", models.TextField()),
                ("unit", models.CharField(blank=True, max_length=150)),
                ("responsible", models.CharField(blank=True, max_length=150)),
                ("made_on", models.DateField(null=True)),
                ("made_where", models.CharField(blank=True, max_length=120)),
                (
                    "form",
                    models.CharField(
                        choices=[("printed", "cetak"), ("recorded", "rekam"), ("both", "cetak dan rekam")],
                        default="recorded",
                        max_length=8,
                    ),
                ),
                ("retention", models.CharField(blank=True, max_length=120)),
                ("link", models.URLField(blank=True, max_length=500)),
                ("withdrawn_on", models.DateField(null=True)),
                ("withdrawn_why", models.TextField(blank=True)),
                ("updated_on", models.DateField()),
                ("checked_on", models.DateField()),
                ("readability", models.PositiveSmallIntegerField(null=True)),
            ],
            options={
                "ordering": ("body", "category", "title", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=40, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="Clock",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("check", "memeriksa kelengkapan"),
                            ("complete", "melengkapi permohonan"),
                            ("answer", "menjawab permohonan"),
                            ("object", "mengajukan keberatan"),
                            ("superior", "menjawab keberatan"),
                            ("dispute", "mengajukan sengketa"),
                            ("settle", "menyelesaikan sengketa"),
                            ("court", "menggugat putusan"),
                        ],
                        max_length=8,
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("running", "berjalan"),
                            ("paused", "dihentikan sementara"),
                            ("met", "ditepati"),
                            ("late", "lewat"),
                            ("ended", "tidak berlaku lagi"),
                        ],
                        default="running",
                        max_length=7,
                    ),
                ),
                ("starts_on", models.DateField()),
                ("due_on", models.DateField(null=True)),
                ("done_on", models.DateField(null=True)),
                ("days", models.PositiveSmallIntegerField()),
                ("legal_basis", models.CharField(max_length=255)),
                ("extension_days", models.PositiveSmallIntegerField(default=0)),
                ("extension_reason", models.TextField(blank=True)),
                ("derivation", models.JSONField()),
                ("reminded_on", models.DateField(null=True)),
                (
                    "calendar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="government.calendar"
                    ),
                ),
            ],
            options={
                "ordering": ("request", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("token_digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["saved_at"], name="disclosure_draft_saved")],
            },
        ),
        migrations.CreateModel(
            name="Hearing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("filed", "didaftarkan"),
                            ("mediation", "mediasi"),
                            ("adjudication", "ajudikasi"),
                            ("court", "pengadilan"),
                            ("closed", "selesai"),
                        ],
                        max_length=12,
                    ),
                ),
                ("held_at", models.DateTimeField()),
                ("place", models.CharField(blank=True, max_length=200)),
                ("note", models.TextField(blank=True)),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hearings", to="disclosure.dispute"
                    ),
                ),
            ],
            options={
                "ordering": ("held_at",),
            },
        ),
        migrations.CreateModel(
            name="ItemFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("sealed", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                ("findings", models.JSONField(default=list)),
                ("unread", models.JSONField(default=list)),
                ("kept", models.JSONField(default=list)),
                ("reason", models.TextField(blank=True)),
                ("released", models.FileField(blank=True, max_length=255, upload_to="information/%Y")),
                ("released_digest", models.CharField(blank=True, max_length=64)),
                ("done", models.JSONField(default=list)),
                ("released_at", models.DateTimeField(null=True)),
                ("added_at", models.DateTimeField()),
                ("dropped_at", models.DateTimeField(null=True)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="disclosure.item"
                    ),
                ),
            ],
            options={
                "ordering": ("item", "pk"),
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="item",
            name="file",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="disclosure.itemfile"
            ),
        ),
        migrations.CreateModel(
            name="Knock",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=10)),
                ("sender", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "sender", "at"], name="disclosure_knock_recent")],
            },
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=70, unique=True)),
                ("submission", models.UUIDField(unique=True)),
                ("grounds", models.CharField(max_length=7)),
                ("text", models.TextField()),
                ("received_on", models.DateField()),
                ("received_at", models.DateTimeField()),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[("granted", "diterima"), ("partly", "diterima sebagian"), ("rejected", "ditolak")],
                        max_length=8,
                    ),
                ),
                ("decision_text", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("request", "pk"),
            },
        ),
        migrations.AddField(
            model_name="dispute",
            name="objection",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="dispute", to="disclosure.objection"
            ),
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("granted", "dikabulkan seluruhnya"),
                            ("partly", "dikabulkan sebagian"),
                            ("refused", "ditolak"),
                            ("not_held", "tidak dikuasai"),
                        ],
                        max_length=8,
                    ),
                ),
                ("text", models.TextField()),
                ("cost", models.PositiveBigIntegerField(default=0)),
                ("cost_note", models.CharField(blank=True, max_length=255)),
                ("made_at", models.DateTimeField()),
                ("delivered_at", models.DateTimeField(null=True)),
                ("delivered_how", models.CharField(blank=True, max_length=120)),
                ("published_as", models.CharField(blank=True, max_length=200)),
                ("published_at", models.DateTimeField(null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "objection",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer",
                        to="disclosure.objection",
                    ),
                ),
            ],
            options={
                "ordering": ("request", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Part",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.CharField(max_length=400)),
                (
                    "fate",
                    models.CharField(
                        choices=[
                            ("given", "diberikan"),
                            ("withheld", "dikecualikan"),
                            ("not_held", "tidak dikuasai"),
                            ("not_documented", "belum didokumentasikan"),
                        ],
                        max_length=14,
                    ),
                ),
                ("article", models.CharField(blank=True, max_length=120)),
                ("reason", models.TextField(blank=True)),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="disclosure.answer"
                    ),
                ),
                (
                    "exemption",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="disclosure.exemption",
                    ),
                ),
            ],
            options={
                "ordering": ("answer", "position"),
            },
        ),
        migrations.CreateModel(
            name="Pause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("begins_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                ("reason", models.TextField()),
                (
                    "clock",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pauses", to="disclosure.clock"
                    ),
                ),
            ],
            options={
                "ordering": ("clock", "begins_on"),
            },
        ),
        migrations.CreateModel(
            name="PublicBody",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("main", "PPID Utama"),
                            ("agency", "perangkat daerah"),
                            ("district", "kecamatan"),
                            ("village", "desa"),
                            ("urban_village", "kelurahan"),
                        ],
                        max_length=15,
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("address", models.CharField(blank=True, max_length=255)),
                ("phone", models.CharField(blank=True, max_length=30)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("hours", models.CharField(blank=True, max_length=120)),
                ("decree", models.CharField(blank=True, max_length=200)),
                ("decree_date", models.DateField(null=True)),
                (
                    "agency",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="public_body",
                        to="government.agency",
                    ),
                ),
                (
                    "helper",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="helped",
                        to="disclosure.publicbody",
                    ),
                ),
                (
                    "region",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="public_body",
                        to="government.region",
                    ),
                ),
                (
                    "superior",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answered_for",
                        to="disclosure.publicbody",
                    ),
                ),
            ],
            options={
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="Officer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "post",
                    models.CharField(
                        choices=[("superior", "atasan PPID"), ("head", "PPID"), ("desk", "petugas layanan informasi")],
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(max_length=150)),
                ("position", models.CharField(blank=True, max_length=150)),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="officers", to="disclosure.publicbody"
                    ),
                ),
            ],
            options={
                "ordering": ("body", "post", "pk"),
            },
        ),
        migrations.CreateModel(
            name="LetterTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("receipt", "Tanda bukti permohonan informasi"),
                            ("incomplete", "Surat keterangan permohonan belum lengkap"),
                            ("extension", "Pemberitahuan perpanjangan waktu"),
                            ("answer", "Pemberitahuan tertulis atas permohonan informasi"),
                            ("refusal", "Keputusan penolakan permohonan informasi"),
                            ("transfer", "Pemberitahuan penerusan permohonan"),
                            ("objection", "Tanda bukti keberatan"),
                            ("superior", "Tanggapan atasan PPID atas keberatan"),
                        ],
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("text", models.TextField(blank=True)),
                ("made_at", models.DateTimeField()),
                ("made_by_name", models.CharField(max_length=150)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letter_templates",
                        to="disclosure.publicbody",
                    ),
                ),
            ],
            options={
                "ordering": ("kind", "body", "-version"),
            },
        ),
        migrations.AddField(
            model_name="item",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="items", to="disclosure.publicbody"
            ),
        ),
        migrations.AddField(
            model_name="exemption",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="exemptions", to="disclosure.publicbody"
            ),
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("published", "diterbitkan"),
                            ("updated", "diperbarui"),
                            ("confirmed", "dipastikan masih sama"),
                            ("withdrawn", "ditarik"),
                            ("undone", "langkah terakhir dibatalkan"),
                        ],
                        max_length=9,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("actor_name", models.CharField(max_length=150)),
                ("content", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("changed", models.JSONField(default=list)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="disclosure.item"
                    ),
                ),
                (
                    "helping",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disclosure.publicbody",
                    ),
                ),
            ],
            options={
                "ordering": ("item", "-number"),
            },
        ),
        migrations.CreateModel(
            name="ReportText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "section",
                    models.CharField(
                        choices=[
                            ("policy", "Kebijakan pelayanan informasi"),
                            ("structure", "Struktur PPID"),
                            ("facilities", "Sarana dan prasarana"),
                            ("staff", "Sumber daya manusia"),
                            ("budget", "Anggaran dan penggunaannya"),
                            ("inside", "Kendala internal"),
                            ("outside", "Kendala eksternal"),
                            ("advice", "Rekomendasi dan rencana tindak lanjut"),
                            ("closing", "Penutup"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("changed_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_texts",
                        to="disclosure.publicbody",
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("body", "year", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("sequence", models.PositiveIntegerField()),
                ("number", models.CharField(max_length=60, unique=True)),
                ("submission", models.UUIDField(unique=True)),
                ("token_digest", models.CharField(max_length=64, unique=True)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("form", "formulir di situs"),
                            ("desk", "lisan di meja layanan"),
                            ("paper", "surat"),
                            ("mail", "surel"),
                            ("api", "aplikasi"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("checking", "diperiksa kelengkapannya"),
                            ("incomplete", "menunggu dilengkapi pemohon"),
                            ("open", "diproses"),
                            ("answered", "dijawab"),
                            ("lapsed", "gugur karena tidak dilengkapi"),
                            ("withdrawn", "ditarik pemohon"),
                            ("moved", "diteruskan"),
                        ],
                        default="checking",
                        max_length=10,
                    ),
                ),
                ("subject", models.TextField()),
                ("purpose", models.TextField(blank=True)),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[("view", "melihat atau mengetahui"), ("copy", "meminta salinan")],
                        max_length=5,
                    ),
                ),
                (
                    "form",
                    models.CharField(blank=True, choices=[("soft", "berkas digital"), ("hard", "cetak")], max_length=5),
                ),
                (
                    "delivery",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("site", "lewat situs"),
                            ("email", "surel"),
                            ("pickup", "diambil di meja layanan"),
                            ("post", "pos"),
                        ],
                        max_length=7,
                    ),
                ),
                ("received_on", models.DateField()),
                ("received_at", models.DateTimeField()),
                ("missing", models.JSONField(default=list)),
                ("complete_at_first", models.BooleanField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("synthetic", models.BooleanField(default=False)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="requests", to="disclosure.publicbody"
                    ),
                ),
                (
                    "moved_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_to",
                        to="disclosure.request",
                    ),
                ),
            ],
            options={
                "ordering": ("-received_at", "-pk"),
            },
        ),
        migrations.AddField(
            model_name="objection",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="objections", to="disclosure.request"
            ),
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("receipt", "Tanda bukti permohonan informasi"),
                            ("incomplete", "Surat keterangan permohonan belum lengkap"),
                            ("extension", "Pemberitahuan perpanjangan waktu"),
                            ("answer", "Pemberitahuan tertulis atas permohonan informasi"),
                            ("refusal", "Keputusan penolakan permohonan informasi"),
                            ("transfer", "Pemberitahuan penerusan permohonan"),
                            ("objection", "Tanda bukti keberatan"),
                            ("superior", "Tanggapan atasan PPID atas keberatan"),
                        ],
                        max_length=10,
                    ),
                ),
                ("about", models.CharField(max_length=40)),
                ("edition", models.PositiveSmallIntegerField(default=1)),
                ("number", models.CharField(max_length=90, unique=True)),
                ("wording_digest", models.CharField(max_length=64)),
                ("content_digest", models.CharField(max_length=64)),
                ("pdf", models.FileField(blank=True, max_length=255, upload_to="letters/%Y")),
                ("pdf_digest", models.CharField(max_length=64)),
                ("docx", models.FileField(blank=True, max_length=255, upload_to="letters/%Y")),
                ("docx_digest", models.CharField(max_length=64)),
                ("dated_on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("made_by_name", models.CharField(max_length=150)),
                ("erased_at", models.DateTimeField(null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="disclosure.lettertemplate",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="letters", to="disclosure.request"
                    ),
                ),
            ],
            options={
                "ordering": ("request", "pk"),
            },
        ),
        migrations.CreateModel(
            name="IdentityDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("identity", "kartu identitas"),
                            ("deed", "pengesahan badan hukum"),
                            ("proxy", "surat kuasa"),
                        ],
                        max_length=8,
                    ),
                ),
                ("media_type", models.CharField(max_length=100)),
                ("sealed", models.BinaryField(null=True)),
                ("added_at", models.DateTimeField()),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identity_documents",
                        to="disclosure.request",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.AddField(
            model_name="clock",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="clocks", to="disclosure.request"
            ),
        ),
        migrations.CreateModel(
            name="Arrival",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("sender", models.CharField(max_length=64)),
                (
                    "fate",
                    models.CharField(
                        choices=[
                            ("opened", "menjadi permohonan"),
                            ("filed", "disimpan pada permohonannya"),
                            ("automatic", "jawaban otomatis, tidak diproses"),
                            ("empty", "kosong, tidak diproses"),
                            ("too_many", "terlalu banyak dari satu pengirim, tidak diproses"),
                        ],
                        max_length=9,
                    ),
                ),
                ("from_applicant", models.BooleanField(default=False)),
                ("papers", models.PositiveSmallIntegerField(default=0)),
                ("left_out", models.PositiveSmallIntegerField(default=0)),
                ("sealed", models.BinaryField(null=True)),
                ("arrived_at", models.DateTimeField()),
                (
                    "request",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrivals",
                        to="disclosure.request",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Applicant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("person", "perorangan"), ("group", "kelompok orang"), ("entity", "badan hukum")],
                        max_length=6,
                    ),
                ),
                ("by_proxy", models.BooleanField(default=False)),
                ("sealed", models.BinaryField(null=True)),
                ("erased_at", models.DateTimeField(null=True)),
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="applicant", to="disclosure.request"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AnswerDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.JSONField()),
                ("saved_at", models.DateTimeField()),
                ("saved_by_name", models.CharField(max_length=150)),
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="draft", to="disclosure.request"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="answer",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="disclosure.request"
            ),
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
                ("actor_name", models.CharField(max_length=150)),
                ("reason", models.TextField(blank=True)),
                ("detail", models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "helping",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disclosure.publicbody",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="disclosure.request"
                    ),
                ),
            ],
            options={
                "ordering": ("request", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Mail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("side", models.CharField(choices=[("applicant", "pemohon"), ("desk", "meja layanan")], max_length=9)),
                ("sealed", models.BinaryField(null=True)),
                ("made_at", models.DateTimeField()),
                ("next_at", models.DateTimeField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("claimed_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("failure", models.CharField(blank=True, max_length=200)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="mails", to="disclosure.request"
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="mails", to="disclosure.step"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Training",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("held_on", models.DateField()),
                ("title", models.CharField(max_length=200)),
                ("attended", models.PositiveSmallIntegerField(default=1)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="trainings",
                        to="disclosure.publicbody",
                    ),
                ),
            ],
            options={
                "ordering": ("body", "-held_on"),
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("weight", models.PositiveSmallIntegerField()),
                (
                    "answer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="disclosure.answer",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="disclosure.item",
                    ),
                ),
                (
                    "word",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="mentions", to="disclosure.word"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WorkingFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("sealed", models.BinaryField()),
                ("digest", models.CharField(max_length=64)),
                ("findings", models.JSONField(default=list)),
                ("unread", models.JSONField(default=list)),
                ("kept", models.JSONField(default=list)),
                ("reason", models.TextField(blank=True)),
                ("released", models.FileField(blank=True, max_length=255, upload_to="information/%Y")),
                ("released_digest", models.CharField(blank=True, max_length=64)),
                ("done", models.JSONField(default=list)),
                ("released_at", models.DateTimeField(null=True)),
                ("added_at", models.DateTimeField()),
                (
                    "answer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="disclosure.answer",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="disclosure.request"
                    ),
                ),
            ],
            options={
                "ordering": ("request", "pk"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DraftPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("identity", "kartu identitas"),
                            ("deed", "pengesahan badan hukum"),
                            ("proxy", "surat kuasa"),
                        ],
                        max_length=8,
                    ),
                ),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("sealed", models.BinaryField()),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="papers", to="disclosure.draft"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [models.UniqueConstraint(fields=("draft", "kind"), name="disclosure_draft_paper_once")],
            },
        ),
        migrations.AddConstraint(
            model_name="itemfile",
            constraint=models.UniqueConstraint(fields=("item", "digest"), name="disclosure_item_file_once"),
        ),
        migrations.AddConstraint(
            model_name="itemfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("kept", []), models.Q(("reason", ""), _negated=True), _connector="OR"),
                name="disclosure_item_kept_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispute",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("closed_on__isnull", False), ("stage", "closed"), models.Q(("outcome", ""), _negated=True)
                    ),
                    models.Q(
                        models.Q(("stage", "closed"), _negated=True), ("closed_on__isnull", True), ("outcome", "")
                    ),
                    _connector="OR",
                ),
                name="disclosure_dispute_closed_with_outcome",
            ),
        ),
        migrations.AddIndex(
            model_name="part",
            index=models.Index(fields=["fate", "article", "answer"], name="disclosure_part_fate"),
        ),
        migrations.AddConstraint(
            model_name="part",
            constraint=models.UniqueConstraint(fields=("answer", "position"), name="disclosure_part_position"),
        ),
        migrations.AddConstraint(
            model_name="part",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("fate", "withheld"), _negated=True),
                    models.Q(
                        models.Q(("article", ""), _negated=True),
                        models.Q(("reason", ""), _negated=True),
                        ("exemption__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="disclosure_withheld_has_article_and_test",
            ),
        ),
        migrations.AddConstraint(
            model_name="pause",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_on__gte", models.F("begins_on")), _connector="OR"),
                name="disclosure_pause_ends_after",
            ),
        ),
        migrations.AddConstraint(
            model_name="pause",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends_on__isnull", True)), fields=("clock",), name="disclosure_one_open_pause"
            ),
        ),
        migrations.AddConstraint(
            model_name="publicbody",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agency__isnull", True), ("region__isnull", False)),
                    models.Q(("agency__isnull", False), ("region__isnull", True)),
                    _connector="OR",
                ),
                name="disclosure_body_one_place",
            ),
        ),
        migrations.AddConstraint(
            model_name="publicbody",
            constraint=models.CheckConstraint(
                condition=models.Q(("helper", models.F("pk")), _negated=True), name="disclosure_body_helped_by_other"
            ),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.UniqueConstraint(fields=("kind", "body", "version"), name="disclosure_template_version"),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("body__isnull", True)),
                fields=("kind", "version"),
                name="disclosure_template_version_for_all",
            ),
        ),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(fields=["-updated_on", "-id"], name="disclosure_item_newest"),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.UniqueConstraint(
                condition=models.Q(("template", ""), _negated=True),
                fields=("body", "template"),
                name="disclosure_item_once_a_template",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.UniqueConstraint(
                condition=models.Q(("submission__isnull", False)),
                fields=("body", "submission"),
                name="disclosure_item_once_a_submission",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("withdrawn_on__isnull", True), models.Q(("withdrawn_why", ""), _negated=True), _connector="OR"
                ),
                name="disclosure_withdrawn_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("title", ""), _negated=True), models.Q(("summary", ""), _negated=True)),
                name="disclosure_item_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(("checked_on__gte", models.F("updated_on"))),
                name="disclosure_item_checked_after_update",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_at__isnull", True), ("approved_by", "")),
                    models.Q(("approved_at__isnull", False), models.Q(("approved_by", ""), _negated=True)),
                    _connector="OR",
                ),
                name="disclosure_exemption_approved_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(fields=("item", "number"), name="disclosure_edition_number"),
        ),
        migrations.AddConstraint(
            model_name="reporttext",
            constraint=models.UniqueConstraint(fields=("body", "year", "section"), name="disclosure_report_text_once"),
        ),
        migrations.AddConstraint(
            model_name="reporttext",
            constraint=models.UniqueConstraint(
                condition=models.Q(("body__isnull", True)),
                fields=("year", "section"),
                name="disclosure_report_text_once_for_all",
            ),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(fields=["body", "state"], name="disclosure_request_desk"),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(
                fields=["received_on", "body", "state", "complete_at_first", "moved_from", "synthetic"],
                name="disclosure_request_received",
            ),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(fields=["body", "received_on"], name="disclosure_request_register"),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.UniqueConstraint(fields=("body", "year", "sequence"), name="disclosure_request_number"),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", False), ("state__in", ["lapsed", "withdrawn", "moved"])),
                    models.Q(("ended_at__isnull", True), ("state__in", ["checking", "incomplete", "open"])),
                    ("state", "answered"),
                    _connector="OR",
                ),
                name="disclosure_request_ended_when_over",
            ),
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.UniqueConstraint(
                condition=models.Q(("decided_at__isnull", True)),
                fields=("request",),
                name="disclosure_one_open_objection",
            ),
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("decision", "")),
                    models.Q(
                        ("decided_at__isnull", False),
                        models.Q(("decision", ""), _negated=True),
                        models.Q(("decision_text", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="disclosure_decision_has_text",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                fields=("request", "kind", "about", "edition"), name="disclosure_letter_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("erased_at__isnull", True),
                        models.Q(("pdf", ""), _negated=True),
                        models.Q(("docx", ""), _negated=True),
                    ),
                    models.Q(("docx", ""), ("erased_at__isnull", False), ("pdf", "")),
                    _connector="OR",
                ),
                name="disclosure_letter_kept_or_erased",
            ),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(fields=["kind", "state", "request", "due_on"], name="disclosure_clock_due"),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(fields=["due_on"], name="disclosure_clock_day"),
        ),
        migrations.AddIndex(
            model_name="clock",
            index=models.Index(
                fields=["kind", "request", "starts_on", "done_on", "calendar"], name="disclosure_clock_pace"
            ),
        ),
        migrations.AddConstraint(
            model_name="clock",
            constraint=models.UniqueConstraint(fields=("request", "kind", "round"), name="disclosure_clock_once"),
        ),
        migrations.AddConstraint(
            model_name="clock",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("extension_days", 0), models.Q(("extension_reason", ""), _negated=True), _connector="OR"
                ),
                name="disclosure_extension_has_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="clock",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("due_on__isnull", True), ("state", "paused")),
                    models.Q(models.Q(("state", "paused"), _negated=True), ("due_on__isnull", False)),
                    _connector="OR",
                ),
                name="disclosure_clock_due_unless_paused",
            ),
        ),
        migrations.AddIndex(
            model_name="arrival",
            index=models.Index(fields=["sender", "arrived_at"], name="disclosure_arrival_sender"),
        ),
        migrations.AddConstraint(
            model_name="arrival",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("fate__in", ["opened", "filed"]), ("request__isnull", False)),
                    models.Q(("fate__in", ["automatic", "empty", "too_many"]), ("request__isnull", True)),
                    _connector="OR",
                ),
                name="disclosure_arrival_has_its_case",
            ),
        ),
        migrations.AddConstraint(
            model_name="applicant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("erased_at__isnull", True), ("sealed__isnull", False)),
                    models.Q(("erased_at__isnull", False), ("sealed__isnull", True)),
                    _connector="OR",
                ),
                name="disclosure_applicant_sealed_or_erased",
            ),
        ),
        migrations.AddIndex(
            model_name="answer",
            index=models.Index(fields=["request", "objection", "outcome"], name="disclosure_answer_outcome"),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("objection__isnull", True)), fields=("request",), name="disclosure_answered_once"
            ),
        ),
        migrations.AddIndex(
            model_name="mail",
            index=models.Index(
                condition=models.Q(("claimed_at__isnull", True)), fields=["next_at"], name="disclosure_mail_waiting"
            ),
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.UniqueConstraint(fields=("step", "side"), name="disclosure_mail_once_a_step"),
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.CheckConstraint(
                condition=models.Q(("sent_at__isnull", True), ("claimed_at__isnull", False), _connector="OR"),
                name="disclosure_mail_claimed_first",
            ),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer__isnull", True), ("item__isnull", False)),
                    models.Q(("answer__isnull", False), ("item__isnull", True)),
                    _connector="OR",
                ),
                name="disclosure_mention_of_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.UniqueConstraint(
                condition=models.Q(("item__isnull", False)),
                fields=("word", "item"),
                name="disclosure_mention_item_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answer__isnull", False)),
                fields=("word", "answer"),
                name="disclosure_mention_answer_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="workingfile",
            constraint=models.UniqueConstraint(fields=("request", "digest"), name="disclosure_file_once"),
        ),
        migrations.AddConstraint(
            model_name="workingfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer__isnull", True), ("released_at__isnull", False), _connector="OR"),
                name="disclosure_only_released_goes_out",
            ),
        ),
        migrations.AddConstraint(
            model_name="workingfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("kept", []), models.Q(("reason", ""), _negated=True), _connector="OR"),
                name="disclosure_kept_with_reason",
            ),
        ),
    ]

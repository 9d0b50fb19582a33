import django.core.serializers.json
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


def tell_apart(apps, _):
    """Until now only aligning wrote a word of the partner."""
    recommendations = apps.get_model("forum", "Recommendation").objects
    recommendations.filter(level="partner").update(by="aligning")


class Migration(migrations.Migration):
    dependencies = [
        ("forum", "0001_initial"),
        ("government", "0001_initial"),
        ("people", "0002_bodies_invitations_sessions"),
        ("planning", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=255)),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "menunggu"), ("floor", "sedang dibahas"), ("done", "selesai")],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("started_at", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="agenda", to="forum.forum"
                    ),
                ),
                ("proposals", models.ManyToManyField(related_name="agenda_items", to="forum.proposal")),
            ],
            options={
                "ordering": ("forum", "position", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "floor")), fields=("forum",), name="forum_one_item_on_floor"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Computation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("decide", "keputusan"), ("write", "dokumen")], default="decide", max_length=6
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        choices=[
                            ("ranked", "urutan nilai"),
                            ("optimal", "nilai total tertinggi"),
                            ("equal_shares", "bagian setara"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "menunggu giliran"),
                            ("running", "sedang dihitung"),
                            ("done", "selesai"),
                            ("failed", "gagal"),
                        ],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("step", models.PositiveSmallIntegerField(default=0)),
                ("words", models.CharField(blank=True, max_length=1000)),
                ("asked_at", models.DateTimeField(auto_now_add=True)),
                ("moved_at", models.DateTimeField(auto_now=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="forum.decision"
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="computations", to="forum.forum"
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("waiting", "running"))),
                        fields=("forum",),
                        name="forum_one_computation",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("code", models.CharField(blank=True, max_length=20)),
                ("text", models.CharField(max_length=600)),
                ("place", models.PositiveSmallIntegerField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "catalogue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="planning.catalogue"
                    ),
                ),
                (
                    "proposal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="confirmation", to="forum.proposal"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["by", "at"], name="forum_confirmed_by")],
            },
        ),
        migrations.CreateModel(
            name="Digest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("tasks", models.PositiveSmallIntegerField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("account", "day"), name="forum_digest_once_a_day")],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=30)),
                ("at", models.DateTimeField()),
                ("actor_name", models.CharField(max_length=150)),
                ("body", models.CharField(blank=True, max_length=200)),
                ("before", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, null=True)),
                ("after", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, null=True)),
                ("reason", models.TextField(blank=True)),
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
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="events", to="forum.proposal"
                    ),
                ),
                (
                    "undoes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="undone_by",
                        to="forum.event",
                    ),
                ),
            ],
            options={
                "ordering": ("proposal", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind__in", ["corrected", "rerouted", "merged", "split", "withdrawn"]), _negated=True
                            ),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="forum_event_has_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GroupVerdict",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("key", models.CharField(max_length=64)),
                ("same", models.BooleanField()),
                ("reason", models.TextField(blank=True)),
                ("found_confidence", models.FloatField()),
                ("found_reason", models.CharField(max_length=400)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="group_verdicts", to="forum.forum"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [models.UniqueConstraint(fields=("forum", "key"), name="forum_group_verdict_once")],
            },
        ),
        migrations.CreateModel(
            name="Lineage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("merged", "digabung ke dalam"),
                            ("split", "dipecah menjadi"),
                            ("carried", "dibawa ke tahun berikutnya sebagai"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "origin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="descendants", to="forum.proposal"
                    ),
                ),
                (
                    "result",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ancestors", to="forum.proposal"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("origin", "result"), name="forum_lineage_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "merged")), fields=("origin",), name="forum_lineage_merged_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin", models.F("result")), _negated=True), name="forum_lineage_other"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("data", models.BinaryField()),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="material", to="forum.decision"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OverlapVerdict",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("first", models.CharField(max_length=80)),
                ("second", models.CharField(max_length=80)),
                ("reason", models.TextField()),
                (
                    "agency",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="government.agency"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="overlap_verdicts", to="forum.forum"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("forum", "first", "second"), name="forum_overlap_verdict_once"),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="forum_overlap_verdict_reason"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Override",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("fund", "didanai"), ("refuse", "tidak didanai")], max_length=6)),
                ("volume", models.DecimalField(decimal_places=3, max_digits=16, null=True)),
                ("cost", models.BigIntegerField(null=True)),
                ("reason", models.TextField()),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="overrides", to="forum.forum"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="overrides", to="forum.proposal"
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at__isnull", True)),
                        fields=("proposal",),
                        name="forum_override_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="forum_override_has_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cost__isnull", True), ("cost__gt", 0), _connector="OR"),
                        name="forum_override_cost",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file", models.FileField(upload_to="photos/%Y")),
                ("digest", models.CharField(max_length=64)),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="photos", to="forum.proposal"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [models.UniqueConstraint(fields=("proposal", "digest"), name="forum_photo_once")],
            },
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quarter", models.PositiveSmallIntegerField()),
                ("percent", models.PositiveSmallIntegerField()),
                ("spent", models.BigIntegerField()),
                ("note", models.CharField(blank=True, max_length=400)),
                ("reported_at", models.DateTimeField(auto_now=True)),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="progress", to="forum.proposal"
                    ),
                ),
            ],
            options={
                "ordering": ("proposal", "quarter"),
                "constraints": [
                    models.UniqueConstraint(fields=("proposal", "quarter"), name="forum_progress_once"),
                    models.CheckConstraint(
                        condition=models.Q(("quarter__gte", 1), ("quarter__lte", 4)), name="forum_progress_quarter"
                    ),
                    models.CheckConstraint(condition=models.Q(("percent__lte", 100)), name="forum_progress_percent"),
                    models.CheckConstraint(condition=models.Q(("spent__gte", 0)), name="forum_progress_spent"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("scoring", "penilaian"),
                            ("approval", "pilihan usulan"),
                            ("question", "setuju atau tidak"),
                        ],
                        max_length=8,
                    ),
                ),
                ("secret", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "disiapkan"), ("open", "dibuka"), ("closed", "ditutup")],
                        default="draft",
                        max_length=6,
                    ),
                ),
                ("opened_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("scales", models.JSONField(default=list)),
                ("digest", models.CharField(blank=True, max_length=64)),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rounds", to="forum.forum"
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", True), ("opened_at__isnull", True), ("state", "draft")),
                            models.Q(("closed_at__isnull", True), ("opened_at__isnull", False), ("state", "open")),
                            models.Q(("closed_at__isnull", False), ("opened_at__isnull", False), ("state", "closed")),
                            _connector="OR",
                        ),
                        name="forum_round_state_has_times",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Settlement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("item", models.CharField(max_length=80)),
                ("kind", models.CharField(max_length=40)),
                ("sentence", models.CharField(max_length=600)),
                ("note", models.TextField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="settlements", to="forum.forum"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("forum", "item", "kind", "sentence"), name="forum_settlement_once"),
                    models.CheckConstraint(
                        condition=models.Q(("note", ""), _negated=True), name="forum_settlement_note"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Signatory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("office", models.CharField(max_length=150)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="signatories", to="forum.forum"
                    ),
                ),
            ],
            options={
                "ordering": ("forum", "position"),
                "constraints": [
                    models.UniqueConstraint(fields=("forum", "office"), name="forum_signatory_office"),
                    models.UniqueConstraint(fields=("forum", "account"), name="forum_signatory_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=150)),
                ("office", models.CharField(max_length=150)),
                (
                    "proof",
                    models.CharField(choices=[("code", "kode sekali pakai"), ("password", "kata sandi")], max_length=8),
                ),
                ("signed_at", models.DateTimeField()),
                ("documents_digest", models.CharField(max_length=64)),
                ("decision_digest", models.CharField(max_length=64)),
                ("audit_head", models.CharField(max_length=64)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="signatures", to="forum.decision"
                    ),
                ),
            ],
            options={
                "ordering": ("decision", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("decision", "account"),
                        name="forum_signature_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Motion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("element", models.CharField(max_length=120)),
                ("volume_from", models.DecimalField(decimal_places=3, max_digits=16, null=True)),
                ("cost_from", models.BigIntegerField(null=True)),
                ("volume_to", models.DecimalField(decimal_places=3, max_digits=16, null=True)),
                ("cost_to", models.BigIntegerField(null=True)),
                ("reason", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("raised", "diajukan"),
                            ("seconded", "didukung"),
                            ("accepted", "disetujui"),
                            ("refused", "tidak disetujui"),
                            ("withdrawn", "ditarik"),
                        ],
                        default="raised",
                        max_length=9,
                    ),
                ),
                ("seconded_by", models.CharField(blank=True, max_length=120)),
                ("answer", models.TextField(blank=True)),
                ("replaced", models.JSONField(null=True)),
                ("raised_at", models.DateTimeField(auto_now_add=True)),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="motions", to="forum.forum"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="motions",
                        to="forum.agendaitem",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="forum.participant",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, related_name="motions", to="forum.proposal"
                    ),
                ),
            ],
            options={
                "ordering": ("forum", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cost_to", None), ("volume_to", None), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                        ),
                        name="forum_motion_changes_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("state__in", ["raised", "seconded"])),
                            models.Q(
                                models.Q(("state__in", ["raised", "seconded"]), _negated=True),
                                models.Q(("settled_at", None), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="forum_motion_settled",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cost_to", None), ("cost_to__gte", 0), _connector="OR"),
                        name="forum_motion_cost",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(blank=True)),
                ("edition", models.PositiveIntegerField(default=0)),
                ("saved_at", models.DateTimeField(auto_now=True)),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="note", to="forum.agendaitem"
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("element", models.CharField(max_length=120)),
                ("text", models.TextField()),
                ("answer", models.TextField(blank=True)),
                ("raised_at", models.DateTimeField(auto_now_add=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="objections", to="forum.forum"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="objections",
                        to="forum.agendaitem",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="forum.participant",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="forum.proposal"
                    ),
                ),
            ],
            options={
                "ordering": ("forum", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="forum_objection_says_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RoundItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "proposal",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="forum.proposal"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="forum.round"
                    ),
                ),
            ],
            options={
                "ordering": ("round", "position"),
                "constraints": [
                    models.UniqueConstraint(fields=("round", "position"), name="forum_round_position"),
                    models.UniqueConstraint(fields=("round", "proposal"), name="forum_round_proposal"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Slip",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("token_digest", models.CharField(blank=True, max_length=64)),
                ("answers", models.JSONField(default=dict)),
                ("complete", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=0)),
                ("label", models.CharField(blank=True, max_length=20)),
                (
                    "participant",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="forum.participant"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="slips", to="forum.round"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("participant__isnull", False)),
                        fields=("round", "participant"),
                        name="forum_slip_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("token_digest", ""), _negated=True),
                        fields=("round", "token_digest"),
                        name="forum_slip_token_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("label", ""), _negated=True),
                        fields=("round", "label"),
                        name="forum_slip_label_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("participant__isnull", True),
                            models.Q(("label", ""), ("token_digest", "")),
                            _connector="OR",
                        ),
                        name="forum_slip_named_or_secret",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VerdictMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("joins", models.BooleanField()),
                ("leads", models.BooleanField(default=False)),
                ("led", models.BooleanField(default=False)),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="verdicts", to="forum.proposal"
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="members", to="forum.groupverdict"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("verdict", "proposal"), name="forum_verdict_member_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Voter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("voted", models.BooleanField(default=False)),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="forum.participant"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="voters", to="forum.round"
                    ),
                ),
            ],
            options={
                "ordering": ("participant",),
                "constraints": [models.UniqueConstraint(fields=("round", "participant"), name="forum_voter_once")],
            },
        ),
        migrations.RemoveConstraint(
            model_name="recommendation",
            name="forum_recommendation_once",
        ),
        migrations.AddField(
            model_name="decision",
            name="locked_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="decision",
            name="locked_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="tells_signatures",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="duplicategroup",
            name="judged",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="forum",
            name="check_in_open",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="forum",
            name="publish_when_locked",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="participant",
            name="account",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="participations",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="participant",
            name="checked_in_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="participant",
            name="checked_in_by",
            field=models.CharField(
                blank=True, choices=[("link", "tautan pribadi"), ("desk", "meja daftar hadir")], max_length=4
            ),
        ),
        migrations.AddField(
            model_name="participant",
            name="invited",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="participant",
            name="link_ends_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="participant",
            name="token_digest",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="proposal",
            name="ending",
            field=models.CharField(
                blank=True,
                choices=[("withdrawn", "ditarik"), ("merged", "digabung"), ("split", "dipecah")],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="proposal",
            name="routed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="proposal",
            name="submission",
            field=models.UUIDField(null=True, unique=True),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="by",
            field=models.CharField(
                choices=[("person", "seseorang"), ("file", "berkas"), ("aligning", "penyelarasan")],
                default="person",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="changes",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="made_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="made_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("locked_at__isnull", True), ("locked_by__isnull", True)),
                    models.Q(("locked_at__isnull", False), ("locked_by__isnull", False)),
                    _connector="OR",
                ),
                name="forum_lock_has_a_hand",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(fields=("forum", "account"), name="forum_participant_account"),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("token_digest", ""), _negated=True),
                fields=("token_digest",),
                name="forum_participant_token",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("link_ends_at", None), ("token_digest", "")),
                    models.Q(
                        models.Q(("token_digest", ""), _negated=True), models.Q(("link_ends_at", None), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="forum_participant_link_ends",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("checked_in_at", None), ("checked_in_by", "")),
                    models.Q(
                        ("present", True),
                        models.Q(("checked_in_at", None), _negated=True),
                        models.Q(("checked_in_by", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="forum_participant_checked_in",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("by", "aligning"), _negated=True),
                fields=("proposal", "level"),
                name="forum_recommendation_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("by", "aligning")), fields=("proposal",), name="forum_sent_on_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.CheckConstraint(
                condition=models.Q(("changes", False), models.Q(("reason", ""), _negated=True), _connector="OR"),
                name="forum_change_has_reason",
            ),
        ),
        migrations.RunPython(tell_apart, migrations.RunPython.noop),
    ]

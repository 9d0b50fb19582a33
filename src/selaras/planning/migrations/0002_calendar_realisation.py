import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("government", "0001_initial"),
        ("planning", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Realisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quarter", models.PositiveSmallIntegerField()),
                ("value", models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ("spent", models.BigIntegerField()),
                ("note", models.CharField(blank=True, max_length=400)),
                ("reported_at", models.DateTimeField(auto_now=True)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="realisations",
                        to="planning.workplanitem",
                    ),
                ),
            ],
            options={
                "ordering": ("item", "quarter"),
                "constraints": [
                    models.UniqueConstraint(fields=("item", "quarter"), name="planning_realisation_once"),
                    models.CheckConstraint(
                        condition=models.Q(("quarter__gte", 1), ("quarter__lte", 4)),
                        name="planning_realisation_quarter",
                    ),
                    models.CheckConstraint(condition=models.Q(("spent__gte", 0)), name="planning_realisation_spent"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Stage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(max_length=40)),
                ("name", models.CharField(max_length=120)),
                ("task", models.CharField(blank=True, max_length=300)),
                ("opens_on", models.DateField()),
                ("closes_on", models.DateField()),
                ("roles", models.JSONField(default=list)),
                ("legal_basis", models.CharField(blank=True, max_length=255)),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stages", to="planning.cycle"
                    ),
                ),
            ],
            options={
                "ordering": ("opens_on", "closes_on", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "key"), name="planning_stage_once"),
                    models.CheckConstraint(
                        condition=models.Q(("closes_on__gte", models.F("opens_on"))),
                        name="planning_stage_closes_after_opening",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="cycle",
            name="closed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="workplanitem",
            name="carried_from",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="carried_to",
                to="planning.workplanitem",
            ),
        ),
        migrations.AlterConstraint(
            model_name="ceiling",
            name="planning_ceiling_once",
            constraint=models.UniqueConstraint(
                fields=("cycle", "kind", "agency", "programme", "district", "source_of_funds"),
                name="planning_ceiling_once",
                nulls_distinct=False,
                violation_error_message="Pagu untuk hal ini sudah ada. Ubah yang sudah ada.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="ceiling",
            name="planning_ceiling_not_negative",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gte", 0)),
                name="planning_ceiling_not_negative",
                violation_error_message="Pagu tidak boleh negatif.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="ceiling",
            name="planning_minimum_inside_ceiling",
            constraint=models.CheckConstraint(
                condition=models.Q(("minimum__gte", 0), ("minimum__lte", models.F("amount"))),
                name="planning_minimum_inside_ceiling",
                violation_error_message="Belanja paling sedikit tidak boleh negatif atau melebihi pagunya.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="regionalpriority",
            name="planning_priority_number",
            constraint=models.UniqueConstraint(
                fields=("cycle", "number"),
                name="planning_priority_number",
                violation_error_message="Nomor prioritas ini sudah dipakai. Pilih nomor lain.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="strategictarget",
            name="planning_strategic_target_once",
            constraint=models.UniqueConstraint(
                fields=("cycle", "agency", "code", "indicator", "year"),
                name="planning_strategic_target_once",
                violation_error_message="Target indikator ini untuk tahun itu sudah ada. Ubah yang sudah ada.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="workplanitem",
            name="planning_work_plan_key",
            constraint=models.UniqueConstraint(
                fields=("cycle", "key"),
                name="planning_work_plan_key",
                violation_error_message="Nomor baris ini sudah dipakai. Pilih nomor lain.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="workplanitem",
            name="planning_work_plan_cost",
            constraint=models.CheckConstraint(
                condition=models.Q(("cost__gte", 0)),
                name="planning_work_plan_cost",
                violation_error_message="Pagu indikatif tidak boleh negatif.",
            ),
        ),
    ]

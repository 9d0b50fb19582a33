from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("exposure", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="computation",
            name="kind",
            field=models.CharField(
                choices=[
                    ("exposure", "keterpaparan"),
                    ("plan", "rencana perbaikan"),
                    ("curve", "sepuluh anggaran"),
                    ("proposed", "usulan ke forum"),
                ],
                max_length=8,
            ),
        ),
    ]

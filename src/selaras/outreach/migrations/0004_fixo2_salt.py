from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("outreach", "0003_fixo2_unkept"),
    ]

    operations = [
        migrations.CreateModel(
            name="DaySalt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(unique=True)),
                ("salt", models.CharField(max_length=64)),
            ],
        ),
        migrations.AlterField(
            model_name="signalreport",
            name="network",
            field=models.CharField(blank=True, max_length=32),
        ),
    ]

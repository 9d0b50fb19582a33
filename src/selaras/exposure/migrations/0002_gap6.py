from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("exposure", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="incident",
            name="high_risk",
            field=models.BooleanField(default=False),
        ),
    ]

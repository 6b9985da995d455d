import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import articles.models.text_print
from articles.prints import prints_of

# A print is posted and taken away with the set it belongs to, whoever writes that.
POST = """
CREATE FUNCTION archive_print_set_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM articles_textprint print USING unnest(OLD.values) AS gone (value)
        WHERE print.value = gone.value AND print.article_id = OLD.article_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO articles_textprint (value, article_id) SELECT unnest(NEW.values), NEW.article_id;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER print_set_is_posted AFTER INSERT OR UPDATE OR DELETE ON articles_printset
FOR EACH ROW EXECUTE FUNCTION archive_print_set_changed();
"""
DROP = "DROP TRIGGER print_set_is_posted ON articles_printset; DROP FUNCTION archive_print_set_changed();"


def derive_prints(apps, schema_editor):
    """Give the articles already on record the prints that they are compared by now."""
    sets = apps.get_model("articles", "PrintSet").objects
    for article in apps.get_model("articles", "Article").objects.iterator(chunk_size=500):
        headline = "" if article.headline_supplied else article.headline
        sets.create(article_id=article.pk, values=prints_of("\n".join((headline, article.lede, article.body))))


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0005_safeguards'),
    ]

    operations = [
        migrations.DeleteModel(name='TextPrint'),
        migrations.CreateModel(
            name='TextPrint',
            fields=[
                ('pk', models.CompositePrimaryKey('value', 'article', blank=True, editable=False, primary_key=True, serialize=False)),
                ('value', models.BigIntegerField()),
                ('article', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='articles.article')),
            ],
            options={
                'verbose_name': 'text print',
                'verbose_name_plural': 'text prints',
            },
        ),
        migrations.CreateModel(
            name='PrintSet',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='print_set', serialize=False, to='articles.article')),
                ('values', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
            ],
            options={
                'verbose_name': 'prints of a text',
                'verbose_name_plural': 'prints of texts',
            },
        ),
        migrations.CreateModel(
            name='TextMeaning',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='meaning', serialize=False, to='articles.article')),
                ('language', models.CharField(max_length=8)),
                ('signs', articles.models.text_print.SignsField()),
                ('values', models.BinaryField(max_length=512)),
            ],
            options={
                'verbose_name': 'meaning of a text',
                'verbose_name_plural': 'meanings of texts',
            },
        ),
        migrations.RunSQL(POST, DROP),
        migrations.RunPython(derive_prints, migrations.RunPython.noop),
    ]

"""Former addresses of people and institutions, which the database notes whatever door changed a slug."""

import django.db.models.deletion
from django.db import migrations, models

NOTED = """
-- Where a record takes a slug that another one had, the address is its own from now on.
CREATE FUNCTION archive_slug_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM articles_formerslug WHERE slug = NEW.slug;
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO articles_formerslug (slug, agent_id) VALUES (OLD.slug, OLD.id)
            ON CONFLICT (slug) DO UPDATE SET agent_id = EXCLUDED.agent_id;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER articles_agent_slug_taken AFTER INSERT ON articles_agent FOR EACH ROW
    EXECUTE FUNCTION archive_slug_changed();
CREATE TRIGGER articles_agent_slug_changed AFTER UPDATE OF slug ON articles_agent FOR EACH ROW
    WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION archive_slug_changed();
"""
NOT_NOTED = """
DROP TRIGGER articles_agent_slug_changed ON articles_agent;
DROP TRIGGER articles_agent_slug_taken ON articles_agent;
DROP FUNCTION archive_slug_changed();
"""


class Migration(migrations.Migration):
    """A new table; nothing is read."""

    dependencies = [("articles", "0020_pairs")]

    operations = [
        migrations.CreateModel(
            name="FormerSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=200, unique=True, verbose_name="slug")),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_slugs",
                        to="articles.agent",
                    ),
                ),
            ],
            options={"verbose_name": "former address", "verbose_name_plural": "former addresses"},
        ),
        migrations.RunSQL(NOTED, NOT_NOTED),
    ]

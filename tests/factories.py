"""Makes records for tests: valid, small, different from each other."""

import hashlib

import factory
from factory.django import DjangoModelFactory

from articles import models
from articles.dates import EdtfDate
from articles.vocabulary import AgentKind, FoundBy, MentionStatus, NameForm


class SourceFactory(DjangoModelFactory):
    """An outlet."""

    class Meta:
        model = models.Source

    name = factory.Sequence(lambda n: f"Journal {n}")


class TagFactory(DjangoModelFactory):
    """A tag with a label in both languages."""

    class Meta:
        model = models.Tag

    pref_label_fr = factory.Sequence(lambda n: f"Thème {n}")
    pref_label_en = factory.Sequence(lambda n: f"Subject {n}")


class AgentFactory(DjangoModelFactory):
    """An agent; `names` maps languages to authorized names, `variants` lists other spellings."""

    class Meta:
        model = models.Agent
        skip_postgeneration_save = True

    kind = AgentKind.PERSON
    key = factory.Sequence(lambda n: f"agent-{n}")

    @factory.post_generation
    def names(self, create, extracted, **kwargs):
        for language, text in (extracted or {"fr": f"Prénom {self.key.title()}"}).items():
            AgentNameFactory(agent=self, text=text, language=language, form=NameForm.AUTHORIZED)

    @factory.post_generation
    def variants(self, create, extracted, **kwargs):
        for text in extracted or ():
            form = NameForm.ACRONYM if text.isupper() else NameForm.VARIANT
            AgentNameFactory(agent=self, text=text, language="", form=form)


class PersonFactory(AgentFactory):
    """A person."""

    class Meta:
        model = models.Person
        skip_postgeneration_save = True


class InstitutionFactory(AgentFactory):
    """An institution."""

    class Meta:
        model = models.Institution
        skip_postgeneration_save = True

    kind = AgentKind.INSTITUTION


class AgentNameFactory(DjangoModelFactory):
    """A name."""

    class Meta:
        model = models.AgentName

    agent = factory.SubFactory(PersonFactory)
    text = factory.Sequence(lambda n: f"Nom Numéro{n}")
    form = NameForm.VARIANT


class AccessionBatchFactory(DjangoModelFactory):
    """A batch."""

    class Meta:
        model = models.AccessionBatch

    program_version = "test"


class AccessionFactory(DjangoModelFactory):
    """An accession of the bytes of `text`."""

    class Meta:
        model = models.Accession

    class Params:
        text = factory.Sequence(lambda n: f"Texte source {n}.")

    batch = factory.SubFactory(AccessionBatchFactory)
    source_bytes = factory.LazyAttribute(lambda accession: accession.text.encode())
    sha256 = factory.LazyAttribute(lambda accession: hashlib.sha256(accession.source_bytes).hexdigest())
    path = factory.Sequence(lambda n: f"texte-{n}.txt")
    encoding = "utf-8"


class ArticleFactory(DjangoModelFactory):
    """A published French record; `date` is given in EDTF, `tags` as a list."""

    class Meta:
        model = models.Article
        skip_postgeneration_save = True

    headline = factory.Sequence(lambda n: f"Titre numéro {n}")
    lede = "Le chapeau du texte."
    body = "Le corps du texte.\n\nUn second paragraphe."
    language = "fr"

    @classmethod
    def _adjust_kwargs(cls, **kwargs):
        if isinstance(kwargs.get("date"), str):
            kwargs["date"] = EdtfDate.parse(kwargs["date"])
        return kwargs

    @factory.post_generation
    def tags(self, create, extracted, **kwargs):
        if extracted:
            self.tags.set(extracted)


class MentionFactory(DjangoModelFactory):
    """A linked mention of `exact` where it first stands in the field; the article must hold it."""

    class Meta:
        model = models.Mention

    article = factory.SubFactory(ArticleFactory)
    agent = factory.SubFactory(PersonFactory)
    field = "body"
    exact = "corps"
    start = factory.LazyAttribute(
        lambda mention: getattr(mention.article, mention.field).index(mention.exact)
    )
    end = factory.LazyAttribute(lambda mention: mention.start + len(mention.exact))
    found_by = FoundBy.NAME
    status = MentionStatus.LINKED


class TranslationFactory(DjangoModelFactory):
    """A link between a French text and an English one."""

    class Meta:
        model = models.Translation

    original = factory.SubFactory(ArticleFactory)
    translation = factory.SubFactory(ArticleFactory, language="en", headline="The headline", body="The text.")

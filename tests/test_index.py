"""The index is a projection: true after every change, made anew without closing, its falsehoods found."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event

import pytest
from django.core.management import call_command
from django.db import connection, connections, transaction

from articles.facet_codes import (
    FacetCounts,
    FacetKind,
    Flag,
    facet_code,
    kind_of,
    language_named,
    language_value,
    value_of,
)
from articles.languages import LANGUAGES
from articles.models import (
    Accession,
    AccessionBatch,
    Agent,
    Article,
    FacetCount,
    Mention,
    SearchEntry,
    SearchSample,
)
from articles.search import index
from articles.search.archive import archive_counts, archive_version, whole_counts
from articles.search.index import RebuildUnderWayError, check_index, rebuild_index
from articles.vocabulary import AgentKind, ArticleStatus
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_language_code_is_the_same_number_here_and_in_the_database(code):
    with connection.cursor() as cursor:
        cursor.execute("SELECT archive_language_value(%s)", [code])
        assert cursor.fetchone() == (language_value(code),)
    assert language_named(language_value(code)) == code


def test_a_code_tells_its_kind_and_its_value():
    code = facet_code(FacetKind.TAG, 12_345_678)
    assert (kind_of(code), value_of(code)) == (FacetKind.TAG, 12_345_678)
    with connection.cursor() as cursor:
        cursor.execute("SELECT archive_code(6, 12345678), array(SELECT archive_codes('\\x0102030405060708'))")
        assert cursor.fetchone() == (code, [0x01020304, 0x05060708])


def test_the_facets_of_an_entry_say_what_the_record_says(cast):
    article = factories.ArticleFactory(date="2016-12", language="fr", headline="Nikolaï Patrouchev à Rabat")
    factories.MentionFactory(
        article=article, agent=cast.patrouchev, field="headline", exact="Nikolaï Patrouchev"
    )
    factories.MentionFactory(article=article, agent=cast.council, exact=article.body.split()[0])
    counts = FacetCounts.of(bytes(SearchEntry.objects.get(pk=article.pk).facets))
    assert counts.by_month(2016) == {12: 1}
    assert counts.of_kind(FacetKind.PERSON) == {cast.patrouchev.pk: 1}
    assert counts.of_kind(FacetKind.INSTITUTION) == {cast.council.pk: 1}
    assert [language_named(value) for value in counts.of_kind(FacetKind.LANGUAGE)] == ["fr"]
    assert counts.of_flag(Flag.DAY_UNKNOWN) == 1
    assert counts.of_flag(Flag.UNDATED) == 0


@pytest.mark.parametrize(
    ("date", "months", "flag"),
    [
        ("2016-12-15", {(2016 << 4) + 12: 1}, None),
        ("2016-12", {(2016 << 4) + 12: 1}, Flag.DAY_UNKNOWN),
        ("2016", {2016 << 4: 1}, Flag.DAY_UNKNOWN),
        ("2016-11/2017-02", {}, Flag.SPAN),
        ("../2016", {}, Flag.SPAN),
        (None, {}, Flag.UNDATED),
    ],
)
def test_a_date_is_counted_no_nearer_than_it_is_known(date, months, flag):
    article = factories.ArticleFactory(date=date)
    counts = FacetCounts.of(bytes(SearchEntry.objects.get(pk=article.pk).facets))
    assert counts.of_kind(FacetKind.MONTH) == months
    assert not flag or counts.of_flag(flag) == 1


def totals() -> dict[int, int]:
    version = facet_code(FacetKind.FLAG, Flag.VERSION)
    counts = FacetCount.objects.of_kinds(*FacetKind).counts
    return {code: count for code, count in counts.items() if code != version}


def counted() -> dict[int, int]:
    packed = b"".join(bytes(entry.facets) for entry in SearchEntry.objects.all())
    return dict(FacetCounts.of(packed).counts)


def test_the_totals_follow_every_change(cast):
    articles = factories.ArticleFactory.create_batch(3, date="2016-12-15")
    for article in articles:
        factories.MentionFactory(article=article, agent=cast.patrouchev, exact=article.body.split()[0])
    assert totals() == counted()
    assert whole_counts().commonest(FacetKind.PERSON, 3) == {cast.patrouchev.pk: 3}
    articles[0].status = ArticleStatus.DRAFT
    articles[0].save()
    Mention.objects.filter(article=articles[1]).delete()
    articles[2].tags.add(factories.TagFactory())
    assert totals() == counted()
    assert archive_counts().of_flag(Flag.ENTRY) == 2
    Article.objects.filter(pk=articles[2].pk).delete()
    assert totals() == counted()


def test_many_small_changes_of_a_total_are_folded_into_one():
    factories.ArticleFactory.create_batch(4)
    before = totals()
    with connection.cursor() as cursor:
        cursor.execute("SELECT archive_fold_counts(2)")
    assert totals() == before
    assert FacetCount.objects.filter(code=facet_code(FacetKind.FLAG, Flag.ENTRY)).count() == 1


def test_an_agent_of_another_kind_is_counted_among_these(cast):
    article = factories.ArticleFactory()
    factories.MentionFactory(article=article, agent=cast.patrouchev, exact=article.body.split()[0])
    Agent.objects.filter(pk=cast.patrouchev.pk).update(kind=AgentKind.INSTITUTION)
    assert cast.patrouchev.pk in FacetCounts(totals()).of_kind(FacetKind.INSTITUTION)
    assert check_index().total == 0


def test_a_text_has_a_translation_while_the_other_one_is_public():
    link = factories.TranslationFactory()
    assert archive_counts().of_flag(Flag.TRANSLATED) == 2
    link.translation.status = ArticleStatus.WITHDRAWN
    link.translation.save()
    assert archive_counts().of_flag(Flag.TRANSLATED) == 0
    link.translation.status = ArticleStatus.PUBLISHED
    link.translation.save()
    assert archive_counts().of_flag(Flag.TRANSLATED) == 2
    link.delete()
    assert archive_counts().of_flag(Flag.TRANSLATED) == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda cast, article: cast.patrouchev.names.filter(language="fr").update(text="Nicolas Patrouchev"),
        lambda cast, article: Article.objects.filter(pk=article.pk).update(source=None),
        lambda cast, article: Article.objects.filter(pk=article.pk).update(byline="Untel"),
        lambda cast, article: factories.TagFactory(),
        lambda cast, article: Accession.objects.filter(pk=article.accession_id).update(
            set_aside=[{"text": "Lire aussi"}]
        ),
        lambda cast, article: AccessionBatch.objects.update(label="Fonds Untel"),
    ],
)
def test_every_change_that_a_page_shows_gives_the_archive_a_new_version(cast, change):
    article = factories.ArticleFactory(
        source=factories.SourceFactory(), accession=factories.AccessionFactory()
    )
    before = archive_version()
    change(cast, article)
    assert archive_version() > before


def test_one_entry_in_thirty_two_is_sampled_whatever_their_numbers():
    with connection.cursor() as cursor:
        for step in (1, 2, 32):
            cursor.execute(
                "SELECT count(*) FROM generate_series(1, 64000 * %s, %s) n WHERE archive_is_sampled(n)",
                [step, step],
            )
            assert 1900 < cursor.fetchone()[0] < 2100


def test_a_true_index_has_no_differences_and_a_false_one_is_told():
    first, second, _third = factories.ArticleFactory.create_batch(3)
    assert check_index().total == 0
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_searchentry SET language = 'ru' WHERE article_id = %s", [first.pk])
        cursor.execute("DELETE FROM articles_searchentry WHERE article_id = %s", [second.pk])
        cursor.execute("INSERT INTO articles_facetcount (code, count) VALUES (archive_code(6, 99), 1)")
    found = check_index()
    assert found.entries == 2
    assert found.totals >= 1


def test_the_index_made_anew_is_true(cast):
    article = factories.ArticleFactory(headline="Accord", date="2016-12")
    factories.MentionFactory(article=article, agent=cast.patrouchev, exact=article.body.split()[0])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_searchentry SET search = ''")
        cursor.execute("TRUNCATE articles_facetcount")
    before = _indexes()
    assert rebuild_index(threads=1) == 1
    assert check_index().total == 0
    assert _indexes() == before
    assert SearchEntry.objects.matching("'accord'").count() == 1
    assert SearchSample.objects.count() <= 1


def test_an_index_that_somebody_added_is_as_it_was_when_made_anew():
    with connection.cursor() as cursor:
        cursor.execute('CREATE UNIQUE INDEX "Day and key" ON articles_searchentry (day, article_id)')
        cursor.execute(f"CREATE INDEX {'x' * 63} ON articles_searchentry ((language || ' USING '))")
    before = _indexes()
    rebuild_index(threads=1)
    assert _indexes() == before


def _indexes():
    """Name and definition of each index and key that the tables of the search index have."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexdef FROM pg_indexes WHERE tablename ~ '^articles_search' UNION ALL "
            "SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid IN "
            "('articles_searchentry'::regclass, 'articles_searchsample'::regclass) AND contype = 'p' ORDER BY 1"
        )
        return cursor.fetchall()


def test_an_index_made_where_there_was_none_derives_each_entry_once(monkeypatch):
    articles = factories.ArticleFactory.create_batch(3)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_searchentry")
    fill, again = index._fill, []

    def fill_and_withdraw(*arguments):
        fill(*arguments)
        articles[0].status = ArticleStatus.WITHDRAWN
        articles[0].save()

    def noted(since):
        with connection.cursor() as cursor:
            cursor.execute(
                index._CHANGED, {"transaction": since.transaction, "time": since.time + timedelta(days=1)}
            )
            again.append(cursor.fetchone()[0])
        derive_changed(since)

    derive_changed = index._derive_changed
    monkeypatch.setattr(index, "_fill", fill_and_withdraw)
    monkeypatch.setattr(index, "_derive_changed", noted)
    rebuild_index(threads=1)
    assert again[0] == [articles[0].pk]
    assert check_index().total == 0
    assert SearchEntry.objects.count() == 2


def test_the_command_tells_of_a_false_index_by_its_exit_status(capsys):
    article = factories.ArticleFactory()
    call_command("check_index")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_searchentry WHERE article_id = %s", [article.pk])
    with pytest.raises(SystemExit):
        call_command("check_index")
    call_command("rebuild_index", threads=1)
    call_command("check_index")


def in_thread(pool: ThreadPoolExecutor, work):
    """The work begun on a connection of its own."""

    def alone():
        try:
            return work()
        finally:
            connections.close_all()

    return pool.submit(alone)


@pytest.mark.django_db(transaction=True)
def test_a_text_and_its_translation_may_be_changed_at_once_by_two():
    link = factories.TranslationFactory()
    both = Barrier(2, timeout=10)

    def change(pk: int) -> None:
        for turn in range(30):
            both.wait()
            status = ArticleStatus.PUBLISHED if turn % 2 else ArticleStatus.WITHDRAWN
            Article.objects.filter(pk=pk).update(status=status, headline=f"Accord {turn}")

    with ThreadPoolExecutor(2) as pool:
        for work in [
            in_thread(pool, lambda pk=pk: change(pk)) for pk in (link.original_id, link.translation_id)
        ]:
            work.result()
    assert archive_counts().of_flag(Flag.TRANSLATED) == 2
    assert check_index().total == 0


@pytest.mark.django_db(transaction=True)
def test_a_change_of_a_text_is_not_lost_when_its_translation_is_withdrawn_meanwhile():
    link = factories.TranslationFactory()
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Article.objects.filter(pk=link.original_id).update(headline="Accord")
            withdrawn = in_thread(
                pool,
                lambda: Article.objects.filter(pk=link.translation_id).update(status=ArticleStatus.WITHDRAWN),
            )
            with pytest.raises(TimeoutError):
                withdrawn.result(0.2)
        withdrawn.result(5)
    assert SearchEntry.objects.matching("'accord'").count() == 1
    assert check_index().total == 0


@pytest.mark.django_db(transaction=True)
def test_the_index_is_made_anew_while_writers_who_read_it_are_at_work(monkeypatch):
    first, second, third = factories.ArticleFactory.create_batch(3)
    monkeypatch.setattr(index, "LONGEST_WAIT", "50ms")
    has_read, may_write = Event(), Event()

    def read_and_write() -> None:
        with transaction.atomic():
            SearchEntry.objects.count()
            has_read.set()
            assert may_write.wait(10)
            Article.objects.filter(pk=first.pk).update(headline="Accord")
            Article.objects.filter(pk=second.pk).delete()

    with ThreadPoolExecutor(1) as pool:
        written = in_thread(pool, read_and_write)
        assert has_read.wait(10)

        def pause(_seconds: float) -> None:
            may_write.set()
            written.result(10)
            Article.objects.filter(pk=third.pk).update(headline="Accord")

        monkeypatch.setattr(index.time, "sleep", pause)
        assert rebuild_index(threads=2) == 3
    assert may_write.is_set()
    assert SearchEntry.objects.matching("'accord'").count() == 2
    assert check_index().total == 0


@pytest.mark.django_db(transaction=True)
def test_two_do_not_make_the_index_anew_at_once():
    with ThreadPoolExecutor(1) as pool, index._alone(), pytest.raises(RebuildUnderWayError):
        in_thread(pool, rebuild_index).result()
    assert rebuild_index(threads=1) == 0


def test_who_may_read_the_old_tables_may_read_the_new_ones():
    with connection.cursor() as cursor:
        cursor.execute("GRANT SELECT ON articles_searchentry TO pg_monitor")
        rebuild_index(threads=1)
        cursor.execute("SELECT has_table_privilege('pg_monitor', 'articles_searchentry', 'SELECT')")
        assert cursor.fetchone() == (True,)

"""The benchmark's own programs: the synthetic archive, its load, its client, what it makes of its figures."""

import json
import socket
import threading
from collections import Counter
from itertools import pairwise

import pytest

from articles import models
from benchmarks.scale import kinds
from benchmarks.scale.agents import LANGUAGES
from benchmarks.scale.client import Connection, percentile
from benchmarks.scale.generator import SyntheticArchive
from benchmarks.scale.goals import verdicts
from benchmarks.scale.load import Loading
from benchmarks.scale.plot import plot
from benchmarks.scale.quality import known_items
from benchmarks.scale.report import report
from benchmarks.scale.type_ahead import measure_type_ahead
from benchmarks.scale.wrk import read_report

SIZE = 60


@pytest.fixture(scope="module")
def archive() -> SyntheticArchive:
    return SyntheticArchive(SIZE)


def page(name: str, goal: str, p50: float, bare: float) -> dict:
    return {
        "page": name,
        "goal": goal,
        "hits": 5,
        "p50_ms": p50,
        "p95_ms": p50,
        "bare_ms": bare,
        "queries": 9,
    }


def results(size: int, *pages: dict, **others: object) -> dict:
    machine = {"processor": "a processor", "cores": 2, "memory_gb": 8.0, "load": 0.1}
    circumstances = {"date": f"2026-01-01 {size}", "machine": machine, "versions": {"Django": "5.2"}}
    return {"size": size, "seed": 4, **circumstances, "pages": list(pages), **others}


class TestGenerator:
    def test_the_same_seed_gives_the_same_texts_in_any_order(self, archive):
        again = SyntheticArchive(SIZE)
        backwards = [again.article(number) for number in range(SIZE, 0, -1)]
        assert list(archive.articles()) == backwards[::-1]

    def test_another_seed_gives_other_texts(self, archive):
        assert SyntheticArchive(SIZE, seed=5).article(1).body != archive.article(1).body

    def test_every_mention_stands_where_it_says(self, archive):
        mentions = [(article, mention) for article in archive.articles() for mention in article.mentions]
        assert len(mentions) > 3 * SIZE
        for article, mention in mentions:
            assert getattr(article, mention.field)[mention.start : mention.end] == mention.exact

    def test_a_translation_names_the_same_people_in_another_language(self, archive):
        translation, original = archive.article(33), archive.article(32)
        assert translation.translation_of == 32
        assert translation.language != original.language
        assert {m.agent for m in translation.mentions} == {m.agent for m in original.mentions}
        assert translation.tags == original.tags

    def test_languages_lengths_and_mentions_are_in_the_shares_stated(self):
        texts = list(SyntheticArchive(800).articles())
        languages = Counter(text.language for text in texts)
        assert set(languages) == set(LANGUAGES)
        assert 0.5 < languages["fr"] / 800 < 0.7
        assert 250 < sum(len(text.text.split()) for text in texts) / 800 < 450
        assert 4.5 < sum(len(text.mentions) for text in texts) / 800 < 7
        assert 2 < sum(len(text.tags) for text in texts) / 800 < 3
        assert {len(text.date or "") for text in texts} == {0, 4, 7, 10}

    def test_the_numbers_tell_nothing_of_the_dates(self):
        dated = [text.earliest for text in SyntheticArchive(400).articles() if text.earliest]
        rising = sum(one < other for one, other in pairwise(dated))
        assert 0.4 < rising / (len(dated) - 1) < 0.6

    def test_known_items_can_be_found(self, archive):
        items = known_items(archive, 3)
        assert {item.group.partition(":")[0] for item in items} <= set(LANGUAGES)
        for item in items:
            if item.group.endswith("as they stand"):
                text = archive.article(item.number).text.lower()
                assert all(word in text for word in item.query.split())


@pytest.mark.django_db(transaction=True)
class TestLoad:
    def test_a_loaded_archive_is_whole_and_its_index_agrees(self, archive, client):
        loaded = Loading(archive).run(tell=lambda _line: None)
        assert models.Article.objects.count() == models.Accession.objects.count() == SIZE
        for mention in models.Mention.objects.select_related("article"):
            text = getattr(mention.article, mention.field)
            assert text[mention.start : mention.end] == mention.exact
        assert models.SearchEntry.objects.count() == SIZE
        self._finds_each_agent_where_it_is_named(archive, client)
        band = loaded["bands"]["10 %"]
        assert band
        for word, hits in band[:3]:
            assert self._total(client, q=word, language="fr") == hits
        pages = kinds.page_kinds(archive, loaded["bands"])
        assert len({kind.name for kind in pages}) == len(pages) > 20
        assert all(client.get(kind.paths[0]).status_code == 200 for kind in pages)
        typed = {row["typed"]: row for row in measure_type_ahead(archive)["rows"]}
        assert typed["a whole name"]["something found"] == "100%"
        assert typed["no name"]["something found"] != "100%"
        # What is written next does not clash with what was copied.
        models.Article.objects.create(headline="Un titre", body="Un texte.", language="fr")

    def _finds_each_agent_where_it_is_named(self, archive, client):
        named = Counter(agent for a in archive.articles() for agent in {m.agent for m in a.mentions})
        for number, count in named.most_common(5):
            agent = archive.agents[number - 1]
            assert self._total(client, **{agent.kind: agent.slug}) == count

    def _total(self, client, **parameters) -> int:
        response = client.get("/en/articles.json", parameters)
        return json.loads(b"".join(response.streaming_content))["total"]


class TestClient:
    def answering(self, *answers: bytes) -> int:
        """A server that gives these answers in turn on one connection, and ends it."""
        listening = socket.create_server(("127.0.0.1", 0))

        def serve() -> None:
            connection, _address = listening.accept()
            for answer in answers:
                connection.recv(10_000)
                connection.sendall(answer)
            connection.close()
            listening.close()

        threading.Thread(target=serve, daemon=True).start()
        return listening.getsockname()[1]

    def test_reads_answers_of_stated_length_in_chunks_and_without_a_body(self):
        port = self.answering(
            b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nETag: x\r\n\r\nhello",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n",
            b"HTTP/1.1 304 Not Modified\r\n\r\n",
            b"HTTP/1.1 200 OK\r\n\r\nuntil the end",
        )
        connection = Connection(port)
        answers = [connection.get("/") for _ in range(4)]
        assert [answer.body for answer in answers] == [b"hello", b"hello", b"", b"until the end"]
        assert answers[0].headers["etag"] == "x"
        assert answers[2].status == 304

    def test_the_report_of_wrk_is_read(self):
        said = "  Latency Distribution\n     50%  635.91us\n     90%    1.20s \nRequests/sec:   3507.20\n"
        assert read_report(said) == {"p50_ms": pytest.approx(0.63591), "a_second": 3507.2}
        with pytest.raises(RuntimeError):
            read_report(said + "  Non-2xx or 3xx responses: 4\n")

    def test_a_percentile_is_one_of_the_values(self):
        assert percentile([5, 1, 9], 50) == 5
        assert percentile(range(100), 95) == 95
        assert percentile([], 50) == 0


class TestReport:
    def test_a_goal_is_met_by_its_worst_page(self):
        good, bad = page("list, newest", "list", 34, 10), page("list, deep page", "list", 36, 10)
        met = {verdict.goal: verdict for verdict in verdicts(results(1_000, good), {})}
        missed = {verdict.goal: verdict for verdict in verdicts(results(1_000, good, bad), {})}
        goal = "list: page ≤ 2.5 × its bare SQL + 10 ms"
        assert met[goal].is_met is True
        assert missed[goal].is_met is False
        assert "deep page" in missed[goal].measured

    def test_what_was_not_measured_is_neither_met_nor_missed(self):
        assert {verdict.is_met for verdict in verdicts(results(1_000), {})} == {None}

    def test_typing_meets_its_goal_by_its_slowest_kind(self):
        def told(slowest: float) -> bool | None:
            rows = [{"typed": kind, "p50_ms": ms, "p95_ms": ms} for kind, ms in (("a", 2.0), ("b", slowest))]
            found = verdicts(results(10, **{"type-ahead": {"names": 7, "rows": rows}}), {})
            return next(one.is_met for one in found if "(7 names)" in one.goal)

        assert told(10.0) is True
        assert told(10.1) is False

    def test_growth_is_told_from_the_next_smaller_size(self):
        sizes = {
            "1000": results(1_000, page("search, rare", "search", 10.0, 5.0)),
            "10000": results(10_000, page("search, rare", "search", 13.0, 5.0)),
        }
        found = {verdict.goal: verdict for verdict in verdicts(sizes["10000"], sizes)}
        assert found["growth: lists, people, rare words ≤ 1.2 ×"].is_met is False
        assert found["growth: nothing above linear"].is_met is True
        written = report(sizes)
        assert "| search, rare | 10.0 | 13.0 |" in written
        assert "**missed**" in written

    def test_peers_that_could_not_be_had_are_told(self):
        written = report({"10": results(10, peers_missing="no network")})
        assert "Not measured: no network" in written

    def test_the_plot_has_a_line_for_each_page_that_was_measured(self):
        drawn = plot({"10": results(10, page("search, rare", "search", 3, 1))})
        assert drawn.count("<polyline") == 1
        assert "search, rare: 3.0 ms" in drawn

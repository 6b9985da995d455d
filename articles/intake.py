"""What is done with every text that comes in, whatever door it comes by: the work rooms put together."""

from __future__ import annotations

from articles.ingest.accession import FindMentions
from articles.linking import Linker
from articles.models import Article, Mention
from articles.proposals import record_proposals
from articles.resemblance import record_resemblances


def intake(find_mentions: FindMentions | None = None) -> FindMentions:
    """For the writer: links the names on record in a new article, proposes new ones and what it reprints.

    `find_mentions` is asked instead where a person has decided about the names. Runs within the transaction
    of the text.
    """
    find = find_mentions or Linker.of_archive().mentions_of

    def read(article: Article) -> list[Mention]:
        mentions = find(article)
        record_proposals(article, mentions)
        record_resemblances(article)
        return mentions

    return read

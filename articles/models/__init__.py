"""The records of the archive, one file a record; each QuerySet stands directly above its model."""

from articles.models.accession import Accession, AccessionBatch
from articles.models.agent import Agent, Institution, Person
from articles.models.agent_name import AgentName
from articles.models.article import Article
from articles.models.batch_input import BatchInput
from articles.models.facet_count import FacetCount
from articles.models.former_slug import FormerSlug
from articles.models.mention import Mention
from articles.models.name_proposal import NameProposal, NameProposalPlace
from articles.models.office import Office
from articles.models.resemblance import Resemblance
from articles.models.search_entry import SearchEntry, SearchRow, SearchSample
from articles.models.source import Source
from articles.models.tag import Tag
from articles.models.text_print import CommonCue, TextCue, TextPrint
from articles.models.translation import Translation
from articles.models.written_word import CountedWord, Gathering, WrittenWord

__all__ = [
    "Accession",
    "AccessionBatch",
    "Agent",
    "AgentName",
    "Article",
    "BatchInput",
    "CommonCue",
    "CountedWord",
    "FacetCount",
    "FormerSlug",
    "Gathering",
    "Institution",
    "Mention",
    "NameProposal",
    "NameProposalPlace",
    "Office",
    "Person",
    "Resemblance",
    "SearchEntry",
    "SearchRow",
    "SearchSample",
    "Source",
    "Tag",
    "TextCue",
    "TextPrint",
    "Translation",
    "WrittenWord",
]

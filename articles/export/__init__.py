"""Records and whole results as files for other programs: the formats, one module each, by the end of their address."""

from articles.export.atom import ATOM
from articles.export.bibtex import BIBTEX
from articles.export.csl import CSL_JSON
from articles.export.csv_table import CSV
from articles.export.format import Format
from articles.export.json_list import JSON_LIST, JSON_RECORD
from articles.export.plain_text import PLAIN_TEXT
from articles.export.ris import RIS

RECORD_FORMATS: dict[str, Format] = {
    "json": JSON_RECORD,
    "csv": CSV,
    "bib": BIBTEX,
    "ris": RIS,
    "csljson": CSL_JSON,
    "txt": PLAIN_TEXT,
}
"""What one record can be had as."""

RESULT_FORMATS: dict[str, Format] = {
    "json": JSON_LIST,
    "csv": CSV,
    "bib": BIBTEX,
    "ris": RIS,
    "csljson": CSL_JSON,
    "atom": ATOM,
}
"""What a whole result can be had as."""

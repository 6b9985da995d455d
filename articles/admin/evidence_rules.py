"""The rules by which a description was read, in the editor's words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.cognates import TRANSLATION_THRESHOLD
from articles.templatetags.reading import rule_label
from articles.vocabulary import ResemblanceKind

_GROUNDS: dict[str, str | Promise] = {
    "label": _("stated after its label"),
    "label_bare": _("stated after a word that announces it"),
    "date_line": _("a date in the lines above the text"),
    "dateline": _("the dateline at the beginning of the text"),
    "lone_line": _("a short line of its own, below the headline or last in the text"),
    "letter": _("the head of the e-mail in which it came"),
    "last_words": _("the last words of the text, behind its last sentence"),
    "rights": _("the day in a notice of rights"),
    "glued": _("a date written together with the first word"),
    "repeated": _("the text repeats the headline it came with"),
    "first_line": _("a first line set like a headline"),
    "hashtags": _("a line of hashtags"),
    "url": _("an address in the lines above or below the text"),
    "byline": _("a line that says who wrote it"),
    "known_outlet": _("a known outlet, named in the lines above the text"),
    "running_text": _("a date in the running text, perhaps not that of the text itself"),
    "either_order": _("a date in figures, of which either may be the month"),
    "day_within_date": _("a day in the running text, in the month or year that is stated"),
    "day_without_year": _("a day in the running text, without a year"),
    "stated": _("stated by the file or by whoever brought it in"),
    "supplied": _("no line is a headline: made of the first sentence"),
    "first_paragraph": _("the first paragraph, since others follow"),
    "remainder": _("what is left of the text"),
    "detected": _("told by its letters and words"),
    "editor": _("given by an editor"),
}


def rule_in_words(code: str) -> str | Promise:
    """What a rule says, or its code where it is none of today's (an accession keeps the rules of its time)."""
    return _GROUNDS.get(code) or rule_label(code)


def ground_in_words(kind: str, score: float) -> str | Promise:
    """Why two texts are proposed as one, or as translations: of these few share much, and the number looks small."""
    if kind == ResemblanceKind.REPRINT:
        return _("the same words in the same order")
    if score < TRANSLATION_THRESHOLD:
        return _("little rare in common, but no other text of that language has half as much")
    return _("rare names, words and numbers in common, or a like meaning")

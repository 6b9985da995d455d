"""The rules by which a new name is proposed, in the editor's words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

_RECOGNISER = "recogniser: "
_RULES: dict[str, str | Promise] = {
    "acronym": _("letters of an acronym"),
    "acronym with its expansion": _("an acronym beside its full form"),
    "address of a site": _("the address of a site"),
    "capitals inside the word": _("capitals inside the word"),
    "club word": _("a word for a club"),
    "company word": _("a word for a company"),
    "given name": _("a given name"),
    "initials": _("initials"),
    "institution word": _("a word for an institution"),
    "institution word before": _("a word for an institution before it"),
    "known institution": _("the form of a known kind of institution"),
    "office before": _("an office before it"),
    "office beside": _("an office beside it"),
    "patronymic": _("a patronymic"),
    "quotation marks": _("quotation marks"),
    "quotation marks after an institution word": _("quotation marks after a word for an institution"),
    "regnal number": _("a number as sovereigns have"),
    "surname ending": _("the ending of a surname"),
    "title before": _("a title before it"),
    "two capitals": _("two words with capitals"),
    "verb of saying beside": _("a verb of saying beside it"),
    "verb of saying or age beside": _("a verb of saying or an age beside it"),
}


def name_rule_in_words(code: str) -> str | Promise:
    """What a rule says, or its code where it is none of those known here."""
    if code.startswith(_RECOGNISER):
        return format_lazy(_("recognised by {name}"), name=code.removeprefix(_RECOGNISER))
    return _RULES.get(code, code)

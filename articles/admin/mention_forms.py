"""The table of mentions on an article's page: an editor gives a name and its words, the place is found."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Case, Value, When
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.desk import DeskCards, RowForm, is_live, row_error
from articles.models import Article, Mention
from articles.passages import sentence_around
from articles.reanchoring import places_of_words, plan_reanchoring, texts_of
from articles.vocabulary import FoundBy, MentionStatus, TextField

_PLACE_FIELDS = {"exact", "field", "start", "end", "occurrence"}
_AROUND = 40  # code points shown on each side of a mention
_LONGEST = 500  # code points of the words of a mention
READING_ORDER = Case(*(When(field=name, then=Value(place)) for place, name in enumerate(TextField.values)))
"""Of the fields of a text."""
_MOST_SHOWN = 6  # places named in an error


def in_context(text: str, start: int, end: int) -> SafeString:
    """The words of a mention in bold, with what stands around them in their sentence."""
    first, last = sentence_around(text, start, end)
    left, right = max(first, start - _AROUND), min(last, end + _AROUND)
    return format_html(
        '<q class="context">{}{}<b>{}</b>{}{}</q>',
        "…" if left > first else "",
        text[left:start],
        text[start:end],
        text[end:right],
        "…" if right < last else "",
    )


class WordsField(forms.CharField):
    """Words of a text on one line: a browser drops the line breaks of an input, which is no change."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return "".join((initial or "").split()) != "".join((data or "").split())


class MentionForm(RowForm):
    """One mention: offsets may be left out, since the words say where they stand."""

    checked_by_formset = frozenset({"start", "end"})
    exact = WordsField(
        label=gettext_lazy("Exact words"),
        required=False,
        max_length=_LONGEST,
        widget=forms.TextInput(attrs={"dir": "auto", "class": "desk-words"}),
    )
    occurrence = forms.IntegerField(
        label=gettext_lazy("Which one"),
        required=False,
        min_value=1,
        help_text=gettext_lazy(
            "Where the words stand several times: the first, second … place not yet marked."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("start", "end"):
            if name in self.fields:
                self.fields[name].required = False

    def clean_exact(self) -> str:
        """The words, with the line breaks they had where they were not changed."""
        words: str = self.cleaned_data["exact"]
        return words if "exact" in self.changed_data else self.initial.get("exact", words)

    def validate_unique(self) -> None:
        """Left to the formset, which knows where each mention will stand."""


class MentionFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """All mentions of an article, checked against its texts as they will be."""

    #: The texts as stored before this submission; for a new article, those it is given now.
    before: dict[str, str]
    #: The mentions an editor deleted that the program would find again, at their places in the new texts.
    to_reject: list[Mention]

    def get_queryset(self) -> Any:
        """With the names of all agents and the article itself at hand: three queries for any number of rows."""
        if not hasattr(self, "_mentions"):
            self._mentions = super().get_queryset().select_related("agent", "confirmed_by")
            self._mentions = self._mentions.prefetch_related("agent__names").order_by(
                READING_ORDER, "start", "pk"
            )
            for mention in self._mentions:
                mention.article = self.instance
        return self._mentions

    def clean(self) -> None:
        """Place every mention that is new or was changed; say beside its words why it has no place."""
        super().clean()
        if any(self.errors):
            return
        self.after = texts_of(self.instance)
        stored = Article.objects.filter(pk=self.instance.pk).first()
        self.before = texts_of(stored) if stored else self.after
        rows = [form for form in self.forms if is_live(form)]
        self._plan_rejections()
        self._follow_texts([form for form in rows if not _is_placed_anew(form)])
        for form in rows:
            if _is_placed_anew(form):
                self._place(form, [other.instance for other in rows if other is not form])
        if not any(self.errors):
            _check_clashes(rows)

    def touched(self) -> list[int]:
        """The keys of the mentions that this submission itself saves or deletes."""
        return [form.instance.pk for form in self.initial_forms if form.has_changed()]

    def _plan_rejections(self) -> None:
        """What the program had found is rejected rather than deleted, where its words still stand."""
        keys = [form.instance.pk for form in self.deleted_forms if form.instance.pk]
        stored = list(Mention.objects.filter(pk__in=keys).exclude(found_by=FoundBy.EDITOR)) if keys else []
        plan = plan_reanchoring(stored, self.before, self.after)
        for mention in stored:
            mention.start = plan[mention.pk] or 0
            mention.end = mention.start + len(mention.exact)
        self.to_reject = [mention for mention in stored if plan[mention.pk] is not None]

    def _follow_texts(self, rows: list[Any]) -> None:
        """Let the mentions that were not placed anew follow a correction, as they will when it is saved."""
        stored = {mention.pk: mention for mention in self.get_queryset()}
        plan = plan_reanchoring((stored[form.instance.pk] for form in rows), self.before, self.after)
        for form in rows:
            mention, start = form.instance, plan[form.instance.pk]
            if start is not None:
                mention.start, mention.end = start, start + len(mention.exact)
            elif form.has_changed() and mention.status != MentionStatus.REJECTED:
                message = _(
                    "The words “%(words)s” no longer stand in this field. Correct them or delete the mention."
                )
                row_error(form, "exact", message % {"words": mention.exact})

    def _place(self, form: Any, others: list[Mention]) -> None:
        """Find where a new or changed mention stands, and give it those words as the text writes them."""
        mention: Mention = form.instance
        text = self.after[mention.field]
        taken = [
            (other.start, other.end)
            for other in others
            if other.field == mention.field
            and other.status == MentionStatus.LINKED
            and other.start is not None
        ]
        try:
            mention.start, mention.end = _wanted_place(form, text, taken)
        except forms.ValidationError as error:
            row_error(form, "exact", str(error.message))
            return
        mention.exact = text[mention.start : mention.end]


def _is_placed_anew(form: Any) -> bool:
    return form.instance.pk is None or not _PLACE_FIELDS.isdisjoint(form.changed_data)


def _wanted_place(form: Any, text: str, taken: list[tuple[int, int]]) -> tuple[int, int]:
    """The place a row asks for: by its words, by its offsets, or by both; ValidationError says why there is none."""
    data, changed = form.cleaned_data, set(form.changed_data)
    words, start, end = (data.get("exact") or "").strip(), data.get("start"), data.get("end")
    offsets_lead = not words or not changed & {"exact", "field", "occurrence"}
    if offsets_lead:
        if start is None or end is None:
            raise forms.ValidationError(_("Give the words as they stand in the text."))
        if not 0 <= start < end <= len(text) or end - start > _LONGEST or not text[start:end].strip():
            raise forms.ValidationError(_("There are no words between these offsets."))
        return start, end
    found = places_of_words(text, words)
    if not found:
        field = str(TextField(data["field"]).label)
        raise forms.ValidationError(
            _("The words “%(words)s” do not stand in this field (%(field)s).")
            % {"words": words, "field": field}
        )
    if start is not None and "start" in changed:
        here = [place for place in found if place[0] == start]
        if not here:
            raise forms.ValidationError(
                _("The words “%(words)s” do not stand at this offset.") % {"words": words}
            )
        return here[0]
    return _chosen_place(text, found, taken, data.get("occurrence"))


def _chosen_place(
    text: str, found: list[tuple[int, int]], taken: list[tuple[int, int]], number: int | None
) -> tuple[int, int]:
    """The only free place, or the one with this number (from 1)."""
    free = [place for place in found if not any(place[0] < end and start < place[1] for start, end in taken)]
    if not free:
        raise forms.ValidationError(_("Every place of these words is already linked to a name."))
    if number is None and len(free) > 1:
        raise forms.ValidationError(_several_places(text, free))
    if number is not None and number > len(free):
        message = ngettext(
            "These words stand at %(count)d place not yet marked.",
            "These words stand at %(count)d places not yet marked.",
            len(free),
        )
        raise forms.ValidationError(message % {"count": len(free)})
    return free[(number or 1) - 1]


def _several_places(text: str, free: list[tuple[int, int]]) -> str:
    """Ask which place is meant, showing the first few."""
    shown = [
        f"{number}. …{text[max(0, start - 20) : end + 20]}…".replace("\n", " ")
        for number, (start, end) in enumerate(free[:_MOST_SHOWN], 1)
    ]
    question = _("These words stand at %(count)d places: say which one.") % {"count": len(free)}
    return " ".join([question, *shown])


def _check_clashes(rows: list[Any]) -> None:
    """Two rows may not link one place, nor say the same thing twice; the error stands at the later row."""
    linked: set[tuple[Any, ...]] = set()
    stated: set[tuple[Any, ...]] = set()
    for form in sorted(rows, key=lambda form: form.has_changed()):
        mention = form.instance
        place, statement = (
            (mention.field, mention.start),
            (mention.agent_id, mention.field, mention.start, mention.end),
        )
        if statement in stated:
            row_error(form, "exact", _("This mention is already on the record."))
        elif mention.status == MentionStatus.LINKED and place in linked:
            row_error(form, "exact", _("Another name is already linked at this place."))
        stated.add(statement)
        if mention.status == MentionStatus.LINKED:
            linked.add(place)


class MentionInline(DeskCards):
    """The mentions of an article."""

    model = Mention
    form = MentionForm
    formset = MentionFormSet
    fields = (("agent", "exact", "field", "status", "office", "occurrence", "start", "end"), "grounds")
    readonly_fields = ("grounds",)
    verbose_name_plural = gettext_lazy("people and institutions named")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in ("start", "end"):
            kwargs["widget"] = forms.NumberInput(attrs={"min": 0, "class": "desk-offset"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Small inputs for numbers, and one link beside the agent: to its page."""
        formset = super().get_formset(request, obj, **kwargs)
        fields = formset.form.base_fields
        fields["occurrence"].widget = forms.NumberInput(attrs={"min": 1, "class": "desk-offset"})
        if "agent" in fields:
            fields["agent"].widget.can_view_related = False
        return formset

    def grounds(self, mention: Mention) -> str | SafeString:
        """How it was found, who confirmed it, and its words in their sentence."""
        if mention._state.adding:
            return _("marked by an editor")
        text = getattr(mention.article, mention.field)
        found = str(mention.get_found_by_display())
        if mention.confirmed_by:
            found = _("%(found_by)s; decided by %(editor)s") % {
                "found_by": found,
                "editor": mention.confirmed_by,
            }
        if text[mention.start : mention.end] != mention.exact:
            return format_html("{}<br><em>{}</em>", found, _("these words no longer stand in the text"))
        return format_html("{} — {}", in_context(text, mention.start, mention.end), found)

    grounds.short_description = gettext_lazy("how it was found")  # type: ignore[attr-defined]

"""The two forms of the paste desk: what is brought in, and the record that is made of it."""

from __future__ import annotations

import base64
import io
import re
from itertools import islice
from pathlib import PurePath
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.date_field import DeskDateField
from articles.admin.desk import language_choices, stored_breaks, stored_text
from articles.dates import EdtfDate
from articles.ingest.accession import Statement
from articles.ingest.columns import read_columns
from articles.ingest.describe import Evidence, ProposedRecord
from articles.ingest.raw_texts import RawText, Rejection
from articles.ingest.readers import FORMATS, reader_of
from articles.ingest.row_fields import COLUMNS
from articles.models import Article
from articles.models.accession import PASTED
from articles.vocabulary import ArticleStatus

LONGEST_REVIEWED = 300_000
"""Characters of a text that is gone over on one page; a longer one comes in as a file."""
_LARGEST_REVIEWED = 1_000_000  # bytes of a file that is gone over

_TAG_SEPARATOR = re.compile(r"[,;،|\n]")


def tag_names(text: str) -> list[str]:
    """The labels in a line that separates them by commas, or writes them as hashtags."""
    if "#" in text:
        return [tag.replace("_", " ") for tag in re.findall(r"#([^\s#,]+)", text)]
    return [name for name in (" ".join(part.split()) for part in _TAG_SEPARATOR.split(text)) if name]


class FilesInput(forms.ClearableFileInput):
    """An input for several files; browsers let files be dropped on it."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, none of them empty."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        files: list[UploadedFile[Any]] = [super(FilesField, self).clean(file, initial) for file in data or []]
        return files


class PasteForm(forms.Form):
    """A text, or files, and what the editor says of it.

    `name` and `content` carry one file of one text, unchanged, through the page on which it is gone over.
    """

    text = forms.CharField(
        label=gettext_lazy("text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22, "dir": "auto", "class": "desk-paste"}),
    )
    inputs = FilesField(
        label=gettext_lazy("files"),
        required=False,
        widget=FilesInput(attrs={"accept": ",".join(FORMATS), "class": "desk-drop"}),
        help_text=format_lazy(
            gettext_lazy("Choose or drop one or several: {suffixes}."), suffixes=", ".join(sorted(FORMATS))
        ),
    )
    source = forms.CharField(
        label=gettext_lazy("source"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"list": "sources"}),
    )
    language = forms.ChoiceField(label=gettext_lazy("language"), required=False, choices=[])
    date = DeskDateField(
        label=gettext_lazy("date"),
        required=False,
        help_text=gettext_lazy(
            "As far as it is known: 15/12/2016, December 2016, 2016, or in EDTF: 2016-04~."
        ),
    )
    tags = forms.CharField(
        label=gettext_lazy("tags"), required=False, help_text=gettext_lazy("Separated by commas.")
    )
    columns = forms.CharField(
        label=gettext_lazy("columns of a table"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "placeholder": "headline=Titre\nbody=Texte"}),
        help_text=format_lazy(
            gettext_lazy(
                "For a .csv with names of its own: a line for each, FIELD=COLUMN. The fields are {known}."
            ),
            known=", ".join(COLUMNS),
        ),
    )
    status = forms.ChoiceField(
        label=gettext_lazy("status"),
        choices=[choice for choice in ArticleStatus.choices if choice[0] != ArticleStatus.WITHDRAWN],
        initial=ArticleStatus.PUBLISHED,
        required=False,
        help_text=gettext_lazy("Of the records of several files; a single text is gone over first."),
    )
    name = forms.CharField(required=False, widget=forms.HiddenInput)
    content = forms.CharField(required=False, widget=forms.HiddenInput)

    STATED: ClassVar = ("source", "language", "date", "tags", "status", "columns")
    CARRIED: ClassVar = ("text", "name", "content", *STATED)

    #: The one text that is to be gone over; None where there are several.
    raw: RawText | None = None
    #: Whether files came that have to be chosen again, should the page be shown again.
    has_lost_files = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = language_choices(empty=_("told by the text"))
        self.fields["language"].choices = choices  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        """The text as it was pasted: a browser sends other line breaks."""
        text = stored_text(self.cleaned_data["text"])
        if len(text) > LONGEST_REVIEWED:
            message = _(
                "The text is too long for this page (%(count)d characters): save it as a file, and bring in the file."
            )
            raise forms.ValidationError(message % {"count": len(text)})
        return text

    def clean_columns(self) -> str:
        """The lines as they were typed, once they are understood."""
        lines: str = stored_breaks(self.cleaned_data["columns"])
        try:
            read_columns(lines.split("\n"))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error
        return lines

    def clean(self) -> dict[str, Any]:
        """Find the one text there is, if there is only one; say what is wrong with it."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        self._keep_file(said)
        if self.errors:
            return said
        if said["text"] and said["inputs"]:
            # Beside the text: a file that is in order is kept.
            self.add_error("text", _("Give a text or files, not both."))
        elif said["text"]:
            said["name"] = said["content"] = ""
            self._read(PASTED, said["text"].encode("utf-8", "surrogatepass"), ".txt", "text")
        elif said["content"]:
            self._read_kept(said)
        elif not said["inputs"]:
            self.add_error("text", _("Paste a text, or choose a file."))
        return said

    def _keep_file(self, said: dict[str, Any]) -> None:
        """Carry the file that came, if it is a small one, in place of the one carried so far: also beside an error."""
        files = said.get("inputs") or []
        if not files:
            return
        said["name"] = said["content"] = ""
        if len(files) == 1 and files[0].size <= _LARGEST_REVIEWED:
            said["name"] = PurePath(files[0].name).name
            said["content"] = base64.b64encode(files[0].read()).decode("ascii")
            files[0].seek(0)
        self.has_lost_files = not said["content"]

    def _read_kept(self, said: dict[str, Any]) -> None:
        """Read the file that is carried; one that was damaged on its way is carried no further."""
        try:
            data = base64.b64decode(said["content"], validate=True)
        except ValueError:  # letters that are none of base64, too few or too many
            said["name"] = said["content"] = ""
            self.add_error("inputs", _("The file was damaged on its way: choose it again."))
            return
        field = "inputs" if said["inputs"] else None
        said["inputs"] = said["inputs"] or [SimpleUploadedFile(said["name"], data)]
        self._read(said["name"], data, PurePath(said["name"]).suffix, field)

    @property
    def kept_file(self) -> str:
        """The name of the file that the page carries, which need not be chosen again; empty without any."""
        if "inputs" in self.errors:
            return ""
        said = self.cleaned_data if self.is_bound else self.initial
        return str(said.get("name") or "") if said.get("content") else ""

    @property
    def kept_content(self) -> str:
        """That file, in base64."""
        said = self.cleaned_data if self.is_bound else self.initial
        return str(said.get("content") or "")

    def _read(self, name: str, data: bytes, suffix: str, field: str | None) -> None:
        """Read the first two texts; where there is only one, it is the one to go over."""
        reader = reader_of(suffix, read_columns(self.cleaned_data["columns"].split("\n")))
        if reader is None:
            known = ", ".join(sorted(FORMATS))
            self.add_error(field, _("Unknown format; known are {suffixes}.").format(suffixes=known))
            return
        found = list(islice(reader(name, io.BytesIO(data)), 2))
        if len(found) != 1:
            return
        if isinstance(found[0], Rejection):
            self.add_error(field, str(found[0].reason))
        elif len(found[0].decoded.text) <= LONGEST_REVIEWED:
            self.raw = found[0]

    @property
    def statement(self) -> Statement:
        """For the writer; to be asked of a valid form."""
        said = self.cleaned_data
        columns = read_columns(said["columns"].split("\n"))
        return Statement(
            said["source"], said["language"], said["date"], tuple(tag_names(said["tags"])), columns
        )

    @property
    def carried(self) -> dict[str, str]:
        """What the next page has to send again, by the names of the form's own fields."""
        values = {name: self.cleaned_data.get(name) or "" for name in self.CARRIED}
        return {self.add_prefix(name): str(value) for name, value in values.items() if value}


class RecordForm(forms.ModelForm):  # type: ignore[type-arg]
    """The proposed record: each field is accepted as it stands, changed, or rejected."""

    REJECTABLE: ClassVar = ("headline", "lede", "date", "source", "url", "byline", "tags")

    source = forms.CharField(
        label=gettext_lazy("source"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"list": "sources"}),
    )
    url = forms.URLField(
        label=gettext_lazy("address of origin"), required=False, max_length=1000, assume_scheme="https"
    )
    tags = forms.CharField(
        label=gettext_lazy("tags"), required=False, help_text=gettext_lazy("Separated by commas.")
    )
    date_choice = forms.ChoiceField(label=gettext_lazy("dates in the text"), required=False, choices=[])
    reject = forms.MultipleChoiceField(required=False, choices=[(name, name) for name in REJECTABLE])
    back = forms.MultipleChoiceField(required=False, choices=[])
    was_back = forms.MultipleChoiceField(required=False, choices=[])

    class Meta:
        model = Article
        fields = ("headline", "headline_supplied", "lede", "body", "language", "date", "url", "byline")
        widgets = {
            "headline": forms.TextInput(attrs={"dir": "auto"}),
            "byline": forms.TextInput(attrs={"dir": "auto"}),
            "lede": forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
            "body": forms.Textarea(attrs={"rows": 18, "dir": "auto"}),
        }
        field_classes: ClassVar = {"date": DeskDateField}

    def __init__(self, *args: Any, record: ProposedRecord, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("lede", "body"):
            self.fields[name].strip = False  # type: ignore[attr-defined]
        self.fields["body"].required = False  # the record's own rule asks for one of the two
        pieces = [(str(number), piece.exact) for number, piece in enumerate(record.set_aside)]
        dates = dict.fromkeys(proposal.value for proposal in record.date_proposals if proposal.value)
        for name, choices in {
            "back": pieces,
            "was_back": pieces,
            "date_choice": [(value, value) for value in dates],
        }.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_lede(self) -> str:
        """The text as it is stored."""
        return stored_text(self.cleaned_data["lede"])

    def clean_body(self) -> str:
        """As `clean_lede`."""
        return stored_text(self.cleaned_data["body"])

    def clean(self) -> dict[str, Any]:
        """A date chosen from the text goes before the one in the field."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("date_choice"):
            said["date"] = EdtfDate.parse(said["date_choice"])
        return said


def initial_of(record: ProposedRecord, tags: str) -> dict[str, Any]:
    """What the fields of the form hold for a record."""
    return {
        "headline": record.headline,
        "headline_supplied": record.headline_supplied,
        "lede": record.lede,
        "body": record.body,
        "language": record.language.language,
        "date": record.date,
        "source": record.source,
        "url": record.url,
        "byline": record.byline,
        "tags": tags,
    }


def proposed_tags(raw: RawText, statement: Statement, evidence: list[Evidence]) -> str:
    """The tags the editor states, then those of the sender, then those the text itself states."""
    sent = raw.metadata.get("tags")
    read = (ground.value for ground in evidence if ground.field in ("tags", "section"))
    found = [name for text in read for name in tag_names(text)]
    return ", ".join(dict.fromkeys([*statement.tags, *(sent if isinstance(sent, list) else []), *found]))

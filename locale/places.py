"""Write, or with --check compare, the names that CLDR has of places in the archive's languages, as Babel brings them.

    python locale/places.py [--check]

CLDR is the Unicode Consortium's, under the Unicode License V3 (articles/terms/LICENSE.unicode). What is corrected and
added by hand stands in articles/terms/places.tsv.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version

LANGUAGES = ("fr", "en", "ru", "ar")
TABLE = Path(__file__).parent.parent / "articles" / "terms" / "cldr.tsv"
HEADER = """\
# Written by locale/places.py from CLDR {version} (© Unicode, Inc., see LICENSE.unicode): not to be edited.
# Territory or time zone, whose city it is; its names in French, English, Russian, Arabic.
"""
#: Nobody writes of them, or they are no places of their own.
NOT_KEPT = frozenset(
    "AC AQ AX BL BQ BV CC CP CQ CX DG EA EU EZ GS HM IC IO MF NF PM QO SJ SX TA TF TK UM UN VG VI WF XA XB ZZ".split()
)
#: The continents, by their numbers.
REGIONS = ("002", "005", "009", "029", "142", "150", "419")
#: Cities known far from where they are; of the old world those that are left are.
AMERICAN = frozenset(
    "Argentina/Buenos_Aires Asuncion Bogota Caracas Cayenne Chicago Denver Detroit Guayaquil Havana La_Paz Lima"
    " Los_Angeles Managua Manaus Mexico_City Monterrey Montevideo New_York Nassau Port-au-Prince Santiago"
    " Santo_Domingo Sao_Paulo Tegucigalpa Tijuana Toronto Vancouver Winnipeg".split()
)
#: They are other things as well, or known to few.
NOT_A_CITY = frozenset(
    "Africa/Ceuta Asia/Anadyr Asia/Aqtau Asia/Aqtobe Asia/Atyrau Asia/Barnaul Asia/Brunei Asia/Chita Asia/Choibalsan"
    " Asia/Colombo Asia/Famagusta Asia/Hebron Asia/Hovd Asia/Jayapura Asia/Kamchatka Asia/Khandyga Asia/Kuching"
    " Asia/Macau Asia/Makassar Asia/Oral Asia/Pontianak Asia/Qostanay Asia/Qyzylorda Asia/Sakhalin Asia/Samarkand"
    " Asia/Srednekolymsk Asia/Tomsk Asia/Urumqi Asia/Ust-Nera Australia/Broken_Hill Australia/Darwin Australia/Eucla"
    " Australia/Lindeman Australia/Lord_Howe Europe/Busingen Europe/Guernsey Europe/Isle_of_Man Europe/Jersey"
    " Europe/Mariehamn Europe/Uzhgorod Europe/Zaporozhye Europe/Vaduz Asia/Gaza Africa/El_Aaiun".split()
)
_QUALIFIED, _ISLANDS = re.compile(r" \(.+\)$"), re.compile(r"\bо-ва\b")


def places() -> Iterator[tuple[str, ...]]:
    """Each place: its key, and its name in each language."""
    locales = [Locale.parse(language) for language in LANGUAGES]
    territories: set[str] = set()
    for code in sorted(locales[0].territories):
        if (code.isalpha() and code not in NOT_KEPT) or code in REGIONS:
            names = [_written(locale.territories[code]) for locale in locales]
            territories.update(names)
            yield (code, *names)
    for zone in sorted({zone for locale in locales for zone in locale.time_zones}):
        names = [_written(_city(locale, zone)) for locale in locales]
        if _is_kept(zone) and territories.isdisjoint(names) and all(names):
            yield (zone, *names)


def _is_kept(zone: str) -> bool:
    continent, _slash, place = zone.partition("/")
    if continent == "America":
        return place in AMERICAN
    return continent in ("Africa", "Asia", "Australia", "Europe") and zone not in NOT_A_CITY


def _city(locale: Locale, zone: str) -> str:
    """Where a language has no name of its own, the zone is called by it."""
    named = locale.time_zones.get(zone, {}).get("city")
    is_latin = str(locale) in ("fr", "en")
    return named or (zone.rpartition("/")[2].replace("_", " ") if is_latin else "")


def _written(name: str) -> str:
    """A name as texts have it: without what is in parentheses, nothing shortened."""
    plain = _ISLANDS.sub("острова", _QUALIFIED.sub("", name))
    return plain.replace(" & ", " and ").replace(" - ", "-").replace("\u200f", "")


def table() -> str:
    """The file."""
    return HEADER.format(version=get_cldr_version()) + "".join("\t".join(place) + "\n" for place in places())


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if TABLE.read_text(encoding="utf-8") == table() else f"{TABLE.name} is not what Babel has")
    TABLE.write_text(table(), encoding="utf-8")

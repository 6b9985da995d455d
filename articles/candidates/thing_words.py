"""Words that tell a thing, not a person, before a name or within it: streets, prizes, storms, films."""

from __future__ import annotations

from articles.names.fold import fold

THINGS_BEFORE = frozenset(
    fold(
        "rue avenue boulevard place quai stade aéroport lac mont île prix coupe loi opération ouragan "
        "tempête cyclone prison "
        "hôtel hôpital lycée pont tour fleuve rivière ville village quartier commune station film roman "
        "album chanson série "
        "navire avion hélicoptère missile fusée planète étoile type modèle gare porte square trophée ligue championnat "
        "festival comté province région état "
        "street road hurricane storm operation stadium lake mount river film movie album song city town "
        "airport улица проспект "
        "площадь город село поселок деревня станция фильм роман альбом стадион аэропорт район озеро "
        "остров ураган область улице "
        "городе города фильма фильме романа альбома песня шоу сериал станции метро края"
    ).split()
)
THINGS_WITHIN = frozenset(
    fold(
        "night live day love protection rights dream show history story world first "
        "street avenue road airport river lake bridge stadium park square hall tower cup prize award "
        "games day war act bill "
        "island islands bay valley mountain beach county city town hotel building house palace station "
        "festival championship open "
        "music records studios pictures entertainment club united клаб клуб рекордс мьюзик юнаитед бэи "
        "series year new old north south east west san santa los las saint sainte league tour grand "
        "masters "
        "republique royaume declaration reunion traite accord accords plan guerre croix constitution etat"
        " etats revolution printemps convention sommet charte mondial coupe jeux tribune festival tournoi"
        " "
        "officer base camp village territory republic region district minister secretary "
        "moyen-orient proche-orient galaxy phone boulevard rue place arena center centre gate"
    ).split()
)

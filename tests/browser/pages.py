"""The pages that browsers are led to: at least one of every kind, without their language."""

PAGES = (
    "/",
    "/kommuner",
    "/kommuner/sok?q=ro",
    "/kommuner/hemne",
    "/kommuner/hemne/2018",
    "/kommuner/hemne/tvillinger",
    "/kommuner/hemne/hva-om",
    "/sammenlign?e=hemne-2018&e=hareid-2019",
    "/gullstjerner",
    "/omrader",
    "/omrader/2.1/2",
    "/sporsmal/2.1/2.1",
    "/kart",
    "/fylker",
    "/fylker/trondelag",
    "/grupper",
    "/grupper/skr/B4",
    "/utvikling",
    "/innsikt",
    "/innsikt/over-snittet",
    "/metode",
    "/metode/2.1",
    "/data",
    "/data/endringer",
    "/data/api",
    "/om",
    "/om/data",
    "/om/kvalitet",
    "/om/design",
    "/om/tilgjengelighet",
    "/om/personvern",
)
"""One of every kind, each with as much on it as there is."""

STATES = (
    "/kommuner?q=finnes-ikke",
    "/kommuner?detail=none&country=NO",
    "/kommuner?sort=total&country=SE",
    "/kommuner/heim",
    "/kommuner/hoganas",
    "/kommuner/enkoping",
    "/kommuner/hareid/2019",
    "/kommuner/hemne/2018?release=1",
    "/kommuner/hareid/tvillinger",
    "/kommuner/hemne/hva-om?area=3&target=median",
    "/sammenlign",
    "/sammenlign?e=hemne-2018",
    "/sammenlign?e=hemne-2018&e=hareid-2019&e=ulstein-2019&e=roros-2017",
    "/gullstjerner?q=malstyring",
    "/omrader/1.0/1",
    "/innsikt/flest-gullstjerner",
    "/innsikt/forst-i-sverige?release=1",
    "/kart?country=SE&colour=detail",
)
"""The same kinds with little, nothing, or something else on them."""

MISSING = ("/finnes-ikke", "/kommuner?sort=ukjent")
"""Addresses that are answered with an error."""

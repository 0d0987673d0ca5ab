"""Where the method data were read, as they are named on a page."""

from collections.abc import Mapping
from typing import Final

from app.domain.evaluation import Source

READ_IN: Final[Mapping[str, Source]] = {
    "report": Source("KS-K rapport 3/2018", None),
    "ulricehamn": Source(
        "Ulricehamn",
        "https://ulricehamn.se/hallbarhet/hur-ligger-vi-till/undersokningar/kommunkompassen/",
    ),
    "krevi": Source(
        "KREVI",
        "https://9pdf.org/document/yr3d6jrp-et-godt-benchmarkingredskab-kommunekompasset.html",
    ),
    "nesodden": Source(
        "Nesodden",
        "https://www.nesodden.kommune.no/om-kommunen/kommunekompasset/",
    ),
    "mark": Source(
        "Mark",
        "https://www.mark.se/politik-och-organisation/resurser-och-resultat/kommunkompassen/",
    ),
    "lindesnes": Source(
        "Lindesnes",
        "http://www.lindesnes.kommune.no/nyheter/439-aktuell-informasjon/1676-kommunekompasset-vurdering-av-kommunen",
    ),
    "fkt": Source(
        "FKT",
        "https://www.fkt.no/fagtema/kontrollutvalg/rapport-fra-agenda-kaupang-norges-best-styrte-kommuner-kommuneindeksen-2023/",
    ),
    "ulstein": Source(
        "Ulstein",
        "https://www.ulstein.kommune.no/aktuelt/ulstein-i-landstoppen-i-ny-evaluering.71356.aspx",
    ),
    "ks_konsulent": Source(
        "KS-Konsulent",
        "https://www.kskonsulent.no/styring-og-analyse/artikkelside/",
    ),
    "barometer_2012": Source(
        "Kommunebarometeret 2012",
        "https://docplayer.me/545739",
    ),
    "barometer_2021": Source(
        "Kommunebarometeret 2021",
        "https://docplayer.me/222286256",
    ),
}
"""Where the facts about the method that are told in the templates were read."""

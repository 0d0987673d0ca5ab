// The few words that scripts say by themselves, in the language of the page.

const TEXTS = {
  nb: {
    drawn: "Figuren kan nå utforskes. Piltastene går fra punkt til punkt.",
    failed: "Figuren lot seg ikke gjøre om. Tegningen og tabellen viser de samme tallene.",
  },
  nn: {
    drawn: "Figuren kan no utforskast. Piltastane går frå punkt til punkt.",
    failed: "Figuren let seg ikkje gjere om. Teikninga og tabellen viser dei same tala.",
  },
  sv: {
    drawn: "Diagrammet kan nu utforskas. Piltangenterna går från punkt till punkt.",
    failed: "Diagrammet gick inte att göra om. Bilden och tabellen visar samma siffror.",
  },
  en: {
    drawn: "The figure can now be explored. The arrow keys go from point to point.",
    failed: "The figure could not be changed. The drawing and the table show the same figures.",
  },
};

export function language() {
  const [code] = document.documentElement.lang.toLowerCase().split("-");
  if (code === "no") return "nb";
  return code in TEXTS ? code : "en";
}

export function text(key) {
  return TEXTS[language()][key];
}

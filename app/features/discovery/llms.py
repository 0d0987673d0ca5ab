"""`llms.txt`: what this is and how to read it, for programs that answer people's questions.

In English, as such files are, and short: what must not be got wrong comes first.
"""

from collections.abc import Iterator

from app.config import Settings
from app.domain.statistics import MINIMUM_MEMBERS
from app.features.discovery.content import SummaryContent
from app.web.addresses import ASSISTANTS
from app.web.api.formats import API_ROOT, FILES, quoted


def llms_text(content: SummaryContent, chosen: Settings) -> str:
    """The file, in Markdown."""
    return "\n".join(_lines(content, chosen)) + "\n"


def _lines(content: SummaryContent, chosen: Settings) -> Iterator[str]:
    site, release = chosen.site_address, content.release
    yield "# Kommunekompasset: open results"
    yield ""
    yield (
        "> Results of Kommunekompasset (Sweden: Kommunkompassen), the evaluation of how a "
        "municipality is governed and led: eight areas of 0–100 points, 800 in all."
    )
    yield ""
    if release.demo:
        yield "**All data here are made up for demonstration. Cite none of them as real.**"
        yield ""
    yield _extent(content)
    yield ""
    yield "## Read this before you use a figure"
    yield ""
    yield "- It measures management practice, not the quality of services."
    yield "- Taking part is voluntary: an average is that of those evaluated, not of all."
    yield f"- Under {MINIMUM_MEMBERS} members, or half of those known to be evaluated, there is no"
    yield "  average and no rank (`representative: false`); do not make one."
    yield (
        "- Compare points within one method family only: "
        + "; ".join(
            f"family {family}: {', '.join(v.version for v in versions)}"
            for family, versions in content.instrument.families.items()
        )
        + ". Where the API says that versions may not be compared, do not subtract."
    )
    yield "- A missing figure is `null` with a reason. It is never 0."
    yield "- `score` is our figure, `stated` what the source prints; `discrepancies` says why."
    yield "- An evaluation belongs to the municipality as it was, not to its successor."
    yield "- Findings and Gullstjerner are retold in our own words; quote the report, not us."
    yield "- Say the year and the method version with every figure, and name the comparison set."
    yield ""
    yield "## API"
    yield ""
    yield f"- [OpenAPI description]({site}{API_ROOT}/openapi.json)"
    yield f"- [How to use it]({site}/en/data/api)"
    yield f"- [Versions, languages, limits and licence]({site}{API_ROOT}/config?lang=en)"
    yield f"- [Evaluations]({site}{API_ROOT}/evaluations?lang=en): filters as on the pages"
    yield f"- [One evaluation]({site}{API_ROOT}/evaluations/{{municipality}}-{{year}})"
    yield f"- [Municipalities]({site}{API_ROOT}/municipalities?lang=en)"
    yield f"- [Gullstjerner]({site}{API_ROOT}/gold-stars?lang=en)"
    yield f"- [What changed]({site}{API_ROOT}/changes?since={max(0, release.number - 1)})"
    yield ""
    yield (
        f"Behind an address: {quoted(FILES, 'or')} for other formats, `?lang=` for language, "
        "`?release=` to freeze an answer for a citation. An unknown parameter is an "
        "error, never ignored."
    )
    yield ""
    yield "## Reports"
    yield ""
    yield "Made from the same data, as a page and as files to print and to go on writing in."
    yield ""
    yield f"- Of an evaluation: {site}/en/kommuner/{{municipality}}/{{year}}/rapport (.pdf, .docx)"
    yield f"- The same on one page for a council: {site}/en/kommuner/{{municipality}}/{{year}}/ark"
    yield "  (.pdf, .docx)"
    yield f"- On five slides: {site}/en/kommuner/{{municipality}}/{{year}}/lysbilder.pptx"
    yield f"- Of several side by side: {site}/en/fellesrapport?e={{id}}&e={{id}} (.pdf, .docx)"
    yield ""
    yield "## Assistants"
    yield ""
    yield "Model Context Protocol, read only, without a key: find a municipality, its results, one"
    yield "evaluation, a comparison, averages, Gullstjerner and findings. Each answer has what must"
    yield "be said along with its figures."
    yield ""
    yield f"- Streamable HTTP: {site}{ASSISTANTS}"
    yield f"- Standard input and output: kompass mcp --site {site}"
    yield ""
    yield "## Data"
    yield ""
    yield f"- [The whole data set]({site}/en/data): tables, licence, how to cite"
    yield f"- [Changes and corrections]({site}/en/data/endringer), as a [feed]({site}/en/feed.atom)"
    yield f"- [Catalogue]({site}/dcat.ttl): DCAT-AP-NO"
    yield f"- [Sources, and what is missing]({site}/en/om/data)"
    yield f"- [The method]({site}/en/metode)"
    yield ""
    yield "Licence: NLOD 2.0. Say where you found the figures, with the release."


def _extent(content: SummaryContent) -> str:
    held = content.extent
    years = "" if held.years is None else f", {held.years[0]}–{held.years[1]}"
    return (
        f"Release {content.release.number} of {content.release.published_at.date().isoformat()}: "
        f"{held.evaluations} evaluations of {held.municipalities} municipalities in Norway "
        f"and Sweden{years}, and {held.gold_stars} Gullstjerner. Others have been evaluated "
        "whose results are not public here."
    )

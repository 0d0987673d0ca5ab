"""What the pages that change are called: in the words of the pages themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from app.domain.consequences import Excerpt, PageEffect, PageKind
from app.domain.message import LocalText, Message, say
from app.domain.method import MethodVersion
from app.domain.wording.groups import group_words
from app.domain.wording.stories import headline
from app.queries import evaluations, method, register, stories
from app.queries.reading import Reading

Title = Message | LocalText | str

WHOLE: Final[Mapping[str, Message]] = {
    "/": say("The front page"),
    "/kommuner": say("Evaluated municipalities that we know of"),
    "/omrader": say("Focus areas"),
    "/utvikling": say("Development over time"),
    "/kart": say("Map of evaluated municipalities"),
    "/innsikt": say("What the results tell"),
    "/fylker": say("Counties"),
    "/grupper": say("Groups of municipalities"),
    "/gullstjerner": say("Gold stars: practices to learn from"),
    "/metode": say("The method, and what may be compared"),
    "/om/kvalitet": say("Quality of the figures"),
    "/data": say("The data"),
    "/data/endringer": say("Changes of the data"),
}
"""The titles of pages of all results."""


def titled(readings: Iterable[Reading], pages: Excerpt[PageEffect]) -> Excerpt[PageEffect]:
    """The same pages, each with its title in the first release that has it."""
    titles = _Titles(tuple(readings), pages.shown)
    return replace(pages, shown=tuple(replace(page, title=titles.of(page)) for page in pages.shown))


class _Titles:
    """What is called something, read once. The first release that has it has the say."""

    def __init__(self, readings: tuple[Reading, ...], pages: Iterable[PageEffect]) -> None:
        slugs = sorted({_parts(page)[1] for page in pages if page.path.startswith("/kommuner/")})
        self.names: dict[str, str] = {}
        self.evaluations: dict[str, Title] = {}
        self.stories: dict[str, Title] = {}
        self.groups: dict[str, Title] = {}
        self.versions: dict[str, MethodVersion] = {}
        for reading in reversed(readings):
            instrument = method.instrument(reading)
            held = register.municipalities(reading, slugs)
            self.names |= {slug: found.label for slug, found in held.items()}
            self.evaluations |= {
                one.id: say("%(name)s %(year)s", name=one.name, year=str(one.year))
                for one in evaluations.summaries(reading)
            }
            self.stories |= {
                story.slug: headline(story, instrument) for story in stories.told_stories(reading)
            }
            self.groups |= {key: group_words(instrument, key) for key in instrument.groups}
            self.versions |= instrument.versions

    def of(self, page: PageEffect) -> Title:
        parts = _parts(page)
        match page.kind:
            case PageKind.WHOLE:
                return WHOLE.get(page.path, page.path)
            case PageKind.EVALUATION:
                return self.evaluations.get(f"{parts[1]}-{parts[2]}", page.name)
            case PageKind.COMPARISON:
                return self.evaluations.get(page.path.partition("=")[2], page.name)
            case PageKind.MUNICIPALITY | PageKind.RELATIVE | PageKind.OTHERS:
                return self._of_municipality(parts)
            case PageKind.GROUP:
                return self.groups.get(page.name, page.name)
            case PageKind.STORY:
                return self.stories.get(page.name, page.name)
            case PageKind.METHOD:
                return say("Method version %(version)s", version=page.name)
            case PageKind.AREA | PageKind.QUESTION:
                return self._of_method(page.kind, parts)
        return page.name

    def _of_municipality(self, parts: list[str]) -> Title:
        name = self.names.get(parts[1], parts[1])
        match parts[2:]:
            case ["tvillinger"]:
                return say("Municipalities like %(name)s", name=name)
            case ["hva-om"]:
                return say("What if? Scenarios for %(name)s", name=name)
        return name

    def _of_method(self, kind: PageKind, parts: list[str]) -> Title:
        version = self.versions.get(parts[1])
        for area in version.areas if version else ():
            if kind is PageKind.AREA and parts[2] == str(area.no):
                return say(
                    "Area %(no)s in version %(version)s: %(name)s",
                    no=parts[2],
                    version=parts[1],
                    name=area.name,
                )
            for question in area.questions:
                if kind is PageKind.QUESTION and question.code == parts[2]:
                    return say(
                        "Question %(code)s in version %(version)s: %(label)s",
                        code=question.code,
                        version=parts[1],
                        label=question.label,
                    )
        return " ".join(parts[1:])


def _parts(page: PageEffect) -> list[str]:
    """What the address of a page is made of."""
    return page.path.partition("?")[0].strip("/").split("/")

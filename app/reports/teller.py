"""Says what contents hold in the language of a report, in the parts that blocks are made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.absence import Absence
from app.domain.decimals import OF_TOTALS
from app.domain.evaluation import Finding
from app.domain.message import LocalText, Message, Points, Say
from app.domain.plain_text import paragraphs_of
from app.domain.release import Release
from app.domain.score import Figure
from app.domain.wording.standing import absence_words, short_absence_words
from app.reports.document import Bullets, Fact, Passage, RunText, Tone
from app.web.addresses import whole_address
from app.web.words import formats
from app.web.words.languages import Sayable, translate, words
from app.web.words.runs import Run, runs

SPACE = (Run(" "),)


@dataclass(frozen=True, slots=True)
class Teller:
    """Speaks one language, of one release, to which all its links lead."""

    language: str
    release: Release

    @property
    def say(self) -> Say:
        """What figures are made with."""
        return words(self.language)

    def plain(self, said: Sayable) -> str:
        """A sentence without links, as titles and heads of columns have it."""
        return translate(said, self.language)

    def text(self, *said: Sayable | None) -> RunText:
        """Sentences, one after the other; what is None is left out."""
        found: RunText = ()
        for one in said:
            if one is not None:
                found += (SPACE if found else ()) + runs(one, self.language)
        return found

    def in_one_line(self, said: Iterable[Sayable], between: str) -> RunText:
        """Short remarks on one line."""
        found: RunText = ()
        for one in said:
            found += ((Run(between),) if found else ()) + self.text(one)
        return found

    def link(self, said: Sayable, path: str, query: Iterable[tuple[str, str]] = ()) -> RunText:
        """Words that lead to a page, as it is in the release."""
        address = self.address(path, query)
        return tuple(Run(run.text, run.language, address) for run in self.text(said))

    def outside(self, title: str, url: str | None) -> RunText:
        """A title that leads to another site; without an address, the title alone."""
        return (Run(title, link=url),)

    def address(self, path: str, query: Iterable[tuple[str, str]] = ()) -> str:
        """The whole address of a page, frozen at the release."""
        frozen = [*query, ("release", str(self.release.number))]
        return whole_address(path, self.language, frozen)

    def points(self, value: Decimal | None, decimals: int, why: Absence | None = None) -> RunText:
        """Points, or why there are none."""
        if value is not None:
            return self.text(Message("%(points)s", {"points": Points(value, decimals)}))
        return self.text(absence_words(why)) if why is not None else ()

    def figure(self, figure: Figure, decimals: int, *, short: bool = False) -> RunText:
        """The points of a figure, or why it has none: `short` where there is little room."""
        if short and figure.missing is not None:
            return self.text(short_absence_words(figure.missing))
        return self.points(figure.score, decimals, figure.missing)

    def total(self, figure: Figure, *, short: bool = False) -> RunText:
        """The same of a total."""
        return self.figure(figure, OF_TOTALS, short=short)

    def number(self, value: Decimal, decimals: int) -> str:
        """Points that are known."""
        return formats.points(value, self.language, decimals)

    def share(self, figure: Figure) -> str:
        """A figure in per cent of the most there is; empty where it is not known."""
        return "" if figure.share is None else formats.percent(figure.share, self.language)

    def part(self, figure: Figure) -> float | None:
        """The same for those who draw it, 0–1."""
        return None if figure.share is None else float(figure.share)

    def paragraph(self, *said: Sayable | None, tone: Tone = Tone.PLAIN) -> tuple[Passage, ...]:
        """One paragraph of the sentences that there are; none where there is none."""
        text = self.text(*said)
        return (Passage(text, tone),) if text else ()

    def quotation(self, text: LocalText | str, language: str | None = None) -> tuple[Passage, ...]:
        """What somebody has written, each line of a paragraph by itself."""
        if isinstance(text, LocalText):
            language, text = text.language_for(self.language), text.in_language(self.language)
        foreign = language if language != self.language else None
        return tuple(
            Passage((Run(line, foreign),), Tone.QUOTED)
            for lines in paragraphs_of(text)
            for line in lines
        )

    def finding(self, found: Finding) -> RunText:
        """A strength, challenge or weakness in the language that it is kept in."""
        foreign = found.language if found.language != self.language else None
        return (Run(found.text, foreign),)

    def bullets(self, said: Sequence[Sayable]) -> tuple[Bullets, ...]:
        """A list; none where there is nothing in it."""
        return (Bullets(tuple(self.text(one) for one in said)),) if said else ()

    def fact(self, name: Message, *said: Sayable | None) -> Fact:
        """A name with what belongs to it."""
        return Fact(self.plain(name), self.text(*said))

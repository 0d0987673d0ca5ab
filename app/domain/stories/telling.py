"""All stories of a release, in the order of their kinds."""

from app.domain.municipality import Country
from app.domain.stories.above_average import above_average
from app.domain.stories.areas import contrast, lowest_areas
from app.domain.stories.climb import climb
from app.domain.stories.first_of_all import first_of_all
from app.domain.stories.gold_stars import most_gold_stars
from app.domain.stories.highest import highest
from app.domain.stories.small_among_large import small_among_large
from app.domain.stories.story import Material, Story, StoryKind


def stories(material: Material) -> tuple[Story, ...]:
    """Every story that the figures tell, none where they tell nothing."""
    found: list[Story | None] = [
        climb(material),
        highest(material),
        above_average(material),
        *(first_of_all(material, country) for country in Country),
        lowest_areas(material),
        contrast(material),
        most_gold_stars(material),
        small_among_large(material),
    ]
    order = list(StoryKind)
    return tuple(sorted((s for s in found if s), key=lambda story: order.index(story.kind)))

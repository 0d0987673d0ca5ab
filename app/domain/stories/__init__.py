"""What the figures of a release tell by themselves: stories, found by fixed rules.

A rule is one module. It says only what design rules 4 to 6 allow: never across method families,
nothing that is called small, nothing computed that stands for more than its members. Whatever is
shown rests on a set that the story names. The words are in `app.domain.wording.stories`.
"""

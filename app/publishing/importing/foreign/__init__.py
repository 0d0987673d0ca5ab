"""Tables and texts as evaluators have them: what they hold is recognised step by step, and asked
about where it is unsure.

A sheet becomes a grid (`grid`), the grid gets an axis of measures (`axis`), what stands along it
are records (`records`): points, shares, maxima, a mean, a change. Only then are they evaluations
(`evaluations`). Running text is read by line (`text_lists`, `findings`).
"""

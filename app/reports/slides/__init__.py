"""Five slides about an evaluation, for the council."""

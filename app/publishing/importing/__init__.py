"""From files as people have them to evaluations that can be checked; nothing is guessed."""

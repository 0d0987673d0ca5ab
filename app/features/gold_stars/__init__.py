"""Gullstjerner: practices that most other municipalities can learn from."""

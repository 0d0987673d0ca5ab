"""Keeping the database: migrations, backup, restore, verification, and what is wrong in words."""

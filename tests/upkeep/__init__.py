"""Keeping the database, on SQLite and on PostgreSQL."""

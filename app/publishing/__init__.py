"""Everything that is written: what is wanted is compared with what is public, and published."""

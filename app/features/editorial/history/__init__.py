"""What is public, what was done with it, and the ledger."""

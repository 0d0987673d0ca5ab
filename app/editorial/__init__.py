"""What is not public yet: drafts and what becomes of them, who may do it, and the ledger of it."""

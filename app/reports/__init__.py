"""Reports: one document for each, said in one language, that every kind of file is written from."""

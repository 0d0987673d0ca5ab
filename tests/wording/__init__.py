"""Every sentence that is put together, in four languages, as a native reader would accept it."""

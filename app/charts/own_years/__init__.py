"""Every area of one municipality over its years: a few columns for each."""

"""Tips: the form for anybody at `/tips`, and those who read them at `/redaksjon/tips`."""

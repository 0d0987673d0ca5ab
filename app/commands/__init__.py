"""The command line of those who publish: the same rules as the workspace, from a terminal.

What a command needs is imported when it is called: the site starts without all that publishes.
"""

"""The command line. `arguments` is read for the window too, so nothing is imported here; `verbs` is the root."""

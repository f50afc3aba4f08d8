"""Reserve, exposure and scenarios over all loans together."""
